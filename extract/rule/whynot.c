/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/whynot.h"

#include "extract/pack/lint.h"
#include "extract/pack/reach.h"
#include "extract/rule/frame.h"

typedef struct {
  const TwRuleSet* rules;
  const TwRule* rule;
  const TwArticle* article;
  const TwTrace* trace;
  TwArena* arena;
  TwWhyNot* out;
} Search;

static void
add(const Search* search, const TwFailure* failure)
{
  TwFailure* const place = TW_VEC_PUSH(search->arena, &search->out->failures);
  if (place) {
    *place = *failure;
  }
}

static void
set_place(const Search* search, uint32_t sentence, uint32_t first, uint32_t end)
{
  search->out->has_place = true;
  search->out->sentence = sentence;
  search->out->first = first;
  search->out->end = end;
}

/* --- Facts that it makes, and those that were lost --- */

static bool
is_its(const Search* search, const TwDraft* draft)
{
  return draft->rule == search->rule || draft->cue == search->rule ||
         draft->former == search->rule;
}

static void
look_at_drafts(const Search* search)
{
  const TwTrace* const trace = search->trace;
  for (size_t i = 0; i < trace->told.count; ++i) {
    search->out->n_facts += is_its(search, &trace->told.at[i]);
  }
  for (size_t i = trace->lost.count; i-- > 0;) {
    const TwDraft* const lost = &trace->lost.at[i];
    if (lost->rule == search->rule) {
      search->out->lost = lost;
      search->out->form = lost->form;
      set_place(search, lost->sentence, lost->token,
                search->rule->kind == TW_RULE_FRAME ? lost->token + 1
                                                    : lost->end);
    }
  }
}

/* --- Frames --- */

/* The trigger where least is missing. */
static void
look_at_misses(const Search* search)
{
  const TwTrace* const trace = search->trace;
  for (size_t i = 0; i < trace->missed.count; ++i) {
    const TwMissed* const missed = &trace->missed.at[i];
    TwFailureVec failures = {NULL, 0, 0};
    if (missed->why.rule != search->rule) {
      continue;
    }
    tw_failures_of_frame(search->article, missed, search->arena, &failures);
    if (!search->out->failures.count ||
        failures.count < search->out->failures.count) {
      search->out->failures = failures;
      search->out->form = missed->positions.form;
      set_place(search, missed->why.sentence, missed->positions.token,
                missed->positions.token + 1);
    }
  }
}

/* How well a word of the text fits a trigger of the rule. */
typedef enum {
  FIT_NONE,
  FIT_CLASS, /* The lemma is there, as another part of speech or in a name */
  FIT_REST,  /* … of a trigger of several words, the others are not */
  FIT_HEAD,  /* All is there, but nobody can stand around it */
} Fit;

typedef struct {
  Fit fit;
  uint32_t sentence;
  uint32_t token;
  TwMorphClass kind;
  const TwWords* words;
} Nearest;

static const TwStr class_names[] = {
  [TW_MORPH_VERB] = {"verb", 4},
  [TW_MORPH_NOUN] = {"noun", 4},
  [TW_MORPH_ADJECTIVE] = {"adjective", 9},
};

static bool
has_class(const TwToken* token, TwMorphClass kind)
{
  const TwStr tag = tw_tag_name((TwTag)token->tag);
  static const TwStr starts[] = {
    [TW_MORPH_VERB] = {"VB", 2},
    [TW_MORPH_NOUN] = {"NN", 2},
    [TW_MORPH_ADJECTIVE] = {"JJ", 2},
  };
  return tw_str_starts(tag, starts[kind]);
}

/* A word's lemma hangs on its part of speech: the one of the tagger, or its
 * form, may be the trigger's. */
static bool
is_lemma(const Search* search, const TwToken* token, TwStr lemma)
{
  const TwMorphology* const morphology = tw_ruleset_morphology(search->rules);
  if (tw_str_equal(token->lemma, lemma) || tw_str_equal(token->fold, lemma)) {
    return true;
  }
  static const TwTag tags[] = {TW_TAG_VBD, TW_TAG_VBN, TW_TAG_VBG, TW_TAG_VBZ,
                               TW_TAG_NNS};
  for (size_t i = 0; morphology && i < sizeof(tags) / sizeof(tags[0]); ++i) {
    const TwStr other =
      tw_morphology_lemma(morphology, search->arena, token->fold, tags[i]);
    if (tw_str_equal(other, lemma)) {
      return true;
    }
  }
  return false;
}

static Fit
fit_of(const Search* search, const TwSentence* sentence, uint32_t token,
       TwMorphClass kind, const TwWords* words)
{
  const TwToken* const at = &search->article->tokens.at[token];
  if (!is_lemma(search, at, words->lemmas[0])) {
    return FIT_NONE;
  }
  if (!has_class(at, kind) || !tw_str_equal(at->lemma, words->lemmas[0])) {
    return FIT_CLASS;
  }
  return tw_frame_trigger(search->article, sentence, token, kind, words)
           ? FIT_HEAD
           : FIT_REST;
}

static void
look_at_words(const Search* search, const TwWordList* list, TwMorphClass kind,
              Nearest* nearest)
{
  const TwArticle* const article = search->article;
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t i = sentence->first; i < sentence->end; ++i) {
      for (size_t w = 0; w < list->count; ++w) {
        const Fit fit = fit_of(search, sentence, i, kind, &list->at[w]);
        if (fit > nearest->fit) {
          *nearest = (Nearest){fit, s, i, kind, &list->at[w]};
        }
      }
    }
  }
}

static TwStr
words_of(const Search* search, const TwWords* words, size_t first)
{
  return tw_arena_join(search->arena, words->lemmas + first,
                       words->n_lemmas - first, TW_STR(" "));
}

static void
look_at_triggers(const Search* search)
{
  const TwRule* const rule = search->rule;
  Nearest nearest = {.fit = FIT_NONE};
  look_at_words(search, &rule->verbs, TW_MORPH_VERB, &nearest);
  look_at_words(search, &rule->nouns, TW_MORPH_NOUN, &nearest);
  look_at_words(search, &rule->adjectives, TW_MORPH_ADJECTIVE, &nearest);
  TwFailure failure = {.kind = TW_FAIL_WORDS, .element = TW_STR("trigger")};
  if (nearest.fit != FIT_NONE) {
    const TwToken* const token = &search->article->tokens.at[nearest.token];
    set_place(search, nearest.sentence, nearest.token, nearest.token + 1);
    failure.first = nearest.token;
    failure.end = nearest.token + 1;
    failure.element = words_of(search, nearest.words, 0);
    failure.wanted = class_names[nearest.kind];
    failure.type = tw_failure_type(search->article, failure.first, failure.end);
    failure.type =
      failure.type.len ? failure.type : tw_tag_name((TwTag)token->tag);
  }
  if (nearest.fit == FIT_CLASS) {
    failure.kind = TW_FAIL_CLASS;
  } else if (nearest.fit == FIT_REST) {
    failure.kind = TW_FAIL_REST;
    failure.wanted = words_of(search, nearest.words, 1);
  } else if (nearest.fit == FIT_HEAD) {
    failure.kind = TW_FAIL_HEAD;
  }
  add(search, &failure);
}

static void
look_at_frame(const Search* search)
{
  look_at_misses(search);
  if (!search->out->failures.count) {
    look_at_triggers(search);
  }
}

/* --- Patterns --- */

static TwStatus
look_at_pattern(const Search* search)
{
  const TwArticle* const article = search->article;
  TwAtoms atoms = {.text = TW_BUF_INIT};
  TwReach best = {.element = NULL};
  uint32_t where = 0;
  TwStatus status = TW_OK;
  for (uint32_t s = 0; status == TW_OK && s < article->sentences.count; ++s) {
    TwReach reach;
    status = tw_atoms_read(article, &article->sentences.at[s], NULL,
                           search->arena, &atoms);
    if (status == TW_OK) {
      status = tw_atoms_write(article, &atoms);
    }
    if (status == TW_OK) {
      status =
        tw_reach_find(search->rule->pattern, &atoms, search->arena, &reach);
    }
    if (status == TW_OK && (!s || reach.n_matched > best.n_matched)) {
      best = reach;
      where = s;
    }
  }
  tw_buf_clear(&atoms.text);
  if (best.n_matched) {
    set_place(search, where, best.first, best.end);
  }
  search->out->n_matched = best.n_matched;
  search->out->n_elements = best.n_elements;
  if (best.element) {
    add(search, &(TwFailure){.kind = TW_FAIL_ELEMENT,
                             .element = best.element->text,
                             .first = best.here_first,
                             .end = best.here_end,
                             .type = tw_failure_type(article, best.here_first,
                                                     best.here_end)});
  }
  return status;
}

/* --- Cues --- */

/* A cue that stands there and reaches no fact, or words that a longer cue
 * takes. */
static void
look_at_cue(const Search* search)
{
  const TwArticle* const article = search->article;
  TwFailure failure = {.kind = TW_FAIL_WORDS, .element = TW_STR("cue")};
  if (search->rule->marks == TW_MARKS_PSEUDO) {
    return; /* It marks nothing: that is all it does */
  }
  for (size_t i = 0; i < search->trace->cues.count; ++i) {
    const TwCue* const cue = &search->trace->cues.at[i];
    if (cue->rule == search->rule) {
      uint32_t s = 0;
      while (article->sentences.at[s].end <= cue->first) {
        ++s;
      }
      set_place(search, s, cue->first, cue->end);
      failure = (TwFailure){.kind = TW_FAIL_SCOPE,
                            .element = TW_STR("scope"),
                            .first = cue->scope_first,
                            .end = cue->scope_end};
      break;
    }
  }
  add(search, &failure);
}

TwStatus
tw_why_not(const TwRuleSet* rules, const TwRule* rule, const TwArticle* article,
           const TwTrace* trace, TwArena* arena, TwWhyNot* out)
{
  const Search search = {rules, rule, article, trace, arena, out};
  TwStatus status = TW_OK;
  *out = (TwWhyNot){.form = TW_FORM_COUNT};
  look_at_drafts(&search);
  if (!out->n_facts && !out->lost) {
    switch (rule->kind) {
    case TW_RULE_FRAME:
      look_at_frame(&search);
      break;
    case TW_RULE_PATTERN:
      status = look_at_pattern(&search);
      break;
    case TW_RULE_CUE:
      look_at_cue(&search);
      break;
    }
  }
  return status == TW_OK && tw_arena_failed(arena) ? TW_ERR_NOMEM : status;
}
