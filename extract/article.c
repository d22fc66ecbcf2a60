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
