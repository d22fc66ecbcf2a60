/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/facts.h"

#include "extract/rule/again.h"
#include "extract/rule/attribution.h"
#include "extract/rule/cue.h"
#include "extract/rule/event.h"
#include "extract/rule/frame.h"
#include "extract/rule/identify.h"
#include "extract/rule/introduce.h"
#include "extract/rule/relation.h"
#include "extract/rule/telling.h"
#include "extract/rule/value.h"
#include "extract/rule/watch.h"

#include <stdlib.h>

/* A token while the frames that it may trigger are looked through. */
typedef struct {
  TwRuleReading* reading;
  uint32_t sentence;
  uint32_t token;
  TwMorphClass kind;
  bool tried; /* Positions were asked for */
  bool fits;  /* It can be a trigger */
  TwPositions positions;
  TwPositionsVec shares; /* Of each, if it tells another thing of each */
  /* The longest trigger of the rule at hand. */
  const TwRule* rule;
  const TwWords* words;
  uint32_t n_words;
} Trigger;

/* What kind of trigger a tag is; -1: none. */
static int
class_of(uint8_t tag)
{
  switch (tag) {
  case TW_TAG_VB:
  case TW_TAG_VBD:
  case TW_TAG_VBG:
  case TW_TAG_VBN:
  case TW_TAG_VBP:
  case TW_TAG_VBZ:
    return TW_MORPH_VERB;
  case TW_TAG_NN:
  case TW_TAG_NNS:
  case TW_TAG_NNP:
  case TW_TAG_NNPS:
    return TW_MORPH_NOUN;
  case TW_TAG_JJ:
    return TW_MORPH_ADJECTIVE;
  default:
    return -1;
  }
}

/* The kind of trigger that a token of the sentence is; -1: none. An adjective
 * that heads a noun group stands for a noun: "an offensive". */
static int
kind_of(const TwArticle* article, const TwSentence* sentence, uint32_t token)
{
  const int kind = class_of(article->tokens.at[token].tag);
  if (kind != TW_MORPH_ADJECTIVE) {
    return kind;
  }
  const uint32_t g = tw_group_of(article, sentence, token);
  const TwGroup* const group = g == UINT32_MAX ? NULL : &article->groups.at[g];
  return group && group->kind == TW_GROUP_NOUN && group->head == token &&
             group->first < token
           ? TW_MORPH_NOUN
           : kind;
}

/* A name or a number is no trigger; a title may be ("founder"). */
static bool
may_trigger(const TwArticle* article, const TwToken* token)
{
  return token->annotation == TW_NO_ANNOTATION ||
         article->annotations.at[token->annotation].type == TW_TYPE_ROLE;
}

/* The day that a verb of speech is given. */
static TwStr
date_of(const Trigger* trigger)
{
  const TwFillerVec* const fillers = &trigger->positions.fillers;
  for (size_t i = 0; i < fillers->count; ++i) {
    TwValue value;
    if (fillers->at[i].at == TW_AT_TIME &&
        tw_value_date(trigger->reading, fillers->at[i].group, &value)) {
      return value.text;
    }
  }
  return (TwStr){NULL, 0};
}

/* Who says it: the first of those who stand where speakers do. */
static void
add_saying(const Trigger* trigger, const TwRule* rule)
{
  TwRuleReading* const reading = trigger->reading;
  const TwPositions* const positions = &trigger->positions;
  if (!rule->content || positions->negated) {
    return;
  }
  for (size_t i = 0; i < positions->fillers.count; ++i) {
    const TwFiller* const filler = &positions->fillers.at[i];
    TwValue value;
    if (filler->at != TW_AT_SUBJECT && filler->at != TW_AT_SPEAKER) {
      continue;
    }
    if (!tw_value_thing(reading, filler->group, 0, &value) &&
        !tw_value_words(reading, filler->group, UINT32_MAX, &value)) {
      continue;
    }
    TwSaying* const saying =
      TW_VEC_PUSH(reading->article->arena, &reading->sayings);
    if (saying) {
      *saying = (TwSaying){.speaker = value.entity,
                           .words = value.text,
                           .sentence = trigger->sentence,
                           .first = positions->content_first,
                           .end = positions->content_end,
                           .date = date_of(trigger),
                           .rule = rule,
                           .by_first = positions->token,
                           .by_end = positions->token + 1};
    }
    return;
  }
}

/* "plead NO contest": what the trigger says itself denies nothing. */
static TwPositions
without_own_denial(const Trigger* trigger, TwPositions positions)
{
  const TwArticle* const article = trigger->reading->article;
  if (!positions.negated || positions.cue == UINT32_MAX) {
    return positions;
  }
  const TwStr cue = article->tokens.at[positions.cue].fold;
  for (size_t i = 1; i < trigger->words->n_lemmas; ++i) {
    if (tw_str_equal(trigger->words->lemmas[i], cue)) {
      positions.negated = false;
      positions.cue = UINT32_MAX;
    }
  }
  return positions;
}

static void
read_positions(Trigger* trigger)
{
  const TwLexicon* const grammar = trigger->reading->grammar;
  TwArticle* const article = trigger->reading->article;
  const TwSentence* const sentence = &article->sentences.at[trigger->sentence];
  trigger->tried = true;
  trigger->fits = tw_positions_read(grammar, article, sentence, trigger->token,
                                    article->arena, &trigger->positions);
  if (trigger->fits) {
    tw_positions_share(grammar, article, sentence, &trigger->positions,
                       article->arena, &trigger->shares);
  }
}

static void
read_trigger(Trigger* trigger)
{
  const TwRule* const rule = trigger->rule;
  trigger->rule = NULL;
  if (!rule) {
    return;
  }
  if (!trigger->tried) {
    read_positions(trigger);
  }
  if (!trigger->fits) {
    return;
  }
  add_saying(trigger, rule);
  const TwPositionsVec* const shares = &trigger->shares;
  const size_t n = shares->count ? shares->count : 1;
  const TwPositions* const all =
    shares->count ? shares->at : &trigger->positions;
  for (size_t i = 0; i < n; ++i) {
    const TwPositions positions = without_own_denial(trigger, all[i]);
    tw_frame_read(trigger->reading, rule, trigger->n_words, trigger->sentence,
                  &positions);
  }
}

static void
visit_frame(void* data, const TwRule* rule, const TwWords* words)
{
  Trigger* const trigger = data;
  const TwArticle* const article = trigger->reading->article;
  const TwSentence* const sentence = &article->sentences.at[trigger->sentence];
  const uint32_t n =
    tw_frame_trigger(article, sentence, trigger->token, trigger->kind, words);
  if (!n || !tw_rule_reads(rule, tw_sentence_language(article, sentence))) {
    return;
  }
  if (rule != trigger->rule) {
    read_trigger(trigger);
    trigger->n_words = 0;
  }
  trigger->rule = rule;
  if (n > trigger->n_words) {
    trigger->n_words = n;
    trigger->words = words;
  }
}

static void
run_frames(TwRuleReading* reading, uint32_t sentence)
{
  TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  for (uint32_t i = at->first; i < at->end; ++i) {
    const TwToken* const token = &article->tokens.at[i];
    const int class = kind_of(article, at, i);
    if (class < 0 || !may_trigger(article, token) ||
        !tw_ruleset_may_trigger(reading->rules, token, (TwMorphClass) class)) {
      continue;
    }
    Trigger trigger = {.reading = reading,
                       .sentence = sentence,
                       .token = i,
                       .kind = (TwMorphClass) class};
    tw_ruleset_frames(reading->rules, token->lemma, (TwMorphClass) class,
                      visit_frame, &trigger);
    read_trigger(&trigger);
  }
}

static TwStatus
run_patterns(TwRuleReading* reading, uint32_t sentence)
{
  TwArticle* const article = reading->article;
  TwPatternHitVec hits = {NULL, 0, 0};
  TW_TRY(tw_ruleset_match(reading->rules, reading->scratch, article,
                          &article->sentences.at[sentence], article->arena,
                          reading->sink, &hits));
  for (size_t i = 0; i < hits.count; ++i) {
    tw_relation_read(reading, sentence, &hits.at[i]);
  }
  return TW_OK;
}

static int
by_token(const void* left, const void* right)
{
  const TwDraft* const a = left;
  const TwDraft* const b = right;
  if (a->token != b->token) {
    return a->token < b->token ? -1 : 1;
  }
  const int order = tw_str_compare(a->rule->id, b->rule->id);
  if (order) {
    return order;
  }
  return a->number < b->number ? -1 : a->number > b->number;
}

TwStr
tw_loss_name(TwLoss loss)
{
  static const TwStr names[TW_LOSS_COUNT] = {
    [TW_LOSS_BEATEN] = {"beaten", 6},     [TW_LOSS_SHORTER] = {"shorter", 7},
    [TW_LOSS_PRIORITY] = {"priority", 8}, [TW_LOSS_ROLES] = {"roles", 5},
    [TW_LOSS_ORDER] = {"order", 5},       [TW_LOSS_EMPTY] = {"empty", 5},
    [TW_LOSS_ALONE] = {"alone", 5},       [TW_LOSS_AGAIN] = {"again", 5},
  };
  return loss < TW_LOSS_COUNT ? names[loss] : names[TW_LOSS_NONE];
}

/* Which of two readings loses, `a` standing first, and why: the first
 * difference of the order in TwLoss tells. */
static TwDraft*
loser_of(TwDraft* a, TwDraft* b, TwLoss* out_loss)
{
  const bool beaten =
    tw_rule_beats(b->rule, a->rule) && !tw_rule_beats(a->rule, b->rule);
  const bool beating = tw_rule_beats(a->rule, b->rule);
  const struct {
    TwLoss loss;
    long a;
    long b;
  } points[] = {
    {TW_LOSS_BEATEN, beating, beaten},
    {TW_LOSS_SHORTER, a->n_words, b->n_words},
    {TW_LOSS_PRIORITY, a->rule->priority, b->rule->priority},
    {TW_LOSS_ROLES, (long)a->roles.count, (long)b->roles.count},
    {TW_LOSS_ORDER, 1, 0},
  };
  size_t i = 0;
  while (points[i].a == points[i].b) {
    ++i;
  }
  *out_loss = points[i].loss;
  return points[i].a > points[i].b ? b : a;
}

/* True if all that two patterns share, which both read more, is the name of one
 * thing: "Rear Admiral Olga Prats, the interim governor" is two offices of
 * hers. */
static bool
share_name_only(const TwArticle* article, const TwDraft* a, const TwDraft* b)
{
  const uint32_t first = a->first > b->first ? a->first : b->first;
  const uint32_t end = a->end < b->end ? a->end : b->end;
  const uint32_t index = article->tokens.at[first].annotation;
  const TwAnnotation* const name =
    index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
  const bool more =
    a->end - a->first > end - first && b->end - b->first > end - first;
  return more && name && name->entity != TW_NO_ENTITY && first == name->first &&
         end == name->end;
}

/* Two drafts compete if they take the same words for the same term, or one is
 * said to beat the other. A rule's own facts of one hit do not. */
static bool
compete(const TwArticle* article, const TwDraft* a, const TwDraft* b)
{
  const bool frames =
    a->rule->kind == TW_RULE_FRAME && b->rule->kind == TW_RULE_FRAME;
  const bool overlap =
    frames ? a->token == b->token : a->first < b->end && b->first < a->end;
  if (!overlap || a->rule->kind != b->rule->kind || a->rule == b->rule) {
    return false;
  }
  if (tw_rule_beats(a->rule, b->rule) || tw_rule_beats(b->rule, a->rule)) {
    return true;
  }
  return tw_str_equal(a->fact.term, b->fact.term) &&
         (frames || !share_name_only(article, a, b));
}

static void
settle_overlaps(TwRuleReading* reading)
{
  TwDraftVec* const drafts = &reading->drafts;
  for (size_t i = 0; i < drafts->count; ++i) {
    TwDraft* const a = &drafts->at[i];
    for (size_t k = i + 1; k < drafts->count && !a->lost; ++k) {
      TwDraft* const b = &drafts->at[k];
      if (b->sentence != a->sentence || b->token >= a->end) {
        break;
      }
      if (!b->lost && compete(reading->article, a, b)) {
        TwLoss loss = TW_LOSS_NONE;
        TwDraft* const loser = loser_of(a, b, &loss);
        loser->lost = true;
        loser->loss = loss;
        loser->winner = (loser == a ? b : a)->rule;
      }
    }
  }
}

static void
drop_lost(TwDraftVec* drafts)
{
  size_t n = 0;
  for (size_t i = 0; i < drafts->count; ++i) {
    if (!drafts->at[i].lost) {
      drafts->at[n++] = drafts->at[i];
    }
  }
  drafts->count = n;
}

static TwStatus
add_facts(TwRuleReading* reading)
{
  TwArticle* const article = reading->article;
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    TwFact* const fact = TW_VEC_PUSH(article->arena, &article->facts);
    if (!fact) {
      return TW_ERR_NOMEM;
    }
    *fact = draft->fact;
    fact->roles = draft->roles.at;
    fact->n_roles = draft->roles.count;
  }
  return TW_OK;
}

static TwStatus
prepare(TwRuleReading* reading)
{
  TwArticle* const article = reading->article;
  const size_t n = article->groups.count + 1;
  reading->people = TW_NEW(article->arena, uint32_t, n);
  reading->sentence_of = TW_NEW(article->arena, uint32_t, n);
  if (!reading->people || !reading->sentence_of) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    reading->people[i] = TW_NO_ENTITY;
  }
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      reading->sentence_of[g] = s;
    }
  }
  return TW_OK;
}

static TwStatus
read_sentences(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    TW_TRY(run_patterns(reading, s));
    run_frames(reading, s);
  }
  return TW_OK;
}

TwStatus
tw_facts_run(const TwRuleTools* tools, TwArticle* article)
{
  TwRuleReading reading = {.gazetteer = tools->gazetteer,
                           .grammar = tools->grammar,
                           .reference = tools->reference,
                           .rules = tools->rules,
                           .scratch = tools->scratch,
                           .sink = tools->sink,
                           .article = article};
  TW_TRY(prepare(&reading));
  TW_TRY(tw_introduce_run(&reading));
  TW_TRY(tw_identify_run(&reading));
  TW_TRY(tw_again_run(&reading));
  TW_TRY(read_sentences(&reading));
  TwDraftVec* const drafts = &reading.drafts;
  for (size_t i = 0; i < drafts->count; ++i) {
    drafts->at[i].number = (uint32_t)i;
  }
  if (drafts->count) {
    qsort(drafts->at, drafts->count, sizeof(TwDraft), by_token);
  }
  settle_overlaps(&reading);
  tw_cues_inside(&reading);
  TW_TRY(tw_telling_settle(&reading));
  const TwRuleWatch* const watch = tw_match_scratch_watched(reading.scratch);
  if (watch && watch->settled) {
    watch->settled(watch->data, &reading);
  }
  drop_lost(drafts);
  tw_cues_find(&reading);
  tw_cues_apply(&reading);
  tw_attribution_run(&reading);
  tw_events_join(&reading);
  if (watch && watch->told) {
    watch->told(watch->data, &reading);
  }
  drop_lost(drafts);
  TW_TRY(add_facts(&reading));
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
