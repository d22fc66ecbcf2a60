/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/role.h"

#include "extract/rule/inner.h"

#define NONE UINT32_MAX

bool
tw_role_is_at(const TwFiller* filler, const TwPlaceAt* place)
{
  if (place->at == TW_AT_PREPOSITION) {
    return filler->at != TW_AT_TIME && filler->word.len &&
           tw_str_equal(filler->word, place->word);
  }
  if (place->at == TW_AT_TIME && place->word.len) {
    return filler->at == TW_AT_TIME && tw_str_equal(filler->word, place->word);
  }
  return filler->at == place->at ||
         (place->at == TW_AT_SPEAKER && filler->at == TW_AT_SUBJECT) ||
         (place->at == TW_AT_SUBJECT && filler->at == TW_AT_SPEAKER);
}

/* "charged with the MURDER of X": what a value tells of is no surer. */
static void
note_inside(TwFrame* frame, const TwRuleRole* role, const TwValue* value)
{
  TwDraft* const draft = &frame->draft;
  if (role->inside == TW_ASSERTED) {
    return;
  }
  draft->inside = role->inside;
  if (draft->inside_end == 0 || value->first < draft->inside_first) {
    draft->inside_first = value->first;
  }
  if (value->end > draft->inside_end) {
    draft->inside_end = value->end;
  }
}

static TwRole*
add_role(TwFrame* frame, uint32_t index, const TwValue* value)
{
  const TwArticle* const article = frame->reading->article;
  TwRoleVec* const roles = &frame->draft.roles;
  const TwStr name = frame->rule->roles[index].name;
  if (frame->rule->roles[index].silent) {
    note_inside(frame, &frame->rule->roles[index], value);
    ++frame->counts[index];
    return NULL;
  }
  for (size_t i = 0; i < roles->count; ++i) {
    TwRole* const role = &roles->at[i];
    if (tw_str_equal(role->role, name) && role->entity == value->entity &&
        tw_str_equal(role->text, value->text)) {
      return role;
    }
  }
  TwRole* const role = TW_VEC_PUSH(article->arena, roles);
  if (!role) {
    return NULL;
  }
  *role = (TwRole){.role = name,
                   .entity = value->entity,
                   .text = value->text,
                   .type = value->type};
  if (value->end > value->first) {
    role->span = tw_article_span(article, value->first, value->end);
    note_inside(frame, &frame->rule->roles[index], value);
    if (value->first < frame->draft.first) {
      frame->draft.first = value->first;
    }
    if (value->end > frame->draft.end) {
      frame->draft.end = value->end;
    }
  }
  ++frame->counts[index];
  return role;
}

/* True if a role of the rule may stand where the filler stands. What the same
 * preposition leads as `place` is not asked for the role again: "charged with
 * assault WITH a gun". */
static bool
is_asked(const TwRule* rule, const TwRuleRole* role, const TwPlaceAt* place,
         const TwFiller* filler)
{
  for (size_t r = 0; r < rule->n_roles; ++r) {
    for (size_t p = 0; p < rule->roles[r].n_at; ++p) {
      const bool again = &rule->roles[r] == role && place &&
                         tw_str_equal(filler->word, place->word);
      if (!again && tw_role_is_at(filler, &rule->roles[r].at[p])) {
        return true;
      }
    }
  }
  return false;
}

/* The group behind `group` that is a role's of its own, so that words end
 * before it. */
static uint32_t
next_phrase(const TwFrame* frame, const TwRuleRole* role,
            const TwPlaceAt* place, uint32_t group)
{
  const TwFillerVec* const fillers = &frame->positions->fillers;
  uint32_t next = NONE;
  for (size_t i = 0; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    if (filler->group > group && filler->group < next &&
        is_asked(frame->rule, role, place, filler)) {
      next = filler->group;
    }
  }
  return next;
}

/* True if another role says how many there are. */
static bool
is_counted(const TwFrame* frame, const TwRuleRole* role)
{
  for (size_t i = 0; i < frame->rule->n_roles; ++i) {
    const TwRuleRole* const other = &frame->rule->roles[i];
    if (other->take == TW_TAKE_COUNT &&
        &frame->rule->roles[other->from] == role) {
      return true;
    }
  }
  return false;
}

/* The words of things that are counted: "40 WEAPONS". */
static bool
read_counted(const TwFrame* frame, uint32_t group, TwValue* out_value)
{
  const TwArticle* const article = frame->reading->article;
  const TwGroup* const at = &article->groups.at[group];
  if (!tw_value_people(frame->reading, group, out_value)) {
    return false;
  }
  const uint32_t first = at->number == TW_NO_ANNOTATION
                           ? 0
                           : article->annotations.at[at->number].end;
  if (first > out_value->first && first <= at->head) {
    out_value->first = first;
    out_value->text = tw_article_text(article, first, out_value->end);
  }
  return true;
}

/* The value that the group has for the role. */
static bool
read_value(const TwFrame* frame, const TwRuleRole* role, const TwPlaceAt* place,
           uint32_t group, TwValue* out_value)
{
  TwRuleReading* const reading = frame->reading;
  if (place && place->at == TW_AT_TIME) {
    return tw_value_date(reading, group, out_value);
  }
  const bool headed =
    role->words.count && tw_value_has_head(reading, group, &role->words);
  if (role->types && tw_value_thing(reading, group, role->types, out_value)) {
    if (role->named && (out_value->entity == TW_NO_ENTITY ||
                        out_value->type == TW_TYPE_GROUP)) {
      return false;
    }
    return !role->words.count || headed ||
           (out_value->type != TW_TYPE_GROUP &&
            out_value->entity != TW_NO_ENTITY);
  }
  if (role->words.count ? !headed : role->types != 0 && !role->text) {
    return false;
  }
  if (!role->text && !role->words.count &&
      tw_value_thing(reading, group, 0, out_value)) {
    return true;
  }
  if (headed && !tw_value_is_headed(reading, group, &role->words)) {
    group = tw_value_of(reading, group); /* "two bags of GOLD" */
  }
  return is_counted(frame, role)
           ? read_counted(frame, group, out_value)
           : tw_value_words(reading, group,
                            next_phrase(frame, role, place, group), out_value);
}

static bool
is_taken(const TwFrame* frame, uint32_t group)
{
  for (size_t i = 0; i < frame->rule->n_roles; ++i) {
    if (frame->groups[i] == group && !frame->rule->roles[i].silent) {
      return true;
    }
  }
  return false;
}

static bool
add_value(TwFrame* frame, uint32_t index, uint32_t group, const TwValue* value)
{
  if (frame->groups[index] == NONE) {
    frame->groups[index] = group;
  }
  (void)add_role(frame, index, value);
  return frame->rule->roles[index].list;
}

/* "two counts of fraud and theft", "drug charges": what the head of the group
 * only leads up to. */
static void
fill_through(TwFrame* frame, uint32_t index, const TwPlaceAt* place,
             uint32_t group)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  TwRuleReading* const reading = frame->reading;
  TwValue value;
  uint32_t of = tw_value_of(reading, group);
  of = of == NONE ? tw_inner_examples(reading, group) : of;
  if (of == NONE) {
    if (tw_inner_kind(reading, group, &value)) {
      (void)add_value(frame, index, group, &value);
    }
    return;
  }
  for (; of != NONE; of = tw_inner_next(reading, of)) {
    if (tw_value_is_headed(reading, of, &role->through)) {
      const uint32_t inner = tw_value_of(reading, of);
      of = inner == NONE ? of : inner;
    }
    if (read_value(frame, role, place, of, &value) &&
        !add_value(frame, index, of, &value)) {
      return;
    }
  }
}

/* "six men, including X and Y": those who are named. */
static void
fill_included(TwFrame* frame, uint32_t index, uint32_t group)
{
  TwValue value;
  const uint32_t count = frame->counts[index];
  uint32_t name = tw_inner_included(frame->reading, group);
  for (; name != NONE; name = tw_inner_next(frame->reading, name)) {
    if (tw_value_thing(frame->reading, name, UINT32_C(1) << TW_TYPE_PERSON,
                       &value)) {
      (void)add_value(frame, index, name, &value);
    }
  }
  frame->counts[index] = count; /* They are some of the group */
}

/* What the words before the trigger's head say: "DRUG charges". */
static void
fill_modifier(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwRuleReading* const reading = frame->reading;
  const uint32_t group = frame->positions->group;
  TwValue value;
  if (frame->positions->form == TW_FORM_NOMINAL &&
      (role->types ? tw_inner_thing(reading, group, role->types, &value)
                   : tw_inner_kind(reading, group, &value))) {
    (void)add_role(frame, index, &value);
  }
}

/* The members of one list: the filler and its conjuncts behind it. */
static void
fill_list(TwFrame* frame, uint32_t index, const TwPlaceAt* place, size_t first)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwFillerVec* const fillers = &frame->positions->fillers;
  for (size_t i = first; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    TwValue value;
    if (i > first && (filler->conjunct == 0 || !tw_role_is_at(filler, place))) {
      break;
    }
    if (role->through.count &&
        tw_value_is_headed(frame->reading, filler->group, &role->through)) {
      fill_through(frame, index, place, filler->group);
      if (frame->counts[index] && !role->list) {
        break;
      }
      continue;
    }
    if (!read_value(frame, role, place, filler->group, &value)) {
      continue;
    }
    if (!add_value(frame, index, filler->group, &value)) {
      break;
    }
    if (value.type == TW_TYPE_GROUP) {
      fill_included(frame, index, filler->group);
    }
  }
}

/* What the trigger's own group says: "the 2018 DRUG conviction". */
static void
fill_from_trigger(TwFrame* frame, uint32_t index, TwAt at)
{
  TwValue value;
  if (at == TW_AT_MODIFIER) {
    fill_modifier(frame, index);
  } else if (at == TW_AT_TIME && frame->positions->form == TW_FORM_NOMINAL &&
             tw_value_date(frame->reading, frame->positions->group, &value)) {
    (void)add_role(frame, index, &value);
  }
}

static void
fill_from_places(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwFillerVec* const fillers = &frame->positions->fillers;
  for (size_t p = 0; p < role->n_at; ++p) {
    if (frame->counts[index] && !role->each) {
      return;
    }
    fill_from_trigger(frame, index, role->at[p].at);
    for (size_t i = 0; i < fillers->count; ++i) {
      const TwFiller* const filler = &fillers->at[i];
      const bool done = frame->counts[index] && !role->each;
      if (done) {
        return;
      }
      if (tw_role_is_at(filler, &role->at[p]) && filler->conjunct == 0 &&
          !is_taken(frame, filler->group)) {
        fill_list(frame, index, &role->at[p], i);
      }
    }
  }
}

/* The mention of one of the types in the sentence that is nearest to the
 * trigger. */
static void
fill_from_sentence(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const TwSentence* const sentence =
    &article->sentences.at[frame->draft.sentence];
  const uint32_t token = frame->positions->token;
  TwValue best = {.entity = TW_NO_ENTITY};
  uint32_t best_distance = NONE;
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    const uint32_t distance =
      group->head > token ? group->head - token : token - group->head;
    TwValue value;
    if (distance && distance < best_distance && !is_taken(frame, g) &&
        read_value(frame, role, NULL, g, &value)) {
      best = value;
      best_distance = distance;
    }
  }
  if (best_distance != NONE) {
    (void)add_role(frame, index, &best);
  }
}

static void
fill_apposed(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const uint32_t group =
    role->from == TW_NO_ROLE ? NONE : frame->groups[role->from];
  const uint32_t name =
    group == NONE ? NONE : tw_value_apposition(frame->reading, group);
  TwValue value;
  if (name != NONE && read_value(frame, role, NULL, name, &value)) {
    (void)add_role(frame, index, &value);
  }
}

/* What the role takes of the people that another role has. */
static void
take(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const TwStr from = frame->rule->roles[role->from].name;
  TwValue value;
  if (role->take == TW_TAKE_COUNT) {
    if (frame->groups[role->from] != NONE && frame->counts[role->from] == 1 &&
        tw_value_count(frame->reading, frame->groups[role->from], &value)) {
      (void)add_role(frame, index, &value);
    }
    return;
  }
  const size_t n = frame->draft.roles.count;
  for (size_t i = 0; i < n; ++i) {
    const TwRole of = frame->draft.roles.at[i];
    if (of.entity == TW_NO_ENTITY || !tw_str_equal(of.role, from)) {
      continue;
    }
    const TwEntity entity = article->entities.at[of.entity];
    for (size_t k = 0; k < entity.n_of; ++k) {
      const TwType type = article->entities.at[entity.of[k]].type;
      if (role->types && !(role->types & (UINT32_C(1) << type))) {
        continue;
      }
      value = (TwValue){.entity = entity.of[k], .type = type};
      TwRole* const added = add_role(frame, index, &value);
      if (added) {
        added->span = entity.span;
        added->certainty = entity.membership;
      }
    }
  }
}

void
tw_role_fill(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  if (role->from != TW_NO_ROLE && role->apposition) {
    fill_apposed(frame, index);
  } else if (role->from != TW_NO_ROLE) {
    take(frame, index);
  } else {
    fill_from_places(frame, index);
    if (!frame->counts[index] && role->anywhere) {
      fill_from_sentence(frame, index);
    }
  }
}

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
  TwRole* const added = add_role(frame, index, &value);
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
    TwRole* const added = add_role(frame, index, &value);
    if (added) {
      added->span = of.span;
      added->inferred = true;
    }
    return;
  }
  default_to_owner(frame, index);
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
  return !frame->draft.background && !frame->positions->future &&
         !frame->positions->modal && !(group->perfect && had) &&
         (frame->positions->form == TW_FORM_ACTIVE ||
          frame->positions->form == TW_FORM_PASSIVE);
}

static void
default_to_document(TwFrame* frame, uint32_t index)
{
  const TwStr today = frame->reading->article->document->today;
  if (!today.len || !is_news(frame)) {
    return;
  }
  const TwValue value = {
    .entity = TW_NO_ENTITY, .type = TW_TYPE_DATE, .text = today};
  TwRole* const added = add_role(frame, index, &value);
  if (added) {
    added->inferred = true;
  }
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
    if (!read_value(frame, role, place, g, &value)) {
      continue;
    }
    const TwSpan span = tw_article_span(article, value.first, value.end);
    /* The words are not this sentence's. */
    value.first = value.end = 0;
    TwRole* const added = add_role(frame, index, &value);
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
