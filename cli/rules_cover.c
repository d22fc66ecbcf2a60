/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_cover.h"

#include "base/json.h"
#include "output/label.h"

#include <stdlib.h>

/* What rules do on a corpus. Each worker counts one document at a time;
 * delivering adds its counts to those of the run. */

typedef struct {
  CliRules* rules;
  TwNearSet* near;       /* Shared by the workers */
  CliCoverCount* counts; /* By rule */
  CliCoverNears nears;
  TwArena* arena; /* Of the nears */
} Job;

static void*
open_worker(void* data)
{
  const Job* const job = data;
  return cli_cover_open(job->rules, job->near);
}

static void
close_worker(void* data)
{
  cli_cover_close(data);
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  return cli_cover_read(data, raw, sink);
}

static TwStatus
deliver(void* data, void* worker)
{
  Job* const job = data;
  const CliCoverNears* nears = NULL;
  const CliCoverCount* const counts = cli_cover_counts(worker, &nears);
  for (size_t i = 0; i < tw_ruleset_count(job->rules->rules); ++i) {
    CliCoverCount* const sum = &job->counts[i];
    sum->tried += counts[i].tried;
    sum->fired += counts[i].fired;
    sum->alone += counts[i].alone;
    sum->overlapped += counts[i].overlapped;
    sum->lost += counts[i].lost;
    sum->empty += counts[i].empty;
    sum->near += counts[i].near;
    sum->nanoseconds += counts[i].nanoseconds;
  }
  for (size_t i = 0; cli_has(job->rules->run, "near") && i < nears->count;
       ++i) {
    CliCoverNear* const near = TW_VEC_PUSH(job->arena, &job->nears);
    if (!near) {
      return TW_ERR_NOMEM;
    }
    *near = nears->at[i];
    near->article = tw_arena_copy(job->arena, near->article);
    near->why = tw_arena_copy(job->arena, near->why);
    near->sentence = tw_arena_copy(job->arena, near->sentence);
  }
  return tw_arena_failed(job->arena) ? TW_ERR_NOMEM : TW_OK;
}

/* --- Telling --- */

static const struct {
  const char* name;
  size_t offset;
} columns[] = {
  {"tried", offsetof(CliCoverCount, tried)},
  {"fired", offsetof(CliCoverCount, fired)},
  {"alone", offsetof(CliCoverCount, alone)},
  {"overlapped", offsetof(CliCoverCount, overlapped)},
  {"lost", offsetof(CliCoverCount, lost)},
  {"empty", offsetof(CliCoverCount, empty)},
  {"near", offsetof(CliCoverCount, near)},
};

#define N_COLUMNS (sizeof(columns) / sizeof(columns[0]))

static uint64_t
value_of(const CliCoverCount* count, size_t column)
{
  return *(const uint64_t*)((const char*)count + columns[column].offset);
}

static void
tell_table(const Job* job, TwBuf* out)
{
  const TwRuleSet* const set = job->rules->rules;
  size_t width = 4;
  for (size_t i = 0; i < tw_ruleset_count(set); ++i) {
    const size_t len = tw_ruleset_at(set, i)->id.len;
    width = len > width ? len : width;
  }
  tw_buf_addf(out, "%-*s", (int)width, "rule");
  for (size_t k = 0; k < N_COLUMNS; ++k) {
    tw_buf_addf(out, " %10s", columns[k].name);
  }
  tw_buf_addf(out, " %10s\n", "ms");
  for (size_t i = 0; i < tw_ruleset_count(set); ++i) {
    const CliCoverCount* const count = &job->counts[i];
    const TwStr id = tw_ruleset_at(set, i)->id;
    tw_buf_addf(out, "%.*s%*s", TW_STR_ARG(id), (int)(width - id.len), "");
    for (size_t k = 0; k < N_COLUMNS; ++k) {
      tw_buf_addf(out, " %10llu", (unsigned long long)value_of(count, k));
    }
    tw_buf_addf(out, " %10.1f\n", (double)count->nanoseconds / 1e6);
  }
}

static void
tell_nears(const Job* job, TwBuf* out)
{
  tw_buf_add(out, TW_STR("#rule\tarticle\twhy\tsentence\n"));
  for (size_t i = 0; i < job->nears.count; ++i) {
    const CliCoverNear* const near = &job->nears.at[i];
    const TwStr cells[] = {near->article, near->why, near->sentence};
    tw_buf_add(out, tw_ruleset_at(job->rules->rules, near->rule)->id);
    for (size_t k = 0; k < 3; ++k) {
      tw_buf_add_char(out, '\t');
      tw_label_cell(out, cells[k]);
    }
    tw_buf_add_char(out, '\n');
  }
}

static void
tell_json_nears(const Job* job, TwBuf* out)
{
  tw_buf_add(out, TW_STR(",\n\"near\":["));
  for (size_t i = 0; i < job->nears.count; ++i) {
    const CliCoverNear* const near = &job->nears.at[i];
    tw_buf_addf(out, "%s\n{\"rule\":", i ? "," : "");
    tw_json_text(out, tw_ruleset_at(job->rules->rules, near->rule)->id);
    tw_buf_add(out, TW_STR(",\"article\":"));
    tw_json_text(out, near->article);
    tw_buf_add(out, TW_STR(",\"why\":"));
    tw_json_text(out, near->why);
    tw_buf_add(out, TW_STR(",\"sentence\":"));
    tw_json_text(out, near->sentence);
    tw_buf_add_char(out, '}');
  }
  tw_buf_add_char(out, ']');
}

static void
tell_json(const Job* job, TwBuf* out)
{
  const TwRuleSet* const set = job->rules->rules;
  tw_buf_add(out, TW_STR("{\"rules\":["));
  for (size_t i = 0; i < tw_ruleset_count(set); ++i) {
    tw_buf_addf(out, "%s\n{\"rule\":", i ? "," : "");
    tw_json_text(out, tw_ruleset_at(set, i)->id);
    for (size_t k = 0; k < N_COLUMNS; ++k) {
      tw_buf_addf(out, ",\"%s\":%llu", columns[k].name,
                  (unsigned long long)value_of(&job->counts[i], k));
    }
    tw_buf_addf(out, ",\"ms\":%.1f}", (double)job->counts[i].nanoseconds / 1e6);
  }
  tw_buf_add_char(out, ']');
  if (cli_has(job->rules->run, "near")) {
    tell_json_nears(job, out);
  }
  tw_buf_add(out, TW_STR("}\n"));
}

/* By rule; those of one in the order of the input. */
static int
compare_nears(const void* left, const void* right)
{
  const CliCoverNear* const a = left;
  const CliCoverNear* const b = right;
  if (a->rule != b->rule) {
    return a->rule < b->rule ? -1 : 1;
  }
  return a->number < b->number ? -1 : a->number > b->number;
}

static void
tell(Job* job)
{
  TwBuf* const out = &job->rules->out;
  for (size_t i = 0; i < job->nears.count; ++i) {
    job->nears.at[i].number = i;
  }
  if (job->nears.count) {
    qsort(job->nears.at, job->nears.count, sizeof(job->nears.at[0]),
          compare_nears);
  }
  if (cli_has(job->rules->run, "json")) {
    tell_json(job, out);
  } else if (cli_has(job->rules->run, "near")) {
    tell_nears(job, out);
  } else {
    tell_table(job, out);
  }
}

/* --- The action --- */

TwStatus
cli_rules_cover(CliRules* rules)
{
  CliRun* const run = rules->run;
  Job job = {.rules = rules, .arena = tw_arena_new(0)};
  const CliStage stage = {.data = &job,
                          .open = open_worker,
                          .close = close_worker,
                          .work = work,
                          .deliver = deliver};
  TwStatus status = TW_ERR_NOMEM;
  if (job.arena) {
    job.counts =
      TW_NEW(job.arena, CliCoverCount, tw_ruleset_count(rules->rules) + 1);
    status = job.counts
               ? tw_near_open(rules->rules, !cli_has(run, "no-jit"), &job.near)
               : TW_ERR_NOMEM;
  }
  if (status == TW_OK) {
    status = cli_rules_read(rules, 1, &stage);
  }
  if (status == TW_OK) {
    tell(&job);
  }
  tw_near_free(job.near);
  tw_arena_free(job.arena);
  return status;
}
