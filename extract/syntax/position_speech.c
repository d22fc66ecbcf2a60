/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"

/* True if a subject opens the clause of the verb and nothing but asides stands
 * between: "X, 45, told", "X, speaking in Lima, said". */
static bool
has_own_subject(const TwWalk* walk, uint32_t verb)
{
  const uint32_t subject = tw_walk_subject(walk, verb).group;
  if (subject == TW_NO_GROUP || subject > verb) {
    return false;
  }
  const uint32_t lead = tw_walk_left(walk, tw_walk_list_first(walk, subject));
  if (lead != TW_NO_GROUP && !tw_walk_in(walk, lead, "QSC.GP")) {
    return false;
  }
  for (uint32_t g = subject; g < verb; ++g) {
    if (tw_walk_in(walk, g, TW_KINDS_FINITE) &&
        tw_walk_kind(walk, tw_walk_left_over(walk, g, "R")) !=
          TW_GROUP_RELATIVE) {
      return false;
    }
  }
  return true;
}

/* True if the noun group behind the verb is told something, or begins what is
 * said: it does not speak itself. */
static bool
is_no_speaker(const TwWalk* walk, uint32_t verb, uint32_t noun)
{
  const uint32_t next =
    tw_walk_right_over(walk, tw_walk_list_last(walk, noun), "R");
  return tw_walk_is(walk, verb, TW_WORD(TELL)) ||
         !tw_walk_annotation(walk, noun) ||
         tw_walk_in(walk, next, TW_KINDS_FINITE);
}

/* "…, said X": the speaker behind the verb, or TW_NO_GROUP. */
static uint32_t
speaker_behind(const TwWalk* walk, uint32_t verb)
{
  const uint32_t noun = tw_walk_right_over(walk, verb, "RG");
  const uint32_t before = tw_walk_left(walk, verb);
  return tw_walk_in(walk, before, ",Q") &&
             tw_walk_in(walk, verb, TW_KINDS_FINITE) &&
             tw_walk_kind(walk, noun) == TW_GROUP_NOUN &&
             !(is_no_speaker(walk, verb, noun) && has_own_subject(walk, verb))
           ? noun
           : TW_NO_GROUP;
}

/* True if a finite verb stands behind group `g` in its clause. */
static bool
has_verb(const TwWalk* walk, uint32_t g)
{
  return tw_walk_find_right(walk, g, TW_KINDS_FINITE) != TW_NO_GROUP;
}

/* True if what group `g` opens can be said: "that", "whether", "what". */
static bool
opens_content(const TwWalk* walk, uint32_t g)
{
  if (tw_walk_kind(walk, g) != TW_GROUP_SUBORDINATOR) {
    return tw_walk_kind(walk, g) == TW_GROUP_QUOTE;
  }
  switch (walk->article->tokens.at[walk->groups[g].head].tag) {
  case TW_TAG_WP:
  case TW_TAG_WDT:
  case TW_TAG_WRB:
    return true;
  default:
    return tw_walk_is(walk, g, TW_WORD(RELATIVE) | TW_WORD(CONDITIONAL));
  }
}

/* Where the clause behind the verb begins, or TW_NO_GROUP: over who is told,
 * times, phrases and the word that opens it. */
static uint32_t
content_start(const TwWalk* walk, uint32_t verb)
{
  uint32_t g = tw_walk_right_over(walk, verb, "RT");
  if (tw_walk_in(walk, g, "NG")) {
    const uint32_t noun = tw_walk_right_over(walk, verb, "RTG");
    const uint32_t next =
      tw_walk_right_over(walk, tw_walk_list_last(walk, noun), "RT");
    if (!tw_walk_in(walk, next, "SQ,PiNG") ||
        !tw_walk_is(walk, verb, TW_WORD(TELL))) {
      return has_verb(walk, g) ? g : TW_NO_GROUP;
    }
    g = next;
  }
  while (tw_walk_in(walk, g, "PT")) {
    g = tw_walk_right_over(walk, g, "GNRT");
  }
  if (opens_content(walk, g)) {
    return tw_walk_right_over(walk, g, "Q");
  }
  switch (tw_walk_kind(walk, g)) {
  case TW_GROUP_INFINITIVE:
    return g;
  case TW_GROUP_NOUN:
  case TW_GROUP_POSSESSIVE:
    return has_verb(walk, g) ? g : TW_NO_GROUP;
  case TW_GROUP_COMMA:
    g = tw_walk_right(walk, g);
    return tw_walk_kind(walk, g) == TW_GROUP_QUOTE ? tw_walk_right(walk, g)
                                                   : TW_NO_GROUP;
  default:
    return TW_NO_GROUP;
  }
}

/* The end of what is said from `start` on: its closing mark or the end of the
 * sentence. */
static uint32_t
content_end(const TwWalk* walk, uint32_t start)
{
  const bool quoted =
    tw_walk_kind(walk, tw_walk_left(walk, start)) == TW_GROUP_QUOTE;
  uint32_t end = start;
  while (end < walk->end && walk->groups[end].kind != TW_GROUP_STOP &&
         !(quoted && walk->groups[end].kind == TW_GROUP_QUOTE)) {
    ++end;
  }
  return end;
}

static void
set_content(TwWalk* walk, uint32_t first, uint32_t end)
{
  while (end > first && tw_walk_in(walk, end - 1, ",.Q")) {
    --end;
  }
  if (first < end) {
    walk->out->content_first = walk->groups[first].first;
    walk->out->content_end = walk->groups[end - 1].end;
  }
}

/* "…, X said" and "…, said X": what stands before the mark at `mark`. */
static void
set_content_before(TwWalk* walk, uint32_t mark)
{
  uint32_t first = walk->first;
  while (first < mark && tw_walk_in(walk, first, "QC,.")) {
    ++first;
  }
  /* "X, she said, is …": what is said goes on behind it */
  const uint32_t verb = tw_walk_find_right(walk, first, TW_KINDS_FINITE "g");
  const bool whole = tw_walk_in(walk, first, TW_KINDS_FINITE) ||
                     (verb != TW_NO_GROUP && verb < mark);
  set_content(walk, first, whole ? mark : walk->end);
}

/* "It was announced by X that …" */
static void
read_passive(TwWalk* walk, uint32_t verb)
{
  const uint32_t by = tw_walk_right_over(walk, verb, "RT");
  const uint32_t noun = tw_walk_right_over(walk, by, "G");
  const uint32_t start = content_start(walk, verb);
  if (tw_walk_is(walk, by, TW_WORD(BY)) &&
      tw_walk_kind(walk, noun) == TW_GROUP_NOUN) {
    tw_walk_add_list(walk, TW_AT_SPEAKER, tw_walk_word(walk, by), noun);
  }
  if (start != TW_NO_GROUP &&
      tw_walk_kind(walk, tw_walk_left(walk, start)) == TW_GROUP_SUBORDINATOR) {
    set_content(walk, start, content_end(walk, start));
  }
}

uint32_t
tw_walk_speech(TwWalk* walk, uint32_t verb)
{
  if (walk->groups[verb].passive) {
    read_passive(walk, verb);
    return TW_NO_GROUP;
  }
  const uint32_t behind = speaker_behind(walk, verb);
  if (behind != TW_NO_GROUP) {
    tw_walk_add_list(walk, TW_AT_SPEAKER, TW_NO_WORD, behind);
    set_content_before(walk, tw_walk_left(walk, verb));
    return behind;
  }
  const TwSubject subject = tw_walk_subject(walk, verb);
  tw_walk_add_list_to(walk, TW_AT_SPEAKER, TW_NO_WORD, subject.group);
  const uint32_t start = content_start(walk, verb);
  if (start != TW_NO_GROUP) {
    set_content(walk, start, content_end(walk, start));
  } else if (subject.group != TW_NO_GROUP && subject.relative == TW_NO_GROUP) {
    const uint32_t mark =
      tw_walk_left_over(walk, tw_walk_list_first(walk, subject.group), "GR");
    if (tw_walk_in(walk, mark, ",Q")) {
      set_content_before(walk, mark);
    }
  }
  return subject.group;
}
