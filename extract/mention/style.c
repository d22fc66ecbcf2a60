/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/style.h"

#include "extract/text/text.h"

/* The place of "foreign" in the names of classes. */
#define KIND_FOREIGN 18

static void
count_words(const TwArticle* article, const uint32_t* classes,
            const TwSentence* sentence, TwStyle* style)
{
  const TwToken* const tokens = article->tokens.at;
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    const TwToken* const token = &tokens[i];
    const bool letter = token->shape & TW_SHAPE_LETTER;
    if (letter && token->fold.len > 3) {
      ++style->n;
      style->n_capital += (token->shape & TW_SHAPE_CAPITAL) != 0;
      style->n_upper += (token->shape & TW_SHAPE_UPPER) != 0;
    }
    style->n_words += letter;
    style->n_foreign += letter && !(token->shape & TW_SHAPE_CAPITAL) &&
                        classes[i] & TW_WORD_FOREIGN;
  }
  style->stop = sentence->end > sentence->first &&
                tw_str_equal(tokens[sentence->end - 1].fold, TW_STR("."));
}

/* The language that most small words of another one are of. */
static TwStr
language_of(const TwLexicon* words, const TwArticle* article,
            const uint32_t* classes, const TwSentence* sentence)
{
  TwStr best = {NULL, 0};
  uint32_t lead = 0;
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    const TwLexiconRow* const row =
      classes[i] & TW_WORD_FOREIGN
        ? tw_lexicon_find_kind(words, article->tokens.at[i].fold, KIND_FOREIGN)
        : NULL;
    if (row && !lead) {
      best = row->language;
      lead = 1;
    } else if (row && tw_str_equal(row->language, best)) {
      ++lead;
    } else if (row) {
      --lead;
    }
  }
  return best;
}

/* True if enough small words are of another language. */
static bool
is_foreign(const TwStyle* style)
{
  return style->n_foreign >= 3 && style->n_foreign * 6 >= style->n_words;
}

/* True for an article in a language of its own. */
static bool
is_other(TwStr language)
{
  return language.len && !tw_str_equal(language, TW_STR("und")) &&
         !tw_str_equal(language, TW_STR(TW_TAGGED_LANGUAGE));
}

TwStyle
tw_style_read(const TwLexicon* words, const TwArticle* article,
              const uint32_t* classes, const TwSentence* sentence)
{
  TwStyle style = {.language = {"", 0}};
  count_words(article, classes, sentence, &style);
  const TwStr own = article->document->language;
  const TwStr language =
    style.n_foreign ? language_of(words, article, classes, sentence) : own;
  /* A few words are enough where the article is in their language. */
  if (is_foreign(&style) ||
      (tw_str_equal(language, own) && (style.n_foreign || is_other(own)))) {
    style.language = language;
  }
  return style;
}
