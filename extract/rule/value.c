/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/value.h"

#include "extract/mention/datevalue.h"
#include "extract/mention/grammar.h"
#include "extract/rule/inner.h"
#include "extract/rule/people.h"

#define NONE UINT32_MAX
/* Phrases that hang on a noun group, one on the other. */
#define MAX_TAIL 4

const TwSentence*
tw_value_sentence(const TwRuleReading* reading, uint32_t group)
{
  return &reading->article->sentences.at[reading->sentence_of[group]];
}

/* The kind of group `i`, 0 outside the sentence of group `of`. */
static char
kind_at(const TwRuleReading* reading, uint32_t of, uint32_t i)
{
  const TwSentence* const sentence = tw_value_sentence(reading, of);
  return i >= sentence->first_group && i < sentence->end_group
           ? reading->article->groups.at[i].kind
           : '\0';
}

static bool
is_noun(char kind)
{
  return kind == TW_GROUP_NOUN || kind == TW_GROUP_POSSESSIVE;
}

/* True if group `i` is a preposition that ties a noun to the one before. */
static bool
is_of(const TwRuleReading* reading, uint32_t of, uint32_t i)
{
  const TwArticle* const article = reading->article;
  return kind_at(reading, of, i) == TW_GROUP_PREPOSITION &&
         tw_grammar_classes(reading->grammar,
                            &article->tokens.at[article->groups.at[i].first]) &
           TW_WORD(OF);
}

uint32_t
tw_value_of(const TwRuleReading* reading, uint32_t group)
{
  if (!is_of(reading, group, group + 1)) {
    return NONE;
  }
  uint32_t at = group + 2;
  while (kind_at(reading, group, at) == TW_GROUP_POSSESSIVE) {
    ++at;
  }
  return kind_at(reading, group, at) == TW_GROUP_NOUN ? at : NONE;
}

static const TwAnnotation*
annotation_at(const TwRuleReading* reading, uint32_t index)
{
  return index == TW_NO_ANNOTATION ? NULL
                                   : &reading->article->annotations.at[index];
}

/* The annotation of the group's head, or NULL. */
static const TwAnnotation*
head_annotation(const TwRuleReading* reading, uint32_t group)
{
  return annotation_at(reading, reading->article->groups.at[group].annotation);
}

static bool
has_type(TwTypeSet types, TwType type)
{
  return types == 0 || types & (UINT32_C(1) << type);
}

/* The thing, if it is of one of `types`; tokens [first, end) name it. */
static bool
value_of(const TwRuleReading* reading, uint32_t entity, uint32_t first,
         uint32_t end, TwTypeSet types, TwValue* out_value)
{
  if (entity == TW_NO_ENTITY) {
    return false;
  }
  const TwType type = reading->article->entities.at[entity].type;
  if (!has_type(types, type)) {
    return false;
  }
  *out_value =
    (TwValue){.entity = entity, .type = type, .first = first, .end = end};
  return true;
}

/* What the head names or, being "he" or "the suspect", points to; an amount of
 * money in words. */
static bool
head_value(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
           TwValue* out_value)
{
  const TwGroup* const at = &reading->article->groups.at[group];
  const TwAnnotation* const head = head_annotation(reading, group);
  if (head && head->type == TW_TYPE_MONEY &&
      types & UINT32_C(1) << TW_TYPE_MONEY) {
    *out_value = (TwValue){
      .entity = TW_NO_ENTITY,
      .type = TW_TYPE_MONEY,
      .text = tw_article_text(reading->article, head->first, head->end),
      .first = head->first,
      .end = head->end};
    return true;
  }
  return value_of(reading, at->entity, head ? head->first : at->first,
                  head ? head->end : at->end, types, out_value);
}

uint32_t
tw_value_apposition(const TwRuleReading* reading, uint32_t group)
{
  uint32_t at = group;
  for (int n = 0; n < MAX_TAIL; ++n) {
    const uint32_t next = tw_value_of(reading, at);
    if (next == NONE) {
      break;
    }
    at = next;
  }
  if (kind_at(reading, group, at + 1) != TW_GROUP_COMMA ||
      !is_noun(kind_at(reading, group, at + 2))) {
    return NONE;
  }
  const TwAnnotation* const name = head_annotation(reading, at + 2);
  uint32_t behind = at + 3;
  while (kind_at(reading, group, behind) == TW_GROUP_ADVERB) {
    ++behind;
  }
  const char after = kind_at(reading, group, behind);
  /* "killed a man, Mayor X said": the subject of the next clause */
  const bool subject = after == TW_GROUP_ACTIVE || after == TW_GROUP_PASSIVE;
  return name && name->type == TW_TYPE_PERSON && !subject &&
             after != TW_GROUP_CONJUNCTION && after != TW_GROUP_NOUN
           ? at + 2
           : NONE;
}

/* True if the head is a role or a common noun for people. */
static bool
is_person_noun(const TwRuleReading* reading, uint32_t group)
{
  const TwAnnotation* const head = head_annotation(reading, group);
  return (head && head->type == TW_TYPE_ROLE) || tw_people_is(reading, group);
}

/* The person who is named beside the noun for him: inside of the group ("the
 * suspect Juan Pardo, 30"), or in apposition. */
static bool
named_beside(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
             TwValue* out_value)
{
  if (!is_person_noun(reading, group)) {
    return false;
  }
  const uint32_t beside = tw_value_apposition(reading, group);
  const uint32_t name =
    beside == NONE ? tw_inner_identified(reading, group) : beside;
  return name != NONE && head_value(reading, name, types, out_value);
}

/* True if the head is a common noun for bodies of one of `types`: "the
 * court". */
static bool
is_body_noun(const TwRuleReading* reading, uint32_t group, TwTypeSet types)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwStr words[] = {article->tokens.at[at->head].lemma};
  uint32_t bits = 0;
  uint32_t entry = 0;
  if (at->annotation != TW_NO_ANNOTATION || types == 0 ||
      !tw_gazetteer_longest(reading->gazetteer, words, 1, &bits, &entry) ||
      !(bits & TW_GAZ_ORG_NOUN)) {
    return false;
  }
  const size_t n = tw_gazetteer_meanings(reading->gazetteer, entry);
  for (size_t i = 0; i < n; ++i) {
    if (has_type(types,
                 tw_gazetteer_meaning(reading->gazetteer, entry, i).type)) {
      return true;
    }
  }
  return false;
}

/* True if what the group does its country does: "Peruvian authorities", "the
 * Indian navy", but not "Somali pirates". */
static bool
is_official(const TwRuleReading* reading, uint32_t group)
{
  const TwGroup* const at = &reading->article->groups.at[group];
  return at->classes & TW_WORD(OFFICIAL) ||
         is_body_noun(reading, group, UINT32_C(1) << TW_TYPE_GOVERNMENT_BODY);
}

/* The body that stands behind those who act for it: "detectives from the
 * HARBOUR POLICE". */
static bool
body_behind(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
            TwValue* out_value)
{
  const TwGroup* const groups = reading->article->groups.at;
  return groups[group].classes & TW_WORD(OFFICIAL) &&
         kind_at(reading, group, group + 1) == TW_GROUP_PREPOSITION &&
         groups[group + 1].classes & (TW_WORD(OF) | TW_WORD(GERUND)) &&
         kind_at(reading, group, group + 2) == TW_GROUP_NOUN &&
         head_value(reading, group + 2, types, out_value) &&
         out_value->type == TW_TYPE_GOVERNMENT_BODY;
}

/* The country or body that the group's people or body belong to: "Peruvian
 * authorities", "U.S. prosecutors", "National Guard detectives". */
bool
tw_value_owner(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  const bool of_body =
    at->classes & TW_WORD(OFFICIAL) ||
    (head->gaz | tw_gazetteer_word(reading->gazetteer, head->lemma)) &
      TW_GAZ_ORG_NOUN;
  const TwAnnotation* const named = head_annotation(reading, group);
  if (types == 0 || (named && named->type != TW_TYPE_ROLE)) {
    return false;
  }
  for (uint32_t i = at->first; i < at->head; ++i) {
    const TwAnnotation* const inside =
      annotation_at(reading, article->tokens.at[i].annotation);
    const bool body = inside && inside->end == at->head && of_body &&
                      tw_type_is(inside->type, TW_TYPE_ORGANIZATION);
    const bool nation = inside && inside->type == TW_TYPE_NATIONALITY &&
                        is_official(reading, group);
    if (inside && (body || nation) &&
        value_of(reading, inside->entity, inside->first, inside->end, types,
                 out_value)) {
      return true;
    }
  }
  return false;
}

bool
tw_value_thing(TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  if (!is_noun(at->kind)) {
    return false;
  }
  if (head_value(reading, group, types, out_value) ||
      named_beside(reading, group, types, out_value) ||
      tw_inner_place(reading, group, types, out_value)) {
    return true;
  }
  if (has_type(types, TW_TYPE_GROUP)) {
    const uint32_t people = tw_people_of(reading, group);
    if (people != TW_NO_ENTITY) {
      *out_value = (TwValue){.entity = people,
                             .type = TW_TYPE_GROUP,
                             .first = at->first,
                             .end = at->end};
      return true;
    }
  }
  /* "Peruvian authorities" are told of in words, "U.S. prosecutors" not. */
  const bool said = article->tokens.at[at->head].tag == TW_TAG_NNS &&
                    is_body_noun(reading, group, types) &&
                    tw_value_people(reading, group, out_value);
  return said || body_behind(reading, group, types, out_value) ||
         tw_value_owner(reading, group, types, out_value) ||
         (is_body_noun(reading, group, types) &&
          tw_value_people(reading, group, out_value));
}

/* True if the token leads a noun group and says nothing of it. */
static bool
is_lead(const TwToken* token)
{
  return token->tag == TW_TAG_DT || token->tag == TW_TAG_PDT ||
         token->tag == TW_TAG_PRPS || token->tag == TW_TAG_POS ||
         token->tag == TW_TAG_CC || token->tag == TW_TAG_IN ||
         !(token->shape & TW_SHAPE_LETTER || token->shape & TW_SHAPE_DIGIT);
}

/* "at least six": the two belong together. */
static bool
leads_degree(const TwArticle* article, uint32_t token)
{
  const TwTag tag = (TwTag)article->tokens.at[token + 1].tag;
  return article->tokens.at[token].tag == TW_TAG_IN &&
         (tag == TW_TAG_JJS || tag == TW_TAG_RBS);
}

/* "$" is part of an amount. */
static bool
is_currency(const TwRuleReading* reading, uint32_t token)
{
  const TwAnnotation* const amount =
    annotation_at(reading, reading->article->tokens.at[token].annotation);
  return amount && amount->type == TW_TYPE_MONEY;
}

static bool
is_pronoun(const TwToken* token)
{
  return token->tag == TW_TAG_PRP || token->tag == TW_TAG_DT ||
         token->tag == TW_TAG_WP || token->tag == TW_TAG_WDT ||
         token->tag == TW_TAG_EX;
}

/* True for a noun that ties people to a body: "MEMBERSHIP in". */
static bool
ties(const TwRuleReading* reading, uint32_t group)
{
  return kind_at(reading, group, group) == TW_GROUP_NOUN &&
         reading->article->groups.at[group].classes & TW_WORD(BELONG);
}

/* True if what hangs on a noun ends before group `i`: a place, a time or a
 * person there belongs to the event, not to the words. What a gerund does
 * may be for a body: "giving money to a gang". */
static bool
is_apart(const TwRuleReading* reading, uint32_t i, bool gerund)
{
  const TwAnnotation* const head = head_annotation(reading, i);
  if (head) {
    return tw_type_is(head->type, TW_TYPE_PLACE) ||
           head->type == TW_TYPE_DATE || head->type == TW_TYPE_TIME;
  }
  const TwArticle* const article = reading->article;
  const TwGroup* const group = &article->groups.at[i];
  return group->end - group->first > 1 && /* not "in prison" */
         article->tokens.at[group->head].gaz &
           (TW_GAZ_PLACE_NOUN | (gerund ? 0 : TW_GAZ_ORG_NOUN));
}

/* True if group `i` names a body. */
static bool
names_body(const TwRuleReading* reading, uint32_t i)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const group = &article->groups.at[i];
  for (uint32_t token = group->first; token < group->end; ++token) {
    const TwAnnotation* const inside =
      annotation_at(reading, article->tokens.at[token].annotation);
    if (inside && tw_type_is(inside->type, TW_TYPE_ORGANIZATION)) {
      return true;
    }
  }
  return false;
}

/* The last of the bodies that are listed from group `i` on: "the Red Hill and
 * Black River cartels". */
static uint32_t
list_end(const TwRuleReading* reading, uint32_t i)
{
  while (names_body(reading, i)) {
    const char joint = kind_at(reading, i, i + 1);
    if ((joint != TW_GROUP_COMMA && joint != TW_GROUP_CONJUNCTION) ||
        kind_at(reading, i, i + 2) != TW_GROUP_NOUN ||
        !names_body(reading, i + 2)) {
      break;
    }
    i += 2;
  }
  return i;
}

/* True for "after" and the like, which tell of something else. */
static bool
opens_clause(const TwRuleReading* reading, uint32_t i)
{
  return reading->article->groups.at[i].classes & TW_WORD(CLAUSE);
}

/* The last group of the phrase that begins with `group`. */
static uint32_t
phrase_end(const TwRuleReading* reading, uint32_t group, uint32_t limit)
{
  uint32_t at = group;
  const bool gerund =
    group && kind_at(reading, group, group - 1) == TW_GROUP_GERUND;
  for (int n = 0; n < MAX_TAIL; ++n) {
    const char next = kind_at(reading, group, at + 1);
    const bool tied = is_of(reading, group, at + 1);
    if ((next != TW_GROUP_PREPOSITION && next != TW_GROUP_INFINITIVE) ||
        opens_clause(reading, at + 1)) {
      break;
    }
    uint32_t to = at + 2;
    while (kind_at(reading, group, to) == TW_GROUP_POSSESSIVE) {
      ++to;
    }
    if (next == TW_GROUP_INFINITIVE &&
        kind_at(reading, group, to) != TW_GROUP_NOUN && at + 1 < limit) {
      ++at; /* "conspiracy to defraud" */
      continue;
    }
    if (kind_at(reading, group, to) != TW_GROUP_NOUN || to >= limit ||
        (!tied && !ties(reading, at) && next != TW_GROUP_INFINITIVE &&
         is_apart(reading, to, gerund))) {
      break;
    }
    at = list_end(reading, to);
  }
  return at;
}

uint32_t
tw_value_pair(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const uint32_t second = group + 2;
  if (kind_at(reading, group, group + 1) != TW_GROUP_CONJUNCTION ||
      !kind_at(reading, group, second)) {
    return NONE;
  }
  const TwGroup* const groups = article->groups.at;
  const TwToken* const tokens = article->tokens.at;
  return tw_lexicon_find_value(reading->grammar,
                               tokens[groups[group].head].fold, TW_GRAMMAR_PAIR,
                               tokens[groups[second].head].fold)
           ? second
           : NONE;
}

bool
tw_value_is_reduced(const TwRuleReading* reading, uint32_t group)
{
  if (group == NONE ||
      kind_at(reading, group, group) != TW_GROUP_SUBORDINATOR) {
    return false;
  }
  const char behind = kind_at(reading, group, group + 1);
  return behind == TW_GROUP_PREPOSITION || behind == TW_GROUP_ADJECTIVE ||
         behind == TW_GROUP_PARTICIPLE;
}

/* "killing Olga Prats in Lima", "robbing his uncle": a gerund ends as its
 * object does, "driving while intoxicated" with how it was done, and a pair as
 * its second word. */
static uint32_t
words_end(const TwRuleReading* reading, uint32_t group, uint32_t limit)
{
  const uint32_t second = tw_value_pair(reading, group);
  group = second == NONE ? group : second;
  if (kind_at(reading, group, group) != TW_GROUP_GERUND) {
    return phrase_end(reading, group, limit);
  }
  uint32_t object = group + 1;
  while (kind_at(reading, group, object) == TW_GROUP_POSSESSIVE) {
    ++object;
  }
  if (kind_at(reading, group, object) == TW_GROUP_NOUN) {
    return phrase_end(reading, object, limit);
  }
  if (!tw_value_is_reduced(reading, group + 1)) {
    return phrase_end(reading, group, limit);
  }
  const bool led = kind_at(reading, group, group + 2) == TW_GROUP_PREPOSITION;
  return phrase_end(reading, group + (led ? 1 : 2), limit);
}

/* The token with which the words of group `group` begin: "SEXUALLY assaulting
 * X", but not "ALLEGEDLY killing X". */
static uint32_t
words_first(const TwRuleReading* reading, uint32_t group)
{
  const TwGroup* const groups = reading->article->groups.at;
  const bool manner =
    groups[group].kind == TW_GROUP_GERUND &&
    kind_at(reading, group, group - 1) == TW_GROUP_ADVERB &&
    !(groups[group - 1].classes & (TW_WORD(ADVERB) | TW_WORD(NEGATION)));
  return groups[group - manner].first;
}

/* Where the words [first, end) end before a bracket that stays open: "fraud
 * (Case". */
static uint32_t
whole_end(const TwArticle* article, uint32_t first, uint32_t end)
{
  const TwToken* const tokens = article->tokens.at;
  uint32_t i = end;
  while (i > first + 1 && tokens[i - 1].tag != TW_TAG_CLOSE) {
    --i;
    end = tokens[i].tag == TW_TAG_OPEN ? i : end;
  }
  return end;
}

/* The words of groups [group, last] without the article. */
static bool
read_words(const TwRuleReading* reading, uint32_t group, uint32_t last,
           TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  uint32_t first = words_first(reading, group);
  const TwGroup* const tail = &article->groups.at[last];
  const bool marked = tail->kind == TW_GROUP_POSSESSIVE &&
                      article->tokens.at[tail->end - 1].tag == TW_TAG_POS;
  const uint32_t end = whole_end(article, first, tail->end - marked);
  if (is_pronoun(&article->tokens.at[at->head]) && at->end - at->first == 1) {
    return false;
  }
  while (first < at->head && is_lead(&article->tokens.at[first]) &&
         !leads_degree(article, first) && !is_currency(reading, first)) {
    ++first;
  }
  *out_value = (TwValue){.entity = TW_NO_ENTITY,
                         .text = tw_article_text(article, first, end),
                         .first = first,
                         .end = end};
  return out_value->text.len > 0;
}

bool
tw_value_words(const TwRuleReading* reading, uint32_t group, uint32_t limit,
               TwValue* out_value)
{
  return read_words(reading, group, words_end(reading, group, limit),
                    out_value);
}

/* True for whom a verb blames, so that "of" tells for what: "convicted A MAN of
 * theft". */
static bool
is_blamed(const TwRuleReading* reading, uint32_t group)
{
  uint32_t verb = group - 1;
  while (kind_at(reading, group, verb) == TW_GROUP_POSSESSIVE) {
    --verb;
  }
  const uint64_t blames = TW_WORD(CHARGE) | TW_WORD(BLAME);
  return kind_at(reading, group, verb) &&
         (reading->article->groups.at[verb].classes & blames) == blames;
}

bool
tw_value_people(const TwRuleReading* reading, uint32_t group,
                TwValue* out_value)
{
  uint32_t last = group;
  for (int n = is_blamed(reading, group) ? MAX_TAIL : 0; n < MAX_TAIL; ++n) {
    const uint32_t next = tw_value_of(reading, last);
    if (next == NONE) {
      break;
    }
    last = list_end(reading, next);
  }
  return read_words(reading, group, last, out_value);
}

bool
tw_value_date(TwRuleReading* reading, uint32_t group, TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  for (uint32_t i = at->first; i < at->end; ++i) {
    const TwAnnotation* const time =
      annotation_at(reading, article->tokens.at[i].annotation);
    char date[TW_DATE_VALUE];
    if (!time || (time->type != TW_TYPE_DATE && time->type != TW_TYPE_TIME) ||
        !tw_date_interval(time->value, date)) {
      continue;
    }
    *out_value = (TwValue){.entity = TW_NO_ENTITY,
                           .type = TW_TYPE_DATE,
                           .text = tw_arena_copy(article->arena, tw_str(date)),
                           .first = time->first,
                           .end = time->end};
    return out_value->text.s != NULL;
  }
  return false;
}
