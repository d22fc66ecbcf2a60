/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_rules.h"

#include "base/alloc.h"
#include "tests/unit/check_text.h"
#include "tests/unit/scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char told[16384];
static TwRuleSet* rules;
static Scratch scratch;

/* The name of the folder is another in each run. */
static void
leave_out_folder(char* text)
{
  const size_t len = strlen(scratch.path) + 1;
  for (char* at = text; len > 1 && (at = strstr(at, scratch.path));) {
    memmove(at, at + len, strlen(at + len) + 1);
  }
}

static void
tell(void* data, const TwDiag* diag)
{
  (void)data;
  char* text = NULL;
  size_t len = 0;
  FILE* const out = open_memstream(&text, &len);
  tw_diag_print(out, diag, false);
  fclose(out);
  const size_t used = strlen(told);
  snprintf(told + used, sizeof(told) - used, "%s", text);
  free(text);
  leave_out_folder(told + used);
}

TwDiagSink*
check_rules_sink(void)
{
  static TwDiagSink sink;
  sink = (TwDiagSink){.report = tell};
  told[0] = '\0';
  return &sink;
}

const char*
check_rules_told(void)
{
  return told;
}

const TwMorphology*
check_rules_morphology(void)
{
  static TwMorphology* morphology;
  TwDiagSink sink = {NULL, NULL, {0}};
  if (!morphology) {
    ck_assert_int_eq(
      tw_morphology_open(check_text_data(), "en", &sink, &morphology), TW_OK);
  }
  return morphology;
}

void
check_rules_close(void)
{
  tw_ruleset_free(rules);
  rules = NULL;
}

static TwStatus
open_scratch(bool use_jit)
{
  const char* const dirs[] = {scratch.path};
  return tw_ruleset_open(dirs, 1, check_rules_morphology(), use_jit,
                         check_rules_sink(), &rules);
}

TwRuleSet*
check_rules_open(const char* const* packs, size_t n_packs, bool use_jit)
{
  check_rules_close();
  scratch_init(&scratch);
  for (size_t i = 0; i < n_packs; ++i) {
    const char name[] = {(char)('p' + i), '.', 'y', 'a', 'm', 'l', '\0'};
    scratch_put(&scratch, name, packs[i]);
  }
  const TwStatus status = open_scratch(use_jit);
  scratch_clear(&scratch);
  ck_assert_int_eq(status, rules ? TW_OK : TW_ERR_RULE);
  ck_assert_msg(rules || told[0], "an error that nobody is told");
  return rules;
}

TwRuleSet*
check_rules_read(const char* pack)
{
  return check_rules_open(&pack, 1, true);
}

void
check_rules_no_memory(const char* pack)
{
  check_rules_close();
  check_rules_morphology();
  scratch_init(&scratch);
  scratch_put(&scratch, "p.yaml", pack);
  TwStatus status = TW_ERR_NOMEM;
  size_t n = 0;
  for (; n < 10000 && status != TW_OK; ++n) {
    tw_alloc_fail_after(n);
    status = open_scratch(true);
    const bool refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
  }
  ck_assert_int_eq(status, TW_OK);
  scratch_clear(&scratch);
  check_rules_close();
}
