/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/role.h"

#include "extract/rule/count.h"
#include "extract/rule/inner.h"
#include "extract/rule/listing.h"
#include "extract/rule/measure.h"
#include "extract/rule/members.h"

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

TwRole*
tw_role_add(TwFrame* frame, uint32_t index, const TwValue* value)
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
  (void)tw_role_add(frame, index, value);
  return frame->rule->roles[index].list;
}

/* "the life of X": what the head of the group only leads up to. */
static void
fill_through(TwFrame* frame, uint32_t index, const TwPlaceAt* place,
             uint32_t group)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  TwValue value;
  uint32_t of = tw_value_of(frame->reading, group);
  if (of == NONE && role->types &&
      tw_inner_thing(frame->reading, group, role->types, &value)) {
    (void)add_value(frame, index, group, &value); /* "the LIMA blast" */
  }
  for (; of != NONE; of = tw_inner_next(frame->reading, of)) {
    if (tw_role_read(frame, role, place, of, &value) &&
        !add_value(frame, index, of, &value)) {
      return;
    }
  }
}

/* "DRUG charges", but not "enhancement allegations". */
static bool
read_kind(const TwFrame* frame, const TwRuleRole* role, uint32_t group,
          TwValue* out_value)
{
  return tw_inner_kind(frame->reading, group, out_value) &&
         !tw_value_ends_in(frame->reading, out_value, &role->through) &&
         !tw_value_ends_in(frame->reading, out_value, &role->except);
}

/* The members of a list of words: "two counts of FRAUD and DRUG charges". */
static void
fill_listing(TwFrame* frame, uint32_t index, const TwPlaceAt* place,
             uint32_t group)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  TwRuleReading* const reading = frame->reading;
  while (group != NONE) {
    bool leads = tw_value_is_headed(reading, group, &role->through);
    uint32_t to = leads ? tw_listing_lead(reading, role, group) : NONE;
    while (to != NONE) {
      group = to;
      leads = tw_value_is_headed(reading, group, &role->through);
      to = leads ? tw_listing_lead(reading, role, group) : NONE;
    }
    TwValue value;
    /* "the conviction of X": whom it happens to is not what for */
    if (!is_taken(frame, group) &&
        (leads ? read_kind(frame, role, group, &value)
               : tw_listing_is_member(reading, group) &&
                   tw_role_read(frame, role, place, group, &value))) {
      (void)add_value(frame, index, group, &value);
    }
    const uint32_t end = frame->positions->end;
    uint32_t next = tw_listing_next(reading, role, group);
    next = group < end && next >= end ? NONE : next;
    const uint32_t limit = tw_listing_limit(reading, role, group);
    frame->astray = limit < next ? limit : frame->astray;
    group = next;
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
  name = tw_inner_includer(frame->reading, group);
  if (name != NONE && tw_value_thing(frame->reading, name,
                                     UINT32_C(1) << TW_TYPE_PERSON, &value)) {
    (void)add_value(frame, index, name, &value);
  }
  frame->counts[index] = count; /* They are some of the group */
}

/* "Two men were arrested", "they were arrested": those who are named
 * elsewhere. */
static void
fill_members(TwFrame* frame, uint32_t index, uint32_t group)
{
  const TwArticle* const article = frame->reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwMembers* const members = at->members;
  for (size_t k = 0; members && k < members->count; ++k) {
    const TwValue value = {.entity = members->at[k],
                           .type = TW_TYPE_PERSON,
                           .first = at->first,
                           .end = at->end};
    (void)add_value(frame, index, group, &value);
  }
}

/* "a FIVE-YEAR sentence" */
static bool
read_measure(const TwFrame* frame, const TwRuleRole* role, uint32_t group,
             TwValue* out_value)
{
  if (!role->measure.count ||
      !tw_value_words(frame->reading, group, group + 1, out_value)) {
    return false;
  }
  tw_measure_value(frame->reading, group, &role->measure, out_value);
  return out_value->type == TW_TYPE_DURATION;
}

/* The words of a kind that the role may have: "DRUG charges". */
static bool
read_modifier(const TwRuleReading* reading, const TwRuleRole* role,
              uint32_t group, TwValue* out_value)
{
  return tw_inner_kind(reading, group, out_value) &&
         !tw_value_ends_in(reading, out_value, &role->except) &&
         (!role->words.count ||
          tw_value_ends_in(reading, out_value, &role->words));
}

/* What the words before the trigger's head say: "DRUG charges". */
static void
fill_modifier(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwRuleReading* const reading = frame->reading;
  const uint32_t group = frame->positions->group;
  TwValue value;
  if (frame->positions->form == TW_FORM_NOMINAL && tw_role_is_listing(role) &&
      tw_value_is_headed(reading, group, &role->through)) {
    fill_listing(frame, index, NULL, group);
  } else if (frame->positions->form == TW_FORM_NOMINAL &&
             (read_measure(frame, role, group, &value) ||
              (role->types &&
               tw_inner_thing(reading, group, role->types, &value)) ||
              ((!role->types || role->text) &&
               read_modifier(reading, role, group, &value)))) {
    (void)tw_role_add(frame, index, &value);
  }
}

/* "12 dead and 30 WOUNDED": another number of people, of whom something else
 * is told. */
static bool
is_told_apart(const TwFrame* frame, uint32_t group)
{
  const TwArticle* const article = frame->reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwTag tag = (TwTag)article->tokens.at[at->head].tag;
  return at->number != TW_NO_ANNOTATION &&
         (tag == TW_TAG_JJ || tag == TW_TAG_VBN);
}

/* Puts the amounts of several people into one value where it is not told whose
 * each is: "two men were jailed for FIVE AND SEVEN YEARS"; returns the last
 * filler of them. */
static size_t
take_amounts(const TwFrame* frame, size_t first, TwValue* value)
{
  const TwFillerVec* const fillers = &frame->positions->fillers;
  const TwArticle* const article = frame->reading->article;
  size_t last = first;
  while (tw_measure_is_bare(frame->reading, fillers->at[last].group) &&
         last + 1 < fillers->count && fillers->at[last + 1].conjunct &&
         fillers->at[last + 1].at == fillers->at[first].at) {
    ++last;
  }
  const TwGroup* const end = &article->groups.at[fillers->at[last].group];
  if (last > first && end->end > value->end) {
    value->end = end->end;
    value->text = tw_article_text(article, value->first, value->end);
  }
  return last;
}

/* The members of one list: the filler and its conjuncts behind it. */
static void
fill_list(TwFrame* frame, uint32_t index, const TwPlaceAt* place, size_t first)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwFillerVec* const fillers = &frame->positions->fillers;
  if (tw_role_is_listing(role)) {
    fill_listing(frame, index, place, fillers->at[first].group);
    return;
  }
  for (size_t i = first; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    TwValue value;
    if (i > first && (filler->conjunct == 0 || !tw_role_is_at(filler, place) ||
                      is_told_apart(frame, filler->group))) {
      break;
    }
    if (role->through.count && !role->measure.count &&
        tw_value_is_headed(frame->reading, filler->group, &role->through)) {
      fill_through(frame, index, place, filler->group);
      if (frame->counts[index] && !role->list) {
        break;
      }
      continue;
    }
    if (!tw_role_read(frame, role, place, filler->group, &value)) {
      if (role->types & UINT32_C(1) << TW_TYPE_PERSON) {
        fill_members(frame, index, filler->group);
      }
      continue;
    }
    if (role->measure.count && !role->list) {
      i = take_amounts(frame, i, &value);
    }
    if (!add_value(frame, index, filler->group, &value)) {
      break;
    }
    if (value.type == TW_TYPE_GROUP) {
      fill_included(frame, index, filler->group);
      const uint32_t count = frame->counts[index];
      fill_members(frame, index, filler->group);
      frame->counts[index] = count; /* They are the group */
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
    (void)tw_role_add(frame, index, &value);
  }
}

/* "since 1990": when something else was or began, which is no day of its own
 * unless the rule asks for it. */
static bool
is_bound(const TwFrame* frame, const TwPlaceAt* place, const TwFiller* filler)
{
  const TwGroup* const groups = frame->reading->article->groups.at;
  return place->at == TW_AT_TIME && !place->word.len && filler->word.len &&
         filler->group > 0 &&
         groups[filler->group - 1].kind == TW_GROUP_PREPOSITION &&
         groups[filler->group - 1].classes & TW_WORD(CLAUSE);
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
      const bool astray =
        filler->at == TW_AT_TIME && filler->group > frame->astray;
      if (tw_role_is_at(filler, &role->at[p]) && filler->conjunct == 0 &&
          !astray && !is_bound(frame, &role->at[p], filler) &&
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
        tw_role_read(frame, role, NULL, g, &value)) {
      best = value;
      best_distance = distance;
    }
  }
  if (best_distance != NONE) {
    (void)tw_role_add(frame, index, &best);
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
  if (name != NONE && tw_role_read(frame, role, NULL, name, &value)) {
    (void)tw_role_add(frame, index, &value);
  }
}

/* "overturned the conviction of X": who stands around another role's filler as
 * around a trigger. */
static void
fill_around(TwFrame* frame, uint32_t index)
{
  const TwRuleReading* const reading = frame->reading;
  const TwArticle* const article = reading->article;
  const uint32_t group = frame->groups[frame->rule->roles[index].from];
  const TwPositions* const own = frame->positions;
  TwPositions around;
  if (group != NONE &&
      tw_positions_read(reading->grammar, article,
                        &article->sentences.at[frame->draft.sentence],
                        article->groups.at[group].head, article->arena,
                        &around)) {
    frame->positions = &around;
    fill_from_places(frame, index);
    frame->positions = own;
  }
}

/* How many another role's filler is, if it is the only one. */
static void
take_count(TwFrame* frame, uint32_t index)
{
  const uint32_t from = frame->rule->roles[index].from;
  const uint32_t group = frame->groups[from];
  TwValue value;
  bool approximate = false;
  if (group != NONE && frame->counts[from] == 1 &&
      tw_count_value(frame->reading, group, &value, &approximate)) {
    TwRole* const added = tw_role_add(frame, index, &value);
    if (added) {
      added->approximate = approximate;
    }
  }
}

/* True if the frame has that value of the role. */
static bool
has_words(const TwFrame* frame, const TwRuleRole* role, TwStr words)
{
  for (size_t i = 0; i < frame->draft.roles.count; ++i) {
    const TwRole* const value = &frame->draft.roles.at[i];
    if (tw_str_equal(value->role, role->name) &&
        tw_str_equal(value->text, words)) {
      return true;
    }
  }
  return false;
}

/* How many each of another role's fillers is and of what: "15 rifles", "40
 * kilos of heroin". */
static void
take_counts(TwFrame* frame, uint32_t index)
{
  const TwRuleReading* const reading = frame->reading;
  const TwRuleRole* const from =
    &frame->rule->roles[frame->rule->roles[index].from];
  for (size_t i = 0; i < frame->positions->fillers.count; ++i) {
    const uint32_t group = frame->positions->fillers.at[i].group;
    TwValue thing;
    TwValue value;
    bool approximate = false;
    if (!tw_role_read(frame, from, NULL, group, &thing) ||
        !has_words(frame, from, thing.text) ||
        !tw_count_value(reading, group, &value, &approximate)) {
      continue;
    }
    value.type = TW_TYPE_NONE;
    value.end = thing.end;
    value.text = tw_article_text(reading->article, value.first, value.end);
    TwRole* const added = tw_role_add(frame, index, &value);
    if (added) {
      added->approximate = approximate;
    }
  }
}

/* What the role takes of the people or things that another role has. */
static void
take(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const TwStr from = frame->rule->roles[role->from].name;
  TwValue value;
  if (role->take == TW_TAKE_COUNT) {
    if (role->list && frame->counts[role->from] > 1) {
      take_counts(frame, index);
    } else {
      take_count(frame, index);
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
      TwRole* const added = tw_role_add(frame, index, &value);
      if (added) {
        added->span = entity.span;
        added->certainty = entity.membership;
      }
    }
  }
}

bool
tw_role_is_foreign(const TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  const TwArticle* const article = frame->reading->article;
  const TwFillerVec* const fillers = &frame->positions->fillers;
  for (size_t i = 0; role->only && !frame->counts[index] && i < fillers->count;
       ++i) {
    const TwGroup* const group = &article->groups.at[fillers->at[i].group];
    const TwTag tag = (TwTag)article->tokens.at[group->head].tag;
    const bool pronoun =
      group->entity == TW_NO_ENTITY && (tag == TW_TAG_PRP || tag == TW_TAG_DT ||
                                        tag == TW_TAG_WP || tag == TW_TAG_PRPS);
    for (size_t p = 0; p < role->n_at && !pronoun; ++p) {
      if (tw_role_is_at(&fillers->at[i], &role->at[p]) &&
          !is_taken(frame, fillers->at[i].group)) {
        return true;
      }
    }
  }
  return false;
}

void
tw_role_fill(TwFrame* frame, uint32_t index)
{
  const TwRuleRole* const role = &frame->rule->roles[index];
  if (role->from != TW_NO_ROLE && role->apposition) {
    fill_apposed(frame, index);
  } else if (role->from != TW_NO_ROLE && role->n_at) {
    fill_around(frame, index);
  } else if (role->from != TW_NO_ROLE) {
    take(frame, index);
  } else {
    fill_from_places(frame, index);
    if (!frame->counts[index] && role->anywhere) {
      fill_from_sentence(frame, index);
    }
  }
}
