/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/ruleset.h"
#include "tests/fuzz/fuzz.h"

/* Loading of rule packs: whatever a pack holds, it is read or its errors are
 * told. */

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const char* const folder = fuzz_folder();
  const TwRuleSource source = {.dirs = &folder, .n_dirs = 1, .use_jit = true};
  TwDiagSink sink = {.report = NULL};
  TwRuleSet* rules = NULL;
  fuzz_file("p.yaml", data, size);
  const TwStatus status = tw_ruleset_open(&source, &sink, &rules);
  fuzz_promise(status == TW_OK || status == TW_ERR_RULE,
               "a bad pack is an error of rules");
  fuzz_promise_told(status, &sink);
  fuzz_promise((status == TW_OK) == !!rules, "rules come only without errors");
  tw_ruleset_free(rules);
  return 0;
}
