/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/merge.h"

#include <stdlib.h>
#include <string.h>

static int
rank_of(TwType type)
{
  switch (type) {
  case TW_TYPE_DATE:
  case TW_TYPE_TIME:
  case TW_TYPE_DURATION:
  case TW_TYPE_SET:
    return 2;
  case TW_TYPE_MONEY:
  case TW_TYPE_AGE:
    return 1;
  default:
    return 0;
  }
}

/* The winner of an overlap comes first. */
static int
by_rank(const void* left, const void* right)
{
  const TwMention* const a = left;
  const TwMention* const b = right;
  const int rank = rank_of(b->type) - rank_of(a->type);
  if (rank) {
    return rank;
  }
  const uint32_t n_a = a->end - a->first;
  const uint32_t n_b = b->end - b->first;
  return n_a != n_b ? (n_a < n_b) - (n_a > n_b)
                    : (a->first > b->first) - (a->first < b->first);
}

static int
by_place(const void* left, const void* right)
{
  const TwMention* const a = left;
  const TwMention* const b = right;
  return (a->first > b->first) - (a->first < b->first);
}

static void
sort(TwMentionVec* mentions, int (*compare)(const void*, const void*))
{
  if (mentions->count) {
    qsort(mentions->at, mentions->count, sizeof(TwMention), compare);
  }
}

static bool
is_free(const uint8_t* covered, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; ++i) {
    if (covered[i]) {
      return false;
    }
  }
  return true;
}

TwStatus
tw_merge_times(TwArticle* article, bool* taken, TwMentionVec* times)
{
  uint8_t* const covered =
    TW_NEW(article->arena, uint8_t, article->tokens.count + 1);
  TwMentionVec all = {NULL, 0, 0};
  for (size_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const annotation = &article->annotations.at[i];
    TwMention* const mention = TW_VEC_PUSH(article->arena, &all);
    if (!mention) {
      return TW_ERR_NOMEM;
    }
    *mention = (TwMention){.type = annotation->type,
                           .first = annotation->first,
                           .end = annotation->end,
                           .head = annotation->head,
                           .value = annotation->value,
                           .entry = TW_NO_ENTRY};
  }
  if (!covered) {
    return TW_ERR_NOMEM;
  }
  sort(&all, by_rank);
  for (size_t i = 0; i < all.count; ++i) {
    TwMention* const mention = &all.at[i];
    if (!is_free(covered, mention->first, mention->end)) {
      continue;
    }
    memset(covered + mention->first, 1, mention->end - mention->first);
    for (uint32_t k = mention->first; k < mention->end; ++k) {
      taken[k] = rank_of(mention->type) > 0;
    }
    all.at[times->count++] = *mention;
  }
  times->at = all.at;
  sort(times, by_place);
  article->annotations.count = 0;
  return TW_OK;
}

TwStatus
tw_merge_mentions(TwArena* arena, const TwMentionVec* times,
                  TwMentionVec* mentions)
{
  TwMentionVec merged = {NULL, 0, 0};
  size_t n = 0;
  size_t t = 0;
  while (n < mentions->count || t < times->count) {
    const TwMention* const name = n < mentions->count ? &mentions->at[n] : NULL;
    const TwMention* const time = t < times->count ? &times->at[t] : NULL;
    if (name && time && name->first < time->end && time->first < name->end) {
      ++t; /* a plain number inside a name */
      continue;
    }
    const bool take_name = name && (!time || name->first < time->first);
    TwMention* const mention = TW_VEC_PUSH(arena, &merged);
    if (!mention) {
      return TW_ERR_NOMEM;
    }
    *mention = take_name ? *name : *time;
    n += take_name;
    t += !take_name;
  }
  *mentions = merged;
  return TW_OK;
}

static TwStatus
add_annotation(TwArticle* article, const TwMention* mention, uint32_t entity)
{
  TwAnnotation* const annotation =
    TW_VEC_PUSH(article->arena, &article->annotations);
  if (!annotation) {
    return TW_ERR_NOMEM;
  }
  *annotation = (TwAnnotation){
    .type = mention->type,
    .first = mention->first,
    .end = mention->end,
    .head = mention->head,
    .value = mention->value,
    .entity = entity,
    .hedge = TW_ASSERTED,
    .hedge_token = UINT32_MAX,
  };
  for (uint32_t i = mention->first; i < mention->end; ++i) {
    article->tokens.at[i].annotation = (uint32_t)article->annotations.count - 1;
  }
  return TW_OK;
}

TwStatus
tw_merge_annotate(TwArticle* article, const TwMentionVec* mentions,
                  const uint32_t* entities)
{
  size_t next = 0;
  for (size_t i = 0; i < article->tokens.count; ++i) {
    article->tokens.at[i].annotation = TW_NO_ANNOTATION;
  }
  for (size_t s = 0; s < article->sentences.count; ++s) {
    TwSentence* const sentence = &article->sentences.at[s];
    sentence->first_annotation = (uint32_t)article->annotations.count;
    for (; next < mentions->count && mentions->at[next].first < sentence->end;
         ++next) {
      TW_TRY(add_annotation(article, &mentions->at[next], entities[next]));
    }
    sentence->end_annotation = (uint32_t)article->annotations.count;
  }
  return TW_OK;
}
