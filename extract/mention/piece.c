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
  if (at < text.len && text.s[at] >= 'a' && text.s[at] <= 'z') {
    return 1;
  }
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

/* The piece of `text` that starts at `at`. */
static TwWordPiece
piece_at(TwStr text, size_t at)
{
  TwWordPiece piece = {.number = is_digit(text, at)};
  piece.word = letter_length(text, at) > 0;
  size_t end = piece.number ? number_end(text, at) : word_end(text, at);
  if (end == at) {
    uint32_t c = 0;
    const size_t n = tw_utf8_decode(text, at, &c);
    end = at + (n ? n : 1);
  }
  piece.text = tw_str_slice(text, at, end);
  return piece;
}

static TwStatus
push(TwPieceVec* pieces, TwWordPiece* what, uint32_t token, bool joined,
     TwArena* arena)
{
  TwPiece* const piece = TW_VEC_PUSH(arena, pieces);
  if (!piece) {
    return TW_ERR_NOMEM;
  }
  *piece = (TwPiece){.text = what->text,
                     .what = what,
                     .token = token,
                     .number = what->number,
                     .word = what->word,
                     .joined = joined};
  return TW_OK;
}

/* True if what is left of a word is the stop of an abbreviation, "Jan." */
static bool
is_own_stop(TwStr text, size_t at)
{
  return at > 0 && at + 1 == text.len && text.s[at] == '.';
}

static TwStatus
cut_token(const TwToken* token, uint32_t number, TwArena* arena,
          TwPieceVec* pieces)
{
  const TwStr text = token->fold;
  bool joined = !(token->shape & TW_SHAPE_SPACE_BEFORE);
  for (size_t at = 0; at < text.len && !is_own_stop(text, at);) {
    TwWordPiece* const what = TW_NEW(arena, TwWordPiece, 1);
    if (!what) {
      return TW_ERR_NOMEM;
    }
    *what = piece_at(text, at);
    TW_TRY(push(pieces, what, number, joined, arena));
    at += what->text.len;
    joined = true;
  }
  return TW_OK;
}

/* Most words are one piece: what is known of it stays with the word. */
static const TwStr*
whole_piece(TwCachedWord* word)
{
  if (!(word->filled & TW_FILLED_PIECE)) {
    const TwWordPiece first = piece_at(word->fold, 0);
    const size_t end = first.text.len;
    if (end == word->fold.len || is_own_stop(word->fold, end)) {
      word->piece = first;
    }
    word->filled |= TW_FILLED_PIECE;
  }
  return &word->piece.text;
}

TwStatus
tw_pieces_cut(const TwArticle* article, uint32_t first, uint32_t end,
              TwArena* arena, TwPieceVec* pieces)
{
  pieces->count = 0;
  for (uint32_t i = first; i < end; ++i) {
    const TwToken* const token = &article->tokens.at[i];
    if (whole_piece(token->word)->len) {
      TW_TRY(push(pieces, &token->word->piece, i,
                  !(token->shape & TW_SHAPE_SPACE_BEFORE), arena));
    } else {
      TW_TRY(cut_token(token, i, arena, pieces));
    }
    pieces->at[pieces->count - 1].last = true;
  }
  return TW_OK;
}

TwWordRows
tw_piece_rows(const TwLexicon* lexicon, TwStr text)
{
  const size_t reach = tw_lexicon_reach(lexicon, text);
  return (TwWordRows){reach ? tw_lexicon_find(lexicon, text) : NULL,
                      (uint16_t)reach};
}

/* Words of an entry, joined by spaces. */
typedef struct {
  char text[MAX_PHRASE];
  size_t len;
} Phrase;

static bool
add_word(Phrase* phrase, const TwPieceVec* pieces, size_t at)
{
  const TwStr text =
    at < pieces->count ? pieces->at[at].text : (TwStr){NULL, 0};
  if (!text.len || phrase->len + text.len + 1 > sizeof(phrase->text)) {
    return false;
  }
  if (phrase->len) {
    phrase->text[phrase->len++] = ' ';
  }
  memcpy(phrase->text + phrase->len, text.s, text.len);
  phrase->len += text.len;
  return true;
}

const TwLexiconRow*
tw_pieces_match(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                const TwWordRows* rows, unsigned kind, size_t* out_length)
{
  const TwLexiconRow* best = tw_piece_row(rows, kind);
  *out_length = 1;
  if (rows->reach < 2) {
    return best;
  }
  Phrase phrase;
  phrase.len = 0;
  for (size_t n = 0; n < rows->reach && add_word(&phrase, pieces, at + n);
       ++n) {
    const TwLexiconRow* const row =
      n ? tw_lexicon_find_kind(lexicon, (TwStr){phrase.text, phrase.len}, kind)
        : NULL;
    if (row) {
      best = row;
      *out_length = n + 1;
    }
  }
  return best;
}

uint32_t
tw_pieces_phrases(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                  const TwWordRows* rows)
{
  uint32_t kinds = 0;
  Phrase phrase;
  phrase.len = 0;
  for (size_t n = 0; n < rows->reach && add_word(&phrase, pieces, at + n);
       ++n) {
    const TwLexiconRow* row =
      n ? tw_lexicon_find(lexicon, (TwStr){phrase.text, phrase.len}) : NULL;
    for (; row; row = row->next) {
      kinds |= UINT32_C(1) << row->kind;
    }
  }
  return kinds;
}

bool
tw_pieces_is(const TwPieceVec* pieces, size_t at, const char* text)
{
  return at < pieces->count && tw_str_equal(pieces->at[at].text, tw_str(text));
}

/* True if `mark` stands in it, and before three digits each time. */
static bool
parts_thousands(TwStr text, TwStr mark)
{
  size_t at = tw_str_find(text, mark, 0);
  const bool any = at < text.len;
  while (at < text.len) {
    const size_t next = tw_str_find(text, mark, at + 1);
    if ((next < text.len ? next : text.len) - at != 4) {
      return false;
    }
    at = next;
  }
  return any;
}

TwStr
tw_piece_digits(const TwPiece* piece, char out[TW_PIECE_DIGITS])
{
  const TwStr text = piece->text;
  const size_t comma = tw_str_find(text, TW_STR(","), 0);
  const TwStr whole = tw_str_slice(text, 0, comma);
  const bool stops = parts_thousands(whole, TW_STR("."));
  const bool decimal = comma < text.len &&
                       tw_str_find(text, TW_STR("."), 0) >= text.len &&
                       !parts_thousands(text, TW_STR(","));
  if (!piece->stops || text.len > TW_PIECE_DIGITS || (!stops && !decimal)) {
    return text;
  }
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.s[i];
    out[i] = (char)(c == '.' ? ',' : c == ',' ? '.' : c);
  }
  return (TwStr){out, text.len};
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
