/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/json.h"
#include "cli/rules.h"
#include "output/label.h"

#include <stdlib.h>

/* The facts that two sets of rules give of a corpus, compared article by
 * article. A fact is what it says and where: another rule's name for the same
 * is no difference. */

typedef enum { BEFORE, AFTER, N_SIDES } Side;

static const char* const side_names[] = {"lost", "gained"};

/** A fact as text. */
typedef struct {
  TwStr says;
  TwSpan evidence;
  TwStr rule;
  TwStr sentence;
} Fact;

typedef TW_VEC(Fact) Facts;

/** A fact of one side only. */
typedef struct {
  Side side;
  TwStr article;
  Fact fact;
} Change;

typedef TW_VEC(Change) Changes;

typedef struct {
  CliRules* rules;
  TwExtract* extracts[N_SIDES];
  TwArena* arena;
  Changes changes;
} Job;

typedef struct {
  TwReader* readers[N_SIDES];
  TwArena* arena; /* Of one document */
  Changes changes;
} Worker;

/* --- What a fact says --- */

static TwStr
name_of(const TwReading* reading, uint32_t entity, TwStr text)
{
  return entity == TW_NO_ENTITY ? text : reading->entities[entity].name;
}

static int
compare_texts(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

/* Its roles and values, in an order of their own. */
static void
say_roles(TwArena* arena, const TwReading* reading, const TwFact* fact,
          TwBuf* out)
{
  TwStr* const roles = TW_NEW(arena, TwStr, fact->n_roles + 1);
  for (size_t i = 0; roles && i < fact->n_roles; ++i) {
    const TwRole* const role = &fact->roles[i];
    const TwStr parts[] = {role->role,
                           name_of(reading, role->entity, role->text)};
    roles[i] = tw_arena_join(arena, parts, 2, TW_STR("="));
  }
  if (roles && fact->n_roles) {
    qsort(roles, fact->n_roles, sizeof(roles[0]), compare_texts);
  }
  for (size_t i = 0; roles && i < fact->n_roles; ++i) {
    tw_buf_addf(out, " %.*s", TW_STR_ARG(roles[i]));
  }
}

static TwStr
say_fact(TwArena* arena, const TwReading* reading, const TwFact* fact)
{
  TwBuf buf = TW_BUF_INIT;
  const TwStr speaker = name_of(reading, fact->speaker, fact->speaker_text);
  tw_buf_add(&buf, fact->term);
  say_roles(arena, reading, fact, &buf);
  if (fact->certainty != TW_ASSERTED) {
    tw_buf_addf(&buf, " %.*s", TW_STR_ARG(tw_certainty_name(fact->certainty)));
  }
  tw_buf_addf(&buf, "%s%s%s%.*s", fact->negated ? " not" : "",
              fact->recap ? " recap" : "", fact->status.len ? " " : "",
              TW_STR_ARG(fact->status));
  if (speaker.len) {
    tw_buf_addf(&buf, " | %.*s", TW_STR_ARG(speaker));
  }
  const TwStr says = tw_buf_status(&buf) == TW_OK
                       ? tw_arena_copy(arena, tw_buf_str(&buf))
                       : (TwStr){NULL, 0};
  tw_buf_clear(&buf);
  return says;
}

static int
compare_facts(const void* left, const void* right)
{
  const Fact* const a = left;
  const Fact* const b = right;
  if (a->evidence.start != b->evidence.start) {
    return a->evidence.start < b->evidence.start ? -1 : 1;
  }
  return tw_str_compare(a->says, b->says);
}

static TwStatus
read_facts(Worker* worker, Side side, const TwRaw* raw, TwDiagSink* sink,
           Facts* facts, TwStr* out_article)
{
  const TwReading* reading = NULL;
  TW_TRY(tw_reader_run(worker->readers[side], raw, sink, &reading));
  *out_article = tw_arena_copy(worker->arena, reading->document->id);
  for (size_t i = 0; i < reading->n_facts; ++i) {
    const TwFact* const fact = &reading->facts[i];
    const TwSpan span = fact->evidence;
    Fact* const place = TW_VEC_PUSH(worker->arena, facts);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = (Fact){.says = say_fact(worker->arena, reading, fact),
                    .evidence = span,
                    .rule = tw_arena_copy(worker->arena, fact->rule),
                    .sentence = tw_arena_copy(
                      worker->arena, tw_str_slice(reading->document->source,
                                                  span.start, span.end))};
    if (!place->says.s) {
      return TW_ERR_NOMEM;
    }
  }
  if (facts->count) {
    qsort(facts->at, facts->count, sizeof(facts->at[0]), compare_facts);
  }
  return TW_OK;
}

/* --- Comparing --- */

static void
add_change(Worker* worker, Side side, TwStr article, const Fact* fact)
{
  Change* const change = TW_VEC_PUSH(worker->arena, &worker->changes);
  if (change) {
    *change = (Change){side, article, *fact};
  }
}

/* Both are in order. */
static void
compare(Worker* worker, TwStr article, const Facts* before, const Facts* after)
{
  size_t i = 0;
  size_t k = 0;
  while (i < before->count || k < after->count) {
    const int order = i == before->count ? 1
                      : k == after->count
                        ? -1
                        : compare_facts(&before->at[i], &after->at[k]);
    if (order < 0) {
      add_change(worker, BEFORE, article, &before->at[i]);
    } else if (order > 0) {
      add_change(worker, AFTER, article, &after->at[k]);
    }
    i += order <= 0;
    k += order >= 0;
  }
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  Worker* const worker = data;
  Facts facts[N_SIDES] = {{NULL, 0, 0}, {NULL, 0, 0}};
  TwDiagSink quiet = {NULL, NULL, {0}}; /* What is wrong is told once */
  TwStr article = {NULL, 0};
  tw_arena_reset(worker->arena);
  worker->changes = (Changes){NULL, 0, 0};
  TW_TRY(read_facts(worker, BEFORE, raw, sink, &facts[BEFORE], &article));
  TW_TRY(read_facts(worker, AFTER, raw, &quiet, &facts[AFTER], &article));
  compare(worker, article, &facts[BEFORE], &facts[AFTER]);
  return tw_arena_failed(worker->arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Job* const job = data;
  const Worker* const worker = worker_data;
  for (size_t i = 0; i < worker->changes.count; ++i) {
    const Change* const from = &worker->changes.at[i];
    Change* const change = TW_VEC_PUSH(job->arena, &job->changes);
    if (change) {
      *change = *from;
      change->article = tw_arena_copy(job->arena, from->article);
      change->fact.says = tw_arena_copy(job->arena, from->fact.says);
      change->fact.rule = tw_arena_copy(job->arena, from->fact.rule);
      change->fact.sentence = tw_arena_copy(job->arena, from->fact.sentence);
    }
  }
  return tw_arena_failed(job->arena) ? TW_ERR_NOMEM : TW_OK;
}

static void
close_worker(void* data)
{
  Worker* const worker = data;
  if (worker) {
    tw_reader_free(worker->readers[BEFORE]);
    tw_reader_free(worker->readers[AFTER]);
    tw_arena_free(worker->arena);
  }
}

static void*
open_worker(void* data)
{
  const Job* const job = data;
  Worker* const worker = TW_NEW(job->rules->run->arena, Worker, 1);
  if (!worker) {
    return NULL;
  }
  worker->readers[BEFORE] = tw_reader_new(job->extracts[BEFORE]);
  worker->readers[AFTER] = tw_reader_new(job->extracts[AFTER]);
  worker->arena = tw_arena_new(0);
  if (worker->readers[BEFORE] && worker->readers[AFTER] && worker->arena) {
    return worker;
  }
  close_worker(worker);
  return NULL;
}

/* --- Telling --- */

static void
tell_rows(const Changes* changes, TwBuf* out)
{
  for (size_t i = 0; i < changes->count; ++i) {
    const Change* const change = &changes->at[i];
    const TwStr cells[] = {change->article, change->fact.says,
                           change->fact.rule, change->fact.sentence};
    tw_buf_add_char(out, change->side == BEFORE ? '-' : '+');
    for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); ++k) {
      tw_buf_add_char(out, '\t');
      tw_label_cell(out, cells[k]);
    }
    tw_buf_add_char(out, '\n');
  }
}

static void
tell_json(const Changes* changes, TwBuf* out)
{
  tw_buf_add(out, TW_STR("{\"changes\":["));
  for (size_t i = 0; i < changes->count; ++i) {
    const Change* const change = &changes->at[i];
    const struct {
      const char* key;
      TwStr value;
    } pairs[] = {{"change", tw_str(side_names[change->side])},
                 {"article", change->article},
                 {"fact", change->fact.says},
                 {"rule", change->fact.rule},
                 {"sentence", change->fact.sentence}};
    tw_buf_add(out, i ? TW_STR(",\n") : TW_STR("\n"));
    for (size_t k = 0; k < sizeof(pairs) / sizeof(pairs[0]); ++k) {
      tw_buf_addf(out, "%c\"%s\":", k ? ',' : '{', pairs[k].key);
      tw_json_text(out, pairs[k].value);
    }
    tw_buf_add_char(out, '}');
  }
  tw_buf_add(out, TW_STR("]}\n"));
}

/* --- The action --- */

static TwStatus
run_diff(Job* job)
{
  CliRun* const run = job->rules->run;
  const CliStage stage = {.data = job,
                          .open = open_worker,
                          .close = close_worker,
                          .work = work,
                          .deliver = deliver};
  for (size_t i = 0; i < N_SIDES; ++i) {
    const char* const dir = run->operands.at[i + 1];
    TW_TRY(cli_open_extract_with(run, dir, &job->extracts[i]));
  }
  TW_TRY(cli_rules_read(job->rules, 3, &stage));
  if (cli_has(run, "json")) {
    tell_json(&job->changes, &job->rules->out);
  } else {
    tell_rows(&job->changes, &job->rules->out);
  }
  return job->changes.count ? TW_NONE : TW_OK;
}

TwStatus
cli_rules_diff(CliRules* rules)
{
  Job job = {.rules = rules, .arena = tw_arena_new(0)};
  const TwStatus status = job.arena ? run_diff(&job) : TW_ERR_NOMEM;
  for (size_t i = 0; i < N_SIDES; ++i) {
    tw_extract_free(job.extracts[i]);
  }
  tw_arena_free(job.arena);
  return status;
}
