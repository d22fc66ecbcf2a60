/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/telling.h"

#include "extract/mention/grammar.h"
#include "extract/rule/people.h"

/* True if the event needs somebody in that role. */
static bool
is_required(const TwRule* rule, TwStr role)
{
  for (size_t i = 0; i < rule->n_roles; ++i) {
    if (rule->require & (UINT32_C(1) << i) &&
        tw_str_equal(rule->roles[i].name, role)) {
      return true;
    }
  }
  return false;
}

/* How much a fact says of whom and what it is about. */
typedef enum {
  SAYS_NOTHING, ///< "A man was arrested"
  SAYS_WHAT,    ///< "A police officer was arrested": what somebody is
  SAYS_WHO,     ///< Names, counts or dates
} Says;

/* True if the people are several whom nothing counts. */
static bool
is_any_number(const TwRuleReading* reading, const TwDraft* draft,
              uint32_t entity)
{
  const TwArticle* const article = reading->article;
  const uint32_t g = tw_people_group(reading, draft, entity);
  return g != UINT32_MAX &&
         tw_tag_is_plural(article->tokens.at[article->groups.at[g].head].tag);
}

/* "Thieves are arrested": nothing that happened once. */
static bool
is_habit(const TwRuleReading* reading, const TwDraft* draft)
{
  const TwArticle* const article = reading->article;
  const uint32_t g =
    tw_group_of(article, &article->sentences.at[draft->sentence], draft->token);
  const TwGroup* const group = &article->groups.at[g];
  return draft->form != TW_FORM_NOMINAL && !group->past && !group->perfect;
}

/* The noun group that holds the role's words, or NULL. */
static const TwGroup*
group_of(const TwRuleReading* reading, const TwDraft* draft, const TwRole* role)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = &article->sentences.at[draft->sentence];
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    const TwSpan span = tw_article_span(article, group->first, group->end);
    if (role->span.start >= span.start && role->span.start < span.end) {
      return group;
    }
  }
  return NULL;
}

/* True for "Peruvian lawmakers", "Peru's military authorities". */
static bool
is_of_country(const TwRuleReading* reading, const TwDraft* draft,
              const TwRole* role)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const group = group_of(reading, draft, role);
  const uint32_t begin = article->sentences.at[draft->sentence].first;
  if (!group || !is_required(draft->rule, role->role)) {
    return false;
  }
  const bool owned =
    group->first > begin && group[-1].kind == TW_GROUP_POSSESSIVE;
  for (uint32_t i = owned ? group[-1].first : group->first; i < group->head;
       ++i) {
    const uint32_t index = article->tokens.at[i].annotation;
    if (index != TW_NO_ANNOTATION &&
        (article->annotations.at[index].type == TW_TYPE_NATIONALITY ||
         article->annotations.at[index].type == TW_TYPE_COUNTRY)) {
      return true;
    }
  }
  return false;
}

/* True for "officials" where an article has told before of whose country. */
static bool
is_known_official(const TwRuleReading* reading, const TwDraft* draft,
                  const TwRole* role)
{
  const TwGroup* const group = group_of(reading, draft, role);
  if (!group || !(group->classes & TW_WORD(OFFICIAL)) ||
      group->end - group->first > 1) {
    return false;
  }
  for (const TwDraft* other = reading->drafts.at; other < draft; ++other) {
    for (size_t i = 0; i < other->roles.count; ++i) {
      if (other->rule->content &&
          is_of_country(reading, other, &other->roles.at[i])) {
        return true;
      }
    }
  }
  return false;
}

/* Speakers who are known well enough without a name. */
static bool
is_known_speaker(const TwRuleReading* reading, const TwDraft* draft,
                 const TwRole* role)
{
  return draft->rule->content && (is_of_country(reading, draft, role) ||
                                  is_known_official(reading, draft, role));
}

/* "14 RIFLES": things of which the rule asks the number, and it is told. In
 * "a 9 mm pistol" it is not. */
static bool
is_counted(const TwRuleReading* reading, const TwDraft* draft,
           const TwRole* role)
{
  const TwRule* const rule = draft->rule;
  bool asked = false;
  for (size_t i = 0; i < rule->n_roles && !asked; ++i) {
    asked = rule->roles[i].take == TW_TAKE_COUNT &&
            tw_str_equal(rule->roles[rule->roles[i].from].name, role->role);
  }
  const TwGroup* const group = asked ? group_of(reading, draft, role) : NULL;
  return group && group->number != TW_NO_ANNOTATION &&
         reading->article->annotations.at[group->number].first == group->first;
}

/* "14 TONELADAS": words of a pattern that begin with a number. */
static bool
begins_with_number(const TwRuleReading* reading, const TwDraft* draft,
                   const TwRole* role)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = &article->sentences.at[draft->sentence];
  bool found = false;
  for (uint32_t i = sentence->first_annotation;
       draft->rule->kind == TW_RULE_PATTERN && i < sentence->end_annotation;
       ++i) {
    const TwAnnotation* const one = &article->annotations.at[i];
    found |= one->type == TW_TYPE_NUMBER &&
             article->tokens.at[one->first].start == role->span.start;
  }
  return found;
}

static Says
role_says(const TwRuleReading* reading, const TwDraft* draft,
          const TwRole* role)
{
  if (role->entity == TW_NO_ENTITY) {
    const bool figure =
      role->type == TW_TYPE_DATE || role->type == TW_TYPE_NUMBER;
    return is_known_speaker(reading, draft, role) ||
               (figure && !role->inferred) ||
               is_counted(reading, draft, role) ||
               begins_with_number(reading, draft, role)
             ? SAYS_WHO
             : SAYS_NOTHING;
  }
  const TwEntity* const entity = &reading->article->entities.at[role->entity];
  if (entity->type != TW_TYPE_GROUP || entity->count > 0 || entity->n_of > 0) {
    return SAYS_WHO;
  }
  if (is_known_speaker(reading, draft, role)) {
    return SAYS_WHO;
  }
  return entity->described && is_required(draft->rule, role->role) &&
             !(is_habit(reading, draft) &&
               is_any_number(reading, draft, role->entity))
           ? SAYS_WHAT
           : SAYS_NOTHING;
}

static Says
draft_says(const TwRuleReading* reading, const TwDraft* draft)
{
  Says most = SAYS_NOTHING;
  for (size_t i = 0; i < draft->roles.count; ++i) {
    const Says says = role_says(reading, draft, &draft->roles.at[i]);
    most = says > most ? says : most;
  }
  return most;
}

static bool
has_happened(const TwDraft* draft)
{
  return draft->fact.is_event && !draft->fact.negated &&
         draft->fact.certainty < TW_POSSIBLE;
}

/* Draft `i` tells of people by what they are. It stands if the article tells
 * of no event of its kind by more, and by none as full before it: "A police
 * officer was shot dead" is most likely told again by his name. */
static bool
stands_alone(const TwRuleReading* reading, const Says* says, size_t i)
{
  const TwDraft* const drafts = reading->drafts.at;
  const TwDraft* const own = &drafts[i];
  for (size_t k = 0; k < reading->drafts.count; ++k) {
    const TwDraft* const other = &drafts[k];
    if (k == i || other->lost || says[k] == SAYS_NOTHING ||
        !has_happened(other) ||
        !tw_str_equal(other->fact.term, own->fact.term)) {
      continue;
    }
    if (says[k] == SAYS_WHO || other->roles.count > own->roles.count ||
        (other->roles.count == own->roles.count && k < i)) {
      return false;
    }
  }
  return has_happened(own);
}

TwStatus
tw_telling_settle(TwRuleReading* reading)
{
  const size_t n = reading->drafts.count;
  Says* const says = TW_NEW(reading->article->arena, Says, n + 1);
  if (!says) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    says[i] = draft_says(reading, &reading->drafts.at[i]);
  }
  for (size_t i = 0; i < n; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    if (!draft->lost && says[i] != SAYS_WHO &&
        (says[i] == SAYS_NOTHING || !stands_alone(reading, says, i))) {
      draft->loss = TW_LOSS_EMPTY;
    }
  }
  for (size_t i = 0; i < n; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    draft->lost |= draft->loss == TW_LOSS_EMPTY;
  }
  return TW_OK;
}
