/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/participant.h"

#include "extract/mention/grammar.h"

#define NONE UINT32_MAX

/* Kinds of the table that are no parts. */
enum { KIND_NONE = TW_PART_COUNT, KIND_CLASS, KIND_MANNER, N_KINDS };

static const TwStr kinds[N_KINDS] = {
  [TW_PART_AGENT] = {"agent", 5},     [TW_PART_PATIENT] = {"patient", 7},
  [TW_PART_SPEAKER] = {"speaker", 7}, [TW_PART_ADDRESSEE] = {"addressee", 9},
  [TW_PART_CONTENT] = {"content", 7}, [TW_PART_MATTER] = {"matter", 6},
  [TW_PART_TO] = {"to", 2},           [TW_PART_FROM] = {"from", 4},
  [TW_PART_PLACE] = {"place", 5},     [TW_PART_TIME] = {"time", 4},
  [KIND_NONE] = {"none", 4},          [KIND_CLASS] = {"class", 5},
  [KIND_MANNER] = {"manner", 6},
};

TwStr
tw_part_name(TwPartPlayed part)
{
  return part < TW_PART_COUNT ? kinds[part] : (TwStr){NULL, 0};
}

TwStatus
tw_participants_open(const char* dir, TwDiagSink* sink,
                     TwLexicon** out_participants)
{
  return tw_lexicon_open(dir, "participants.tsv", kinds, N_KINDS, sink,
                         out_participants);
}

/** What is known of the trigger whose fillers are looked at. */
typedef struct {
  const TwLexicon* table;
  const TwArticle* article;
  const TwPositions* positions;
  TwStr lemma;
  bool speaks;
  bool has_content;
} Trigger;

static bool
is_in_class(const Trigger* trigger, TwStr class)
{
  return tw_lexicon_find_value(trigger->table, trigger->lemma, KIND_CLASS,
                               class) != NULL;
}

static bool
fits(const Trigger* trigger, TwStr condition)
{
  return !condition.len || is_in_class(trigger, condition) ||
         tw_str_equal(condition, tw_form_name(trigger->positions->form)) ||
         (trigger->speaks && tw_str_equal(condition, TW_STR("speech")));
}

/* The part that the table has for a position or preposition; KIND_NONE if it
 * has none. */
static unsigned
look_up(const Trigger* trigger, TwStr place)
{
  const TwLexiconRow* row = tw_lexicon_find(trigger->table, place);
  while (row && (row->kind == KIND_CLASS || !fits(trigger, row->value))) {
    row = row->next;
  }
  return row ? row->kind : KIND_NONE;
}

/* "It was announced": of what is said there is no patient beside the content,
 * and who is told something is no patient either. */
static bool
is_spoken_to(const Trigger* trigger, const TwFiller* filler)
{
  return filler->at == TW_AT_OBJECT &&
         (tw_positions_has(trigger->positions, TW_AT_ADDRESSEE,
                           filler->group) ||
          (trigger->speaks && trigger->has_content &&
           !is_in_class(trigger, TW_STR("announce"))));
}

/* "in an effort": no place. */
static bool
is_manner(const Trigger* trigger, const TwFiller* filler)
{
  const TwArticle* const article = trigger->article;
  const uint32_t head = article->groups.at[filler->group].head;
  return tw_lexicon_find_kind(trigger->table, article->tokens.at[head].lemma,
                              KIND_MANNER) != NULL;
}

static unsigned
part_of(const Trigger* trigger, const TwFiller* filler)
{
  /* Who is blamed for it plays a part in the blaming. */
  if ((filler->at == TW_AT_SUBJECT && trigger->speaks) || filler->blamed ||
      is_spoken_to(trigger, filler)) {
    return KIND_NONE;
  }
  if (filler->at == TW_AT_PREPOSITION) {
    const unsigned part = look_up(trigger, filler->word);
    return part == TW_PART_PLACE && is_manner(trigger, filler) ? KIND_NONE
                                                               : part;
  }
  /* "the charge of murder": what "of" leads is both object and phrase. */
  if (filler->at == TW_AT_OBJECT && filler->word.len &&
      look_up(trigger, filler->word) < TW_PART_COUNT) {
    return KIND_NONE;
  }
  return look_up(trigger, tw_at_name(filler->at));
}

/* The month of a date, the head of anything else. */
static uint32_t
head_of(const TwArticle* article, const TwGroup* group)
{
  for (uint32_t i = group->first;
       group->kind == TW_GROUP_TIME && i < group->end; ++i) {
    if (article->tokens.at[i].tag == TW_TAG_NNP) {
      return i;
    }
  }
  return group->head;
}

static void
add(const TwArticle* article, TwArena* arena, TwPartPlayed part, uint32_t token,
    TwParticipantVec* out)
{
  const TwToken* const at = &article->tokens.at[token];
  size_t start = at->start;
  for (size_t i = at->start; i + 1 < at->end; ++i) {
    start = article->document->source.s[i] == '-' ? i + 1 : start;
  }
  TwParticipant* const participant = TW_VEC_PUSH(arena, out);
  if (participant) {
    *participant = (TwParticipant){part, token, start};
  }
}

/* The first finite verb of what is said that stands in no relative or
 * adverbial clause; the infinitive that it is ("told him to go"). */
static uint32_t
content_verb(const TwArticle* article, const TwSentence* sentence,
             const TwPositions* positions)
{
  bool inside = false;
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    if (group->first < positions->content_first ||
        group->end > positions->content_end) {
      continue;
    }
    switch (group->kind) {
    case TW_GROUP_RELATIVE:
    case TW_GROUP_SUBORDINATOR:
      inside = true;
      break;
    case TW_GROUP_INFINITIVE:
      if (group->first == positions->content_first) {
        return g;
      }
      break;
    case TW_GROUP_ACTIVE:
    case TW_GROUP_PASSIVE:
      if (!inside) {
        return g;
      }
      inside = false;
      break;
    default:
      break;
    }
  }
  return NONE;
}

/* The verb, or what a copula says of its subject. */
static uint32_t
predicate(const TwArticle* article, const TwSentence* sentence, uint32_t verb)
{
  const TwGroup* const groups = article->groups.at;
  if (groups[verb].kind != TW_GROUP_ACTIVE ||
      !(groups[verb].classes & TW_WORD(COPULA))) {
    return groups[verb].head;
  }
  for (uint32_t g = verb + 1; g < sentence->end_group; ++g) {
    switch (groups[g].kind) {
    case TW_GROUP_NOUN:
    case TW_GROUP_ADJECTIVE:
      return groups[g].head;
    case TW_GROUP_ADVERB:
    case TW_GROUP_TIME:
    case TW_GROUP_POSSESSIVE:
      break;
    default:
      return groups[verb].head;
    }
  }
  return groups[verb].head;
}

void
tw_participants_read(const TwLexicon* participants, const TwArticle* article,
                     const TwSentence* sentence, const TwPositions* positions,
                     TwArena* arena, TwParticipantVec* out)
{
  const Trigger trigger = {
    .table = participants,
    .article = article,
    .positions = positions,
    .lemma = article->tokens.at[positions->token].lemma,
    .speaks = tw_positions_has(positions, TW_AT_SPEAKER, NONE),
    .has_content = positions->content_end > positions->content_first,
  };
  for (size_t i = 0; i < positions->fillers.count; ++i) {
    const TwFiller* const filler = &positions->fillers.at[i];
    const unsigned part = part_of(&trigger, filler);
    if (part < TW_PART_COUNT) {
      add(article, arena, (TwPartPlayed)part,
          head_of(article, &article->groups.at[filler->group]), out);
    }
  }
  const uint32_t verb =
    trigger.has_content ? content_verb(article, sentence, positions) : NONE;
  if (verb != NONE) {
    add(article, arena, TW_PART_CONTENT, predicate(article, sentence, verb),
        out);
  }
}
