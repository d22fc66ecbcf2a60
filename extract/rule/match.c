/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/match.h"

#include "extract/rule/watch.h"

#include <stdlib.h>

#define CODE_REFUSED 2113
#define CODE_LIMIT 3201

struct TwMatchScratch {
  TwArena* arena; ///< Holds the scratch itself
  TwArena* for_atoms;
  TwMatcher* matcher;
  TwAtoms atoms;
  uint32_t* limits; ///< Of each pattern: at how many atoms it may start
  uint64_t* told;   ///< Bits of those whose limit was told for the article
  uint64_t article; ///< Hash of the identity of that article
  size_t n_limits;
  const TwRuleWatch* watch; ///< Or NULL
};

TwMatchScratch*
tw_match_scratch_new(const TwRuleSet* rules)
{
  const TwPrefilter* const prefilter = tw_ruleset_prefilter(rules);
  const size_t n_words = (prefilter->n_rules + 63) / 64;
  TwArena* const arena = tw_arena_new(0);
  TwMatchScratch* const scratch =
    arena ? TW_NEW(arena, TwMatchScratch, 1) : NULL;
  if (!scratch) {
    tw_arena_free(arena);
    return NULL;
  }
  scratch->arena = arena;
  scratch->for_atoms = tw_arena_new(0);
  scratch->matcher = tw_matcher_new(prefilter->n_groups, prefilter->codes);
  scratch->limits = TW_NEW(arena, uint32_t, prefilter->n_rules);
  scratch->told = TW_NEW(arena, uint64_t, n_words);
  if (!scratch->for_atoms || !scratch->matcher || !scratch->limits ||
      !scratch->told) {
    tw_match_scratch_free(scratch);
    return NULL;
  }
  return scratch;
}

void
tw_match_scratch_free(TwMatchScratch* scratch)
{
  if (scratch) {
    tw_buf_clear(&scratch->atoms.text);
    tw_matcher_free(scratch->matcher);
    tw_arena_free(scratch->for_atoms);
    tw_arena_free(scratch->arena);
  }
}

size_t
tw_match_scratch_limits(const TwMatchScratch* scratch)
{
  return scratch->n_limits;
}

void
tw_match_scratch_watch(TwMatchScratch* scratch, const TwRuleWatch* watch)
{
  scratch->watch = watch;
}

const TwRuleWatch*
tw_match_scratch_watched(const TwMatchScratch* scratch)
{
  return scratch->watch;
}

/* --- Hits --- */

typedef struct {
  const TwPrefilter* prefilter;
  TwMatchScratch* scratch;
  const TwArticle* article;
  TwArena* arena;
  TwDiagSink* sink;
  TwPatternHitVec* hits;
  TwStr language; ///< Of the sentence
} Run;

/* The tokens of bytes [start, end) of the atom text. */
static void
to_tokens(const TwAtoms* atoms, size_t start, size_t end, uint32_t out[2])
{
  const size_t first = tw_atoms_find(atoms, start);
  const size_t last = tw_atoms_find(atoms, end) - 1;
  out[0] = atoms->at[first].first;
  out[1] = atoms->at[last].end;
}

static TwStatus
add_hit(const Run* run, const TwRule* rule, const size_t* ranges)
{
  const TwPattern* const pattern = rule->pattern;
  const TwAtoms* const atoms = &run->scratch->atoms;
  uint32_t(*const slots)[2] =
    tw_arena_alloc(run->arena, pattern->n_slots, sizeof(uint32_t[2]));
  TwPatternHit* const hit = TW_VEC_PUSH(run->arena, run->hits);
  if (!slots || !hit) {
    return TW_ERR_NOMEM;
  }
  uint32_t whole[2];
  to_tokens(atoms, ranges[0], ranges[1], whole);
  for (size_t i = 0; i < pattern->n_groups; ++i) {
    const size_t* const range = &ranges[2 * (i + 1)];
    uint32_t* const slot = slots[pattern->groups[i]];
    if (range[0] != SIZE_MAX && range[0] < range[1] && slot[0] == slot[1]) {
      to_tokens(atoms, range[0], range[1], slot);
    }
  }
  *hit = (TwPatternHit){.rule = rule,
                        .first = whole[0],
                        .end = whole[1],
                        .slots = slots,
                        .n_slots = pattern->n_slots};
  return TW_OK;
}

/* --- Limits --- */

/* A pattern is told once an article, whichever thread reads it. */
static void
tell_limit(Run* run, size_t index)
{
  TwMatchScratch* const scratch = run->scratch;
  const TwDocument* const document = run->article->document;
  const uint64_t article = tw_str_hash(document->sha256);
  const size_t n_words = (run->prefilter->n_rules + 63) / 64;
  for (size_t i = 0; article != scratch->article && i < n_words; ++i) {
    scratch->told[i] = 0;
  }
  scratch->article = article;
  ++scratch->n_limits;
  const uint64_t bit = (uint64_t)1 << (index % 64);
  if (!(scratch->told[index / 64] & bit)) {
    scratch->told[index / 64] |= bit;
    const TwRule* const rule = run->prefilter->rules[index];
    tw_diag_warn(run->sink, CODE_LIMIT, document->name,
                 "rule \"%.*s\" takes too long on a sentence and was left out "
                 "there",
                 TW_STR_ARG(rule->id));
  }
}

/* A pattern of a pack that was taken for tested. */
static void
tell_refused(const Run* run, const TwRule* rule)
{
  const TwStr none = {NULL, 0};
  tw_diag_error_at(
    run->sink, CODE_REFUSED, rule->file, rule->source, rule->offset, none,
    "PCRE2 refuses the pattern of rule \"%.*s\"", TW_STR_ARG(rule->id));
}

/* --- Matching --- */

static bool
may_start(const TwPattern* pattern, const TwAtom* atom)
{
  return pattern->starts_any || tw_need_is_met(&pattern->start, atom);
}

/* The next match may start where the last atom of this one stands: "A, rival
 * of B, rival of C". */
static size_t
after_hit(const TwAtoms* atoms, size_t first, size_t end)
{
  const size_t last = tw_atoms_find(atoms, end) - 1;
  return last > first ? last : first + 1;
}

static TwStatus
try_pattern(Run* run, size_t index)
{
  const TwRule* const rule = run->prefilter->rules[index];
  const TwAtoms* const atoms = &run->scratch->atoms;
  const TwStr text = tw_buf_str(&atoms->text);
  size_t end = 0; /* Of the last hit: none lies in another of its rule */
  for (size_t i = 0; i < run->scratch->limits[index];) {
    const size_t* ranges = NULL;
    const TwStatus status =
      may_start(rule->pattern, &atoms->at[i])
        ? tw_matcher_run(run->scratch->matcher, rule->pattern, text,
                         atoms->at[i].start, &ranges)
        : TW_NONE;
    if (status == TW_ERR_LIMIT) {
      tell_limit(run, index);
      return TW_OK;
    }
    if (status == TW_ERR_RULE) {
      tell_refused(run, rule);
    }
    if (status != TW_OK && status != TW_NONE) {
      return status;
    }
    if (status == TW_OK && ranges[1] > end) {
      end = ranges[1];
      TW_TRY(add_hit(run, rule, ranges));
      i = after_hit(atoms, i, end);
    } else {
      ++i;
    }
  }
  return TW_OK;
}

static TwStatus
watch_pattern(Run* run, size_t index)
{
  const TwRuleWatch* const watch = run->scratch->watch;
  if (watch && watch->begin) {
    watch->begin(watch->data, run->prefilter->rules[index]);
  }
  const TwStatus status = try_pattern(run, index);
  if (watch && watch->end) {
    watch->end(watch->data, run->prefilter->rules[index]);
  }
  return status;
}

static TwStatus
try_patterns(Run* run)
{
  for (size_t i = 0; i < run->prefilter->n_rules; ++i) {
    if (run->scratch->limits[i] &&
        tw_rule_reads(run->prefilter->rules[i], run->language)) {
      TW_TRY(watch_pattern(run, i));
    }
  }
  return TW_OK;
}

/* By place, the longer first, then by id. A rule has one hit at a place. */
static int
compare_hits(const void* left, const void* right)
{
  const TwPatternHit* const a = left;
  const TwPatternHit* const b = right;
  if (a->first != b->first) {
    return a->first < b->first ? -1 : 1;
  }
  if (a->end != b->end) {
    return a->end > b->end ? -1 : 1;
  }
  return tw_str_compare(a->rule->id, b->rule->id);
}

TwStatus
tw_ruleset_match(const TwRuleSet* rules, TwMatchScratch* scratch,
                 const TwArticle* article, const TwSentence* sentence,
                 TwArena* arena, TwDiagSink* sink, TwPatternHitVec* hits)
{
  Run run = {tw_ruleset_prefilter(rules),
             scratch,
             article,
             arena,
             sink,
             hits,
             tw_sentence_language(article, sentence)};
  const size_t n_before = hits->count;
  if (!run.prefilter->n_rules) {
    return TW_OK;
  }
  const bool watched = scratch->watch && scratch->watch->matched;
  TW_TRY(tw_atoms_read(article, sentence, &run.prefilter->numbers,
                       scratch->for_atoms, &scratch->atoms));
  const bool any = tw_prefilter_run(run.prefilter, run.language,
                                    &scratch->atoms, scratch->limits);
  if (any || watched) {
    TW_TRY(tw_atoms_write(article, &scratch->atoms));
    TW_TRY(try_patterns(&run));
  }
  if (watched) {
    scratch->watch->matched(scratch->watch->data, article, sentence,
                            &scratch->atoms);
  }
  if (hits->count > n_before) {
    qsort(hits->at + n_before, hits->count - n_before, sizeof(hits->at[0]),
          compare_hits);
  }
  return TW_OK;
}
