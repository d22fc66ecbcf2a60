/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/trace.h"

static void
begin(void* data, const TwRule* rule)
{
  TwTrace* const trace = data;
  TwTried* const tried = TW_VEC_PUSH(trace->arena, &trace->tried);
  if (tried) {
    *tried = (TwTried){rule, UINT32_MAX};
  }
}

static void
miss(void* data, const TwArticle* article, const TwFrameMiss* why)
{
  TwTrace* const trace = data;
  TwMissed* const missed = TW_VEC_PUSH(trace->arena, &trace->missed);
  (void)article;
  if (missed) {
    *missed = (TwMissed){*why, *why->positions};
    missed->why.positions = NULL;
  }
}

/* The sentence of the patterns that were tried last. */
static void
end_sentence(void* data, const TwArticle* article, const TwSentence* sentence,
             const TwAtoms* atoms)
{
  TwTrace* const trace = data;
  const uint32_t number = (uint32_t)(sentence - article->sentences.at);
  (void)atoms;
  for (size_t i = trace->tried.count; i-- > 0;) {
    TwTried* const tried = &trace->tried.at[i];
    if (tried->rule->kind != TW_RULE_PATTERN || tried->sentence != UINT32_MAX) {
      break;
    }
    tried->sentence = number;
  }
}

static void
keep(TwTrace* trace, const TwRuleReading* reading, bool lost, TwDraftVec* into)
{
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    const TwDraft* const draft = &reading->drafts.at[i];
    TwDraft* const kept =
      draft->lost == lost ? TW_VEC_PUSH(trace->arena, into) : NULL;
    if (kept) {
      *kept = *draft;
    }
  }
}

static void
settle(void* data, const TwRuleReading* reading)
{
  TwTrace* const trace = data;
  keep(trace, reading, true, &trace->lost);
}

static void
tell(void* data, const TwRuleReading* reading)
{
  TwTrace* const trace = data;
  keep(trace, reading, false, &trace->told);
  keep(trace, reading, true, &trace->lost);
  trace->cues = reading->cues;
}

void
tw_trace_init(TwTrace* trace, TwArena* arena)
{
  *trace = (TwTrace){.arena = arena,
                     .watch = {.data = trace,
                               .begin = begin,
                               .missed = miss,
                               .matched = end_sentence,
                               .settled = settle,
                               .told = tell}};
}

void
tw_trace_reset(TwTrace* trace)
{
  tw_trace_init(trace, trace->arena);
}
