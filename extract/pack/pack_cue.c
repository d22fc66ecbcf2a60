/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"

/* In the order of TwCertainty. */
static const char* const certainties[] = {
  "asserted", "alleged", "accused", "wanted", "possible", "planned", "denied",
};

#define N_CERTAINTIES (sizeof(certainties) / sizeof(certainties[0]))

void
tw_pack_certainty(TwPackReader* reader, const TwNode* node,
                  TwCertainty* out_certainty)
{
  const size_t i = tw_pack_choice(reader, node, certainties, N_CERTAINTIES);
  if (i < N_CERTAINTIES) {
    *out_certainty = (TwCertainty)i;
  }
}

static void
read_words(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->cue = tw_pack_words(reader, value);
}

static const struct {
  const char* name;
  TwMarks marks;
  TwCertainty certainty;
} marks[] = {
  {"certainty.alleged", TW_MARKS_CERTAINTY, TW_ALLEGED},
  {"certainty.accused", TW_MARKS_CERTAINTY, TW_ACCUSED},
  {"certainty.wanted", TW_MARKS_CERTAINTY, TW_WANTED},
  {"certainty.possible", TW_MARKS_CERTAINTY, TW_POSSIBLE},
  {"certainty.planned", TW_MARKS_CERTAINTY, TW_PLANNED},
  {"certainty.denied", TW_MARKS_CERTAINTY, TW_DENIED},
  {"polarity.negative", TW_MARKS_NEGATIVE, TW_ASSERTED},
  {"status.former", TW_MARKS_FORMER, TW_ASSERTED},
  {"none", TW_MARKS_PSEUDO, TW_ASSERTED},
};

#define N_MARKS (sizeof(marks) / sizeof(marks[0]))

static void
read_marks(TwPackReader* reader, const TwNode* value, void* into)
{
  const char* names[N_MARKS];
  for (size_t i = 0; i < N_MARKS; ++i) {
    names[i] = marks[i].name;
  }
  TwRule* rule = into;
  const size_t i = tw_pack_choice(reader, value, names, N_MARKS);
  if (i < N_MARKS) {
    rule->marks = marks[i].marks;
    rule->marks_certainty = marks[i].certainty;
  }
}

static void
read_scope_of(TwPackReader* reader, const TwNode* value, TwRule* rule)
{
  static const char* const names[] = {
    [TW_SCOPE_CLAUSE] = "clause",
    [TW_SCOPE_NOUN_GROUP] = "noun group",
    [TW_SCOPE_SENTENCE] = "sentence",
  };
  const size_t scope = tw_pack_choice(reader, value, names, 3);
  rule->scope = scope < 3 ? (TwScope)scope : TW_SCOPE_CLAUSE;
}

static void
read_right(TwPackReader* reader, const TwNode* value, void* into)
{
  read_scope_of(reader, value, into);
}

static void
read_left(TwPackReader* reader, const TwNode* value, void* into)
{
  read_scope_of(reader, value, into);
  ((TwRule*)into)->scope_left = true;
}

static void
read_scope(TwPackReader* reader, const TwNode* value, void* into)
{
  static const TwKey keys[] = {{"right", read_right}, {"left", read_left}};
  tw_pack_read_map(reader, value, "\"scope\"", keys, 2, into);
  if (value->kind == TW_NODE_MAP && value->count != 1) {
    tw_pack_complain(reader, TW_PACK_MISSING, value, TW_NO_TEXT,
                     "\"scope\" takes one of \"right\" and \"left\"");
  }
}

static void
read_until(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->until = tw_pack_words(reader, value);
}

static const TwKey cue_keys[] = {
  {"id", NULL},          {"priority", NULL},    {"note", NULL},
  {"examples", NULL},    {"cue", read_words},   {"marks", read_marks},
  {"scope", read_scope}, {"until", read_until},
};

void
tw_pack_cue(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  static const char* const needed[] = {"marks", "scope"};
  for (size_t i = 0; i < 2; ++i) {
    if (!tw_pack_get(node, needed[i])) {
      tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                       "a cue needs \"%s\"", needed[i]);
    }
  }
  tw_pack_read_map(reader, node, "a cue", cue_keys,
                   sizeof(cue_keys) / sizeof(cue_keys[0]), rule);
}
