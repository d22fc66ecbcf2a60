/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/json.h"
#include "cli/rules.h"
#include "extract/pack/describe.h"
#include "extract/pack/pattern.h"

static const char* const kinds[] = {
  [TW_RULE_FRAME] = "frame",
  [TW_RULE_PATTERN] = "pattern",
  [TW_RULE_CUE] = "cue",
};

/** The words that a rule is found by. */
typedef struct {
  const char* name;
  const TwWordList* list;
} Words;

#define N_WORDS 4

static void
words_of(const TwRule* rule, Words out[N_WORDS])
{
  const Words all[N_WORDS] = {{"verbs", &rule->verbs},
                              {"nouns", &rule->nouns},
                              {"adjectives", &rule->adjectives},
                              {"cue", &rule->cue}};
  for (size_t i = 0; i < N_WORDS; ++i) {
    out[i] = all[i];
  }
}

/* --- For people --- */

static void
show_variants(TwBuf* out, const TwRule* rule)
{
  size_t n = 0;
  for (unsigned form = 0; form < TW_FORM_COUNT; ++form) {
    if (tw_describe_has_form(rule, (TwForm)form)) {
      tw_buf_addf(out, n++ ? ", %.*s/%.*s" : "  variants: %.*s/%.*s",
                  TW_STR_ARG(rule->id), TW_STR_ARG(tw_form_name((TwForm)form)));
    }
  }
  tw_buf_add(out, n ? TW_STR("\n") : TW_STR(""));
}

static void
show_roles(TwBuf* out, const TwRule* rule)
{
  for (size_t i = 0; i < rule->n_roles; ++i) {
    const TwRuleRole* const role = &rule->roles[i];
    tw_buf_addf(out, "  role %.*s: ", TW_STR_ARG(role->name));
    tw_describe_role(out, rule, role);
    tw_buf_add(out, role->list ? TW_STR("; list") : TW_STR(""));
    tw_buf_add(out, rule->require & (UINT32_C(1) << i) ? TW_STR("; required\n")
                                                       : TW_STR("\n"));
  }
}

static void
show_rule(TwBuf* out, const TwRule* rule)
{
  Words words[N_WORDS];
  words_of(rule, words);
  for (size_t i = 0; i < N_WORDS; ++i) {
    if (words[i].list->count) {
      tw_buf_addf(out, "  %s: ", words[i].name);
      tw_describe_words(out, words[i].list, SIZE_MAX);
      tw_buf_add_char(out, '\n');
    }
  }
  if (rule->kind == TW_RULE_FRAME) {
    show_variants(out, rule);
    show_roles(out, rule);
  }
  if (rule->pattern) {
    tw_buf_addf(out, "  match: %.*s\n  PCRE2: %.*s\n", TW_STR_ARG(rule->match),
                TW_STR_ARG(rule->pattern->regex));
  }
}

/* --- For machines --- */

static void
words_json(CliJson* json, const Words* words)
{
  if (!words->list->count) {
    return;
  }
  cli_json_open(json, words->name, '[');
  for (size_t i = 0; i < words->list->count; ++i) {
    const TwWordList one = {.at = &words->list->at[i], .count = 1};
    TwBuf text = TW_BUF_INIT;
    tw_describe_words(&text, &one, 1);
    cli_json_text(json, NULL, tw_buf_str(&text));
    tw_buf_clear(&text);
  }
  cli_json_close(json, ']');
}

static void
frame_json(CliJson* json, const TwRule* rule)
{
  cli_json_open(json, "variants", '[');
  for (unsigned form = 0; form < TW_FORM_COUNT; ++form) {
    if (tw_describe_has_form(rule, (TwForm)form)) {
      cli_json_joined(json, NULL, rule->id, "/", tw_form_name((TwForm)form));
    }
  }
  cli_json_close(json, ']');
  cli_json_open(json, "roles", '[');
  for (size_t i = 0; i < rule->n_roles; ++i) {
    const TwRuleRole* const role = &rule->roles[i];
    TwBuf text = TW_BUF_INIT;
    tw_describe_role(&text, rule, role);
    cli_json_open(json, NULL, '{');
    cli_json_text(json, "name", role->name);
    cli_json_text(json, "wanted", tw_buf_str(&text));
    cli_json_bool(json, "list", role->list);
    cli_json_bool(json, "required", rule->require & (UINT32_C(1) << i));
    cli_json_close(json, '}');
    tw_buf_clear(&text);
  }
  cli_json_close(json, ']');
}

static void
rule_json(CliJson* json, const TwRule* rule)
{
  Words words[N_WORDS];
  words_of(rule, words);
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "id", rule->id);
  cli_json_text(json, "kind", tw_str(kinds[rule->kind]));
  cli_json_text(json, "term", rule->term);
  cli_json_text(json, "pack", rule->pack);
  cli_json_number(json, "version", rule->version);
  cli_json_text(json, "language", rule->language);
  cli_json_text(json, "file", rule->file);
  cli_json_number(json, "line", rule->line);
  cli_json_number(json, "examples", rule->n_examples);
  for (size_t i = 0; i < N_WORDS; ++i) {
    words_json(json, &words[i]);
  }
  if (rule->kind == TW_RULE_FRAME) {
    frame_json(json, rule);
  }
  if (rule->pattern) {
    cli_json_text(json, "match", rule->match);
    cli_json_text(json, "pcre2", rule->pattern->regex);
  }
  cli_json_close(json, '}');
}

TwStatus
cli_rules_show(CliRules* job)
{
  TwBuf* const out = &job->out;
  CliJson json = {.out = out};
  const bool is_json = cli_has(job->run, "json");
  if (is_json) {
    cli_json_open(&json, NULL, '[');
  }
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    if (!cli_rules_asked(job, rule)) {
      continue;
    }
    if (is_json) {
      rule_json(&json, rule);
      continue;
    }
    tw_buf_addf(out, "%.*s\t%s\t%.*s\t%.*s:%zu\n", TW_STR_ARG(rule->id),
                kinds[rule->kind], TW_STR_ARG(rule->term),
                TW_STR_ARG(rule->file), rule->line);
    if (job->run->operands.count > 1) {
      show_rule(out, rule);
    }
  }
  if (is_json) {
    cli_json_close(&json, ']');
    tw_buf_add_char(out, '\n');
  }
  return TW_OK;
}
