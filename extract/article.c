/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/article.h"

TwStr
tw_article_text(const TwArticle* article, uint32_t first, uint32_t end)
{
  const TwSpan span = tw_article_span(article, first, end);
  return tw_str_slice(article->document->source, span.start, span.end);
}

TwSpan
tw_article_span(const TwArticle* article, uint32_t first, uint32_t end)
{
  if (first >= end || end > article->tokens.count) {
    return (TwSpan){0, 0};
  }
  return (TwSpan){article->tokens.at[first].start,
                  article->tokens.at[end - 1].end};
}

TwStr
tw_sentence_language(const TwArticle* article, const TwSentence* sentence)
{
  return sentence->language.len ? sentence->language
                                : article->document->language;
}

bool
tw_group_is_verb(const TwGroup* group)
{
  return group->kind == TW_GROUP_ACTIVE || group->kind == TW_GROUP_PASSIVE ||
         group->kind == TW_GROUP_INFINITIVE || group->kind == TW_GROUP_GERUND ||
         group->kind == TW_GROUP_PARTICIPLE;
}

uint32_t
tw_group_of(const TwArticle* article, const TwSentence* sentence,
            uint32_t token)
{
  uint32_t low = sentence->first_group;
  uint32_t high = sentence->end_group;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (article->groups.at[middle].end <= token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < sentence->end_group && article->groups.at[low].first <= token
           ? low
           : UINT32_MAX;
}
