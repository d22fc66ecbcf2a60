/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/overlap.h"

#include "extract/text/wordcache.h"

static bool
is_time(TwType type)
{
  return type == TW_TYPE_DATE || type == TW_TYPE_TIME ||
         type == TW_TYPE_DURATION || type == TW_TYPE_SET;
}

static bool
is_capital(const TwToken* token)
{
  return token->shape & TW_SHAPE_CAPITAL;
}

/* The number of words of the longest name that begins at token `i`. */
static uint32_t
name_length(const TwGazetteer* gazetteer, const TwArticle* article, uint32_t i)
{
  const uint32_t wanted = TW_GAZ_PLACES | TW_GAZ_ORGANIZATION | TW_GAZ_FACILITY;
  const TwToken* const tokens = article->tokens.at;
  const TwGazFirst* const first = &tokens[i].word->first;
  const uint32_t reach =
    first->reach[0] > first->reach[1] ? first->reach[0] : first->reach[1];
  TwStr words[TW_GAZ_MAX_WORDS];
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t n = 0;
  for (; n < reach && n < TW_GAZ_MAX_WORDS && i + n < article->tokens.count;
       ++n) {
    words[n] = tokens[i + n].fold;
  }
  n = n > 1 ? (uint32_t)tw_gazetteer_longest_from(gazetteer, first, words, n,
                                                  &bits, &entry)
            : 0;
  return n && bits & wanted && is_capital(&tokens[i]) &&
             is_capital(&tokens[i + n - 1])
           ? n
           : 0;
}

static bool
is_covered(const TwGazetteer* gazetteer, const TwArticle* article,
           const TwAnnotation* time)
{
  if (!is_capital(&article->tokens.at[time->head])) {
    return false;
  }
  /* "Daily Velmo" */
  if (time->type == TW_TYPE_SET && time->end - time->first == 1 &&
      time->end < article->tokens.count &&
      is_capital(&article->tokens.at[time->end])) {
    return true;
  }
  const uint32_t back =
    time->first < TW_GAZ_MAX_WORDS ? time->first : TW_GAZ_MAX_WORDS - 1;
  for (uint32_t i = time->first - back; i <= time->first; ++i) {
    const uint32_t n = name_length(gazetteer, article, i);
    if (i + n >= time->end && n > time->end - time->first) {
      return true;
    }
  }
  return false;
}

void
tw_overlap_drop_times(const TwGazetteer* gazetteer, TwArticle* article)
{
  size_t kept = 0;
  for (size_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const annotation = &article->annotations.at[i];
    if (!is_time(annotation->type) ||
        !is_covered(gazetteer, article, annotation)) {
      article->annotations.at[kept++] = *annotation;
    }
  }
  article->annotations.count = kept;
}
