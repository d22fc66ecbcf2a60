/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/role.h"

#include "extract/rule/inner.h"
#include "extract/rule/listing.h"
#include "extract/rule/measure.h"

#define NONE UINT32_MAX

/* True if the filler may be a value of the role by what it is: people are asked
 * for, and "crimes against HUMANITY" names none. */
static bool
may_be_value(const TwFrame* frame, const TwRuleRole* role,
             const TwFiller* filler)
{
  TwValue value;
  return !role->types || role->text || role->words.count ||
         tw_value_thing(frame->reading, filler->group, role->types, &value);
}

/* True if a role of the rule may stand where the filler stands. What the same
 * preposition leads as `place` is not asked for the role again: "charged with
 * assault WITH a gun". */
static bool
is_asked(const TwFrame* frame, const TwRuleRole* role, const TwPlaceAt* place,
         const TwFiller* filler)
{
  const TwRule* const rule = frame->rule;
  for (size_t r = 0; r < rule->n_roles; ++r) {
    for (size_t p = 0; p < rule->roles[r].n_at; ++p) {
      const bool again = &rule->roles[r] == role && place &&
                         tw_str_equal(filler->word, place->word);
      if (!again && tw_role_is_at(filler, &rule->roles[r].at[p]) &&
          (!role->text || may_be_value(frame, &rule->roles[r], filler))) {
        return true;
      }
    }
  }
  return false;
}

bool
tw_role_is_listing(const TwRuleRole* role)
{
  return role->text && role->list &&
         (role->through.count || role->members.count);
}

/* The group behind `group` that is a role's of its own or the next member of
 * a list, so that words end before it. */
static uint32_t
next_phrase(const TwFrame* frame, const TwRuleRole* role,
            const TwPlaceAt* place, uint32_t group)
{
  const TwFillerVec* const fillers = &frame->positions->fillers;
  uint32_t next = tw_role_is_listing(role)
                    ? tw_listing_limit(frame->reading, role, group)
                    : NONE;
  for (size_t i = 0; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    if (filler->group > group && filler->group < next &&
        is_asked(frame, role, place, filler)) {
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

/* True if the value is only whose it is that is told of ("a GREEK bank", "an
 * officer of the HARBOUR POLICE"), and something happens to it rather than by
 * it. */
static bool
is_owner(const TwFrame* frame, uint32_t group, const TwValue* value)
{
  const TwGroup* const at = &frame->reading->article->groups.at[group];
  const TwFillerVec* const fillers = &frame->positions->fillers;
  for (size_t i = 0; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    if (filler->at == TW_AT_OBJECT && filler->group == group) {
      const bool before = value->first >= at->first && value->end <= at->head;
      const bool behind = value->first > at->head &&
                          tw_type_is(value->type, TW_TYPE_ORGANIZATION);
      return (before || behind) && value->end > value->first;
    }
  }
  return false;
}

/* The value that the group has for the role. */
bool
tw_role_read(const TwFrame* frame, const TwRuleRole* role,
             const TwPlaceAt* place, uint32_t group, TwValue* out_value)
{
  TwRuleReading* const reading = frame->reading;
  if (place && place->at == TW_AT_TIME) {
    return tw_value_date(reading, group, out_value);
  }
  if (tw_value_is_headed(reading, group, &role->except)) {
    return false;
  }
  const bool headed =
    role->words.count &&
    (tw_value_has_head(reading, group, &role->words) ||
     (role->measure.count && tw_measure_is_listed(reading, group)));
  if (role->types && tw_value_thing(reading, group, role->types, out_value) &&
      !is_owner(frame, group, out_value)) {
    if (role->named && (out_value->entity == TW_NO_ENTITY ||
                        out_value->type == TW_TYPE_GROUP)) {
      return false;
    }
    return !role->words.count || headed || out_value->type == TW_TYPE_MONEY ||
           (out_value->type != TW_TYPE_GROUP &&
            out_value->entity != TW_NO_ENTITY);
  }
  /* The first member of a list of words tells what is listed. */
  const bool listed =
    tw_role_is_listing(role) && frame->counts[role - frame->rule->roles];
  if (role->words.count ? !headed && !listed
                        : role->types != 0 && !role->text) {
    return false;
  }
  if (!role->text && !role->words.count &&
      tw_value_thing(reading, group, 0, out_value)) {
    return true;
  }
  if (headed && !tw_value_is_headed(reading, group, &role->words)) {
    const uint32_t of = tw_value_of(reading, group);
    group = of == NONE ? group : of; /* "two bags of GOLD" */
  }
  if (headed && role->silent) { /* A pronoun, too: "gave HIMSELF up" */
    const TwGroup* const at = &reading->article->groups.at[group];
    *out_value =
      (TwValue){.entity = TW_NO_ENTITY,
                .text = tw_article_text(reading->article, at->first, at->end),
                .first = at->first,
                .end = at->end};
    return true;
  }
  if (is_counted(frame, role)) {
    return read_counted(frame, group, out_value);
  }
  if (!tw_value_words(reading, group, next_phrase(frame, role, place, group),
                      out_value)) {
    return false;
  }
  if (role->measure.count) {
    tw_measure_value(reading, group, &role->measure, out_value);
    /* "served his SENTENCE" tells no length */
    return out_value->type == TW_TYPE_DURATION ||
           !tw_value_is_headed(reading, group, &role->through);
  }
  return true;
}
