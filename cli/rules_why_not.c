/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_trace.h"
#include "extract/rule/whynot.h"

typedef struct {
  const TwRule* rule;
  TwBuf* out;
  CliJson json;
  bool is_json;
  size_t n_facts;
} Asked;

static void
add_variant(TwBuf* out, const TwRule* rule, TwForm form)
{
  if (form == TW_FORM_COUNT) {
    tw_buf_add(out, rule->id);
  } else {
    cli_trace_variant(out, rule, form);
  }
}

/* Where it got furthest. */
static void
say_place(const Asked* asked, const TwArticle* article, const TwWhyNot* why)
{
  TwBuf* const out = asked->out;
  const TwSentence* const sentence = &article->sentences.at[why->sentence];
  tw_buf_addf(out, "  nearest  ");
  if (why->n_elements) {
    tw_buf_addf(out, "%zu of %zu elements", why->n_matched, why->n_elements);
  } else {
    add_variant(out, asked->rule, why->form);
  }
  tw_buf_add(out, TW_STR(" at \""));
  cli_trace_words(out, article, why->first, why->end);
  tw_buf_add(out, TW_STR("\" in \""));
  cli_trace_words(out, article, sentence->first, sentence->end);
  tw_buf_add(out, TW_STR("\"\n"));
}

static void
say(const Asked* asked, const TwArticle* article, const TwWhyNot* why)
{
  TwBuf* const out = asked->out;
  const TwStr id = asked->rule->id;
  if (why->n_facts) {
    tw_buf_addf(out, "%.*s does fire: rules why tells how.\n", TW_STR_ARG(id));
    return;
  }
  tw_buf_addf(out, "%.*s does not fire.\n", TW_STR_ARG(id));
  if (why->has_place) {
    say_place(asked, article, why);
  }
  for (size_t i = 0; i < why->failures.count; ++i) {
    tw_buf_add(out, TW_STR("  fails    "));
    cli_trace_failure(out, article, &why->failures.at[i]);
    tw_buf_add_char(out, '\n');
  }
  if (why->lost) {
    tw_buf_add(out, TW_STR("  lost     "));
    cli_trace_loss(out, why->lost);
    tw_buf_add_char(out, '\n');
  } else if (!why->failures.count) {
    tw_buf_add(out, asked->rule->kind == TW_RULE_CUE
                      ? TW_STR("  fails    it marks nothing: it keeps other "
                               "cues from its words\n")
                      : TW_STR("  fails    what it emits is not there\n"));
  }
}

static void
place_json(CliJson* json, const Asked* asked, const TwArticle* article,
           const TwWhyNot* why)
{
  const TwSentence* const sentence = &article->sentences.at[why->sentence];
  TwBuf variant = TW_BUF_INIT;
  add_variant(&variant, asked->rule, why->form);
  cli_json_text(json, "variant", tw_buf_str(&variant));
  cli_json_text(json, "words", tw_article_text(article, why->first, why->end));
  cli_json_text(json, "sentence",
                tw_article_text(article, sentence->first, sentence->end));
  tw_buf_clear(&variant);
}

static void
say_json(Asked* asked, const TwArticle* article, const TwWhyNot* why)
{
  CliJson* const json = &asked->json;
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "id", article->document->id);
  cli_json_text(json, "rule", asked->rule->id);
  cli_json_number(json, "facts", why->n_facts);
  if (why->has_place) {
    place_json(json, asked, article, why);
  }
  if (why->n_elements) {
    cli_json_number(json, "matched", why->n_matched);
    cli_json_number(json, "elements", why->n_elements);
  }
  cli_json_open(json, "failed", '[');
  for (size_t i = 0; i < why->failures.count; ++i) {
    cli_trace_failure_json(json, article, &why->failures.at[i]);
  }
  cli_json_close(json, ']');
  if (why->lost) {
    cli_json_text(json, "lost", tw_loss_name(why->lost->loss));
    cli_json_text(json, "winner",
                  why->lost->winner ? why->lost->winner->id : tw_str(NULL));
  }
  cli_json_close(json, '}');
  tw_buf_add_char(asked->out, '\n');
  json->has_member = false;
}

static TwStatus
tell(void* data, const CliTraced* traced)
{
  Asked* const asked = data;
  TwWhyNot why;
  TW_TRY(tw_why_not(traced->job->rules, asked->rule, traced->article,
                    traced->trace, traced->arena, &why));
  asked->n_facts += why.n_facts;
  if (asked->is_json) {
    say_json(asked, traced->article, &why);
  } else {
    say(asked, traced->article, &why);
  }
  return TW_OK;
}

TwStatus
cli_rules_why_not(CliRules* job)
{
  const TwStr id = tw_str(job->run->operands.at[1]);
  Asked asked = {.rule =
                   tw_ruleset_at(job->rules, tw_ruleset_find(job->rules, id)),
                 .out = &job->out,
                 .json = {.out = &job->out},
                 .is_json = cli_has(job->run, "json")};
  TW_TRY(cli_rules_traced(job, 2, tell, &asked));
  return asked.n_facts ? TW_NONE : TW_OK;
}
