/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/walk.h"

static const TwStr no_word = {NULL, 0};

/* "case against X", "attack on X": whom it is done to. */
static void
add_target(TwWalk* walk, uint32_t p, bool deed)
{
  const uint32_t noun = tw_walk_right_over(walk, p, "GRQ");
  const uint64_t leads = TW_WORD(AGAINST) | (deed ? TW_WORD(UPON) : 0);
  if (tw_walk_kind(walk, p) == TW_GROUP_PREPOSITION &&
      tw_walk_is(walk, p, leads) && tw_walk_kind(walk, noun) == TW_GROUP_NOUN) {
    tw_walk_add_list(walk, TW_AT_OBJECT, tw_walk_word(walk, p), noun);
  }
}

void
tw_walk_noun(TwWalk* walk, uint32_t g)
{
  const bool deed = tw_walk_is(walk, g, TW_WORD(DEED));
  const uint32_t owner = tw_walk_left(walk, g);
  const uint32_t p = tw_walk_right_over(walk, g, "R");
  const uint32_t of = tw_walk_right_over(walk, p, "GRQ");
  const bool owned = tw_walk_kind(walk, owner) == TW_GROUP_POSSESSIVE;
  const bool has_of = tw_walk_kind(walk, p) == TW_GROUP_PREPOSITION &&
                      tw_walk_is(walk, p, TW_WORD(OF)) &&
                      tw_walk_kind(walk, of) == TW_GROUP_NOUN;
  if (owned) {
    const TwAnnotation* const named = tw_walk_annotation(walk, owner);
    if (named && named->type >= TW_TYPE_DATE) {
      tw_walk_add(walk, TW_AT_TIME, no_word, owner);
    } else {
      tw_walk_add_list_to(walk, TW_AT_POSSESSOR, no_word, owner);
      tw_walk_add_list_to(walk, deed || has_of ? TW_AT_SUBJECT : TW_AT_OBJECT,
                          no_word, owner);
    }
  }
  if (has_of) {
    tw_walk_add_list(walk, deed && !owned ? TW_AT_SUBJECT : TW_AT_OBJECT,
                     tw_walk_word(walk, p), of);
  }
  add_target(walk, p, deed);
  tw_walk_phrases(walk, g, true, true);
}
