/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/role.h"

#include "extract/mention/grammar.h"

/* What a role gets that nothing fills. */

#define NONE UINT32_MAX
/* Sentences at the top of an article that tell the news. */
#define NEWS_MAX 8

/* True if the words stand in `text`, whole. */
static bool
holds_words(TwStr text, TwStr words)
{
  const size_t at = words.len ? tw_str_find(text, words, 0) : SIZE_MAX;
  return at != SIZE_MAX && (at == 0 || text.s[at - 1] == ' ') &&
         (at + words.len == text.len || text.s[at + words.len] == ' ');
}

/* The article's entity of the country with that ISO code, or that is named in
 * the name of a public body: "Government of Peru". */
static uint32_t
country_of(const TwArticle* article, const TwEntity* entity)
{
  if (entity->type == TW_TYPE_COUNTRY) {
    return (uint32_t)(entity - article->entities.at);
  }
  for (size_t i = 0; entity->country.len && i < article->entities.count; ++i) {
    const TwEntity* const other = &article->entities.at[i];
    if (other->type == TW_TYPE_COUNTRY &&
        tw_str_equal(other->country, entity->country)) {
      return (uint32_t)i;
    }
  }
  const bool body = entity->type == TW_TYPE_GOVERNMENT_BODY;
  for (size_t i = 0; body && i < article->entities.count; ++i) {
    const TwEntity* const other = &article->entities.at[i];
    if (other->type == TW_TYPE_COUNTRY &&
        holds_words(entity->name, other->name)) {
      return (uint32_t)i;
    }
  }
  return TW_NO_ENTITY;
}

/* "Peruvian authorities" did it: from Peru. */
static void
default_to_owner(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const uint32_t group = frame->groups[role->fallback_role];
  TwValue value;
  if (role->fallback != TW_DEFAULT_COUNTRY || group == NONE ||
      !tw_value_owner(frame->reading, group, UINT32_C(1) << TW_TYPE_COUNTRY,
                      &value)) {
    return;
  }
  TwRole* const added = tw_role_add(frame, index, &value);
  if (added) {
    added->inferred = true;
  }
}

static void
default_to_role(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const TwStr from = frame->rule->roles[role->fallback_role].name;
  const size_t n = frame->draft.roles.count;
  for (size_t i = 0; i < n; ++i) {
    const TwRole of = frame->draft.roles.at[i];
    if (of.entity == TW_NO_ENTITY || !tw_str_equal(of.role, from)) {
      continue;
    }
    const uint32_t entity =
      role->fallback == TW_DEFAULT_COUNTRY
        ? country_of(article, &article->entities.at[of.entity])
        : of.entity;
    if (entity == TW_NO_ENTITY) {
      continue;
    }
    const TwType type = article->entities.at[entity].type;
    if (role->types && !(role->types & (UINT32_C(1) << type))) {
      continue;
    }
    const TwValue value = {.entity = entity, .type = type};
    TwRole* const added = tw_role_add(frame, index, &value);
    if (added) {
      added->span = of.span;
      added->inferred = true;
    }
    return;
  }
  default_to_owner(frame, index);
}

/* True if group `g` is a time before the document's day. */
static bool
is_past(const TwFrame* frame, uint32_t g)
{
  TwValue value;
  return frame->reading->article->groups.at[g].kind == TW_GROUP_TIME &&
         tw_value_date(frame->reading, g, &value) &&
         tw_str_compare(value.text, frame->reading->article->document->today) <
           0;
}

/* True if group `g` is a day that nobody can tell: "the next day" far from any
 * other. */
static bool
is_unknown_day(const TwFrame* frame, uint32_t g)
{
  const TwArticle* const article = frame->reading->article;
  const uint32_t index = article->groups.at[g].annotation;
  const TwAnnotation* const time =
    index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
  return time && time->type == TW_TYPE_DATE &&
         tw_str_find(time->value, TW_STR("X"), 0) != SIZE_MAX;
}

/* "has PREVIOUSLY been jailed" */
static bool
was_before(const TwFrame* frame)
{
  const TwArticle* const article = frame->reading->article;
  const TwGroup* const group = &article->groups.at[frame->positions->group];
  for (uint32_t i = group->first; i < group->end; ++i) {
    const TwLexiconRow* const row = tw_lexicon_find_kind(
      frame->reading->grammar, article->tokens.at[i].fold, TW_GRAMMAR_ADVERB);
    if (row && tw_str_equal(row->value, TW_STR("past"))) {
      return true;
    }
  }
  return false;
}

/* "In 1977 …", "was charged on May 5 and was FREED": the sentence tells of
 * another day before the trigger, in a clause that is neither relative nor
 * what is said; or the trigger has a time that is not its own for sure. */
static bool
is_of_other_day(const TwFrame* frame)
{
  const TwArticle* const article = frame->reading->article;
  const TwPositions* const positions = frame->positions;
  const TwFillerVec* const fillers = &positions->fillers;
  for (size_t i = 0; i < fillers->count; ++i) {
    const uint32_t g = fillers->at[i].group;
    if (fillers->at[i].at == TW_AT_TIME &&
        (is_past(frame, g) || is_unknown_day(frame, g))) {
      return true;
    }
  }
  const uint32_t first =
    article->sentences.at[frame->draft.sentence].first_group;
  for (uint32_t g = first; g < positions->group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    if (group->kind == TW_GROUP_RELATIVE ||
        group->kind == TW_GROUP_SUBORDINATOR) {
      return false;
    }
    if (is_past(frame, g) && !(group->first >= positions->content_first &&
                               group->first < positions->content_end)) {
      return true;
    }
  }
  return false;
}

/* The document's day is that of what it tells as news: in a main clause, and
 * not before something else that had happened. */
static bool
is_news(const TwFrame* frame)
{
  const TwGroup* const group =
    &frame->reading->article->groups.at[frame->positions->group];
  const bool had = /* "had been sent", not "has been sent" */
    frame->reading->article->tokens.at[group->first].tag == TW_TAG_VBD;
  return frame->draft.sentence < NEWS_MAX && !frame->draft.background &&
         !frame->positions->future && !frame->positions->modal &&
         !(group->perfect && had) && !was_before(frame) &&
         (frame->positions->form == TW_FORM_ACTIVE ||
          frame->positions->form == TW_FORM_PASSIVE);
}

static void
default_to_document(TwFrame* frame, uint32_t index)
{
  const TwStr today = frame->reading->article->document->today;
  if (!today.len || !is_news(frame) || is_of_other_day(frame)) {
    return;
  }
  const TwValue value = {
    .entity = TW_NO_ENTITY, .type = TW_TYPE_DATE, .text = today};
  TwRole* const added = tw_role_add(frame, index, &value);
  if (added) {
    added->inferred = true;
  }
}

static bool
default_to_scene(TwFrame* frame, uint32_t index)
{
  TwValue value;
  TwSpan evidence;
  if (!tw_role_day(frame, &value, &evidence)) {
    return false;
  }
  const TwSpan span =
    tw_article_span(frame->reading->article, value.first, value.end);
  /* The words are not this sentence's. */
  value.first = value.end = 0;
  TwRole* const added = tw_role_add(frame, index, &value);
  if (added) {
    added->span = span;
    added->evidence = evidence;
    added->inferred = true;
  }
  return true;
}

/* "Soldiers went to LIMA. There they arrested X.": the nearest one of its kind
 * in the sentence before, in the same paragraph. */
static void
default_to_previous(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const uint32_t s = frame->draft.sentence;
  const TwSentence* const here = &article->sentences.at[s];
  if (!s || here[-1].block != here->block) {
    return;
  }
  for (uint32_t g = here[-1].end_group; g-- > here[-1].first_group;) {
    const TwPlaceAt* const place =
      role->n_at && role->at[0].at == TW_AT_TIME ? &role->at[0] : NULL;
    TwValue value;
    if (!tw_role_read(frame, role, place, g, &value)) {
      continue;
    }
    const TwSpan span = tw_article_span(article, value.first, value.end);
    /* The words are not this sentence's. */
    value.first = value.end = 0;
    TwRole* const added = tw_role_add(frame, index, &value);
    if (added) {
      added->span = span;
      added->inferred = true;
    }
    return;
  }
}

void
tw_role_default(TwFrame* frame, uint32_t index)
{
  switch (frame->rule->roles[index].fallback) {
  case TW_DEFAULT_DOCUMENT:
    default_to_document(frame, index);
    break;
  case TW_DEFAULT_SCENE:
    (void)default_to_scene(frame, index);
    break;
  case TW_DEFAULT_DAY:
    if (!default_to_scene(frame, index)) {
      default_to_document(frame, index);
    }
    break;
  case TW_DEFAULT_PREVIOUS:
    default_to_previous(frame, index);
    break;
  case TW_DEFAULT_ROLE:
  case TW_DEFAULT_COUNTRY:
    default_to_role(frame, index);
    break;
  case TW_DEFAULT_NONE:
    break;
  }
}
