/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/grammar.h"
#include "extract/rule/role.h"

/* The day of a scene: "On May 4, two men robbed a bank. They KILLED a guard and
 * fled." */

#define NONE UINT32_MAX
#define SENTENCES_MAX 8 /* for which a day holds, beside its own */
#define DAY_LENGTH 10   /* "2024-05-04" */

/* The group of the time that the sentence's main clause tells. NONE if it has
 * none, or no verb, or tells what somebody said. */
static uint32_t
time_told(const TwArticle* article, const TwSentence* sentence)
{
  const TwGroup* const groups = article->groups.at;
  uint32_t time = NONE;
  bool done = false;
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const char kind = groups[g].kind;
    if (kind == TW_GROUP_RELATIVE || kind == TW_GROUP_SUBORDINATOR ||
        kind == TW_GROUP_QUOTE) {
      break;
    }
    const bool verb = kind == TW_GROUP_ACTIVE || kind == TW_GROUP_PASSIVE;
    if (verb && groups[g].classes & TW_WORD(SPEECH)) {
      return NONE;
    }
    done |= verb;
    time = kind == TW_GROUP_TIME && time == NONE ? g : time;
  }
  return done ? time : NONE;
}

/* How many dates, times and lengths of time the sentence has. */
static size_t
count_times(const TwArticle* article, const TwSentence* sentence)
{
  size_t n = 0;
  for (uint32_t i = sentence->first_annotation; i < sentence->end_annotation;
       ++i) {
    const TwType type = article->annotations.at[i].type;
    n += type == TW_TYPE_DATE || type == TW_TYPE_TIME ||
         type == TW_TYPE_DURATION || type == TW_TYPE_SET;
  }
  return n;
}

/* True if a word of the sentence tells that time went by: "was LATER held",
 * "INVESTIGATED the case and held X". */
static bool
tells_later(const TwRuleReading* reading, const TwSentence* sentence)
{
  const TwArticle* const article = reading->article;
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    if (tw_lexicon_find_kind(reading->grammar, article->tokens.at[i].lemma,
                             TW_GRAMMAR_LATER)) {
      return true;
    }
  }
  return false;
}

/* True if a verb of the sentence tells that somebody was charged or convicted,
 * was about to do something, or had done it: that day is not the deed's. The
 * trigger's own, in group `trigger`, is not asked. */
static bool
is_of_other_time(const TwArticle* article, const TwSentence* sentence,
                 uint32_t trigger)
{
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const verb = &article->groups.at[g];
    const bool blames = verb->classes & TW_WORD(BLAME) && verb->past;
    if (g != trigger && tw_group_is_verb(verb) &&
        (verb->future || verb->perfect || blames)) {
      return true;
    }
  }
  return false;
}

/* True if an event of another kind took that day in the sentence. */
static bool
is_taken(const TwFrame* frame, uint32_t sentence)
{
  const TwDraftVec* const drafts = &frame->reading->drafts;
  for (size_t i = drafts->count; i > 0; --i) {
    const TwDraft* const draft = &drafts->at[i - 1];
    if (draft->sentence < sentence) {
      break; /* They were made in the order of the text */
    }
    if (draft->sentence > sentence || !draft->fact.is_event ||
        tw_str_equal(draft->fact.term, frame->rule->term)) {
      continue;
    }
    for (size_t k = 0; k < draft->roles.count; ++k) {
      if (draft->roles.at[k].type == TW_TYPE_DATE) {
        return true;
      }
    }
  }
  return false;
}

/* True if the trigger tells what happened then and there. */
static bool
is_told(const TwFrame* frame)
{
  const TwPositions* const positions = frame->positions;
  const TwGroup* const group =
    &frame->reading->article->groups.at[positions->group];
  const bool finite = positions->form == TW_FORM_ACTIVE ||
                      positions->form == TW_FORM_PASSIVE ||
                      positions->form == TW_FORM_RELATIVE;
  return !frame->draft.background && !positions->future && !positions->modal &&
         !group->perfect &&
         (finite ? group->past : positions->form == TW_FORM_GERUND);
}

/* The day that the sentence tells, if it has no other time. */
static bool
read_day(TwFrame* frame, uint32_t sentence, TwValue* out_value)
{
  const TwArticle* const article = frame->reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  const uint32_t g = time_told(article, at);
  return g != NONE && count_times(article, at) == 1 &&
         tw_value_date(frame->reading, g, out_value) &&
         out_value->text.len == DAY_LENGTH &&
         tw_str_compare(out_value->text, article->document->today) <= 0 &&
         !is_taken(frame, sentence);
}

/* True if the sentence stands in the same paragraph or in the one before. */
static bool
is_near(const TwArticle* article, const TwSentence* before,
        const TwSentence* here)
{
  return before->block == here->block ||
         (before->block + 1 == here->block &&
          article->document->blocks[before->block].kind == TW_BLOCK_PARAGRAPH);
}

bool
tw_role_day(TwFrame* frame, TwValue* out_value, TwSpan* out_evidence)
{
  const TwRuleReading* const reading = frame->reading;
  const TwArticle* const article = reading->article;
  const uint32_t s = frame->draft.sentence;
  const TwSentence* const here = &article->sentences.at[s];
  if (!is_told(frame) || count_times(article, here)) {
    return false;
  }
  for (uint32_t back = 0; back <= s && back <= SENTENCES_MAX; ++back) {
    const TwSentence* const at = here - back;
    if (!is_near(article, at, here) || tells_later(reading, at) ||
        is_of_other_time(article, at, frame->positions->group)) {
      return false;
    }
    if (count_times(article, at)) {
      *out_evidence = tw_article_span(article, at->first, here->end);
      return read_day(frame, s - back, out_value);
    }
  }
  return false;
}
