/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_rules.h"

#include "base/alloc.h"
#include "extract/rule/match.h"
#include "ontology/fold.h"
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
open_scratch(bool use_jit, bool is_tested)
{
  const char* const dirs[] = {scratch.path};
  const TwRuleSource source = {.dirs = dirs,
                               .n_dirs = 1,
                               .n_tested = is_tested,
                               .morphology = check_rules_morphology(),
                               .use_jit = use_jit};
  return tw_ruleset_open(&source, check_rules_sink(), &rules);
}

static TwRuleSet*
open_packs(const char* const* packs, size_t n_packs, bool use_jit,
           bool is_tested)
{
  check_rules_close();
  scratch_init(&scratch);
  for (size_t i = 0; i < n_packs; ++i) {
    const char name[] = {(char)('p' + i), '.', 'y', 'a', 'm', 'l', '\0'};
    scratch_put(&scratch, name, packs[i]);
  }
  const TwStatus status = open_scratch(use_jit, is_tested);
  scratch_clear(&scratch);
  ck_assert_int_eq(status, rules ? TW_OK : TW_ERR_RULE);
  ck_assert_msg(rules || told[0], "an error that nobody is told");
  return rules;
}

TwRuleSet*
check_rules_open(const char* const* packs, size_t n_packs, bool use_jit)
{
  return open_packs(packs, n_packs, use_jit, false);
}

TwRuleSet*
check_rules_tested(const char* const* packs, size_t n_packs)
{
  return open_packs(packs, n_packs, true, true);
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
    status = open_scratch(true, false);
    const bool refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
  }
  ck_assert_int_eq(status, TW_OK);
  scratch_clear(&scratch);
  check_rules_close();
}

/* --- Articles --- */

static TwArena* arena;
static TwDocument document;
static TwArticle article;
static TwSentence sentence;

static void
add_token(TwStr word)
{
  const size_t slash = tw_str_find(word, TW_STR("/"), 0);
  TwToken* const token = TW_VEC_PUSH(arena, &article.tokens);
  ck_assert_ptr_nonnull(token);
  token->annotation = TW_NO_ANNOTATION;
  if (slash != SIZE_MAX && slash) {
    token->tag = (uint8_t)tw_tag_find(tw_str_slice(word, 0, slash));
    ck_assert(token->tag != TW_TAG_NONE);
    word = tw_str_slice(word, slash + 1, word.len);
  }
  token->start = (uint32_t)(word.s - document.source.s);
  token->end = token->start + (uint32_t)word.len;
  token->fold = tw_fold(arena, word);
  token->lemma = token->fold;
}

static void
close_annotation(TwType type, uint32_t first)
{
  TwAnnotation* const annotation = TW_VEC_PUSH(arena, &article.annotations);
  const uint32_t end = (uint32_t)article.tokens.count;
  *annotation =
    (TwAnnotation){.type = type, .first = first, .end = end, .head = end - 1};
  for (uint32_t i = first; i < end; ++i) {
    article.tokens.at[i].annotation = (uint32_t)article.annotations.count - 1;
  }
}

const TwArticle*
check_rules_article(const char* text)
{
  TwType type = TW_TYPE_NONE;
  uint32_t first = 0;
  TwStr rest = tw_str(text);
  TwStr word = {NULL, 0};
  tw_arena_free(arena);
  arena = tw_arena_new(0);
  document = (TwDocument){
    .name = TW_STR("news"), .sha256 = TW_STR("00"), .source = tw_str(text)};
  article = (TwArticle){.document = &document, .arena = arena};
  while (tw_str_next(&rest, ' ', &word)) {
    const bool ends = word.len > 1 && tw_str_ends(word, TW_STR(">"));
    if (word.len > 1 && word.s[0] == '<') {
      type = tw_type_find(tw_str_slice(word, 1, word.len));
      ck_assert(type != TW_TYPE_NONE);
      first = (uint32_t)article.tokens.count;
      continue;
    }
    add_token(tw_str_slice(word, 0, word.len - ends));
    if (ends) {
      close_annotation(type, first);
    }
  }
  sentence = (TwSentence){.end = (uint32_t)article.tokens.count};
  *TW_VEC_PUSH(arena, &article.sentences) = sentence;
  return &article;
}

static void
say_hit(char* out, size_t size, const TwPatternHit* hit)
{
  size_t used = strlen(out);
  snprintf(out + used, size - used, "%s%.*s:", used ? "\n" : "",
           TW_STR_ARG(hit->rule->id));
  for (size_t i = 0; i < hit->n_slots; ++i) {
    const TwStr words =
      tw_article_text(&article, hit->slots[i][0], hit->slots[i][1]);
    used = strlen(out);
    snprintf(out + used, size - used, " %.*s=%.*s",
             TW_STR_ARG(hit->rule->slots[i].name), TW_STR_ARG(words));
  }
}

static TwStatus
match(const TwRuleSet* set, const char* text, TwPatternHitVec* hits)
{
  TwMatchScratch* const matching = tw_match_scratch_new(set);
  check_rules_article(text);
  *hits = (TwPatternHitVec){NULL, 0, 0};
  const TwStatus status = tw_ruleset_match(set, matching, &article, &sentence,
                                           arena, check_rules_sink(), hits);
  tw_match_scratch_free(matching);
  return status;
}

TwStatus
check_rules_match(const TwRuleSet* set, const char* text)
{
  TwPatternHitVec hits;
  return match(set, text, &hits);
}

const char*
check_rules_hits(const TwRuleSet* set, const char* text)
{
  static char out[2048];
  TwPatternHitVec hits;
  out[0] = '\0';
  ck_assert_int_eq(match(set, text, &hits), TW_OK);
  for (size_t i = 0; i < hits.count; ++i) {
    say_hit(out, sizeof(out), &hits.at[i]);
  }
  return out;
}
