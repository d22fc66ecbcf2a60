/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"

/** A trigger that is taken apart. */
typedef struct {
  TwWalk walk;
  const TwPositions* whole;
  TwPositionsVec* out;
  bool respective; /* "respectively" stands in the sentence */
} Sharing;

/** A clause that leaves its verb out: "and Y for 6 years". */
typedef struct {
  uint32_t joint;  ///< "and", or a comma
  uint32_t person; ///< "Y"
  uint32_t last;   ///< Of a list of people
  uint32_t lead;   ///< "for"
} Gap;

typedef TW_VEC(Gap) GapVec;

static bool
is_person(const TwWalk* walk, uint32_t g)
{
  const uint32_t entity =
    tw_walk_in(walk, g, "N") ? walk->groups[g].entity : TW_NO_ENTITY;
  return entity != TW_NO_ENTITY &&
         walk->article->entities.at[entity].type == TW_TYPE_PERSON;
}

static void
add_filler(Sharing* sharing, TwPositions* record, TwFiller filler)
{
  TwFiller* const added = TW_VEC_PUSH(sharing->walk.arena, &record->fillers);
  if (added) {
    *added = filler;
  }
}

/* A record of the trigger without its fillers; NULL without memory. */
static TwPositions*
add_record(Sharing* sharing)
{
  TwPositions* const record = TW_VEC_PUSH(sharing->walk.arena, sharing->out);
  if (record) {
    *record = *sharing->whole;
    record->fillers = (TwFillerVec){NULL, 0, 0};
  }
  return record;
}

/* --- "X was jailed for 9 years and Y for 6" --- */

/* True for a person of whom the trigger does not tell itself: "charged with
 * the murder of X". */
static bool
is_other(const Sharing* sharing, uint32_t group)
{
  const TwFillerVec* const fillers = &sharing->whole->fillers;
  for (size_t i = 0; i < fillers->count; ++i) {
    if (fillers->at[i].group == group &&
        fillers->at[i].at != TW_AT_PREPOSITION) {
      return false;
    }
  }
  return is_person(&sharing->walk, group);
}

static bool
leads_thing(const TwWalk* walk, uint32_t p)
{
  const uint32_t led = tw_walk_right_over(walk, p, "GRQP");
  return tw_walk_in(walk, led, "NTg") && !is_person(walk, led);
}

/* True if the gap's preposition leads another thing behind group `from`. */
static bool
is_parallel(const Sharing* sharing, uint32_t from, const Gap* gap)
{
  const TwWalk* const walk = &sharing->walk;
  const TwStr word = tw_walk_word(walk, gap->lead);
  uint32_t p = from;
  while (
    p < gap->joint && !is_other(sharing, p) &&
    !(tw_walk_in(walk, p, "P") && tw_str_equal(tw_walk_word(walk, p), word))) {
    ++p;
  }
  return p < gap->joint && !is_other(sharing, p) && leads_thing(walk, p) &&
         leads_thing(walk, gap->lead);
}

/* The preposition behind the list of people that `last` ends: "Y, 41, FOR". */
static uint32_t
lead_behind(const TwWalk* walk, uint32_t last)
{
  const uint32_t next = tw_walk_right(walk, last);
  const uint32_t behind = tw_walk_behind_member(walk, last);
  if (tw_walk_in(walk, next, "P")) {
    return next;
  }
  return tw_walk_in(walk, behind, ",") ? tw_walk_right(walk, behind) : behind;
}

/* The next gap behind group `from` in the clause of the trigger. */
static bool
next_gap(const Sharing* sharing, uint32_t from, Gap* out)
{
  const TwWalk* const walk = &sharing->walk;
  uint32_t g = tw_walk_right(walk, from);
  for (; tw_walk_in(walk, g, "NPGTRQA,C"); g = tw_walk_right(walk, g)) {
    const uint32_t person = tw_walk_right_over(walk, g, ",CRG");
    if (!tw_walk_in(walk, g, ",C") || !is_person(walk, person)) {
      continue;
    }
    const uint32_t last = tw_walk_list_last(walk, person);
    const uint32_t lead = lead_behind(walk, last);
    *out = (Gap){g, person, last, lead};
    if (tw_walk_in(walk, lead, "P") && is_parallel(sharing, from, out)) {
      return true;
    }
  }
  return false;
}

/* Whom the trigger happens to, or who does it. */
static TwAt
patient_at(const TwPositions* whole)
{
  return tw_positions_has(whole, TW_AT_OBJECT, TW_NO_GROUP) ? TW_AT_OBJECT
                                                            : TW_AT_SUBJECT;
}

static bool
has_place(const TwPositions* record, const TwFiller* filler)
{
  for (size_t i = 0; i < record->fillers.count; ++i) {
    if (record->fillers.at[i].at == filler->at &&
        tw_str_equal(record->fillers.at[i].word, filler->word)) {
      return true;
    }
  }
  return false;
}

/* Gives the record what `from` has at places that it has not filled itself:
 * times, and either phrases or all but phrases and whom it happens to. */
static void
take_over(Sharing* sharing, TwPositions* record, const TwPositions* from,
          bool phrases)
{
  const TwPositions own = *record;
  const TwAt patient = patient_at(sharing->whole);
  for (size_t i = 0; i < from->fillers.count; ++i) {
    const TwFiller* const filler = &from->fillers.at[i];
    const bool asked =
      filler->at == TW_AT_TIME ||
      (filler->at == TW_AT_PREPOSITION ? phrases
                                       : !phrases && filler->at != patient);
    if (asked && !has_place(&own, filler)) {
      add_filler(sharing, record, *filler);
    }
  }
}

/* What the clause of a gap tells by itself, up to group `end`. */
static void
read_gap(Sharing* sharing, const Gap* gap, uint32_t end)
{
  TwPositions* const record = add_record(sharing);
  TwWalk walk = sharing->walk;
  walk.end = end;
  walk.out = record;
  if (record) {
    record->end = end;
    tw_walk_add_list(&walk, patient_at(sharing->whole), TW_NO_WORD,
                     gap->person);
    tw_walk_phrases(&walk, tw_walk_left(&walk, gap->lead), true, TW_AGENT_NONE);
  }
}

/* All gaps of the trigger; none if memory runs out. */
static GapVec
find_gaps(const Sharing* sharing)
{
  GapVec gaps = {NULL, 0, 0};
  Gap gap;
  for (uint32_t from = sharing->whole->group; next_gap(sharing, from, &gap);
       from = gap.lead) {
    Gap* const added = TW_VEC_PUSH(sharing->walk.arena, &gaps);
    if (!added) {
      return (GapVec){NULL, 0, 0};
    }
    *added = gap;
  }
  return gaps;
}

static void
share_gaps(Sharing* sharing)
{
  const GapVec gaps = find_gaps(sharing);
  TwPositions* const base = gaps.count ? add_record(sharing) : NULL;
  if (!base) {
    return;
  }
  base->end = gaps.at[0].joint;
  for (size_t i = 0; i < sharing->whole->fillers.count; ++i) {
    const TwFiller filler = sharing->whole->fillers.at[i];
    if (filler.group < base->end) {
      add_filler(sharing, base, filler);
    }
  }
  for (size_t i = 0; i < gaps.count; ++i) {
    read_gap(sharing, &gaps.at[i],
             i + 1 < gaps.count ? gaps.at[i + 1].joint : sharing->walk.end);
  }
  TwPositionsVec* const out = sharing->out;
  for (size_t i = 0; i < out->count; ++i) {
    if (i) {
      take_over(sharing, &out->at[i], &out->at[0], false);
    }
    take_over(sharing, &out->at[i], &out->at[out->count - 1], true);
  }
}

/* --- "X and Y were jailed for 9 and 6 years" --- */

/** Fillers [first, first + n) that are one list. */
typedef struct {
  size_t first;
  size_t n;
} List;

static List
list_at(const TwFillerVec* fillers, size_t first)
{
  List list = {first, 1};
  while (first + list.n < fillers->count &&
         fillers->at[first + list.n].conjunct &&
         fillers->at[first + list.n].at == fillers->at[first].at) {
    ++list.n;
  }
  return list;
}

/* True if all members of the list name a person. */
static bool
is_people(const Sharing* sharing, const TwFillerVec* fillers, List list)
{
  for (size_t i = 0; i < list.n; ++i) {
    if (!is_person(&sharing->walk, fillers->at[list.first + i].group)) {
      return false;
    }
  }
  return list.n > 1;
}

/* True if the group is an amount of the same unit as `last` or a number to
 * which that unit belongs. */
static bool
is_amount(const TwWalk* walk, uint32_t g, const TwAnnotation* last)
{
  const TwAnnotation* const amount = tw_walk_annotation(walk, g);
  if (!amount || amount->type == TW_TYPE_NUMBER) {
    return amount && walk->groups[g].end - walk->groups[g].first == 1;
  }
  return amount->type == last->type && amount->value.len && last->value.len &&
         amount->value.s[amount->value.len - 1] ==
           last->value.s[last->value.len - 1];
}

/* True if the list is amounts of which each may be somebody's: "9, 6 and 5
 * years". */
static bool
is_amounts(const Sharing* sharing, const TwFillerVec* fillers, List list)
{
  const TwWalk* const walk = &sharing->walk;
  const TwFiller* const at = &fillers->at[list.first];
  const TwAnnotation* const last =
    list.n > 1 ? tw_walk_annotation(walk, at[list.n - 1].group) : NULL;
  if (!last ||
      (last->type != TW_TYPE_DURATION && last->type != TW_TYPE_MONEY)) {
    return false;
  }
  for (size_t i = 0; i + 1 < list.n; ++i) {
    if (!is_amount(walk, at[i].group, last) ||
        tw_walk_right_over(walk, at[i].group, ",C") != at[i + 1].group) {
      return false;
    }
  }
  return true;
}

/* The list that the filler's noun has behind "of": "terms of 9, 6 AND 5 YEARS",
 * as fillers of its place. */
static TwFillerVec
members_of(Sharing* sharing, TwFiller filler)
{
  const TwWalk* const walk = &sharing->walk;
  const uint32_t of = tw_walk_right(walk, filler.group);
  TwPositions members = {.token = 0};
  if (tw_walk_in(walk, of, "P") && tw_walk_is(walk, of, TW_WORD(OF))) {
    filler.group = tw_walk_right(walk, of);
  }
  while (filler.group > of && tw_walk_in(walk, filler.group, "NT")) {
    filler.conjunct = (uint32_t)members.fillers.count;
    add_filler(sharing, &members, filler);
    const uint32_t joint = tw_walk_right(walk, filler.group);
    filler.group = tw_walk_in(walk, joint, ",C")
                     ? tw_walk_right_over(walk, joint, "C")
                     : TW_NO_GROUP;
  }
  return members.fillers;
}

/* The fillers of the trigger, with the amounts of "terms of 9 and 6 years" in
 * the place of the terms. */
static TwFillerVec
with_members(Sharing* sharing)
{
  const TwFillerVec* const fillers = &sharing->whole->fillers;
  TwPositions all = {.token = 0};
  uint32_t done = 0; /* Groups before it are members of the last list */
  for (size_t i = 0; i < fillers->count; ++i) {
    const TwFiller* const filler = &fillers->at[i];
    const TwFillerVec members = members_of(sharing, *filler);
    if (is_amounts(sharing, &members, (List){0, members.count})) {
      for (size_t k = 0; k < members.count; ++k) {
        add_filler(sharing, &all, members.at[k]);
      }
      done = members.at[members.count - 1].group + 1;
    } else if (!filler->conjunct || filler->group >= done) {
      add_filler(sharing, &all, *filler);
    }
  }
  return all.fillers;
}

/* True if each member of the list is told of one of the people: an amount, or
 * whatever stands with "respectively". */
static bool
is_dealt(const Sharing* sharing, const TwFillerVec* fillers, List list,
         List people)
{
  return list.n == people.n && list.first != people.first &&
         (sharing->respective || is_amounts(sharing, fillers, list));
}

static void
deal(Sharing* sharing, const TwFillerVec* fillers, List people, size_t k)
{
  TwPositions* const record = add_record(sharing);
  List list = {0, 0};
  for (size_t i = 0; record && i < fillers->count; i += list.n) {
    list = list_at(fillers, i);
    const bool dealt = is_dealt(sharing, fillers, list, people);
    const bool own = dealt || i == people.first;
    for (size_t m = own ? k : 0; m < (own ? k + 1 : list.n); ++m) {
      TwFiller filler = fillers->at[i + m];
      filler.conjunct = own ? 0 : filler.conjunct;
      add_filler(sharing, record, filler);
    }
    if (dealt && k + 1 < list.n) {
      record->end = fillers->at[i + k + 1].group;
    }
  }
}

/* The list of people of whom the trigger tells by turns, if there is one: whom
 * it happens to rather than who does it. */
static List
people_of(const Sharing* sharing, const TwFillerVec* fillers)
{
  const TwAt patient = patient_at(sharing->whole);
  List people = {0, 0};
  List list = {0, 0};
  for (size_t i = 0; i < fillers->count; i += list.n) {
    list = list_at(fillers, i);
    if ((!people.n || fillers->at[i].at == patient) &&
        is_people(sharing, fillers, list)) {
      people = list;
    }
  }
  return people;
}

/* True if "respectively" stands in the sentence. */
static bool
is_respective(const TwWalk* walk, const TwSentence* sentence)
{
  const TwToken* const tokens = walk->article->tokens.at;
  uint32_t i = sentence->first;
  while (i < sentence->end &&
         !tw_lexicon_find_kind(walk->grammar, tokens[i].fold,
                               TW_GRAMMAR_RESPECTIVE)) {
    ++i;
  }
  return i < sentence->end;
}

static void
share_lists(Sharing* sharing, const TwSentence* sentence)
{
  if (!people_of(sharing, &sharing->whole->fillers).n) {
    return;
  }
  const TwFillerVec fillers = with_members(sharing);
  const List people = people_of(sharing, &fillers);
  bool dealt = false;
  List list = {0, 0};
  sharing->respective = is_respective(&sharing->walk, sentence);
  for (size_t i = 0; i < fillers.count; i += list.n) {
    list = list_at(&fillers, i);
    dealt |= is_dealt(sharing, &fillers, list, people);
  }
  for (size_t k = 0; dealt && k < people.n; ++k) {
    deal(sharing, &fillers, people, k);
  }
}

void
tw_positions_share(const TwLexicon* grammar, const TwArticle* article,
                   const TwSentence* sentence, const TwPositions* whole,
                   TwArena* arena, TwPositionsVec* out)
{
  Sharing sharing = {.walk = tw_walk_of(grammar, article, sentence, arena),
                     .whole = whole,
                     .out = out};
  *out = (TwPositionsVec){NULL, 0, 0};
  if (!tw_walk_in(&sharing.walk, whole->group, TW_KINDS_VERB)) {
    return;
  }
  share_gaps(&sharing);
  if (!out->count) {
    share_lists(&sharing, sentence);
  }
}
