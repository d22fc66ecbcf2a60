/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_trace.h"

/** What is written, for people or for machines. */
typedef struct {
  TwBuf* out;
  CliJson json;
  bool is_json;
  size_t n_facts;
} Why;

/** A line of a fact: what it says, which words say so, which rule besides the
 * fact's own. */
typedef struct {
  TwStr name;
  TwStr value;
  TwSpan span;
  TwStr rule;
  bool inferred;
} Line;

static void
text_line(TwBuf* out, TwStr source, const Line* line)
{
  const TwStr words = tw_str_slice(source, line->span.start, line->span.end);
  tw_buf_addf(out, "  %-12.*s", TW_STR_ARG(line->name));
  cli_trace_text(out, line->value);
  if (words.len && !tw_str_equal(words, line->value)) {
    tw_buf_add(out, line->value.len ? TW_STR(", \"") : TW_STR("\""));
    cli_trace_text(out, words);
    tw_buf_add_char(out, '"');
  }
  if (line->rule.len) {
    tw_buf_addf(out, ", by %.*s", TW_STR_ARG(line->rule));
  }
  tw_buf_add(out,
             line->inferred ? TW_STR(", taken from context\n") : TW_STR("\n"));
}

static void
json_line(CliJson* json, const char* key, TwStr source, const Line* line)
{
  cli_json_open(json, key, '{');
  cli_json_text(json, "name", line->name);
  cli_json_text(json, "value", line->value);
  cli_json_text(json, "words",
                tw_str_slice(source, line->span.start, line->span.end));
  if (line->span.end > line->span.start) {
    cli_json_number(json, "start", line->span.start);
    cli_json_number(json, "end", line->span.end);
  }
  cli_json_text(json, "rule", line->rule);
  if (line->inferred) {
    cli_json_bool(json, "inferred", true);
  }
  cli_json_close(json, '}');
}

static void
add_line(Why* why, const char* key, TwStr source, Line line)
{
  if (why->is_json) {
    json_line(&why->json, key, source, &line);
  } else {
    text_line(why->out, source, &line);
  }
}

static TwStr
id_of(const TwRule* rule)
{
  return rule ? rule->id : tw_str(NULL);
}

static void
add_roles(Why* why, const CliTraced* traced, const TwFact* fact)
{
  const TwStr source = traced->article->document->source;
  for (size_t i = 0; i < fact->n_roles; ++i) {
    const TwRole* const role = &fact->roles[i];
    const bool named = role->entity != TW_NO_ENTITY;
    add_line(why, NULL, source,
             (Line){.name = role->role,
                    .value = named
                               ? traced->reading->entities[role->entity].name
                               : role->text,
                    .span = role->span,
                    .inferred = role->inferred});
    if (role->certainty != TW_ASSERTED) {
      add_line(why, NULL, source,
               (Line){.name = TW_STR("membership"),
                      .value = tw_certainty_name(role->certainty)});
    }
  }
}

/* What cues and sayings made of the fact. */
static void
add_marks(Why* why, const CliTraced* traced, const TwFact* fact,
          const TwDraft* draft)
{
  const TwStr source = traced->article->document->source;
  if (fact->certainty != TW_ASSERTED) {
    add_line(why, NULL, source,
             (Line){.name = TW_STR("certainty"),
                    .value = tw_certainty_name(fact->certainty),
                    .span = fact->cue,
                    .rule = id_of(draft->cue)});
  }
  if (fact->negated) {
    add_line(why, NULL, source,
             (Line){.name = TW_STR("polarity"),
                    .value = TW_STR("negative"),
                    .span = fact->cue,
                    .rule = id_of(draft->cue)});
  }
  if (fact->status.len) {
    add_line(why, NULL, source,
             (Line){.name = TW_STR("status"),
                    .value = fact->status,
                    .rule = id_of(draft->former)});
  }
  if (fact->recap) {
    add_line(why, NULL, source,
             (Line){.name = TW_STR("recap"), .value = TW_STR("told again")});
  }
  if (draft->saying) {
    const TwSaying* const saying = draft->saying;
    const bool named = fact->speaker != TW_NO_ENTITY;
    add_line(why, NULL, source,
             (Line){.name = TW_STR("speaker"),
                    .value = named
                               ? traced->reading->entities[fact->speaker].name
                               : fact->speaker_text,
                    .span = tw_article_span(traced->article, saying->by_first,
                                            saying->by_end),
                    .rule = id_of(saying->rule)});
  }
}

static void
add_fact(Why* why, const CliTraced* traced, const TwFact* fact,
         const TwDraft* draft)
{
  const TwStr source = traced->article->document->source;
  const TwRule* const rule = draft->rule;
  CliJson* const json = &why->json;
  ++why->n_facts;
  if (why->is_json) {
    cli_json_open(json, NULL, '{');
    cli_json_text(json, "fact", fact->term);
    cli_json_text(json, "rule", rule->id);
    cli_json_text(json, "variant", fact->rule);
    cli_json_text(json, "file", rule->file);
    cli_json_number(json, "line", rule->line);
    cli_json_number(json, "event", fact->event);
    cli_json_text(
      json, "sentence",
      tw_str_slice(source, fact->evidence.start, fact->evidence.end));
    add_line(why, "trigger", source, (Line){.span = fact->trigger});
    cli_json_open(json, "says", '[');
  } else {
    tw_buf_addf(why->out, "%.*s by %.*s (%.*s:%zu)\n", TW_STR_ARG(fact->term),
                TW_STR_ARG(fact->rule), TW_STR_ARG(rule->file), rule->line);
    add_line(why, NULL, source,
             (Line){.name = TW_STR("sentence"), .span = fact->evidence});
    add_line(why, NULL, source,
             (Line){.name = TW_STR("trigger"), .span = fact->trigger});
  }
  add_roles(why, traced, fact);
  add_marks(why, traced, fact, draft);
  if (why->is_json) {
    cli_json_close(json, ']');
    cli_json_close(json, '}');
  }
}

static void
add_facts(Why* why, const CliTraced* traced)
{
  for (size_t i = 0; i < traced->reading->n_facts; ++i) {
    add_fact(why, traced, &traced->reading->facts[i],
             &traced->trace->told.at[i]);
  }
  if (!traced->reading->n_facts && !why->is_json) {
    tw_buf_add(why->out, TW_STR("No rule makes a fact of this.\n"));
  }
}

/* --- What lost --- */

static void
add_lost(Why* why, const CliTraced* traced, const TwDraft* lost)
{
  TwBuf variant = TW_BUF_INIT;
  TwBuf words = TW_BUF_INIT;
  TwBuf reason = TW_BUF_INIT;
  cli_trace_variant(&variant, lost->rule, lost->form);
  cli_trace_words(&words, traced->article, lost->token,
                  lost->rule->kind == TW_RULE_FRAME ? lost->token + 1
                                                    : lost->end);
  cli_trace_loss(&reason, lost);
  if (why->is_json) {
    cli_json_open(&why->json, NULL, '{');
    cli_json_text(&why->json, "fact", lost->fact.term);
    cli_json_text(&why->json, "rule", lost->rule->id);
    cli_json_text(&why->json, "variant", tw_buf_str(&variant));
    cli_json_text(&why->json, "words", tw_buf_str(&words));
    cli_json_text(&why->json, "reason", tw_loss_name(lost->loss));
    cli_json_text(&why->json, "winner", id_of(lost->winner));
    cli_json_close(&why->json, '}');
  } else {
    tw_buf_addf(why->out, "lost: %.*s at \"%.*s\": %.*s\n",
                TW_STR_ARG(tw_buf_str(&variant)),
                TW_STR_ARG(tw_buf_str(&words)),
                TW_STR_ARG(tw_buf_str(&reason)));
  }
  tw_buf_clear(&variant);
  tw_buf_clear(&words);
  tw_buf_clear(&reason);
}

/* --- What missed --- */

static void
add_missed(Why* why, const CliTraced* traced, const TwMissed* missed)
{
  const TwArticle* const article = traced->article;
  const uint32_t token = missed->positions.token;
  TwFailureVec failures = {NULL, 0, 0};
  TwBuf variant = TW_BUF_INIT;
  tw_failures_of_frame(article, missed, traced->arena, &failures);
  cli_trace_variant(&variant, missed->why.rule, missed->positions.form);
  if (why->is_json) {
    cli_json_open(&why->json, NULL, '{');
    cli_json_text(&why->json, "rule", missed->why.rule->id);
    cli_json_text(&why->json, "variant", tw_buf_str(&variant));
    cli_json_text(&why->json, "words",
                  tw_article_text(article, token, token + 1));
    cli_json_open(&why->json, "failed", '[');
  } else {
    tw_buf_addf(why->out, "not: %.*s at \"%.*s\"",
                TW_STR_ARG(tw_buf_str(&variant)),
                TW_STR_ARG(tw_article_text(article, token, token + 1)));
  }
  for (size_t i = 0; i < failures.count; ++i) {
    if (why->is_json) {
      cli_trace_failure_json(&why->json, article, &failures.at[i]);
    } else {
      tw_buf_add(why->out, i ? TW_STR(", and ") : TW_STR(": "));
      cli_trace_failure(why->out, article, &failures.at[i]);
    }
  }
  if (why->is_json) {
    cli_json_close(&why->json, ']');
    cli_json_close(&why->json, '}');
  } else {
    tw_buf_add_char(why->out, '\n');
  }
  tw_buf_clear(&variant);
}

/* The rules that were tried, each once: ids in the order of the first try. */
static void
add_tried(Why* why, const TwTrace* trace)
{
  cli_json_open(&why->json, "tried", '[');
  for (size_t i = 0; i < trace->tried.count; ++i) {
    size_t k = 0;
    while (trace->tried.at[k].rule != trace->tried.at[i].rule) {
      ++k;
    }
    if (k == i) {
      cli_json_text(&why->json, NULL, trace->tried.at[i].rule->id);
    }
  }
  cli_json_close(&why->json, ']');
}

static void
open_part(Why* why, const char* key)
{
  if (why->is_json) {
    cli_json_open(&why->json, key, '[');
  }
}

static void
close_part(Why* why)
{
  if (why->is_json) {
    cli_json_close(&why->json, ']');
  }
}

static TwStatus
tell(void* data, const CliTraced* traced)
{
  Why* const why = data;
  const TwTrace* const trace = traced->trace;
  if (trace->told.count != traced->reading->n_facts) {
    return TW_ERR_NOMEM; /* The trace could not grow */
  }
  if (why->is_json) {
    cli_json_open(&why->json, NULL, '{');
    cli_json_text(&why->json, "id", traced->article->document->id);
  }
  open_part(why, "facts");
  add_facts(why, traced);
  close_part(why);
  open_part(why, "lost");
  for (size_t i = 0; i < trace->lost.count; ++i) {
    add_lost(why, traced, &trace->lost.at[i]);
  }
  close_part(why);
  open_part(why, "missed");
  for (size_t i = 0; i < trace->missed.count; ++i) {
    add_missed(why, traced, &trace->missed.at[i]);
  }
  close_part(why);
  if (why->is_json) {
    add_tried(why, trace);
    cli_json_close(&why->json, '}');
    tw_buf_add_char(why->out, '\n');
    why->json.has_member = false;
  }
  return TW_OK;
}

TwStatus
cli_rules_why(CliRules* job)
{
  Why why = {.out = &job->out,
             .json = {.out = &job->out},
             .is_json = cli_has(job->run, "json")};
  TW_TRY(cli_rules_traced(job, 1, tell, &why));
  return why.n_facts ? TW_OK : TW_NONE;
}
