/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"
#include "ontology/gazetteer.h"

#define STEPS_MAX 64   /* of a walk to the left */
#define CLIMBS_MAX 8   /* from a verb to the one that governs it */
#define SEGMENTS_MAX 4 /* commas inside of an aside */

static const TwSubject nobody = {TW_NO_GROUP, TW_NO_GROUP};

static bool
is_person(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const name = tw_walk_annotation(walk, g);
  return name && name->type == TW_TYPE_PERSON;
}

/* True if the groups between the commas `open` and `close` only tell more of
 * what stands before them: ", 41,", ", who fled,", ", police said,". */
static bool
is_parenthesis(const TwWalk* walk, uint32_t open, uint32_t close)
{
  const uint32_t first = tw_walk_right_over(walk, open, "RQ");
  if (first >= close) {
    return true;
  }
  if (tw_walk_in(walk, first, "WSigr")) {
    return true;
  }
  if (!tw_walk_in(walk, first, "NGTPA")) {
    return false;
  }
  const uint32_t verb = tw_walk_find_right(walk, open, TW_KINDS_FINITE "W");
  if (verb == TW_NO_GROUP || verb >= close) {
    return true;
  }
  return tw_walk_kind(walk, verb) == TW_GROUP_RELATIVE ||
         (tw_walk_is(walk, verb, TW_WORD(SPEECH)) &&
          tw_walk_in(walk, tw_walk_right_over(walk, verb, "TR"), ",N"));
}

/* The comma that opens the aside which the comma `close` ends. */
static uint32_t
opening_comma(const TwWalk* walk, uint32_t close)
{
  uint32_t open = close;
  for (int n = 0; n < SEGMENTS_MAX; ++n) {
    open = tw_walk_find_left(walk, open, ",");
    if (open == TW_NO_GROUP) {
      break;
    }
    if (tw_walk_in(walk, tw_walk_left_over(walk, open, "Q"), "NT") &&
        is_parenthesis(walk, open, close)) {
      return open;
    }
  }
  return TW_NO_GROUP;
}

uint32_t
tw_walk_closing_comma(const TwWalk* walk, uint32_t open)
{
  const uint32_t close = tw_walk_find_right(walk, open, ",");
  return close != TW_NO_GROUP && is_parenthesis(walk, open, close)
           ? close
           : TW_NO_GROUP;
}

/* The relative that opens the clause of the finite verb `verb`. */
static uint32_t
relative_of(const TwWalk* walk, uint32_t verb)
{
  uint32_t g = tw_walk_left_over(walk, verb, "RT");
  if (tw_walk_in(walk, g, "N")) {
    g = tw_walk_left_over(walk, g, "NGR");
  }
  return tw_walk_kind(walk, g) == TW_GROUP_RELATIVE ? g : TW_NO_GROUP;
}

/* A walk to the left and what it has met. */
typedef struct {
  const TwWalk* walk;
  uint32_t at;
  uint32_t fallback; /* A noun group that may be the one */
  bool coordinated;  /* The next finite verb has the same subject */
  bool jumped;       /* Over an aside */
} Search;

/* "the mayor of Lima, PERU …": the place of a place, which is not the subject.
 * It may be behind a country and behind what a verb has: "after sending X to
 * Peru, CHILE …". */
static bool
is_place_of_place(const TwWalk* walk, uint32_t g)
{
  const uint32_t place = tw_walk_left(walk, tw_walk_left_over(walk, g, "GR"));
  const uint32_t lead = tw_walk_left_over(walk, place, "G");
  const uint32_t noun = tw_walk_left(walk, lead);
  const TwAnnotation* const named = tw_walk_annotation(walk, place);
  return tw_walk_is_place(walk, g) && tw_walk_is_place(walk, place) &&
         named->type != TW_TYPE_COUNTRY &&
         tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
         tw_walk_kind(walk, noun) == TW_GROUP_NOUN &&
         !tw_walk_in(walk, tw_walk_left_over(walk, noun, "G"), TW_KINDS_BARE);
}

/* "X, alias Y, leader of the gang fled": the name before asides of which no
 * comma ends the last one, or `g`. A name that a verb or a preposition has is
 * not told of: "They met X, leaders of the gang fled". */
static uint32_t
open_aside_owner(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const role = tw_walk_annotation(walk, g);
  uint32_t comma = tw_walk_left_over(walk, g, "GR");
  if (!role || role->type != TW_TYPE_ROLE) {
    return g;
  }
  while (tw_walk_kind(walk, comma) == TW_GROUP_COMMA) {
    const uint32_t owner = tw_walk_left_over(walk, comma, "QT");
    const uint32_t lead = tw_walk_left_over(walk, owner, "GR");
    if (is_person(walk, owner) && !tw_walk_in(walk, lead, TW_KINDS_VERB "PR")) {
      return owner;
    }
    comma = opening_comma(walk, comma);
  }
  return g;
}

/* Steps over a relative clause, which is an aside even where no comma ends it:
 * "X, 51, who fled Lima was jailed". */
static void
pass_relative(Search* search, uint32_t relative)
{
  search->jumped = true;
  search->at = tw_walk_left_over(search->walk, relative, ",P");
}

/* "accused of killing him": a noun that belongs to a bare verb or phrase is
 * stepped over. True if the noun group at hand is the subject. */
static bool
settle_noun(Search* search)
{
  const TwWalk* const walk = search->walk;
  const uint32_t g = search->at;
  const uint32_t before = tw_walk_left_over(walk, g, "GR");
  const char kind = tw_walk_kind(walk, before);
  switch (kind) {
  case TW_GROUP_PREPOSITION: {
    /* "X, OF Main Street, Lima, fled" */
    const uint32_t open = tw_walk_left(walk, before);
    const uint32_t owner = tw_walk_left_over(walk, open, "Q");
    const bool aside = search->jumped && tw_walk_in(walk, open, ",") &&
                       tw_walk_in(walk, owner, "N");
    search->at = aside ? owner : open;
    return false;
  }
  case TW_GROUP_INFINITIVE:
  case TW_GROUP_GERUND:
  case TW_GROUP_PARTICIPLE:
    search->fallback = search->fallback == TW_NO_GROUP ? g : search->fallback;
    search->at = tw_walk_left(walk, before);
    return false;
  case TW_GROUP_CONJUNCTION: {
    const uint32_t of = tw_walk_list_of(walk, g);
    const uint32_t first = tw_walk_list_first(walk, g);
    const uint32_t lead =
      of == TW_NO_GROUP ? tw_walk_left_over(walk, first, "GR") : of;
    if (first == g || tw_walk_kind(walk, lead) != TW_GROUP_PREPOSITION ||
        tw_walk_kind(walk, tw_walk_left(walk, lead)) != TW_GROUP_NOUN) {
      return true;
    }
    search->at = tw_walk_left(walk, lead);
    return false;
  }
  case TW_GROUP_COMMA: {
    const uint32_t lead =
      tw_walk_left_over(walk, tw_walk_left(walk, before), "G");
    if (is_place_of_place(walk, g)) {
      search->at = tw_walk_left(walk, lead);
      return false;
    }
    search->at =
      search->jumped ? tw_walk_owner(walk, g) : open_aside_owner(walk, g);
    return true;
  }
  case TW_GROUP_ACTIVE:
  case TW_GROUP_PASSIVE: {
    const uint32_t relative = tw_walk_is(walk, before, TW_WORD(SPEECH))
                                ? TW_NO_GROUP
                                : relative_of(walk, before);
    if (relative == TW_NO_GROUP) {
      return true;
    }
    pass_relative(search, relative);
    return false;
  }
  default:
    return true;
  }
}

/* Steps over a comma: to what the aside is about, or to the verb that shares
 * its subject. */
static void
pass_comma(Search* search)
{
  const uint32_t open = opening_comma(search->walk, search->at);
  if (open != TW_NO_GROUP) {
    search->jumped = true;
    search->at = tw_walk_left_over(search->walk, open, "Q");
    return;
  }
  search->coordinated = true;
  search->at = tw_walk_find_left(search->walk, search->at, TW_KINDS_VERB);
}

/* A finite verb between the subject and its own verb: one it shares, or one of
 * a relative clause. False if the walk ends. */
static bool
pass_verb(Search* search)
{
  const TwWalk* const walk = search->walk;
  const uint32_t verb = search->at;
  if (search->coordinated) {
    search->coordinated = false;
    search->at = tw_walk_left(walk, verb);
    return true;
  }
  const uint32_t relative = relative_of(walk, verb);
  if (relative != TW_NO_GROUP) {
    pass_relative(search, relative);
    return true;
  }
  const uint32_t inner = tw_walk_left_over(walk, verb, "RT");
  const uint32_t outer = tw_walk_left_over(walk, inner, "G");
  if (tw_walk_kind(walk, inner) == TW_GROUP_NOUN &&
      tw_walk_kind(walk, outer) == TW_GROUP_NOUN) {
    search->at = outer;
    return true;
  }
  return false;
}

/* The subject of a finite verb, which stands to the left of `from`. */
static TwSubject
finite_subject(const TwWalk* walk, uint32_t from, bool coordinated)
{
  Search search = {walk, tw_walk_left(walk, from), TW_NO_GROUP, coordinated,
                   false};
  for (int n = 0; n < STEPS_MAX; ++n) {
    switch (tw_walk_kind(walk, search.at)) {
    case TW_GROUP_NOUN:
      if (settle_noun(&search)) {
        return (TwSubject){search.at, TW_NO_GROUP};
      }
      break;
    case TW_GROUP_RELATIVE:
      return (TwSubject){tw_walk_antecedent(walk, search.at), search.at};
    case TW_GROUP_SUBORDINATOR: {
      const uint32_t noun = tw_walk_left(walk, search.at);
      return tw_walk_is(walk, search.at, TW_WORD(RELATIVE)) &&
                 tw_walk_kind(walk, noun) == TW_GROUP_NOUN
               ? (TwSubject){noun, search.at}
               : nobody;
    }
    case TW_GROUP_CONJUNCTION:
      search.coordinated = true;
      search.at = tw_walk_find_left(
        walk, tw_walk_over_relative(walk, search.at), TW_KINDS_VERB);
      break;
    case TW_GROUP_COMMA:
      pass_comma(&search);
      break;
    case TW_GROUP_ACTIVE:
    case TW_GROUP_PASSIVE:
      if (!pass_verb(&search)) {
        return (TwSubject){search.fallback, TW_NO_GROUP};
      }
      break;
    case '\0':
    case TW_GROUP_STOP:
      return (TwSubject){search.fallback, TW_NO_GROUP};
    default:
      search.at = tw_walk_left(walk, search.at);
      break;
    }
  }
  return nobody;
}

uint32_t
tw_walk_governor(const TwWalk* walk, uint32_t verb)
{
  const char kind = tw_walk_kind(walk, verb);
  uint32_t g = verb;
  do {
    const uint32_t joint = tw_walk_left_over(walk, g, "RT");
    g = tw_walk_left_over(walk, g, "NGRTPAQ");
    /* "told X to sit, TO WAIT and to go" */
    const uint32_t before = tw_walk_find_left(walk, g, TW_KINDS_VERB);
    const bool listed = kind == TW_GROUP_INFINITIVE && g == joint &&
                        tw_walk_in(walk, g, ",") &&
                        tw_walk_kind(walk, before) == kind;
    if (tw_walk_kind(walk, g) != TW_GROUP_CONJUNCTION && !listed) {
      return tw_walk_in(walk, g, TW_KINDS_VERB) ? g : TW_NO_GROUP;
    }
    g = before;
  } while (g != TW_NO_GROUP && tw_walk_kind(walk, g) == kind);
  return g;
}

/* The main verb of the clause that `verb` only adds to. */
static uint32_t
main_verb(const TwWalk* walk, uint32_t verb)
{
  const uint32_t before = tw_walk_find_left(walk, verb, TW_KINDS_FINITE);
  const uint32_t behind = tw_walk_find_right(walk, verb, TW_KINDS_FINITE);
  if (before != TW_NO_GROUP) {
    return before;
  }
  /* "Two men, killing four, police said": not the police */
  return tw_walk_is(walk, behind, TW_WORD(SPEECH)) &&
             tw_walk_find_left(walk, verb, "N") != TW_NO_GROUP
           ? TW_NO_GROUP
           : behind;
}

/* Where the subject of a bare verb is to be found: a group that is it, or
 * another verb whose subject or object it is. */
typedef struct {
  uint32_t group;
  uint32_t verb;
  bool object; /* Of that verb */
} Lead;

static const Lead astray = {TW_NO_GROUP, TW_NO_GROUP, false};

static Lead
lead_to(uint32_t verb, bool object)
{
  return (Lead){TW_NO_GROUP, verb, object};
}

/* "X wants Y to go", "X plans to go", "Y's plan to go", "for X to go" */
static Lead
lead_infinitive(const TwWalk* walk, uint32_t verb)
{
  const uint32_t noun = tw_walk_left_over(walk, verb, "RT");
  const uint32_t lead = tw_walk_left_over(walk, noun, "G");
  if (tw_walk_kind(walk, noun) == TW_GROUP_NOUN &&
      tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
      tw_walk_is(walk, lead, TW_WORD(FOR))) {
    return (Lead){noun, TW_NO_GROUP, false};
  }
  const uint32_t governor = tw_walk_governor(walk, verb);
  if (governor != TW_NO_GROUP) {
    const bool bare = walk->groups[verb].end - walk->groups[verb].first == 1;
    const bool ordered = (bare || tw_walk_is(walk, governor, TW_WORD(ORDER))) &&
                         !walk->groups[governor].passive &&
                         tw_walk_object(walk, governor) != TW_NO_GROUP &&
                         tw_walk_object(walk, governor) < verb;
    return lead_to(governor, ordered);
  }
  if (tw_walk_kind(walk, noun) != TW_GROUP_NOUN) {
    return lead_to(main_verb(walk, verb), false);
  }
  const uint32_t owner = tw_walk_left(walk, noun);
  return (Lead){tw_walk_kind(walk, owner) == TW_GROUP_POSSESSIVE ? owner : noun,
                TW_NO_GROUP, false};
}

/* True if the preposition `p` stands behind the object of the active verb
 * `verb`: "accused X, the leader of Y, OF …", "held X responsible FOR". */
static bool
is_object_phrase(const TwWalk* walk, uint32_t verb, uint32_t p)
{
  if (walk->groups[verb].passive) {
    return false;
  }
  uint32_t g = tw_walk_object(walk, verb);
  while (g != TW_NO_GROUP && g < p) {
    g = tw_walk_right_over(walk, tw_walk_list_last(walk, g), "RTA");
    if (g == p) {
      return true;
    }
    if (!tw_walk_is(walk, g, TW_WORD(OF))) {
      return false;
    }
    g = tw_walk_right_over(walk, g, "G");
  }
  return false;
}

/* True for whom the preposition `p` tells of: the person of "the case against
 * X", "the trial of X", anybody of "charges against a driver FOR". */
static bool
is_target(const TwWalk* walk, uint32_t g, uint32_t p)
{
  const uint32_t lead = tw_walk_left(walk, g);
  return tw_walk_is(walk, lead, TW_WORD(AGAINST))
           ? is_person(walk, g) || (tw_walk_kind(walk, g) == TW_GROUP_NOUN &&
                                    tw_walk_is(walk, p, TW_WORD(FOR)))
           : is_person(walk, g) && tw_walk_is(walk, lead, TW_WORD(OF));
}

/* "X accused Y of going", "X denied going", "men carrying guns", "before
 * going, X …" */
static Lead
lead_gerund(const TwWalk* walk, uint32_t verb)
{
  const uint32_t before = tw_walk_left_over(walk, verb, "RT");
  switch (tw_walk_kind(walk, before)) {
  case TW_GROUP_NOUN: {
    /* "men surrounded BY guards being led": the men */
    const uint32_t by = tw_walk_left_over(walk, before, "GR");
    const uint32_t participle = tw_walk_left(walk, by);
    const bool agent = walk->groups[verb].passive &&
                       tw_walk_is(walk, by, TW_WORD(BY)) &&
                       tw_walk_in(walk, participle, TW_KINDS_FINITE "r");
    return agent ? lead_to(participle, false)
                 : (Lead){before, TW_NO_GROUP, false};
  }
  case TW_GROUP_PREPOSITION: {
    const uint32_t governor = tw_walk_governor(walk, before);
    if (!tw_walk_is(walk, before, TW_WORD(GERUND))) {
      return lead_to(main_verb(walk, verb), false);
    }
    if (is_target(walk, tw_walk_left(walk, before), before)) {
      return (Lead){tw_walk_left(walk, before), TW_NO_GROUP, false};
    }
    return governor == TW_NO_GROUP
             ? lead_to(main_verb(walk, verb), false)
             : lead_to(governor, is_object_phrase(walk, governor, before));
  }
  case TW_GROUP_ACTIVE:
  case TW_GROUP_PASSIVE:
  case TW_GROUP_INFINITIVE:
  case TW_GROUP_GERUND:
  case TW_GROUP_PARTICIPLE:
    return lead_to(before, false);
  case TW_GROUP_CONJUNCTION:
    return lead_to(tw_walk_find_left(walk, before, TW_KINDS_VERB), false);
  default:
    return lead_to(main_verb(walk, verb), false);
  }
}

/* "Arrested in Lima, X …", "Arrested were X and Y" */
static Lead
lead_fronted(const TwWalk* walk, uint32_t verb)
{
  const uint32_t next = tw_walk_find_right(walk, verb, TW_KINDS_FINITE);
  const uint32_t noun = tw_walk_right_over(walk, next, "GR");
  if (tw_walk_is(walk, next, TW_WORD(COPULA)) &&
      tw_walk_kind(walk, noun) == TW_GROUP_NOUN &&
      finite_subject(walk, next, false).group == TW_NO_GROUP) {
    return (Lead){tw_walk_list_last(walk, noun), TW_NO_GROUP, false};
  }
  return lead_to(next, false);
}

/* "appeared in COURT charged with": behind a verb's preposition a word of
 * which nothing more is told, or a place or body that no `blame` is put on,
 * says where. */
static bool
is_setting(const TwWalk* walk, uint32_t g, bool blame)
{
  const uint32_t lead = tw_walk_left(walk, g);
  const TwAnnotation* const head = tw_walk_annotation(walk, g);
  if (tw_walk_kind(walk, g) != TW_GROUP_NOUN ||
      tw_walk_kind(walk, lead) != TW_GROUP_PREPOSITION ||
      tw_walk_is(walk, lead, TW_WORD(OF)) ||
      !tw_walk_in(walk, tw_walk_left(walk, lead), TW_KINDS_VERB)) {
    return false;
  }
  return head ? blame && (tw_type_is(head->type, TW_TYPE_PLACE) ||
                          tw_type_is(head->type, TW_TYPE_ORGANIZATION))
              : walk->groups[g].end - walk->groups[g].first == 1;
}

/* "a vigil for X, KILLED by police" tells of X, "the wife of X, killed" of the
 * wife. */
static bool
is_told_of_led(const TwWalk* walk, uint32_t g, uint32_t owner)
{
  const TwToken* const head =
    &walk->article->tokens.at[walk->groups[owner].head];
  return is_person(walk, g) && !tw_walk_annotation(walk, owner) &&
         !(head->gaz & TW_GAZ_PERSON_NOUN);
}

/* "the men flown to Lima", "X, arrested in Lima", "arrested and charged",
 * "if convicted, X …", "Arrested in Lima, X …" */
static Lead
lead_participle(const TwWalk* walk, uint32_t verb)
{
  const uint32_t before = tw_walk_left_over(walk, verb, "RTQ");
  const bool comma = tw_walk_kind(walk, before) == TW_GROUP_COMMA;
  uint32_t g = before;
  switch (tw_walk_kind(walk, before)) {
  case TW_GROUP_CONJUNCTION: {
    const uint32_t told =
      tw_walk_told_in_asides(walk, tw_walk_left_over(walk, before, ","));
    return told == TW_NO_GROUP
             ? lead_to(tw_walk_find_left(walk, before, TW_KINDS_VERB), false)
             : (Lead){told, TW_NO_GROUP, false};
  }
  case TW_GROUP_COMMA: {
    const uint32_t last = tw_walk_find_left(walk, before, TW_KINDS_VERB);
    const uint32_t next = tw_walk_find_right(walk, verb, TW_KINDS_FINITE);
    if (last != TW_NO_GROUP && walk->groups[last].passive &&
        (next == TW_NO_GROUP || tw_walk_is(walk, next, TW_WORD(SPEECH)))) {
      return lead_to(last, false); /* "was tried, convicted and jailed" */
    }
    g = tw_walk_left_over(walk, before, "QT");
    break;
  }
  case TW_GROUP_SUBORDINATOR:
    return lead_to(main_verb(walk, verb), false);
  case TW_GROUP_ACTIVE:
  case TW_GROUP_PASSIVE:
    return lead_to(before, false);
  default:
    break;
  }
  if (is_setting(walk, g, tw_walk_is(walk, verb, TW_WORD(BLAME)))) {
    return lead_to(main_verb(walk, verb), false);
  }
  while (tw_walk_kind(walk, g) == TW_GROUP_NOUN) {
    const uint32_t lead = tw_walk_left_over(walk, g, "G");
    const uint32_t owner = tw_walk_left_over(walk, lead, "QT");
    const bool of = tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION;
    const bool aside = tw_walk_kind(walk, lead) == TW_GROUP_COMMA;
    const bool actor = of && tw_walk_is(walk, lead, TW_WORD(BY));
    if (tw_walk_kind(walk, owner) != TW_GROUP_NOUN ||
        (comma && of && is_told_of_led(walk, g, owner)) ||
        !((of && !actor && tw_walk_annotation(walk, g)) ||
          (aside && tw_walk_is_aside(walk, g, owner)))) {
      return (Lead){g, TW_NO_GROUP, false};
    }
    g = owner;
  }
  return g == TW_NO_GROUP || tw_walk_in(walk, g, "Q.")
           ? lead_fronted(walk, verb)
           : lead_to(main_verb(walk, verb), false);
}

static Lead
lead_of(const TwWalk* walk, uint32_t verb)
{
  switch (tw_walk_kind(walk, verb)) {
  case TW_GROUP_INFINITIVE:
    return lead_infinitive(walk, verb);
  case TW_GROUP_GERUND:
    return lead_gerund(walk, verb);
  case TW_GROUP_PARTICIPLE:
    return lead_participle(walk, verb);
  default:
    return astray;
  }
}

/* "He leads it, as officers say, and is known": several people are no subject
 * of "is". */
static bool
disagrees(const TwWalk* walk, uint32_t verb, uint32_t subject)
{
  const TwToken* const tokens = walk->article->tokens.at;
  const TwToken* const first = &tokens[walk->groups[verb].first];
  return subject != TW_NO_GROUP &&
         tokens[walk->groups[subject].head].tag == TW_TAG_NNS &&
         first->tag == TW_TAG_VBZ;
}

TwSubject
tw_walk_subject(const TwWalk* walk, uint32_t verb)
{
  for (int n = 0; n < CLIMBS_MAX && verb != TW_NO_GROUP; ++n) {
    if (tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
      TwSubject subject = finite_subject(walk, verb, false);
      subject.group = tw_walk_before_address(walk, subject.group);
      return disagrees(walk, verb, subject.group) ? nobody : subject;
    }
    const Lead lead = lead_of(walk, verb);
    if (lead.group != TW_NO_GROUP) {
      return (TwSubject){lead.group, TW_NO_GROUP};
    }
    if (lead.object) {
      return (TwSubject){tw_walk_object(walk, lead.verb), TW_NO_GROUP};
    }
    verb = lead.verb;
  }
  return nobody;
}
