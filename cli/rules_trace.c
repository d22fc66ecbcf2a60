/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_trace.h"

#include "extract/ingest/source.h"

typedef struct {
  CliRules* job;
  TwArena* arena;
  TwTrace trace;
  TwStr date;
  TwStatus (*visit)(void* data, const CliTraced* traced);
  void* data;
} Reader;

static TwStatus
read_one(void* data, const TwRaw* raw)
{
  Reader* const reader = data;
  CliTraced traced = {
    .job = reader->job, .trace = &reader->trace, .arena = reader->arena};
  TwRaw dated = *raw;
  dated.date = raw->date.len ? raw->date : reader->date;
  tw_arena_reset(reader->arena);
  tw_trace_reset(&reader->trace);
  tw_reader_watch(reader->job->reader, &reader->trace.watch);
  TW_TRY(tw_reader_run(reader->job->reader, &dated, &reader->job->run->sink,
                       &traced.reading));
  traced.article = tw_reader_article(reader->job->reader);
  const TwStatus status = reader->visit(reader->data, &traced);
  return status == TW_OK && tw_arena_failed(reader->arena) ? TW_ERR_NOMEM
                                                           : status;
}

static TwStatus
read_operands(Reader* reader, size_t first)
{
  const CliRun* const run = reader->job->run;
  TwStatus status = TW_OK;
  for (size_t i = first; status == TW_OK && i < run->operands.count; ++i) {
    const TwRaw raw = {.name = TW_STR("text"),
                       .id = TW_STR("text"),
                       .text = tw_str(run->operands.at[i])};
    status = read_one(reader, &raw);
  }
  return status;
}

TwStatus
cli_rules_traced(CliRules* job, size_t n_before,
                 TwStatus (*visit)(void* data, const CliTraced* traced),
                 void* data)
{
  static const char* const standard_input[] = {"-"};
  const bool has_texts = job->run->operands.count > n_before;
  size_t n_files = 0;
  const char* const* const files = cli_values(job->run, "file", &n_files);
  const char* const date = cli_value(job->run, "date");
  const TwSourceOptions options = {.max_bytes = 0};
  Reader reader = {.job = job,
                   .arena = tw_arena_new(0),
                   .date = tw_str(date),
                   .visit = visit,
                   .data = data};
  if (!reader.arena || !files) {
    tw_arena_free(reader.arena);
    return TW_ERR_NOMEM;
  }
  tw_trace_init(&reader.trace, reader.arena);
  TwStatus status = read_operands(&reader, n_before);
  if (status == TW_OK && (n_files || !has_texts)) {
    status =
      tw_source_each(n_files ? files : standard_input, n_files ? n_files : 1,
                     &options, &job->run->sink, read_one, &reader, NULL);
  }
  tw_reader_watch(job->reader, NULL);
  tw_arena_free(reader.arena);
  return status;
}

/* --- Words --- */

void
cli_trace_text(TwBuf* out, TwStr text)
{
  bool space = false;
  for (size_t i = 0; i < text.len; ++i) {
    const bool white = (unsigned char)text.s[i] <= ' ';
    if (!white && space) {
      tw_buf_add_char(out, ' ');
    }
    if (!white) {
      tw_buf_add_char(out, text.s[i]);
    }
    space = white;
  }
}

void
cli_trace_words(TwBuf* out, const TwArticle* article, uint32_t first,
                uint32_t end)
{
  cli_trace_text(out, tw_article_text(article, first, end));
}

static void
add_found(TwBuf* out, const TwArticle* article, const TwFailure* failure,
          const char* before)
{
  if (failure->first == failure->end) {
    tw_buf_add(out, TW_STR("; nothing stands there"));
    return;
  }
  tw_buf_addf(out, "%s\"", before);
  cli_trace_words(out, article, failure->first, failure->end);
  tw_buf_add_char(out, '"');
  if (failure->type.len) {
    tw_buf_addf(out, " (%.*s)", TW_STR_ARG(failure->type));
  }
}

void
cli_trace_failure(TwBuf* out, const TwArticle* article,
                  const TwFailure* failure)
{
  switch (failure->kind) {
  case TW_FAIL_BLOCKED:
    tw_buf_addf(out, "it blocks what is %.*s", TW_STR_ARG(failure->element));
    if (failure->end > failure->first) {
      add_found(out, article, failure, ": ");
    }
    break;
  case TW_FAIL_VOICE:
    tw_buf_addf(out, "it wants the %.*s voice", TW_STR_ARG(failure->element));
    add_found(out, article, failure, "; here stands ");
    break;
  case TW_FAIL_WITH:
    tw_buf_addf(out, "none of %.*s stands in the sentence",
                TW_STR_ARG(failure->wanted));
    break;
  case TW_FAIL_WITHOUT:
    tw_buf_addf(out, "one of %.*s stands in the sentence",
                TW_STR_ARG(failure->wanted));
    break;
  case TW_FAIL_ROLE:
  case TW_FAIL_LEAST:
    tw_buf_addf(out, "%s %.*s: wants %.*s",
                failure->kind == TW_FAIL_ROLE ? "no" : "too little, no",
                TW_STR_ARG(failure->element), TW_STR_ARG(failure->wanted));
    add_found(out, article, failure, "; here stands ");
    break;
  case TW_FAIL_ELEMENT:
    tw_buf_addf(out, "%.*s does not match", TW_STR_ARG(failure->element));
    add_found(out, article, failure, "; here stands ");
    break;
  case TW_FAIL_WORDS:
    tw_buf_addf(out, "no word of its %.*s is there",
                TW_STR_ARG(failure->element));
    break;
  case TW_FAIL_CLASS:
    tw_buf_addf(out, "\"%.*s\" has to be %s %.*s", TW_STR_ARG(failure->element),
                tw_str_starts(failure->wanted, TW_STR("a")) ? "an" : "a",
                TW_STR_ARG(failure->wanted));
    add_found(out, article, failure, "; here stands ");
    break;
  case TW_FAIL_REST:
    tw_buf_addf(out, "\"%.*s\" lacks \"%.*s\"", TW_STR_ARG(failure->element),
                TW_STR_ARG(failure->wanted));
    break;
  case TW_FAIL_HEAD:
    tw_buf_addf(out,
                "\"%.*s\" belongs to another word, so that nobody stands "
                "around it",
                TW_STR_ARG(failure->element));
    break;
  case TW_FAIL_SCOPE:
    tw_buf_addf(out, "it marks no fact");
    add_found(out, article, failure, "; it reaches ");
    break;
  case TW_FAIL_COUNT:
    break;
  }
}

static void
words_json(CliJson* json, const char* key, const TwArticle* article,
           uint32_t first, uint32_t end)
{
  TwBuf words = TW_BUF_INIT;
  cli_trace_words(&words, article, first, end);
  cli_json_text(json, key, tw_buf_str(&words));
  tw_buf_clear(&words);
}

void
cli_trace_failure_json(CliJson* json, const TwArticle* article,
                       const TwFailure* failure)
{
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "kind", tw_fail_name(failure->kind));
  cli_json_text(json, "element", failure->element);
  cli_json_text(json, "wanted", failure->wanted);
  words_json(json, "found", article, failure->first, failure->end);
  cli_json_text(json, "type", failure->type);
  cli_json_close(json, '}');
}

void
cli_trace_loss(TwBuf* out, const TwDraft* lost)
{
  /* Behind the id of the one that won. */
  static const char* const why[TW_LOSS_COUNT] = {
    [TW_LOSS_NONE] = "",
    [TW_LOSS_BEATEN] = " beats it",
    [TW_LOSS_SHORTER] = " takes more words",
    [TW_LOSS_PRIORITY] = " has a higher priority",
    [TW_LOSS_ROLES] = " fills more roles",
    [TW_LOSS_ORDER] = " is as good and its id comes first",
    [TW_LOSS_EMPTY] = "it names nobody and counts or dates nothing",
    [TW_LOSS_ALONE] = "it goes on with nothing that was told before",
    [TW_LOSS_AGAIN] = " says the same or more",
  };
  if (lost->winner == lost->rule) {
    tw_buf_add(out, TW_STR("it is said again elsewhere"));
  } else {
    tw_buf_add(out, lost->winner ? lost->winner->id : tw_str(NULL));
    tw_buf_add(out, tw_str(why[lost->loss]));
  }
}

void
cli_trace_variant(TwBuf* out, const TwRule* rule, TwForm form)
{
  tw_buf_add(out, rule->id);
  if (rule->kind == TW_RULE_FRAME) {
    tw_buf_addf(out, "/%.*s", TW_STR_ARG(tw_form_name(form)));
  }
}
