/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/ruleset.h"

#include "base/file.h"
#include "extract/pack/lint.h"
#include "extract/pack/pack.h"
#include "extract/pack/ruleset_index.h"
#include "extract/text/wordcache.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FILE ((size_t)4 << 20) ///< tw_pack_parse() says what is too big
#define N_CLASSES 3                ///< Verbs, nouns, adjectives

struct TwRuleSet {
  TwArena* arena;
  const TwMorphology* morphology;
  const TwRule** rules; ///< In the order of ids
  size_t n_rules;
  TwWordIndex frames[N_CLASSES]; ///< By TwMorphClass
  TwWordIndex cues;
  TwPrefilter patterns;
  TwUnusedVec unused;
};

/* --- Reading --- */

static TwStatus
read_pack(TwPackReader* reader, TwStr file, const TwBuf* buf)
{
  const TwStr text = tw_arena_copy(reader->arena, tw_buf_str(buf));
  TwNode* root = NULL;
  if (!file.s || !text.s) {
    return TW_ERR_NOMEM;
  }
  const TwStatus status = tw_pack_parse(reader, file, text, &root);
  if (status == TW_OK) {
    tw_pack_head(reader, file, text, root);
  }
  /* The other packs are read all the same. */
  return status == TW_ERR_RULE ? TW_OK : status;
}

static TwStatus
visit_file(void* data, const char* path)
{
  TwPackReader* reader = data;
  if (!tw_str_ends(tw_str(path), TW_STR(".yaml"))) {
    return TW_OK;
  }
  TwBuf buf = TW_BUF_INIT;
  TwStatus status = tw_file_read(path, MAX_FILE, &buf);
  const TwStr file = tw_arena_copy(reader->arena, tw_str(path));
  if (status == TW_ERR_READ || status == TW_ERR_LIMIT) {
    tw_diag_error(reader->sink, TW_PACK_UNREADABLE, tw_str(path),
                  "cannot read this pack: %s",
                  status == TW_ERR_READ ? strerror(errno) : "it is too big");
    ++reader->n_errors;
    status = TW_OK;
  } else if (status == TW_OK) {
    status = read_pack(reader, file, &buf);
  }
  tw_buf_clear(&buf);
  return status;
}

static TwStatus
read_dir(TwPackReader* reader, const char* dir)
{
  const TwStatus status = tw_file_walk(dir, visit_file, reader);
  if (status == TW_ERR_READ) {
    tw_diag_error(reader->sink, TW_PACK_UNREADABLE, tw_str(dir),
                  "cannot read rules here: %s", strerror(errno));
  }
  return status;
}

static TwStatus
read_dirs(TwPackReader* reader, const TwRuleSource* source)
{
  for (size_t i = 0; i < source->n_dirs; ++i) {
    reader->is_tested = i < source->n_tested;
    TW_TRY(read_dir(reader, source->dirs[i]));
  }
  for (size_t i = 0; i < reader->packs.count && !reader->no_memory; ++i) {
    tw_pack_rules(reader, reader->packs.at[i]);
  }
  tw_pack_late(reader);
  if (reader->no_memory || tw_arena_failed(reader->arena)) {
    return TW_ERR_NOMEM;
  }
  return reader->n_errors ? TW_ERR_RULE : TW_OK;
}

/* --- Making a set of what was read --- */

static int
compare_rules(const void* a, const void* b)
{
  return tw_str_compare((*(const TwRule* const*)a)->id,
                        (*(const TwRule* const*)b)->id);
}

static TwStatus
index_rule(TwRuleSet* rules, const TwRule* rule)
{
  TwArena* arena = rules->arena;
  TW_TRY(tw_word_index_add(&rules->frames[TW_MORPH_VERB], arena, rule,
                           &rule->verbs));
  TW_TRY(tw_word_index_add(&rules->frames[TW_MORPH_NOUN], arena, rule,
                           &rule->nouns));
  TW_TRY(tw_word_index_add(&rules->frames[TW_MORPH_ADJECTIVE], arena, rule,
                           &rule->adjectives));
  return tw_word_index_add(&rules->cues, arena, rule, &rule->cue);
}

static TwStatus
build_set(TwRuleSet* rules, const TwPackReader* reader)
{
  rules->n_rules = reader->rules.count;
  rules->rules = TW_NEW(rules->arena, const TwRule*, rules->n_rules + 1);
  if (!rules->rules) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < rules->n_rules; ++i) {
    rules->rules[i] = reader->rules.at[i];
  }
  if (rules->n_rules) {
    qsort(rules->rules, rules->n_rules, sizeof(rules->rules[0]), compare_rules);
  }
  for (size_t i = 0; i < rules->n_rules; ++i) {
    TW_TRY(index_rule(rules, rules->rules[i]));
  }
  for (size_t i = 0; i < N_CLASSES; ++i) {
    TW_TRY(tw_word_index_seal(&rules->frames[i], false));
  }
  TW_TRY(tw_word_index_seal(&rules->cues, true));
  return tw_prefilter_build(&rules->patterns, rules->arena, rules->rules,
                            rules->n_rules);
}

TwStatus
tw_ruleset_open(const TwRuleSource* source, TwDiagSink* sink,
                TwRuleSet** out_rules)
{
  TwArena* arena = tw_arena_new(0);
  TwRuleSet* rules = arena ? TW_NEW(arena, TwRuleSet, 1) : NULL;
  if (!rules) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  rules->arena = arena;
  rules->morphology = source->morphology;
  TwPackReader reader = {.arena = arena,
                         .morphology = source->morphology,
                         .sink = sink,
                         .use_jit = source->use_jit};
  reader.ids = (TwMap)TW_MAP_FIXED_INIT;
  reader.lemmas = (TwMap)TW_MAP_FIXED_INIT;
  reader.set_numbers = (TwMap)TW_MAP_FIXED_INIT;
  TwStatus status = read_dirs(&reader, source);
  tw_map_clear(&reader.ids);
  tw_map_clear(&reader.lemmas);
  tw_map_clear(&reader.set_numbers);
  if (status == TW_OK) {
    tw_pack_unused(&reader, &rules->unused);
    status = build_set(rules, &reader);
  }
  if (status != TW_OK) {
    tw_ruleset_free(rules);
    return status;
  }
  *out_rules = rules;
  return TW_OK;
}

void
tw_ruleset_free(TwRuleSet* rules)
{
  if (rules) {
    for (size_t i = 0; i < N_CLASSES; ++i) {
      tw_map_clear(&rules->frames[i].map);
    }
    tw_map_clear(&rules->cues.map);
    tw_map_clear(&rules->patterns.numbers);
    tw_codes_free(rules->patterns.codes);
    tw_arena_free(rules->arena);
  }
}

/* --- Asking --- */

bool
tw_rule_beats(const TwRule* rule, const TwRule* other)
{
  for (size_t i = 0; i < rule->n_beats; ++i) {
    if (tw_str_equal(rule->beats[i], other->id)) {
      return true;
    }
  }
  return false;
}

const TwUnusedVec*
tw_ruleset_unused(const TwRuleSet* rules)
{
  return &rules->unused;
}

const TwMorphology*
tw_ruleset_morphology(const TwRuleSet* rules)
{
  return rules->morphology;
}

const TwPrefilter*
tw_ruleset_prefilter(const TwRuleSet* rules)
{
  return &rules->patterns;
}

size_t
tw_ruleset_count(const TwRuleSet* rules)
{
  return rules->n_rules;
}

const TwRule*
tw_ruleset_at(const TwRuleSet* rules, size_t i)
{
  return rules->rules[i];
}

size_t
tw_ruleset_find(const TwRuleSet* rules, TwStr id)
{
  size_t first = 0;
  size_t end = rules->n_rules;
  while (first < end) {
    const size_t middle = first + (end - first) / 2;
    const int order = tw_str_compare(rules->rules[middle]->id, id);
    if (!order) {
      return middle;
    }
    first = order < 0 ? middle + 1 : first;
    end = order < 0 ? end : middle;
  }
  return SIZE_MAX;
}

void
tw_ruleset_frames(const TwRuleSet* rules, TwStr lemma, TwMorphClass kind,
                  void (*visit)(void* data, const TwRule* rule,
                                const TwWords* trigger),
                  void* data)
{
  if ((unsigned)kind >= N_CLASSES) {
    return;
  }
  size_t n = 0;
  const TwRuleWords* words =
    tw_word_index_find(&rules->frames[kind], lemma, &n);
  for (size_t i = 0; i < n; ++i) {
    visit(data, words[i].rule, words[i].words);
  }
}

/* "..." in a cue stands for so many words. */
#define MAX_CUE_GAP 6

static bool
is_gap(TwStr lemma)
{
  return tw_str_equal(lemma, TW_STR("..."));
}

/* The length of the cue at token `first`; 0 if it does not stand there. */
static uint32_t
stands_at(const TwWords* words, const TwToken* tokens, uint32_t first,
          uint32_t end)
{
  uint32_t at = first;
  uint32_t gap = 0;
  for (size_t i = 0; i < words->n_lemmas; ++at) {
    if (is_gap(words->lemmas[i])) {
      gap = MAX_CUE_GAP;
      ++i;
    }
    if (at >= end) {
      return 0;
    }
    if (tw_str_equal(words->lemmas[i], tokens[at].fold)) {
      gap = 0;
      ++i;
    } else if (!gap || !--gap) {
      return 0;
    }
  }
  return at - first;
}

/* Hardly a word begins a cue or is a trigger: whether it does stays with it. */
static bool
may_begin_cue(const TwRuleSet* rules, const TwToken* token)
{
  TwCachedWord* const word = token->word;
  size_t n = 0;
  if (word && !(word->filled & TW_FILLED_CUE)) {
    word->cue = tw_word_index_find(&rules->cues, word->fold, &n) != NULL;
    word->filled |= TW_FILLED_CUE;
  }
  return !word || word->cue;
}

bool
tw_ruleset_may_trigger(const TwRuleSet* rules, const TwToken* token,
                       TwMorphClass kind)
{
  TwTaggedWord* const word = token->tagged;
  size_t n = 0;
  if (word && !(word->filled & TW_FILLED_TRIGGERS)) {
    for (unsigned k = 0; k < N_CLASSES; ++k) {
      const bool has =
        tw_word_index_find(&rules->frames[k], word->lemma, &n) != NULL;
      word->triggers |= (uint8_t)(has << k);
    }
    word->filled |= TW_FILLED_TRIGGERS;
  }
  return !word || word->triggers >> kind & 1;
}

static bool
has_word(const TwMap* map, TwStr word)
{
  uint64_t value = 0;
  return tw_map_get(map, word, &value) == TW_OK;
}

bool
tw_ruleset_asks(const TwRuleSet* rules, TwStr word)
{
  bool asks = tw_prefilter_hangs_on(&rules->patterns, word) ||
              has_word(&rules->cues.map, word);
  for (size_t i = 0; i < N_CLASSES && !asks; ++i) {
    asks = has_word(&rules->frames[i].map, word);
  }
  return asks;
}

bool
tw_rule_reads(const TwRule* rule, TwStr language)
{
  const bool is_code =
    language.len >= 2 && (language.len == 2 || language.s[2] == '-');
  return !is_code || tw_str_equal(rule->language, tw_str_slice(language, 0, 2));
}

const TwRule*
tw_ruleset_cue(const TwRuleSet* rules, const TwToken* tokens, uint32_t first,
               uint32_t end, uint32_t* out_length)
{
  size_t n = 0;
  if (first >= end || !may_begin_cue(rules, &tokens[first])) {
    return NULL;
  }
  const TwRuleWords* words =
    tw_word_index_find(&rules->cues, tokens[first].fold, &n);
  for (size_t i = 0; i < n; ++i) {
    *out_length = stands_at(words[i].words, tokens, first, end);
    if (*out_length) {
      return words[i].rule;
    }
  }
  return NULL;
}
