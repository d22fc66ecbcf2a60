/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/judge.h"

/* So much makes two names one person's, and so much is worth telling. */
#define SAME 6
#define UNDECIDED 3

/* What names alone say. */
static const struct {
  int weight;
  uint32_t reason;
} names[] = {
  [TW_NAME_APART] = {0, 0},
  [TW_NAME_SOUND] = {1, TW_REASON_SOUND},
  [TW_NAME_INITIAL] = {1, TW_REASON_INITIAL},
  [TW_NAME_NICKNAME] = {2, TW_REASON_NICKNAME},
  [TW_NAME_ORDER] = {2, TW_REASON_ORDER},
  [TW_NAME_FULLER] = {2, TW_REASON_FULLER},
  [TW_NAME_EQUAL] = {6, TW_REASON_NAME},
};
#define COMMON (-3)
#define FORM 2
#define STORY 5
#define OTHER_COUNTRY (-3)

/* What both contexts tell. One thing of a kind may be chance, two are not. */
static const struct {
  int one;
  int more;
  uint32_t reason;
} shared[TW_CONTEXT_KINDS] = {
  [TW_CONTEXT_PERSON] = {4, 6, TW_REASON_COMPANY},
  [TW_CONTEXT_BODY] = {1, 2, TW_REASON_SETTING},
  [TW_CONTEXT_PLACE] = {1, 2, TW_REASON_SETTING},
  [TW_CONTEXT_FACT] = {4, 6, TW_REASON_FACT},
  [TW_CONTEXT_EVENT] = {4, 6, TW_REASON_EVENT},
  [TW_CONTEXT_TIME] = {1, 1, TW_REASON_SETTING},
  [TW_CONTEXT_COUNTRY] = {0, 0, 0},
  [TW_CONTEXT_NATION] = {1, 1, TW_REASON_FACT},
  [TW_CONTEXT_STORY] = {0, 0, 0},
};

/* What both contexts tell of and tell otherwise. */
static const struct {
  TwContextKind kind;
  int weight;
  uint32_t reason;
} differing[] = {
  {TW_CONTEXT_COUNTRY, OTHER_COUNTRY, TW_REASON_COUNTRIES},
  {TW_CONTEXT_NATION, -4, TW_REASON_NATIONS},
};

static void
weigh(TwVerdict* verdict, int weight, uint32_t reason)
{
  verdict->score += weight;
  verdict->reasons |= reason;
}

static void
weigh_contexts(TwContext a, TwContext b, TwVerdict* verdict)
{
  size_t n[TW_CONTEXT_KINDS];
  tw_context_shared(a, b, n);
  for (int kind = 0; kind < TW_CONTEXT_KINDS; ++kind) {
    if (n[kind]) {
      weigh(verdict, n[kind] > 1 ? shared[kind].more : shared[kind].one,
            shared[kind].reason);
    }
  }
  if (n[TW_CONTEXT_STORY] >= TW_FUSION_STORY) {
    weigh(verdict, STORY, TW_REASON_STORY);
  }
  for (size_t i = 0; i < sizeof(differing) / sizeof(differing[0]); ++i) {
    const TwContextKind kind = differing[i].kind;
    if (!n[kind] && tw_context_has(a, kind) && tw_context_has(b, kind)) {
      weigh(verdict, differing[i].weight, differing[i].reason);
    }
  }
}

/* Of what is of a country that country counts, not what others are named. */
static void
weigh_homes(const TwPersona* a, const TwPersona* b, TwVerdict* verdict)
{
  if (!a->home.len || !b->home.len) {
    return;
  }
  verdict->score -= verdict->reasons & TW_REASON_COUNTRIES ? OTHER_COUNTRY : 0;
  verdict->reasons &= ~(uint32_t)TW_REASON_COUNTRIES;
  if (!tw_str_equal(a->home, b->home)) {
    weigh(verdict,
          a->is_home_known && b->is_home_known ? -verdict->score
                                               : OTHER_COUNTRY,
          TW_REASON_COUNTRIES);
  }
}

TwVerdict
tw_judge(const TwPersona* a, const TwPersona* b, TwNameFit fit, bool is_form)
{
  TwVerdict verdict = {TW_JUDGED_UNRELATED, 0, 0};
  if (fit == TW_NAME_APART) {
    return verdict;
  }
  weigh(&verdict, names[fit].weight, names[fit].reason);
  if (fit == TW_NAME_EQUAL && a->is_common) {
    weigh(&verdict, COMMON, TW_REASON_COMMON);
  }
  if (is_form) {
    weigh(&verdict, FORM, TW_REASON_FORM);
  }
  weigh_contexts(a->context, b->context, &verdict);
  weigh_homes(a, b, &verdict);
  verdict.judgement = verdict.score >= SAME        ? TW_JUDGED_SAME
                      : verdict.score >= UNDECIDED ? TW_JUDGED_UNDECIDED
                                                   : TW_JUDGED_UNRELATED;
  return verdict;
}

/* In the order of the bits. */
static const char* const words[] = {
  "one entry of the gazetteer",
  "one full name and kind",
  "an article gives the one name as alias of the other",
  "a correction says so",
  "one name says more than the other",
  "the same names in another order",
  "a nickname or another spelling",
  "a letter stands for a name",
  "names that sound alike",
  "the article of the one uses the name of the other",
  "the same others are named",
  "the same office, relative or membership",
  "the same happened on the same day",
  "the same bodies, places or time",
  "a name that many have",
  "the articles tell of different countries",
  "nationals of different countries",
  "one article tells of both",
  "each of two who are not one fits as well",
  "one name, but kinds that exclude each other",
  "the first letters of the other name",
  "the same date",
  "the same count",
  "the same people",
  "the same value of another role",
  "the articles tell one story",
  "nobody dies twice",
  "counts that nearly agree",
  "the same words",
};

void
tw_reasons_add(TwBuf* out, uint32_t reasons)
{
  bool is_first = true;
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (reasons >> i & 1) {
      tw_buf_add(out, is_first ? TW_STR("") : TW_STR("; "));
      tw_buf_add(out, tw_str(words[i]));
      is_first = false;
    }
  }
}
