/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/relation.h"

#include "extract/mention/datevalue.h"
#include "extract/mention/number.h"
#include "extract/mention/wording.h"
#include "extract/pack/nearest.h"
#include "extract/rule/value.h"
#include "extract/rule/whole.h"
#include "extract/text/text.h"

static TwRole*
add_role(const TwArticle* article, TwDraft* draft, TwStr name, uint32_t first,
         uint32_t end)
{
  TwRole* const role = TW_VEC_PUSH(article->arena, &draft->roles);
  if (role) {
    *role = (TwRole){.role = name,
                     .entity = TW_NO_ENTITY,
                     .span = tw_article_span(article, first, end)};
  }
  return role;
}

static bool
has_entity(const TwDraft* draft, uint32_t entity)
{
  for (size_t i = 0; i < draft->roles.count; ++i) {
    if (draft->roles.at[i].entity == entity) {
      return true;
    }
  }
  return false;
}

/* Times as facts write them; lengths of time are told in words. */
static TwStr
value_of(const TwArticle* article, const TwAnnotation* annotation)
{
  if (annotation->type == TW_TYPE_DURATION) {
    return tw_article_text(article, annotation->first, annotation->end);
  }
  char date[TW_DATE_VALUE];
  const bool time =
    annotation->type == TW_TYPE_DATE || annotation->type == TW_TYPE_TIME;
  return time && tw_date_interval(annotation->value, date)
           ? tw_arena_copy(article->arena, tw_str(date))
           : annotation->value;
}

/* A thing, or the words of a title or an alias. An alias whose person is an
 * end already is words. */
static void
add_annotation(const TwArticle* article, TwDraft* draft, TwStr name,
               TwTypeSet types, const TwAnnotation* annotation)
{
  if (annotation->entity != TW_NO_ENTITY &&
      has_entity(draft, annotation->entity) && !draft->fact.is_event &&
      !(types & ((TwTypeSet)1 << TW_TYPE_NAME))) {
    draft->lost = true; /* Nobody is anything to himself */
    return;
  }
  TwRole* const role =
    add_role(article, draft, name, annotation->first, annotation->end);
  if (!role) {
    return;
  }
  role->type = annotation->type;
  if (annotation->entity != TW_NO_ENTITY &&
      (draft->fact.is_event || !has_entity(draft, annotation->entity))) {
    role->entity = annotation->entity;
    role->type = article->entities.at[annotation->entity].type;
  } else if (annotation->value.len && annotation->entity == TW_NO_ENTITY) {
    role->text = value_of(article, annotation);
  } else {
    role->text = tw_article_text(article, annotation->first, annotation->end);
  }
}

static void
add_meant(const TwArticle* article, TwDraft* draft, TwStr name, uint32_t token,
          uint32_t entity)
{
  if (!draft->fact.is_event && has_entity(draft, entity)) {
    draft->lost = true; /* Nobody is anything to himself */
  }
  TwRole* const role = add_role(article, draft, name, token, token + 1);
  if (role) {
    role->entity = entity;
    role->type = article->entities.at[entity].type;
  }
}

/* Adds the thing that a word alone stands for, or the people; false if it
 * stands for none. */
static bool
add_meaning(const TwArticle* article, TwDraft* draft, TwStr name,
            uint32_t token)
{
  const uint32_t group =
    tw_group_of(article, &article->sentences.at[draft->sentence], token);
  if (group == UINT32_MAX || article->groups.at[group].head != token) {
    return false;
  }
  const uint32_t entity = article->groups.at[group].entity;
  const TwMembers* const members = article->groups.at[group].members;
  if (entity != TW_NO_ENTITY) {
    add_meant(article, draft, name, token, entity);
    return true;
  }
  for (size_t i = 0; members && i < members->count; ++i) {
    add_meant(article, draft, name, token, members->at[i]);
  }
  return members != NULL;
}

/* The words of a slot that holds no annotation, one alone in its base form. */
static TwStr
words_of(const TwArticle* article, const TwDraft* draft, uint32_t first,
         uint32_t end)
{
  const TwToken* const token = &article->tokens.at[first];
  const bool lemma =
    end - first == 1 && token->lemma.len && token->lemma.s[0] != '@' &&
    tw_str_equal(draft->rule->language, TW_STR(TW_TAGGED_LANGUAGE));
  return lemma ? token->lemma : tw_article_text(article, first, end);
}

/* "third" as the number 3. */
static void
take_ordinal(const TwArticle* article, uint32_t token, TwRole* role)
{
  char number[32];
  const int64_t value = article->tokens.at[token].ordinal;
  const size_t length = tw_number_write(value * TW_NUMBER_ONE, number);
  role->text = tw_arena_copy(article->arena, (TwStr){number, length});
  role->type = TW_TYPE_NUMBER;
}

/* Adds what the slot holds: its annotations of the slot's types, the first one
 * only unless it is a list; or its words. */
static void
add_slot(const TwRuleReading* reading, TwDraft* draft, TwStr name,
         const TwSlot* slot, uint32_t first, uint32_t end)
{
  const TwArticle* const article = reading->article;
  bool found = false;
  for (uint32_t i = first; i < end && slot->types; ++i) {
    const uint32_t index = article->tokens.at[i].annotation;
    const TwAnnotation* const annotation =
      index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
    if (annotation && annotation->first == i && (!found || slot->list) &&
        slot->types & (UINT32_C(1) << annotation->type)) {
      add_annotation(article, draft, name, slot->types, annotation);
      found = true;
    }
  }
  if (found || (slot->types && end - first == 1 &&
                add_meaning(article, draft, name, first))) {
    return;
  }
  TwRole* const role = add_role(article, draft, name, first, end);
  if (role && slot->types & ((TwTypeSet)1 << TW_TYPE_ORDINAL)) {
    take_ordinal(article, first, role);
  } else if (role) {
    role->text = words_of(article, draft, first, end);
  }
}

/* The nickname in the names of the slot; false if there is none. */
static bool
add_nickname(const TwArticle* article, TwDraft* draft, TwStr name,
             uint32_t first, uint32_t end)
{
  const TwSpan span = tw_wording_nickname(article, first, end);
  TwRole* const role =
    span.start < span.end ? TW_VEC_PUSH(article->arena, &draft->roles) : NULL;
  if (role) {
    *role = (TwRole){
      .role = name,
      .entity = TW_NO_ENTITY,
      .type = TW_TYPE_NAME,
      .text = tw_str_slice(article->document->source, span.start, span.end),
      .span = span};
  }
  return role != NULL;
}

static bool
has_role(const TwDraft* draft, TwStr name)
{
  for (size_t i = 0; i < draft->roles.count; ++i) {
    if (tw_str_equal(draft->roles.at[i].role, name)) {
      return true;
    }
  }
  return false;
}

/* Fills roles that no slot fills with what stands nearest to the match; a time
 * that names no day, month or year fills none. */
static void
add_nearest(const TwArticle* article, const TwRule* rule, TwDraft* draft)
{
  const TwSentence* const at = &article->sentences.at[draft->sentence];
  for (size_t i = 0; i < rule->n_nearest; ++i) {
    const TwNearest* const wanted = &rule->nearest[i];
    char date[TW_DATE_VALUE];
    const uint32_t found =
      has_role(draft, wanted->role)
        ? TW_NO_ANNOTATION
        : tw_nearest_find(article, at, draft->first, draft->end, wanted->types);
    if (found == TW_NO_ANNOTATION) {
      continue;
    }
    const TwAnnotation* const thing = &article->annotations.at[found];
    const bool time =
      thing->type == TW_TYPE_DATE || thing->type == TW_TYPE_TIME;
    if (!time || tw_date_interval(thing->value, date)) {
      add_annotation(article, draft, wanted->role, wanted->types, thing);
    }
  }
}

static void
add_fact(TwRuleReading* reading, uint32_t sentence, const TwPatternHit* hit,
         const TwEmit* emit)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  TwDraft draft = {.rule = hit->rule,
                   .sentence = sentence,
                   .first = hit->first,
                   .end = hit->end,
                   .token = hit->first,
                   .n_words = hit->end - hit->first,
                   .fact = {.is_event = emit->is_event}};
  uint32_t filled = 0;
  /* A relation has two ends, an event is told by any of its roles. */
  const uint32_t least = emit->is_event ? 1 : 2;
  for (size_t i = 0; i < emit->n_roles; ++i) {
    const uint32_t slot = emit->roles[i].slot;
    const uint32_t first = hit->slots[slot][0];
    const uint32_t end = hit->slots[slot][1];
    const TwStr name = emit->roles[i].role;
    if (first < end && emit->roles[i].nickname) {
      filled += add_nickname(article, &draft, name, first, end);
    } else if (first < end) {
      const TwSlot* const what = &hit->rule->slots[slot];
      add_slot(reading, &draft, name, what, first, end);
      ++filled;
    }
  }
  if (draft.lost || (filled < emit->n_roles && filled < least) ||
      tw_whole_is_others(article, hit, &draft)) {
    return;
  }
  if (emit->is_event) {
    add_nearest(article, hit->rule, &draft);
  }
  for (size_t i = 0; i < hit->rule->n_set; ++i) {
    TwRole* const role = TW_VEC_PUSH(article->arena, &draft.roles);
    if (role) {
      *role = (TwRole){.role = hit->rule->set[i].role,
                       .entity = TW_NO_ENTITY,
                       .text = hit->rule->set[i].value};
    }
  }
  draft.fact = (TwFact){
    .term = emit->term,
    .is_event = emit->is_event,
    .certainty = hit->rule->certainty,
    .speaker = TW_NO_ENTITY,
    .evidence = tw_article_span(article, at->first, at->end),
    .trigger = tw_article_span(article, hit->first, hit->end),
    .rule = hit->rule->id,
  };
  TwDraft* const added = TW_VEC_PUSH(article->arena, &reading->drafts);
  if (added) {
    *added = draft;
  }
}

/* The first slot of the first fact says whose the sentence is. */
static void
add_saying(TwRuleReading* reading, uint32_t sentence, const TwPatternHit* hit)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  if (!hit->rule->attributes_sentence || !hit->rule->n_emits ||
      !hit->rule->emits[0].n_roles) {
    return;
  }
  const uint32_t slot = hit->rule->emits[0].roles[0].slot;
  const uint32_t first = hit->slots[slot][0];
  const uint32_t end = hit->slots[slot][1];
  const uint32_t index =
    first < end ? article->tokens.at[first].annotation : TW_NO_ANNOTATION;
  TwSaying* const saying =
    first < end ? TW_VEC_PUSH(article->arena, &reading->sayings) : NULL;
  if (!saying) {
    return;
  }
  *saying = (TwSaying){.speaker = index == TW_NO_ANNOTATION
                                    ? TW_NO_ENTITY
                                    : article->annotations.at[index].entity,
                       .sentence = sentence,
                       .first = at->first,
                       .end = at->end,
                       .rule = hit->rule,
                       .by_first = hit->first,
                       .by_end = hit->end};
  if (saying->speaker == TW_NO_ENTITY) {
    saying->words = tw_article_text(article, first, end);
  }
}

void
tw_relation_read(TwRuleReading* reading, uint32_t sentence, TwPatternHit* hit)
{
  if (tw_value_stands(reading->article, &hit->rule->without, hit->first,
                      hit->end)) {
    return;
  }
  add_saying(reading, sentence, hit);
  if (!tw_whole_told(reading->article, hit)) {
    return;
  }
  const bool whole = tw_whole_is(reading, sentence, hit);
  for (size_t i = 0; i < hit->rule->n_emits; ++i) {
    if (whole || hit->rule->emits[i].is_event) {
      add_fact(reading, sentence, hit, &hit->rule->emits[i]);
    }
  }
}
