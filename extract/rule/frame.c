/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/frame.h"

#include "base/calendar.h"
#include "extract/mention/grammar.h"
#include "extract/rule/role.h"
#include "extract/rule/watch.h"

#include <string.h>

#define NONE UINT32_MAX
/* Words between a trigger's first word and its second, of which a name is one:
 * "found two members of the Black River Cartel guilty"; where more than one
 * follow, which is no accident, "beat two guards and an old clerk to death". */
#define MAX_APART 6
#define MAX_APART_MANY 12

static bool
is_word(const TwToken* token, TwStr lemma)
{
  return tw_str_equal(token->lemma, lemma) || tw_str_equal(token->fold, lemma);
}

/* "phone call": the others stand before the noun. */
static uint32_t
noun_trigger(const TwArticle* article, const TwSentence* sentence,
             uint32_t token, const TwWords* words)
{
  const TwToken* const tokens = article->tokens.at;
  const size_t before = words->n_lemmas - 1;
  if (token - sentence->first < before) {
    return 0;
  }
  for (size_t i = 0; i < before; ++i) {
    if (!is_word(&tokens[token - before + i], words->lemmas[i + 1])) {
      return 0;
    }
  }
  return (uint32_t)words->n_lemmas;
}

/* "fatally shot": an adverb may stand before its verb. */
static bool
stands_before(const TwArticle* article, const TwSentence* sentence,
              uint32_t token, TwStr word)
{
  const TwToken* const tokens = article->tokens.at;
  return token > sentence->first && tokens[token - 1].tag == TW_TAG_RB &&
         is_word(&tokens[token - 1], word);
}

/* The token behind the name that token `i` belongs to, or behind itself. */
static uint32_t
behind_name(const TwArticle* article, uint32_t i)
{
  const uint32_t index = article->tokens.at[i].annotation;
  return index == TW_NO_ANNOTATION ? i + 1 : article->annotations.at[index].end;
}

uint32_t
tw_frame_trigger(const TwArticle* article, const TwSentence* sentence,
                 uint32_t token, TwMorphClass kind, const TwWords* words)
{
  const TwToken* const tokens = article->tokens.at;
  uint32_t at = token + 1;
  if (kind == TW_MORPH_NOUN) {
    return noun_trigger(article, sentence, token, words);
  }
  if (words->n_lemmas == 2 &&
      stands_before(article, sentence, token, words->lemmas[1])) {
    return 2;
  }
  const uint32_t apart = words->n_lemmas > 2 ? MAX_APART_MANY : MAX_APART;
  for (size_t i = 1; i < words->n_lemmas; ++i, ++at) {
    uint32_t left = i == 1 ? apart : 1;
    while (at < sentence->end && --left > 0 &&
           !is_word(&tokens[at], words->lemmas[i])) {
      at = behind_name(article, at);
    }
    if (at >= sentence->end || !is_word(&tokens[at], words->lemmas[i])) {
      return 0;
    }
  }
  return (uint32_t)words->n_lemmas;
}

/* A verb of speech that does not tell that somebody said something: nothing is
 * said there, or it is what he called or is accused for: "called TO REPORT a
 * fire", "accused OF TELLING her". */
static bool
is_unsaid(const TwArticle* article, const TwPositions* positions)
{
  const TwGroup* const group = &article->groups.at[positions->group];
  return !positions->content_end || group->kind == TW_GROUP_INFINITIVE ||
         (group->kind == TW_GROUP_GERUND && positions->group &&
          group[-1].kind == TW_GROUP_PREPOSITION &&
          !(group[-1].classes & TW_WORD(CLAUSE)));
}

static unsigned
blocked(const TwRule* rule, const TwArticle* article,
        const TwPositions* positions)
{
  const unsigned state = (positions->question ? TW_BLOCK_QUESTION : 0u) |
                         (positions->conditional ? TW_BLOCK_CONDITIONAL : 0u) |
                         (positions->future ? TW_BLOCK_FUTURE : 0u) |
                         (positions->negated ? TW_BLOCK_NEGATED : 0u) |
                         (positions->modal ? TW_BLOCK_MODAL : 0u) |
                         (is_unsaid(article, positions) ? TW_BLOCK_UNSAID : 0u);
  return rule->block & state;
}

static bool
has_voice(const TwRule* rule, const TwArticle* article,
          const TwPositions* positions)
{
  const char kind = article->groups.at[positions->group].kind;
  const TwTag tag = (TwTag)article->tokens.at[positions->token].tag;
  const bool is_past = tag == TW_TAG_VBN || tag == TW_TAG_VBD;
  const bool passive =
    kind == TW_GROUP_PASSIVE || kind == TW_GROUP_PARTICIPLE ||
    positions->form == TW_FORM_PASSIVE || positions->form == TW_FORM_REDUCED ||
    (positions->form == TW_FORM_ATTRIBUTIVE && is_past);
  return !(rule->only_passive && !passive) && !(rule->only_active && passive);
}

/* True if a recap word stands in the trigger's group or in a time beside it:
 * "the second transfer". */
static bool
has_recap_word(const TwFrame* frame)
{
  const TwArticle* const article = frame->reading->article;
  const TwGroup* const group = &article->groups.at[frame->positions->group];
  const TwWordList* const words = &frame->rule->recap_words;
  for (uint32_t i = group->first; i < frame->positions->token; ++i) {
    for (size_t k = 0; k < words->count; ++k) {
      if (is_word(&article->tokens.at[i], words->at[k].lemmas[0])) {
        return true;
      }
    }
  }
  return false;
}

/* The first day that an ISO date or interval may mean. */
static bool
first_day(TwStr date, TwDay* out_day)
{
  const TwStr start = tw_str_slice(date, 0, tw_str_find(date, TW_STR("/"), 0));
  char text[11] = "0000-01-01";
  if (start.len < 4 || start.len > 10) {
    return false;
  }
  memcpy(text, start.s, start.len);
  return tw_day_read((TwStr){text, 10}, out_day);
}

/* True if a date of the draft lies further back than the rule's days. */
static bool
is_old(const TwFrame* frame)
{
  TwDay today;
  TwDay day;
  const TwStr date = frame->reading->article->document->today;
  if (!frame->rule->recap_days || !tw_day_read(date, &today)) {
    return false;
  }
  for (size_t i = 0; i < frame->draft.roles.count; ++i) {
    const TwRole* const role = &frame->draft.roles.at[i];
    if (role->type == TW_TYPE_DATE && first_day(role->text, &day) &&
        tw_day_number(day) + frame->rule->recap_days < tw_day_number(today)) {
      return true;
    }
  }
  return false;
}

/* The required roles that nothing fills, and those in whose place something
 * else stands, as bits. */
static uint32_t
missing(const TwFrame* frame)
{
  const TwRule* const rule = frame->rule;
  uint32_t mask = 0;
  for (size_t r = 0; r < rule->n_roles; ++r) {
    const uint32_t bit = UINT32_C(1) << r;
    mask |= frame->counts[r] ? 0 : rule->require & bit;
    mask |= tw_role_is_foreign(frame, (uint32_t)r) ? bit : 0;
  }
  return mask;
}

/* The conditions that too few fill, as bits. */
static uint32_t
too_few(const TwFrame* frame)
{
  const TwRule* const rule = frame->rule;
  uint32_t mask = 0;
  for (size_t i = 0; i < rule->n_least; ++i) {
    uint32_t n = 0;
    for (size_t r = 0; r < rule->n_roles; ++r) {
      n += rule->least[i].mask & (UINT32_C(1) << r) ? frame->counts[r] : 0;
    }
    mask |= n < rule->least[i].count ? UINT32_C(1) << i : 0;
  }
  return mask;
}

/* "After murdering the defendant, X fled": nobody does it to himself. */
static bool
does_it_to_itself(const TwFrame* frame)
{
  const TwRoleVec* const roles = &frame->draft.roles;
  for (size_t i = 0; i < roles->count; ++i) {
    for (size_t k = i + 1; k < roles->count; ++k) {
      const TwRole* const a = &roles->at[i];
      const TwRole* const b = &roles->at[k];
      if (a->entity != TW_NO_ENTITY && a->entity == b->entity &&
          a->type == TW_TYPE_PERSON && !tw_str_equal(a->role, b->role)) {
        return true;
      }
    }
  }
  return false;
}

static void
fill_all(TwFrame* frame)
{
  const TwRule* const rule = frame->rule;
  frame->astray = NONE;
  for (uint32_t i = 0; i < rule->n_roles; ++i) {
    frame->groups[i] = NONE;
  }
  for (uint32_t i = 0; i < rule->n_roles; ++i) {
    if (rule->roles[i].from == TW_NO_ROLE) {
      tw_role_fill(frame, i);
    }
  }
  for (uint32_t i = 0; i < rule->n_roles; ++i) {
    if (rule->roles[i].from != TW_NO_ROLE) {
      tw_role_fill(frame, i);
    }
  }
  frame->draft.background = has_recap_word(frame) || is_old(frame);
  for (uint32_t i = 0; i < rule->n_roles; ++i) {
    if (!frame->counts[i]) {
      tw_role_default(frame, i);
    }
  }
  frame->draft.background |= is_old(frame);
}

static void
add_constants(TwFrame* frame)
{
  const TwRule* const rule = frame->rule;
  for (size_t i = 0; i < rule->n_set; ++i) {
    TwRole* const role =
      TW_VEC_PUSH(frame->reading->article->arena, &frame->draft.roles);
    if (role) {
      *role = (TwRole){.role = rule->set[i].role,
                       .entity = TW_NO_ENTITY,
                       .text = rule->set[i].value};
    }
  }
}

static TwCertainty
certainty_of(const TwRule* rule, const TwPositions* positions)
{
  if (positions->future) {
    return TW_PLANNED;
  }
  return positions->modal && rule->certainty < TW_POSSIBLE ? TW_POSSIBLE
                                                           : rule->certainty;
}

static TwFact
fact_of(const TwFrame* frame)
{
  const TwArticle* const article = frame->reading->article;
  const TwPositions* const positions = frame->positions;
  const TwSentence* const sentence =
    &article->sentences.at[frame->draft.sentence];
  const TwStr parts[] = {frame->rule->id, tw_form_name(positions->form)};
  const uint32_t cue = positions->cue;
  return (TwFact){
    .term = frame->rule->term,
    .is_event = frame->rule->is_event,
    .certainty = certainty_of(frame->rule, positions),
    .negated = positions->negated,
    .recap = frame->draft.background,
    .speaker = TW_NO_ENTITY,
    .evidence = tw_article_span(article, sentence->first, sentence->end),
    .trigger = tw_article_span(article, positions->token, positions->token + 1),
    .cue =
      cue == NONE ? (TwSpan){0, 0} : tw_article_span(article, cue, cue + 1),
    .rule = tw_arena_join(article->arena, parts, 2, TW_STR("/")),
  };
}

/* Fills what can be filled and says what is wrong. Where nobody looks on, the
 * first thing that is ends it. */
static bool
holds(TwFrame* frame, const TwRuleWatch* watch)
{
  const TwRule* const rule = frame->rule;
  const TwPositions* const positions = frame->positions;
  const TwArticle* const article = frame->reading->article;
  const TwSentence* const sentence =
    &article->sentences.at[frame->draft.sentence];
  TwFrameMiss miss = {
    .rule = rule,
    .positions = positions,
    .sentence = frame->draft.sentence,
    .n_words = frame->draft.n_words,
    .blocked = blocked(rule, article, positions),
    .alone =
      rule->with.count &&
      !tw_value_stands(article, &rule->with, sentence->first, sentence->end),
    .barred =
      tw_value_stands(article, &rule->without, sentence->first, sentence->end),
    .voice = !has_voice(rule, frame->reading->article, positions)};
  const bool is_watched = watch && watch->missed;
  const bool is_refused =
    miss.blocked || miss.voice || miss.alone || miss.barred;
  if (!is_refused || is_watched) {
    fill_all(frame);
    miss.missing = missing(frame);
    miss.too_few = too_few(frame);
  }
  const bool is_missed = is_refused || miss.missing || miss.too_few;
  if (is_missed && is_watched) {
    watch->missed(watch->data, frame->reading->article, &miss);
  }
  return !is_missed;
}

static void
read_frame(TwRuleReading* reading, const TwRule* rule, uint32_t n_words,
           uint32_t sentence, const TwPositions* positions)
{
  TwFrame frame = {
    .reading = reading,
    .rule = rule,
    .positions = positions,
    .draft = {.rule = rule,
              .sentence = sentence,
              .first = positions->token,
              .end = positions->token + 1,
              .token = positions->token,
              .n_words = n_words,
              .form = positions->form,
              .content_first = rule->content ? positions->content_first : 0,
              .content_end = rule->content ? positions->content_end : 0},
  };
  if (rule->n_roles > TW_ROLE_MAX ||
      !holds(&frame, tw_match_scratch_watched(reading->scratch))) {
    return;
  }
  if (does_it_to_itself(&frame)) {
    return;
  }
  add_constants(&frame);
  frame.draft.fact = fact_of(&frame);
  TwDraft* const draft = TW_VEC_PUSH(reading->article->arena, &reading->drafts);
  if (draft) {
    *draft = frame.draft;
  }
}

void
tw_frame_read(TwRuleReading* reading, const TwRule* rule, uint32_t n_words,
              uint32_t sentence, const TwPositions* positions)
{
  const TwRuleWatch* const watch = tw_match_scratch_watched(reading->scratch);
  if (watch && watch->begin) {
    watch->begin(watch->data, rule);
  }
  read_frame(reading, rule, n_words, sentence, positions);
  if (watch && watch->end) {
    watch->end(watch->data, rule);
  }
}
