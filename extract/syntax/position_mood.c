/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"

#define CLIMBS_MAX 8 /* from a verb to the one that governs it */

static void
note_cue(TwPositions* out, uint32_t token)
{
  if (out->cue == UINT32_MAX) {
    out->cue = token;
  }
}

/* What a verb, noun or adjective that governs the trigger makes of it. */
static void
note_governor(TwWalk* walk, uint32_t g)
{
  TwPositions* const out = walk->out;
  const TwGroup* const group = &walk->groups[g];
  if (tw_walk_is(walk, g, TW_WORD(FAIL))) {
    out->negated = !out->negated;
    note_cue(out, group->head);
  }
  if (tw_walk_is(walk, g, TW_WORD(FUTURE))) {
    out->future = true;
    note_cue(out, group->head);
  } else if (tw_walk_is(walk, g, TW_WORD(MODAL))) {
    out->modal = true;
    note_cue(out, group->head);
  }
}

/* "overturned", "threw out" */
static bool
undoes(const TwWalk* walk, uint32_t g)
{
  const TwGroup* const group = &walk->groups[g];
  const TwLexiconRow* row;
  return tw_walk_is(walk, g, TW_WORD(UNDO)) ||
         tw_grammar_phrase(walk->grammar, walk->article->tokens.at, group->head,
                           walk->groups[walk->end - 1].end, TW_GRAMMAR_UNDO,
                           &row);
}

/* What a verb or noun makes of the noun that it is for: "ordered the arrest",
 * "a warrant for the arrest", "overturned the conviction". */
static void
note_over_noun(TwWalk* walk, uint32_t g)
{
  TwPositions* const out = walk->out;
  /* "committed the murder" did it, "committed to leave" will; so with "set
   * aside" and "set to". */
  if (!tw_walk_is(walk, g, TW_WORD(LIGHT)) &&
      !(undoes(walk, g) && tw_walk_is(walk, g, TW_WORD(FUTURE)))) {
    note_governor(walk, g);
  }
  if (tw_walk_is(walk, g, TW_WORD(WISH))) {
    out->modal = true;
    note_cue(out, walk->groups[g].head);
  }
}

/* What a verb group says of itself. */
static void
note_verb(TwWalk* walk, uint32_t g)
{
  TwPositions* const out = walk->out;
  const TwGroup* const group = &walk->groups[g];
  const uint32_t before = tw_walk_left(walk, g);
  if (group->negated) {
    out->negated = !out->negated;
  } else if (tw_walk_kind(walk, before) == TW_GROUP_ADVERB &&
             tw_walk_is(walk, before, TW_WORD(NEGATION))) {
    out->negated = !out->negated; /* "never ran it" */
    note_cue(out, walk->groups[before].head);
  }
  for (uint32_t i = group->first; i < group->head; ++i) {
    if (walk->article->tokens.at[i].tag == TW_TAG_RB &&
        tw_grammar_classes(walk->grammar, &walk->article->tokens.at[i]) &
          TW_WORD(FAIL)) {
      out->negated = !out->negated; /* "was nearly killed" */
      note_cue(out, i);
    }
  }
  out->modal |= group->modal;
  out->future |= group->future;
  if (group->cue != UINT32_MAX) {
    note_cue(out, group->cue);
  }
}

/* "no one", "NONE of the men", "without a raid": the word before or inside of a
 * group that denies it, or UINT32_MAX. */
static uint32_t
denial(const TwWalk* walk, uint32_t g)
{
  const TwToken* const tokens = walk->article->tokens.at;
  const uint32_t of = tw_walk_left_over(walk, g, "G");
  const uint32_t heap = tw_walk_left(walk, of);
  if (tw_walk_in(walk, of, "P") && tw_walk_is(walk, of, TW_WORD(OF)) &&
      tw_walk_is(walk, heap, TW_WORD(NEGATION))) {
    return walk->groups[heap].head;
  }
  const TwGroup* const group = &walk->groups[g];
  if (tw_grammar_classes(walk->grammar, &tokens[group->first]) &
      TW_WORD(NEGATION)) {
    return group->first;
  }
  const uint32_t before = tw_walk_left(walk, g);
  return tw_walk_in(walk, before, "PRC") &&
             tw_walk_is(walk, before, TW_WORD(NEGATION))
           ? walk->groups[before].head
           : UINT32_MAX;
}

static void
note_denial(TwWalk* walk, uint32_t g)
{
  const uint32_t token = denial(walk, g);
  if (token != UINT32_MAX) {
    walk->out->negated = !walk->out->negated;
    note_cue(walk->out, token);
  }
}

/* The adjective or noun between a verb and what governs it: "is likely TO GO",
 * "a plan TO GO". */
static void
note_between(TwWalk* walk, uint32_t verb)
{
  const uint32_t before = tw_walk_left_over(walk, verb, "RP");
  if (tw_walk_in(walk, before, "NA") &&
      tw_walk_kind(walk, verb) == TW_GROUP_INFINITIVE) {
    note_governor(walk, before);
  }
}

/* "the risk of killing X": what the noun before a gerund makes of it. */
static void
note_hung_on(TwWalk* walk, uint32_t verb)
{
  const uint32_t lead = tw_walk_left_over(walk, verb, "RT");
  const uint32_t noun = tw_walk_left(walk, lead);
  if (tw_walk_kind(walk, verb) == TW_GROUP_GERUND &&
      tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
      tw_walk_kind(walk, noun) == TW_GROUP_NOUN) {
    note_over_noun(walk, noun);
  }
}

/* "ordered that he BE freed": it is wanted, not told. */
static void
note_wish(TwWalk* walk, uint32_t verb)
{
  const uint32_t noun = tw_walk_left_over(walk, verb, "RT");
  const uint32_t opener = tw_walk_left_over(walk, noun, "G");
  walk->out->modal |=
    walk->article->tokens.at[walk->groups[verb].first].tag == TW_TAG_VB &&
    tw_walk_kind(walk, noun) == TW_GROUP_NOUN && tw_walk_in(walk, opener, "SW");
}

/* "is to be tried for killing X": what is to come is the trial. */
static bool
is_blame(const TwWalk* walk, uint32_t governor)
{
  return tw_walk_is(walk, governor, TW_WORD(BLAME)) &&
         !tw_walk_is(walk, governor, TW_WORD(FUTURE) | TW_WORD(MODAL));
}

/* "will appear after BEING ARRESTED": a clause of its own, of which the verb
 * beside it says nothing. */
static bool
is_aside(const TwWalk* walk, uint32_t verb, uint32_t opener)
{
  return tw_walk_kind(walk, verb) == TW_GROUP_GERUND &&
         tw_walk_kind(walk, opener) == TW_GROUP_PREPOSITION &&
         tw_walk_is(walk, opener, TW_WORD(CLAUSE));
}

static void
note_climb(TwWalk* walk, uint32_t verb)
{
  for (int n = 0; n < CLIMBS_MAX; ++n) {
    note_verb(walk, verb);
    if (!tw_walk_in(walk, verb, "ig")) {
      return;
    }
    note_between(walk, verb);
    note_wish(walk, verb);
    const uint32_t before = tw_walk_left_over(walk, verb, "RT");
    if (tw_walk_kind(walk, before) == TW_GROUP_PREPOSITION &&
        tw_walk_is(walk, before, TW_WORD(NEGATION))) {
      note_denial(walk, verb);
    }
    if (is_aside(walk, verb, before)) {
      return;
    }
    note_hung_on(walk, verb);
    if (tw_walk_kind(walk, verb) == TW_GROUP_GERUND &&
        tw_walk_is(walk, before, TW_WORD(FOR))) {
      return; /* "may be jailed for killing X" */
    }
    const uint32_t governor = tw_walk_governor(walk, verb);
    if (governor == TW_NO_GROUP ||
        (tw_walk_kind(walk, verb) == TW_GROUP_GERUND &&
         tw_walk_in(walk, before, ",N"))) {
      return;
    }
    if (is_blame(walk, governor)) {
      return;
    }
    note_governor(walk, governor);
    verb = governor;
  }
}

/* What a verb that undoes its noun makes of it: "overturned the conviction".
 * The noun's deed still holds where nobody undid it ("refused to overturn it"),
 * and only may hold where somebody may yet. */
static void
note_undone(TwWalk* walk, uint32_t verb)
{
  TwPositions* const out = walk->out;
  TwPositions undoing = {.cue = UINT32_MAX};
  if (!undoes(walk, verb)) {
    return;
  }
  walk->out = &undoing;
  note_climb(walk, verb);
  walk->out = out;
  out->modal |= !undoing.negated && (undoing.modal || undoing.future);
  out->negated ^= !undoing.negated && !undoing.modal && !undoing.future;
  if (!undoing.negated) {
    note_cue(out, walk->groups[verb].head);
  }
}

/* What wishes for the noun that `lead`, behind verb group `verb`, leads: the
 * verb, or its subject ("a WARRANT was issued for the arrest"); TW_NO_GROUP if
 * nothing does. */
static uint32_t
wished_by(const TwWalk* walk, uint32_t verb, uint32_t lead)
{
  if (!tw_walk_in(walk, verb, TW_KINDS_VERB) ||
      !tw_walk_is(walk, lead, TW_WORD(FOR))) {
    return TW_NO_GROUP;
  }
  const uint32_t by =
    walk->groups[verb].passive ? tw_walk_subject(walk, verb).group : verb;
  return tw_walk_is(walk, by, TW_WORD(WISH)) ? by : TW_NO_GROUP;
}

/* The noun that wishes for what `lead` leads, over an "of" phrase: "a REWARD of
 * $500 for his capture"; `noun`, the one before it, if there is none. */
static uint32_t
wishing_noun(const TwWalk* walk, uint32_t noun, uint32_t lead)
{
  const uint32_t of = tw_walk_left_over(walk, noun, "G");
  const uint32_t owner = tw_walk_left(walk, of);
  return tw_walk_is(walk, lead, TW_WORD(FOR)) &&
             tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
             tw_walk_is(walk, of, TW_WORD(OF)) &&
             tw_walk_kind(walk, owner) == TW_GROUP_NOUN &&
             tw_walk_is(walk, owner, TW_WORD(WISH))
           ? owner
           : noun;
}

/* What governs the noun group `g`. */
static void
note_around(TwWalk* walk, uint32_t g)
{
  const uint32_t first = tw_walk_list_first(walk, g);
  const uint32_t before = tw_walk_left_over(walk, first, "GR");
  if (tw_walk_in(walk, before, TW_KINDS_VERB)) {
    if (!walk->groups[before].passive) {
      note_over_noun(walk, before);
      note_undone(walk, before);
    }
    if (tw_walk_is(walk, before, TW_WORD(LIGHT))) {
      note_climb(walk, before); /* "plans to launch an attack" */
    }
    return;
  }
  if (tw_walk_kind(walk, before) == TW_GROUP_PREPOSITION) {
    const uint32_t noun = tw_walk_left_over(walk, before, "R");
    const uint32_t by = tw_walk_kind(walk, noun) == TW_GROUP_NOUN
                          ? wishing_noun(walk, noun, before)
                          : wished_by(walk, noun, before);
    if (by != TW_NO_GROUP) {
      note_over_noun(walk, by);
    }
    return;
  }
  const uint32_t verb = tw_walk_find_right(walk, g, TW_KINDS_VERB "SWC,");
  if (tw_walk_kind(walk, verb) == TW_GROUP_PASSIVE &&
      tw_walk_subject(walk, verb).group == g) {
    note_over_noun(walk, verb); /* "the extradition was refused" */
    note_undone(walk, verb);
  }
}

/* "attempted murder", "upcoming trial", "botched robbery" */
static void
note_modifiers(TwWalk* walk, uint32_t g)
{
  TwPositions* const out = walk->out;
  const TwGroup* const group = &walk->groups[g];
  for (uint32_t i = group->first; i < group->head; ++i) {
    const TwToken* const token = &walk->article->tokens.at[i];
    const uint64_t classes = tw_grammar_classes(walk->grammar, token);
    const bool fails = classes & TW_WORD(FAIL) && token->tag != TW_TAG_RB;
    out->future |= (classes & TW_WORD(FUTURE)) != 0;
    out->modal |= (classes & TW_WORD(MODAL)) != 0;
    out->negated |= fails;
    if (fails || classes & (TW_WORD(FUTURE) | TW_WORD(MODAL))) {
      note_cue(out, i);
    }
  }
}

/* True if the clause of group `g` is opened by "if". */
static bool
is_conditional(const TwWalk* walk, uint32_t g)
{
  const uint32_t opener = tw_walk_find_left(walk, g, "S");
  if (opener == TW_NO_GROUP ||
      !tw_walk_is(walk, opener, TW_WORD(CONDITIONAL))) {
    return false;
  }
  /* "If he fled, police will …": the clause is closed */
  const uint32_t verb = tw_walk_find_right(walk, opener, TW_KINDS_VERB);
  const uint32_t comma = tw_walk_find_right(walk, verb, ",");
  return verb == TW_NO_GROUP || verb >= g || comma == TW_NO_GROUP || comma > g;
}

static bool
is_question(const TwWalk* walk, const TwSentence* sentence)
{
  const TwToken* const tokens = walk->article->tokens.at;
  for (uint32_t i = sentence->end; i > sentence->first && i + 3 > sentence->end;
       --i) {
    if (tw_str_equal(tokens[i - 1].fold, TW_STR("?"))) {
      return true;
    }
  }
  return false;
}

static bool
is_past(const TwWalk* walk, uint32_t token)
{
  const TwTag tag = (TwTag)walk->article->tokens.at[token].tag;
  return tag == TW_TAG_VBN || tag == TW_TAG_VBD;
}

void
tw_walk_mood(TwWalk* walk, uint32_t g, const TwSentence* sentence)
{
  TwPositions* const out = walk->out;
  out->conditional = is_conditional(walk, g);
  out->question = is_question(walk, sentence);
  if (!tw_walk_in(walk, g, TW_KINDS_VERB)) {
    note_denial(walk, g);
    /* "plans to free a CONVICTED man": that was before. */
    if (out->form != TW_FORM_ATTRIBUTIVE || !is_past(walk, out->token)) {
      note_around(walk, g);
    }
    note_modifiers(walk, g);
    return;
  }
  note_climb(walk, g);
  for (size_t i = 0; i < out->fillers.count; ++i) {
    const TwFiller* const filler = &out->fillers.at[i];
    if (filler->at == TW_AT_SUBJECT || filler->at == TW_AT_OBJECT) {
      note_denial(walk, filler->group);
    }
  }
}
