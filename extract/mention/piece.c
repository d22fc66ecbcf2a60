/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/piece.h"

#include "base/utf8.h"
#include "ontology/fold.h"

#include <string.h>

#define MAX_PHRASE 64

static bool
is_digit(TwStr text, size_t at)
{
  return at < text.len && text.s[at] >= '0' && text.s[at] <= '9';
}

static size_t
letter_length(TwStr text, size_t at)
{
  uint32_t c = 0;
  const size_t n = tw_utf8_decode(text, at, &c);
  return n && tw_fold_is_letter(c) ? n : 0;
}

/* Where the number at `at` ends: "1,200.50". */
static size_t
number_end(TwStr text, size_t at)
{
  while (is_digit(text, at) ||
         (at < text.len && (text.s[at] == ',' || text.s[at] == '.') &&
          is_digit(text, at + 1))) {
    ++at;
  }
  return at;
}

static size_t
word_end(TwStr text, size_t at)
{
  for (size_t n = letter_length(text, at); n; n = letter_length(text, at)) {
    at += n;
    if (at < text.len && (text.s[at] == '.' || text.s[at] == '\'') &&
        letter_length(text, at + 1)) {
      ++at;
    }
  }
  return at;
}

static TwStatus
cut_token(const TwToken* token, uint32_t number, TwArena* arena,
          TwPieceVec* pieces)
{
  const TwStr text = token->fold;
  size_t at = 0;
  bool joined = !(token->shape & TW_SHAPE_SPACE_BEFORE);
  while (at < text.len) {
    TwPiece piece = {.token = number, .joined = joined};
    size_t end = at;
    if (is_digit(text, at)) {
      end = number_end(text, at);
      piece.number = true;
    } else if (letter_length(text, at)) {
      end = word_end(text, at);
      piece.word = true;
    } else {
      uint32_t c = 0;
      const size_t n = tw_utf8_decode(text, at, &c);
      end = at + (n ? n : 1);
    }
    piece.text = tw_str_slice(text, at, end);
    const bool own_stop = at > 0 && end == text.len && text.s[at] == '.';
    if (!own_stop) { /* That of an abbreviation, "Jan." */
      TwPiece* const added = TW_VEC_PUSH(arena, pieces);
      if (!added) {
        return TW_ERR_NOMEM;
      }
      *added = piece;
    }
    pieces->at[pieces->count - 1].last = end == text.len;
    at = end;
    joined = true;
  }
  return TW_OK;
}

TwStatus
tw_pieces_cut(const TwArticle* article, uint32_t first, uint32_t end,
              TwArena* arena, TwPieceVec* pieces)
{
  pieces->count = 0;
  for (uint32_t i = first; i < end; ++i) {
    TW_TRY(cut_token(&article->tokens.at[i], i, arena, pieces));
  }
  return TW_OK;
}

const TwLexiconRow*
tw_pieces_match(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                unsigned kind, size_t* out_length)
{
  char phrase[MAX_PHRASE];
  size_t len = 0;
  const TwLexiconRow* best = NULL;
  const size_t reach =
    at < pieces->count ? tw_lexicon_reach(lexicon, pieces->at[at].text) : 0;
  for (size_t n = 0; n < reach && at + n < pieces->count; ++n) {
    const TwStr text = pieces->at[at + n].text;
    if (len + text.len + 1 > sizeof(phrase)) {
      break;
    }
    if (n) {
      phrase[len++] = ' ';
    }
    memcpy(phrase + len, text.s, text.len);
    len += text.len;
    const TwLexiconRow* const row =
      tw_lexicon_find_kind(lexicon, (TwStr){phrase, len}, kind);
    if (row) {
      best = row;
      *out_length = n + 1;
    }
  }
  return best;
}

bool
tw_pieces_is(const TwPieceVec* pieces, size_t at, const char* text)
{
  return at < pieces->count && tw_str_equal(pieces->at[at].text, tw_str(text));
}

TwStatus
tw_pieces_annotate(const TwPieceVec* pieces, size_t from, size_t to,
                   TwType type, TwStr value, TwArticle* article)
{
  TwAnnotation* const annotation =
    TW_VEC_PUSH(article->arena, &article->annotations);
  if (!annotation) {
    return TW_ERR_NOMEM;
  }
  const uint32_t last = pieces->at[to - 1].token;
  *annotation = (TwAnnotation){
    .type = type,
    .first = pieces->at[from].token,
    .end = last + 1,
    .head = last,
    .value = tw_arena_copy(article->arena, value),
    .entity = TW_NO_ENTITY,
    .hedge_token = UINT32_MAX,
  };
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
