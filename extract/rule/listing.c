/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/listing.h"

#include "extract/rule/inner.h"
#include "extract/rule/people.h"
#include "extract/syntax/walk.h"

#define NONE UINT32_MAX

/** A list while its members are looked for. */
typedef struct {
  const TwRuleReading* reading;
  const TwRuleRole* role;
  TwWalk walk;
} Listing;

static Listing
listing_at(const TwRuleReading* reading, const TwRuleRole* role, uint32_t group)
{
  return (Listing){reading, role, tw_inner_walk(reading, group)};
}

static bool
is_noun(const Listing* list, uint32_t g)
{
  return tw_walk_kind(&list->walk, g) == TW_GROUP_NOUN;
}

/* True for a noun that only leads to what is listed: "counts". */
static bool
leads(const Listing* list, uint32_t g)
{
  return is_noun(list, g) &&
         tw_value_is_headed(list->reading, g, &list->role->through);
}

static bool
is_preposition(const Listing* list, uint32_t g)
{
  return tw_walk_kind(&list->walk, g) == TW_GROUP_PREPOSITION;
}

/* What preposition `p` leads, over possessives. */
static uint32_t
led_by(const Listing* list, uint32_t p)
{
  return is_preposition(list, p) ? tw_walk_right_over(&list->walk, p, "GR")
                                 : NONE;
}

uint32_t
tw_listing_lead(const TwRuleReading* reading, const TwRuleRole* role,
                uint32_t group)
{
  const Listing list = listing_at(reading, role, group);
  const TwWalk* const walk = &list.walk;
  uint32_t p = tw_walk_right_over(walk, group, "R");
  if (is_noun(&list, p) && tw_walk_is(walk, p, TW_WORD(HEAP))) {
    p = tw_walk_right(walk, p); /* "one count EACH of" */
  }
  const uint32_t to = led_by(&list, p);
  const bool of = is_preposition(&list, p) && tw_walk_is(walk, p, TW_WORD(OF));
  if ((of && tw_walk_in(walk, to, "Ng")) || leads(&list, to)) {
    return to;
  }
  return tw_inner_examples(reading, group);
}

/* True if the members of `role` have such a head wherever they stand. */
static bool
is_sure(const Listing* list, uint32_t g)
{
  return leads(list, g) ||
         (is_noun(list, g) &&
          tw_value_is_headed(list->reading, g, &list->role->members));
}

bool
tw_listing_is_member(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  const TwAnnotation* const head = tw_walk_annotation(&walk, group);
  const TwArticle* const article = reading->article;
  const unsigned shape =
    article->tokens.at[article->groups.at[group].head].shape;
  return tw_walk_in(&walk, group, "g") ||
         (tw_walk_in(&walk, group, "N") && shape & TW_SHAPE_LETTER &&
          (!head || head->type == TW_TYPE_NAME));
}

/* True if `g` is the subject of a clause, or a gerund that only adds to what
 * it leads: "SENTENCING enhancements". */
static bool
begins_other(const Listing* list, uint32_t g)
{
  const uint32_t behind = tw_walk_right_over(&list->walk, g, "NGPTRAQig");
  const bool finite = tw_walk_in(&list->walk, behind, TW_KINDS_FINITE);
  return finite || (tw_walk_kind(&list->walk, g) == TW_GROUP_GERUND &&
                    leads(list, tw_walk_right(&list->walk, g)));
}

/* True if an "and" comes behind `g` before the clause ends. */
static bool
is_closed(const Listing* list, uint32_t g)
{
  const TwWalk* const walk = &list->walk;
  uint32_t joint = tw_walk_right_over(walk, g, ",NGPTRAQig");
  while (tw_value_is_reduced(list->reading, joint)) {
    joint = tw_walk_right_over(walk, tw_walk_right(walk, joint), ",NGPTRAQig");
  }
  return tw_walk_kind(walk, joint) == TW_GROUP_CONJUNCTION;
}

static bool
is_item_mark(const Listing* list, uint32_t g)
{
  return tw_walk_kind(&list->walk, g) == TW_GROUP_STOP &&
         tw_walk_is(&list->walk, g, TW_WORD(ITEM));
}

/* False if another preposition than `p` leads the member. */
static bool
leads_alike(const Listing* list, uint32_t member, uint32_t p)
{
  const TwWalk* const walk = &list->walk;
  const uint32_t own = tw_walk_left_over(walk, member, "GRQ");
  return !is_preposition(list, own) ||
         tw_str_equal(tw_walk_word(walk, own), tw_walk_word(walk, p));
}

/** What stands between two members. */
typedef struct {
  bool joined;   ///< "and"
  uint32_t next; ///< The group behind it
} Joint;

static Joint
joint_at(const Listing* list, uint32_t member, uint32_t g)
{
  const TwWalk* const walk = &list->walk;
  Joint joint = {.next = g};
  while (tw_walk_in(walk, joint.next, ",CRGQ") ||
         tw_walk_is(walk, joint.next, TW_WORD(INCLUDE)) ||
         is_item_mark(list, joint.next)) {
    joint.joined |= tw_walk_in(walk, joint.next, "C");
    joint.next = tw_walk_right(walk, joint.next);
  }
  /* "with fraud and WITH theft", but "to 9 years for fraud and TO a fine" */
  const uint32_t led = led_by(list, joint.next);
  if (joint.joined && led != NONE &&
      (leads(list, led) || leads_alike(list, member, joint.next))) {
    joint.next = led;
  }
  return joint;
}

/* True if the noun behind a comma only says again what stands before it:
 * "trafficking, A GRAVE OFFENCE". */
static bool
is_apposed(const Listing* list, Joint joint)
{
  const TwArticle* const article = list->reading->article;
  const TwGroup* const group = &article->groups.at[joint.next];
  return !joint.joined && is_noun(list, joint.next) &&
         article->tokens.at[group->first].tag == TW_TAG_DT &&
         !leads(list, joint.next) && !is_closed(list, joint.next);
}

/** What hangs on a member so far. */
typedef enum {
  BARE,
  OWNING, ///< A phrase, which may go on behind a joint
  ASTRAY, ///< What leads to another list: "with ALLEGATIONS of"
} Tail;

static Tail
tail_of(const Listing* list, uint32_t g, Tail tail)
{
  if (leads(list, g) || tail == ASTRAY) {
    return ASTRAY;
  }
  return tw_walk_in(&list->walk, g, "Pigr") ? OWNING : tail;
}

/* True if what stands behind the joint at `at` is a member. */
static bool
is_member(const Listing* list, uint32_t at, Joint joint, Tail tail)
{
  const uint32_t g = joint.next;
  const bool gerund = tw_walk_kind(&list->walk, g) == TW_GROUP_GERUND;
  if (g == TW_NO_GROUP || !tw_listing_is_member(list->reading, g) ||
      (is_noun(list, g) && tw_people_is(list->reading, g)) ||
      is_apposed(list, joint) || tw_value_pair(list->reading, at - 1) == g) {
    return false;
  }
  if (tail == ASTRAY) {
    return leads(list, g);
  }
  return is_sure(list, g) ||
         ((gerund || tail == BARE) && (joint.joined || is_closed(list, g)));
}

/* "evading WHILE DRIVING recklessly, one count of …": behind it only what leads
 * to more of the list goes on with it. */
static bool
opens_aside(const Listing* list, uint32_t g)
{
  return (tw_walk_in(&list->walk, g, "S") ||
          tw_walk_is(&list->walk, g, TW_WORD(CLAUSE))) &&
         tw_walk_in(&list->walk, tw_walk_right(&list->walk, g), "g");
}

uint32_t
tw_listing_next(const TwRuleReading* reading, const TwRuleRole* role,
                uint32_t group)
{
  const Listing list = listing_at(reading, role, group);
  const TwWalk* const walk = &list.walk;
  Tail tail = tw_walk_in(walk, group, "g") ? OWNING : BARE;
  uint32_t g = tw_walk_right(walk, group);
  while (g != TW_NO_GROUP) {
    if (!tw_walk_in(walk, g, ",C") && !is_item_mark(&list, g)) {
      const bool aside = opens_aside(&list, g);
      if (!aside && !tw_value_is_reduced(reading, g) &&
          (!tw_walk_in(walk, g, "NGPTRAQigr") ||
           tw_walk_is(walk, g, TW_WORD(CLAUSE)))) {
        return NONE;
      }
      tail = aside ? ASTRAY : tail_of(&list, g, tail);
      g = tw_walk_right(walk, g);
      continue;
    }
    const Joint joint = joint_at(&list, group, g);
    if (begins_other(&list, joint.next) && !leads(&list, joint.next)) {
      return NONE;
    }
    if (is_member(&list, g, joint, tail)) {
      return joint.next;
    }
    tail = tail_of(&list, joint.next, tail == BARE ? OWNING : tail);
    g = joint.next;
  }
  return NONE;
}

uint32_t
tw_listing_limit(const TwRuleReading* reading, const TwRuleRole* role,
                 uint32_t group)
{
  const Listing list = listing_at(reading, role, group);
  const uint32_t next = tw_listing_next(reading, role, group);
  uint32_t g = tw_walk_right(&list.walk, group);
  while (g < next && g != TW_NO_GROUP && !leads(&list, g)) {
    g = tw_walk_right(&list.walk, g);
  }
  return g < next ? g : next;
}
