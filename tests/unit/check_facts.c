/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_facts.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "extract/mention/grammar.h"
#include "extract/mention/group.h"
#include "extract/mention/mention.h"
#include "extract/rule/facts.h"
#include "extract/rule/refer.h"
#include "extract/text/text.h"
#include "tests/unit/check_rules.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_BLOCKS 16

/* What every text of a process is read with. */
typedef struct {
  TwGazetteer* gazetteer;
  TwMentions* mentions;
  TwText* text;
  TwLexicon* grammar;
  TwLexicon* reference;
  TwWordCache* cache;
  TwDiagSink sink;
} Stages;

/* An article and what it lies in. */
typedef struct {
  TwBlock blocks[MAX_BLOCKS];
  TwDocument document;
  TwArticle article;
} Paper;

static TwBuf out = TW_BUF_INIT;

static Stages*
stages(void)
{
  static Stages all;
  const char* const dir = getenv("TRIPLEWIRE_DATA");
  char path[4096];
  if (all.gazetteer) {
    return &all;
  }
  ck_assert_ptr_nonnull(dir);
  snprintf(path, sizeof(path), "%s/gazetteer/names.gaz", dir);
  ck_assert_int_eq(tw_gazetteer_open(path, &all.sink, &all.gazetteer), TW_OK);
  ck_assert_int_eq(tw_text_open(dir, &all.sink, &all.text), TW_OK);
  ck_assert_int_eq(tw_mentions_open(dir, all.gazetteer,
                                    tw_text_morphology(all.text), &all.sink,
                                    &all.mentions),
                   TW_OK);
  ck_assert_int_eq(tw_grammar_open(dir, &all.sink, &all.grammar), TW_OK);
  ck_assert_int_eq(tw_refer_open(dir, &all.sink, &all.reference), TW_OK);
  return &all;
}

static void
cut_blocks(Paper* paper, TwStr source)
{
  size_t at = 0;
  size_t n = 0;
  while (at < source.len) {
    const size_t gap = tw_str_find(source, TW_STR("\n\n"), at);
    const size_t end = gap == SIZE_MAX ? source.len : gap;
    const bool title =
      tw_str_starts(tw_str_slice(source, at, end), TW_STR("# "));
    ck_assert_uint_lt(n, MAX_BLOCKS);
    paper->blocks[n++] = (TwBlock){title ? TW_BLOCK_TITLE : TW_BLOCK_PARAGRAPH,
                                   {at + (title ? 2 : 0), end},
                                   {NULL, 0}};
    at = gap == SIZE_MAX ? source.len : gap + 2;
  }
  paper->document = (TwDocument){.source = source,
                                 .date = TW_STR("2024-05-08"),
                                 .today = TW_STR("2024-05-08"),
                                 .blocks = paper->blocks,
                                 .n_blocks = n};
}

/* Up to the groups. */
static void
open_paper(Paper* paper, const char* text)
{
  Stages* const all = stages();
  cut_blocks(paper, tw_str(text));
  paper->article =
    (TwArticle){.document = &paper->document, .arena = tw_arena_new(0)};
  TwArticle* const article = &paper->article;
  tw_word_cache_free(all->cache); /* It serves one set of rules */
  all->cache = tw_word_cache_new();
  ck_assert_int_eq(tw_text_run(all->text, all->cache, article, &all->sink),
                   TW_OK);
  ck_assert_int_eq(tw_mentions_run(all->mentions, article), TW_OK);
  ck_assert_int_eq(tw_groups_run(all->grammar, article), TW_OK);
}

static TwRuleTools
tools_of(const char* pack)
{
  Stages* const all = stages();
  const TwRuleSet* const rules = check_rules_read(pack);
  ck_assert_msg(rules != NULL, "%s", check_rules_told());
  return (TwRuleTools){.gazetteer = all->gazetteer,
                       .grammar = all->grammar,
                       .reference = all->reference,
                       .rules = rules,
                       .scratch = tw_match_scratch_new(rules),
                       .sink = &all->sink};
}

static void
say_people(const TwArticle* article, const TwEntity* people)
{
  const char* glue = "{";
  if (people->count) {
    tw_buf_addf(&out, "%s%u", glue, people->count);
    glue = " ";
  }
  for (size_t i = 0; i < people->n_of; ++i) {
    tw_buf_addf(&out, "%s%s%.*s", glue, i ? "" : "of ",
                TW_STR_ARG(article->entities.at[people->of[i]].name));
    glue = ", ";
  }
  if (people->membership != TW_ASSERTED) {
    tw_buf_addf(&out, "%s%.*s", glue[0] == '{' ? glue : ", ",
                TW_STR_ARG(tw_certainty_name(people->membership)));
    glue = " ";
  }
  tw_buf_add(&out, glue[0] == '{' ? TW_STR("") : TW_STR("}"));
}

static void
say_role(const TwArticle* article, const TwRole* role)
{
  tw_buf_addf(&out, " %.*s=", TW_STR_ARG(role->role));
  if (role->entity == TW_NO_ENTITY) {
    tw_buf_add(&out, role->text);
  } else {
    const TwEntity* const entity = &article->entities.at[role->entity];
    tw_buf_add(&out, entity->name);
    if (entity->type == TW_TYPE_GROUP) {
      say_people(article, entity);
    }
  }
  if (role->certainty != TW_ASSERTED) {
    tw_buf_addf(&out, "(%.*s)", TW_STR_ARG(tw_certainty_name(role->certainty)));
  }
  tw_buf_add(&out, role->inferred ? TW_STR("~") : TW_STR(""));
}

static void
say_fact(const TwArticle* article, const TwFact* fact)
{
  tw_buf_addf(&out, "%s%.*s", out.len ? "\n" : "", TW_STR_ARG(fact->term));
  if (fact->is_event) {
    tw_buf_addf(&out, "/%u", fact->event);
  }
  for (size_t i = 0; i < fact->n_roles; ++i) {
    say_role(article, &fact->roles[i]);
  }
  if (fact->certainty != TW_ASSERTED) {
    tw_buf_addf(&out, " %.*s", TW_STR_ARG(tw_certainty_name(fact->certainty)));
  }
  tw_buf_addf(&out, "%s%s%s%.*s", fact->negated ? " not" : "",
              fact->recap ? " recap" : "", fact->status.len ? " " : "",
              TW_STR_ARG(fact->status));
  if (fact->speaker != TW_NO_ENTITY) {
    tw_buf_addf(&out, " | %.*s",
                TW_STR_ARG(article->entities.at[fact->speaker].name));
  } else if (fact->speaker_text.len) {
    tw_buf_addf(&out, " | %.*s", TW_STR_ARG(fact->speaker_text));
  }
}

static void
say_span(const TwArticle* article, TwSpan span)
{
  tw_buf_addf(
    &out, " [%.*s]",
    TW_STR_ARG(tw_str_slice(article->document->source, span.start, span.end)));
}

static void
say_spans(const TwArticle* article, const TwFact* fact)
{
  tw_buf_addf(&out, "%s%.*s:", out.len ? "\n" : "", TW_STR_ARG(fact->rule));
  say_span(article, fact->trigger);
  say_span(article, fact->cue);
  for (size_t i = 0; i < fact->n_roles; ++i) {
    say_span(article, fact->roles[i].span);
  }
}

static const char*
read_facts(const char* pack, const char* text, const TwRuleWatch* watch,
           void (*say)(const TwArticle*, const TwFact*))
{
  Paper paper;
  const TwRuleTools tools = tools_of(pack);
  tw_match_scratch_watch(tools.scratch, watch);
  open_paper(&paper, text);
  ck_assert_int_eq(
    tw_refer_run(stages()->grammar, stages()->reference, &paper.article),
    TW_OK);
  ck_assert_int_eq(tw_facts_run(&tools, &paper.article), TW_OK);
  tw_buf_reset(&out);
  for (size_t i = 0; i < paper.article.facts.count; ++i) {
    say(&paper.article, &paper.article.facts.at[i]);
  }
  tw_arena_free(paper.article.arena);
  tw_match_scratch_free(tools.scratch);
  return out.len ? tw_buf_str(&out).s : "";
}

const char*
check_facts(const char* pack, const char* text)
{
  return read_facts(pack, text, NULL, say_fact);
}

const char*
check_facts_spans(const char* pack, const char* text)
{
  return read_facts(pack, text, NULL, say_spans);
}

const char*
check_facts_watched(const char* pack, const char* text,
                    const TwRuleWatch* watch)
{
  return read_facts(pack, text, watch, say_fact);
}

void
check_facts_no_memory(const char* pack, const char* text)
{
  const TwRuleTools tools = tools_of(pack);
  TwStatus status = TW_ERR_NOMEM;
  size_t n = 0;
  for (; status == TW_ERR_NOMEM; ++n) {
    Paper paper;
    open_paper(&paper, text);
    TwArena* const large = paper.article.arena;
    TwArena* const small = tw_arena_new(512);
    paper.article.arena = small;
    tw_alloc_fail_after(n);
    status =
      tw_refer_run(stages()->grammar, stages()->reference, &paper.article);
    if (status == TW_OK) {
      status = tw_facts_run(&tools, &paper.article);
    }
    tw_alloc_fail_after(SIZE_MAX);
    tw_arena_free(small);
    tw_arena_free(large);
  }
  ck_assert_int_eq(status, TW_OK);
  ck_assert_uint_gt(n, 2);
  tw_match_scratch_free(tools.scratch);
}
