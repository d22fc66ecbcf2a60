/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/phrase.h"

#define BETWEEN_MAX 3 /* adverbs between an auxiliary and what it governs */

/* A verb form, as bits. */
typedef enum {
  BASE = 1 << 0,
  PAST = 1 << 1,
  PRESENT = 1 << 2,
  GERUND = 1 << 3,
  PARTICIPLE = 1 << 4,
  MODAL = 1 << 5,
  TO = 1 << 6,
} Form;

static const uint8_t forms[TW_TAG_COUNT] = {
  [TW_TAG_VB] = BASE,  [TW_TAG_VBP] = PRESENT, [TW_TAG_VBZ] = PRESENT,
  [TW_TAG_VBD] = PAST, [TW_TAG_VBG] = GERUND,  [TW_TAG_VBN] = PARTICIPLE,
  [TW_TAG_MD] = MODAL, [TW_TAG_TO] = TO,
};

/* What an auxiliary may govern: "is" + "taking", "has" + "taken". */
static const struct {
  uint64_t classes;
  unsigned governs;
} auxiliaries[] = {
  {TW_WORD(BE), GERUND | PARTICIPLE},
  {TW_WORD(HAVE), PARTICIPLE},
  {TW_WORD(DO), BASE},
  {TW_WORD(GET), PARTICIPLE},
};

static unsigned
form_of(const TwPhrase* phrase, uint32_t i)
{
  return forms[tw_phrase_tag(phrase, i)];
}

static unsigned
governed_by(const TwPhrase* phrase, uint32_t i)
{
  if (form_of(phrase, i) & (MODAL | TO)) {
    return BASE | PRESENT; /* A tagger's slip where the two look alike */
  }
  unsigned governs = 0;
  for (size_t n = 0; n < sizeof(auxiliaries) / sizeof(auxiliaries[0]); ++n) {
    if (tw_phrase_is(phrase, i, auxiliaries[n].classes)) {
      governs |= auxiliaries[n].governs;
    }
  }
  return governs;
}

/* The next word of the group behind `i`, over adverbs, or TW_NO_TOKEN. */
static uint32_t
next_verb(const TwPhrase* phrase, uint32_t i)
{
  const unsigned governs = governed_by(phrase, i);
  uint32_t k = i + 1;
  while (governs && k < phrase->end && k - i <= BETWEEN_MAX &&
         (tw_phrase_part(phrase, k) & TW_PART_ADVERB ||
          tw_phrase_is(phrase, k, TW_WORD(NEGATION) | TW_WORD(FLOATING)))) {
    ++k;
  }
  const bool named =
    k < phrase->end && phrase->tokens[k].annotation != TW_NO_ANNOTATION;
  /* "was alleged smuggler X", not "was alleged to …" */
  const bool hedge = tw_phrase_is(phrase, k, TW_WORD(HEDGE)) &&
                     tw_phrase_part(phrase, k + 1) & TW_PART_NOUN;
  return !named && !hedge && form_of(phrase, k) & governs ? k : TW_NO_TOKEN;
}

/* "is to leave": the place of "to", or TW_NO_TOKEN. */
static uint32_t
next_to(const TwPhrase* phrase, uint32_t i)
{
  return tw_phrase_is(phrase, i, TW_WORD(BE)) && form_of(phrase, i + 1) == TO &&
             next_verb(phrase, i + 1) != TW_NO_TOKEN
           ? i + 1
           : TW_NO_TOKEN;
}

static char
kind_of(unsigned first, bool passive)
{
  if (first & (TO | BASE)) {
    return TW_GROUP_INFINITIVE;
  }
  if (first & GERUND) {
    return TW_GROUP_GERUND;
  }
  if (first & PARTICIPLE) {
    return TW_GROUP_PARTICIPLE;
  }
  return passive ? TW_GROUP_PASSIVE : TW_GROUP_ACTIVE;
}

static void
note_word(const TwPhrase* phrase, uint32_t i, TwGroup* group)
{
  const unsigned form = form_of(phrase, i);
  if (form & MODAL) {
    const bool future = tw_phrase_is(phrase, i, TW_WORD(FUTURE));
    group->future |= future;
    if (!future) {
      group->modal = true;
      group->cue = group->cue == TW_NO_TOKEN ? i : group->cue;
    }
  }
  if (tw_phrase_is(phrase, i, TW_WORD(NEGATION))) {
    group->negated = true;
    group->cue = i;
  }
}

static void
fill(const TwPhrase* phrase, uint32_t start, uint32_t head, TwGroup* group)
{
  uint32_t auxiliary = TW_NO_TOKEN;
  for (uint32_t i = start; i <= head; ++i) {
    note_word(phrase, i, group);
    if (i < head && form_of(phrase, i)) {
      group->perfect |= tw_phrase_is(phrase, i, TW_WORD(HAVE));
      auxiliary = i;
    }
  }
  const unsigned last = form_of(phrase, head);
  group->passive =
    last == PARTICIPLE &&
    (auxiliary == TW_NO_TOKEN ||
     tw_phrase_is(phrase, auxiliary, TW_WORD(BE) | TW_WORD(GET)));
  const unsigned first = form_of(phrase, start);
  group->past = first & (PAST | PARTICIPLE) || group->perfect;
  group->kind = kind_of(first, group->passive);
  group->head = head;
  group->annotation = TW_NO_ANNOTATION;
  group->first = start;
  group->end = head + 1;
}

bool
tw_phrase_verb(const TwPhrase* phrase, uint32_t start, TwGroup* out_group)
{
  const unsigned first = form_of(phrase, start);
  uint32_t next = next_verb(phrase, start);
  if (!first || (first & TO && next == TW_NO_TOKEN)) {
    return false;
  }
  *out_group = (TwGroup){
    .cue = TW_NO_TOKEN, .number = TW_NO_ANNOTATION, .hedge = TW_NO_TOKEN};
  uint32_t head = start;
  for (;;) {
    if (next == TW_NO_TOKEN) {
      next = next_to(phrase, head);
      out_group->future |= next != TW_NO_TOKEN;
    }
    if (next == TW_NO_TOKEN) {
      break;
    }
    head = next;
    next = next_verb(phrase, head);
  }
  fill(phrase, start, head, out_group);
  const uint32_t behind = head + 1;
  if (governed_by(phrase, head) &&
      tw_phrase_is(phrase, behind, TW_WORD(NEGATION)) &&
      tw_phrase_part(phrase, behind) & TW_PART_ADVERB) {
    note_word(phrase, behind, out_group); /* "is not", "does n't" */
    out_group->end = behind + 1;
  }
  return true;
}
