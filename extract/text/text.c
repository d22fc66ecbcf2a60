/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/text.h"

#include "base/arena.h"
#include "extract/text/abbreviation.h"
#include "extract/text/sentence.h"
#include "extract/text/token.h"

/* The language whose forms and weights are used. */

#define CODE_CUT 3101

/* Tokens that memory is made for beforehand: one for so many bytes of text, at
 * most so many. */
#define BYTES_A_TOKEN 5
#define MOST_RESERVED 4096

struct TwText {
  TwArena* arena;
  TwLexicon* words;
  TwMorphology* morphology;
  TwTagger* tagger;
  TwTagGate gate;
};

TwStatus
tw_text_open(const char* dir, TwDiagSink* sink, TwText** out_text)
{
  *out_text = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwText* const text = arena ? TW_NEW(arena, TwText, 1) : NULL;
  if (!text) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  text->arena = arena;
  TwStatus status = tw_abbreviation_open(dir, sink, &text->words);
  if (status == TW_OK) {
    status =
      tw_morphology_open(dir, TW_TAGGED_LANGUAGE, sink, &text->morphology);
  }
  if (status == TW_OK) {
    status = tw_tagger_open(dir, TW_TAGGED_LANGUAGE, text->morphology, sink,
                            &text->tagger);
  }
  if (status != TW_OK) {
    tw_text_free(text);
    return status;
  }
  *out_text = text;
  return TW_OK;
}

void
tw_text_free(TwText* text)
{
  if (text) {
    tw_tagger_free(text->tagger);
    tw_morphology_free(text->morphology);
    tw_lexicon_free(text->words);
    tw_arena_free(text->arena);
  }
}

const TwMorphology*
tw_text_morphology(const TwText* text)
{
  return text->morphology;
}

void
tw_text_ask(TwText* text, const TwTagGate* gate)
{
  text->gate = *gate;
}

/* A double quotation mark says itself whether it closes, or the space before
 * it does. */
static bool
is_closing(const TwToken* token, bool first)
{
  const TwStr mark = token->word->text;
  if (!token->word->quote) {
    return false;
  }
  if (tw_str_equal(mark, TW_STR("\""))) {
    return !first && !(token->shape & TW_SHAPE_SPACE_BEFORE);
  }
  return tw_str_equal(mark, TW_STR("\u201d")) ||
         tw_str_equal(mark, TW_STR("\u00bb")) ||
         tw_str_equal(mark, TW_STR("''"));
}

/* Gives the words of a sentence their tags and lemmas. */
static TwStatus
tag(const TwText* text, TwWordCache* cache, TwArticle* article,
    TwSentence* sentence)
{
  uint8_t tags[TW_SENTENCE_MAX];
  const uint32_t n = sentence->end - sentence->first;
  if (n > TW_SENTENCE_MAX) {
    return TW_ERR_INTERNAL;
  }
  TwToken* const tokens = article->tokens.at + sentence->first;
  TwTagScratch* const scratch = tw_word_cache_tags(cache);
  tw_tagger_begin(scratch);
  for (uint32_t i = 0; i < n; ++i) {
    const bool closing = is_closing(&tokens[i], !i);
    TwTagSlot* const slot = &tokens[i].word->slots[closing];
    if (!tw_tagger_add_known(scratch, slot)) {
      const TwTagWord word =
        tw_feature_make(tokens[i].fold, tokens[i].shape, closing);
      TW_TRY(tw_tagger_add(text->tagger, scratch, word, slot));
    }
  }
  tw_tagger_end(text->tagger, scratch, tags);
  for (uint32_t i = 0; i < n; ++i) {
    TwTaggedWord* const tagged = tw_word_cache_tagged(
      cache, text->morphology, tokens[i].word, (TwTag)tags[i]);
    if (!tagged) {
      return TW_ERR_NOMEM;
    }
    tokens[i].tag = tags[i];
    tokens[i].tagged = tagged;
    tokens[i].lemma = tagged->lemma;
  }
  sentence->tagged = true;
  return TW_OK;
}

/* The tagger knows one language; its tags would mislead in another. */
static bool
is_tagged(const TwDocument* document)
{
  const TwStr language = document->language;
  return !language.len || tw_str_equal(language, TW_STR("und")) ||
         tw_str_starts(language, TW_STR(TW_TAGGED_LANGUAGE));
}

static TwStatus
read_block(const TwText* text, TwWordCache* cache, TwArticle* article,
           uint32_t block, size_t* cuts)
{
  const TwDocument* const document = article->document;
  TwSentenceWalk walk = tw_sentence_walk(text->words, document->source,
                                         document->blocks[block].span);
  TwSpan span;
  bool cut = false;
  while (tw_sentence_next(&walk, &span, &cut)) {
    const uint32_t first = (uint32_t)article->tokens.count;
    TW_TRY(tw_token_run(text->words, cache, span, article));
    *cuts += cut;
    if (article->tokens.count == first) {
      continue;
    }
    TwSentence* const sentence =
      TW_VEC_PUSH(article->arena, &article->sentences);
    if (!sentence) {
      return TW_ERR_NOMEM;
    }
    *sentence = (TwSentence){.first = first,
                             .end = (uint32_t)article->tokens.count,
                             .block = block,
                             .cut = cut};
    if (is_tagged(document) &&
        tw_tag_gate_opens(&text->gate, text->morphology, article,
                          sentence->first, sentence->end)) {
      TW_TRY(tag(text, cache, article, sentence));
    }
  }
  return TW_OK;
}

static bool
is_read(const TwBlock* block)
{
  return block->kind != TW_BLOCK_BOILERPLATE &&
         block->kind != TW_BLOCK_DATELINE;
}

/* Room for the tokens of an article of the usual length, so that they need
 * not move while they grow. */
static TwStatus
reserve_tokens(TwArticle* article)
{
  const TwDocument* const document = article->document;
  size_t n_bytes = 0;
  for (size_t i = 0; i < document->n_blocks; ++i) {
    const TwBlock* const block = &document->blocks[i];
    n_bytes += is_read(block) ? block->span.end - block->span.start : 0;
  }
  const size_t n = n_bytes / BYTES_A_TOKEN + 1;
  return tw_vec_reserve_(article->arena, (void**)&article->tokens.at,
                         article->tokens.count, &article->tokens.capacity,
                         n < MOST_RESERVED ? n : MOST_RESERVED, sizeof(TwToken))
           ? TW_OK
           : TW_ERR_NOMEM;
}

TwStatus
tw_text_run(const TwText* text, TwWordCache* cache, TwArticle* article,
            TwDiagSink* sink)
{
  const TwDocument* const document = article->document;
  size_t cuts = 0;
  tw_word_cache_begin(cache);
  TW_TRY(reserve_tokens(article));
  for (size_t i = 0; i < document->n_blocks; ++i) {
    if (is_read(&document->blocks[i])) {
      TW_TRY(read_block(text, cache, article, (uint32_t)i, &cuts));
    }
  }
  if (cuts) {
    tw_diag_warn(sink, CODE_CUT, document->name,
                 "sentences longer than %d bytes were cut: %zu",
                 TW_SENTENCE_MAX, cuts);
  }
  return TW_OK;
}

/* A letter a bit, in the order of TwShape. */
static void
dump_shape(unsigned shape, TwBuf* out)
{
  static const char letters[] = "CUDLP MA";
  for (size_t i = 0; letters[i]; ++i) {
    if (shape & 1u << i) {
      tw_buf_add_char(out, letters[i]);
    }
  }
}

void
tw_text_dump(const TwArticle* article, TwBuf* out)
{
  for (size_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    if (s) {
      tw_buf_add_char(out, '\n');
    }
    for (uint32_t i = sentence->first; i < sentence->end; ++i) {
      const TwToken* const token = &article->tokens.at[i];
      tw_buf_addf(out, "%.*s\t%.*s\t%.*s\t%.*s\t",
                  TW_STR_ARG(tw_article_text(article, i, i + 1)),
                  TW_STR_ARG(token->fold), TW_STR_ARG(token->lemma),
                  TW_STR_ARG(tw_tag_name((TwTag)token->tag)));
      dump_shape(token->shape, out);
      tw_buf_add_char(out, '\n');
    }
  }
}
