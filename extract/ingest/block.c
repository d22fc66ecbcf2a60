/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/block.h"

#include "extract/ingest/page.h"
#include "extract/timewords.h"

#include <string.h>

/* A stamp in front of so many words is cut off; before fewer it takes the
 * whole line. */
#define MIN_BEHIND_STAMP 8
/* Stamps and datelines stand before so many paragraphs have passed. */
#define HEAD_PARAGRAPHS 4
/* A paper and its place, or who wrote it, before the day. */
#define MAX_NAMES_BEFORE_DAY 12
/* "of", "do", "the" between the words of a name. */
#define MAX_PARTICLE 3
#define MAX_LANGUAGES 8

#define NO_TEXT ((TwStr){NULL, 0})

typedef TW_VEC(TwBlock) BlockVec;

/* An article being cut into blocks. */
typedef struct {
  TwPage page;
  BlockVec blocks;
  TwLayout* layout;
  int stamp_rank; /* Of the stamp taken; smaller is better */
} Cut;

static void
drop(TwPagePiece* piece, TwStr reason)
{
  tw_page_decide(piece, TW_BLOCK_BOILERPLATE, reason);
}

/* The page's own date comes before any other, a late change last. */
enum {
  RANK_PUBLISHED = 1,
  RANK_LINE,
  RANK_START,
  RANK_UPDATED,
  RANK_LATE,
  RANK_NONE
};

static void
offer_stamp(Cut* cut, TwDay day, int rank)
{
  if (rank < cut->stamp_rank) {
    cut->stamp_rank = rank;
    cut->layout->stamp = day;
  }
}

static TwPagePiece*
add_piece(Cut* cut, const TwUnit* unit)
{
  TwPagePiece* const piece = TW_VEC_PUSH(cut->page.arena, &cut->page.pieces);
  if (piece) {
    piece->unit = *unit;
    if (unit->span.start < unit->span.end) {
      piece->look = tw_furniture_look(cut->page.words->furniture,
                                      cut->page.source, unit, &piece->reason);
    }
    if (piece->look == TW_LOOK_FURNITURE || piece->look == TW_LOOK_BYLINE ||
        piece->look == TW_LOOK_SECTION) {
      drop(piece, piece->reason);
    }
    if (piece->look == TW_LOOK_LINE &&
        tw_furniture_credit(cut->page.words->furniture, cut->page.words->dates,
                            cut->page.source, unit)) {
      piece->look = TW_LOOK_CAPTION;
    }
  }
  return piece;
}

/* How many words a day with its year takes from `at` on; 0: none is there. */
static size_t
day_at(const Cut* cut, const TwUnit* unit, size_t at)
{
  TwDay day;
  return tw_dateline_day(cut->page.words->dates, cut->page.source, unit, at,
                         false, &day);
}

static bool
is_of_name(const TwUnit* unit, size_t at)
{
  const TwWord* const word = &unit->words[at];
  return word->capital ||
         (at && !word->digits && word->fold.len <= MAX_PARTICLE);
}

/* How many words of names stand before the day that ends the unit: "The
 * Northern Courier, Tuesday, 14 October 2025"; 0 if it is no such line or signs
 * a post. */
static size_t
names_before_day(const Cut* cut, const TwUnit* unit)
{
  const TwDatelineWords dates = cut->page.words->dates;
  TwDay day;
  size_t signature = 0;
  size_t at = 0;
  if (tw_post_find(dates, cut->page.source, unit, &day, &signature)) {
    return 0;
  }
  while (at < unit->n_words && at < MAX_NAMES_BEFORE_DAY &&
         is_of_name(unit, at) && !day_at(cut, unit, at)) {
    ++at;
  }
  if (at == unit->n_words || at + day_at(cut, unit, at) != unit->n_words) {
    return 0;
  }
  while (at && tw_lexicon_find_kind(dates.time, unit->words[at - 1].fold,
                                    TW_TIME_WEEKDAY)) {
    --at;
  }
  /* "Date of birth: 14 October 1975" is a field of a form. */
  return at && cut->page.source.s[unit->words[at - 1].span.end] != ':' ? at : 0;
}

/* Adds a unit that may begin with a stamp; in front of running text that
 * becomes a piece of its own. */
static TwStatus
add_stamped(Cut* cut, const TwUnit* unit, bool in_head)
{
  TwStamp stamp;
  if (!tw_stamp_find(cut->page.words->dates, cut->page.source, unit, &stamp)) {
    return add_piece(cut, unit) ? TW_OK : TW_ERR_NOMEM;
  }
  const bool whole = stamp.n_words == unit->n_words && !unit->more_words;
  const bool cuts = !whole && in_head && stamp.cued &&
                    unit->n_words - stamp.n_words >= MIN_BEHIND_STAMP;
  TwUnit head = *unit;
  size_t split = unit->span.end;
  if (cuts) {
    /* What opens the text, a quotation mark, goes with the text */
    split = unit->words[stamp.n_words - 1].span.end;
    TW_TRY(tw_unit_read(cut->page.source, (TwSpan){unit->span.start, split},
                        cut->page.words->functions, cut->page.arena, &head));
  }
  TwPagePiece* const piece = add_piece(cut, &head);
  if (!piece) {
    return TW_ERR_NOMEM;
  }
  const bool line = piece->look != TW_LOOK_PROSE;
  const bool is_stamp = cuts || (whole && (in_head || stamp.timed)) ||
                        (stamp.cued && line) || (in_head && line);
  if (is_stamp) {
    drop(piece, TW_STR("page stamp"));
    offer_stamp(cut, stamp.day,
                !in_head && !stamp.cued ? RANK_LATE
                : stamp.updated         ? RANK_UPDATED
                : stamp.cued            ? RANK_PUBLISHED
                : whole                 ? RANK_LINE
                                        : RANK_START);
  }
  if (!cuts) {
    return TW_OK;
  }
  TwUnit rest;
  TW_TRY(tw_unit_read(cut->page.source, (TwSpan){split, unit->span.end},
                      cut->page.words->functions, cut->page.arena, &rest));
  return add_piece(cut, &rest) ? TW_OK : TW_ERR_NOMEM;
}

/* Adds the unit; below the title, a line of names with a day is two pieces. */
static TwStatus
add_unit(Cut* cut, const TwUnit* unit, bool in_head)
{
  TwStamp stamp;
  const bool below =
    in_head && cut->page.pieces.count > 0 &&
    !tw_stamp_find(cut->page.words->dates, cut->page.source, unit, &stamp);
  const size_t n = below ? names_before_day(cut, unit) : 0;
  if (!n) {
    return add_stamped(cut, unit, in_head);
  }
  TwUnit names;
  TwUnit day;
  TW_TRY(tw_unit_read(cut->page.source,
                      (TwSpan){unit->span.start, unit->words[n - 1].span.end},
                      cut->page.words->functions, cut->page.arena, &names));
  TW_TRY(tw_unit_read(cut->page.source,
                      (TwSpan){unit->words[n].span.start, unit->span.end},
                      cut->page.words->functions, cut->page.arena, &day));
  TwPagePiece* const piece = add_piece(cut, &names);
  if (!piece) {
    return TW_ERR_NOMEM;
  }
  const TwStr text = tw_unit_text(cut->page.source, names.span);
  if (piece->look == TW_LOOK_LINE &&
      (n == 1 || tw_str_find(text, TW_STR(","), 0) != SIZE_MAX)) {
    drop(piece, TW_STR("page stamp")); /* "WASHINGTON, DC" is no paper */
  }
  return add_stamped(cut, &day, in_head);
}

static TwStatus
add_units(Cut* cut)
{
  TwUnit* units = NULL;
  size_t n = 0;
  size_t n_prose = 0;
  bool in_section = false;
  TW_TRY(tw_units_cut(cut->page.source, cut->page.words->functions,
                      cut->page.arena, &units, &n));
  for (size_t i = 0; i < n; ++i) {
    const bool in_head = n_prose < HEAD_PARAGRAPHS && !in_section;
    TW_TRY(add_unit(cut, &units[i], in_head));
    const TwPagePiece* const piece =
      &cut->page.pieces.at[cut->page.pieces.count - 1];
    n_prose += tw_page_is_prose(piece);
    in_section |= piece->look == TW_LOOK_SECTION && n_prose > 0;
  }
  return TW_OK;
}

/* A byline may hold the day and, behind a comma, the paper. */
static void
read_byline(Cut* cut, const TwUnit* unit)
{
  const TwStr text = tw_unit_text(cut->page.source, unit->span);
  TwDay day;
  for (size_t i = 0; i < unit->n_words; ++i) {
    if (tw_dateline_day(cut->page.words->dates, cut->page.source, unit, i,
                        false, &day)) {
      offer_stamp(cut, day, RANK_PUBLISHED);
      return;
    }
  }
  size_t comma = text.len;
  while (comma > 0 && text.s[comma - 1] != ',') {
    --comma;
  }
  const size_t start = unit->span.start + comma;
  const TwWord* const last =
    unit->n_words ? &unit->words[unit->n_words - 1] : NULL;
  if (comma && last && last->capital && last->span.start >= start &&
      !cut->page.publisher.len) {
    cut->page.publisher = tw_str_trim(tw_str_slice(text, comma, text.len));
  }
}

static void
read_bylines(Cut* cut)
{
  for (size_t i = 0; i < cut->page.pieces.count; ++i) {
    TwPagePiece* const piece = &cut->page.pieces.at[i];
    if (piece->look != TW_LOOK_BYLINE) {
      continue;
    }
    read_byline(cut, &piece->unit);
    TwPagePiece* const next = i + 1 < cut->page.pieces.count ? piece + 1 : NULL;
    if (next && next->look == TW_LOOK_LINE && !next->decided &&
        tw_furniture_is_byline_cue(cut->page.words->furniture, &piece->unit)) {
      drop(next, TW_STR("byline"));
    }
  }
}

static TwStatus
add_block(Cut* cut, TwBlockKind kind, TwSpan span, TwStr reason)
{
  const TwStr text = tw_str_trim(tw_unit_text(cut->page.source, span));
  if (!text.len) {
    return TW_OK;
  }
  TwBlock* const block = TW_VEC_PUSH(cut->page.arena, &cut->blocks);
  if (!block) {
    return TW_ERR_NOMEM;
  }
  const size_t start = (size_t)(text.s - cut->page.source.s);
  *block = (TwBlock){kind, {start, start + text.len}, reason};
  return TW_OK;
}

/* An embedded post: its signature may stand in a line of its own, below the
 * paragraph that it signs. */
static TwStatus
add_post(Cut* cut, const TwUnit* unit, TwDay day, size_t signature)
{
  TwBlock* const last =
    cut->blocks.count ? &cut->blocks.at[cut->blocks.count - 1] : NULL;
  if (!cut->layout->post.year) {
    cut->layout->post = day;
  }
  if (signature == unit->span.start && last &&
      last->kind == TW_BLOCK_PARAGRAPH) {
    last->kind = TW_BLOCK_QUOTE;
    last->span.end = unit->span.end;
    return TW_OK;
  }
  return add_block(cut, TW_BLOCK_QUOTE, unit->span, NO_TEXT);
}

/* Running text: a dateline before it and a credit behind it are cut off. */
static TwStatus
add_text(Cut* cut, const TwPagePiece* piece, bool in_head)
{
  const TwUnit* const unit = &piece->unit;
  const TwDatelineWords dates = cut->page.words->dates;
  TwBlockKind kind =
    piece->look == TW_LOOK_CAPTION ? TW_BLOCK_CAPTION : TW_BLOCK_PARAGRAPH;
  TwSpan span = unit->span;
  TwLayout* const layout = cut->layout;
  if (in_head && !layout->has_dateline && kind == TW_BLOCK_PARAGRAPH &&
      tw_dateline_find(dates, cut->page.source, unit, &layout->dateline)) {
    layout->has_dateline = true;
    TW_TRY(add_block(cut, TW_BLOCK_DATELINE, layout->dateline.span, NO_TEXT));
    span.start = layout->dateline.span.end;
  }
  size_t credit = tw_furniture_credit(cut->page.words->furniture, dates,
                                      cut->page.source, unit);
  if (!credit && kind == TW_BLOCK_PARAGRAPH) {
    (void)tw_furniture_signature(dates, cut->page.source, unit, &credit);
  }
  if (credit && credit >= span.start) {
    const TwStr before =
      tw_str_trim(tw_str_slice(cut->page.source, span.start, credit));
    kind = tw_str_ends(before, TW_STR(".")) ? kind : TW_BLOCK_CAPTION;
    TW_TRY(add_block(cut, kind, (TwSpan){span.start, credit}, NO_TEXT));
    return add_block(cut, TW_BLOCK_BOILERPLATE, (TwSpan){credit, span.end},
                     TW_STR("credit"));
  }
  return add_block(cut, kind, span, NO_TEXT);
}

/* The agency that signs the last paragraph, or a line of its own below. */
static void
read_signature(Cut* cut)
{
  const TwPagePiece* const pieces = cut->page.pieces.at;
  size_t end = cut->page.pieces.count;
  while (end && pieces[end - 1].decided) {
    --end;
  }
  size_t start = 0;
  for (size_t i = end ? end - 1 : 0;
       i <= end && i < cut->page.pieces.count && !cut->layout->agency.len;
       ++i) {
    cut->layout->agency = tw_furniture_signature(
      cut->page.words->dates, cut->page.source, &pieces[i].unit, &start);
  }
}

static TwStatus
add_blocks(Cut* cut)
{
  size_t n_text = 0;
  for (size_t i = 0; i < cut->page.pieces.count; ++i) {
    const TwPagePiece* const piece = &cut->page.pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    TwDay day;
    size_t signature = 0;
    const bool boilerplate =
      piece->decided && piece->kind == TW_BLOCK_BOILERPLATE;
    if (!boilerplate && tw_post_find(cut->page.words->dates, cut->page.source,
                                     unit, &day, &signature)) {
      TW_TRY(add_post(cut, unit, day, signature));
    } else if (!piece->decided &&
               tw_str_find(tw_unit_text(cut->page.source, unit->span),
                           TW_STR("pic.twitter.com/"), 0) != SIZE_MAX) {
      TW_TRY(add_block(cut, TW_BLOCK_QUOTE, unit->span, NO_TEXT));
    } else if (piece->decided) {
      TW_TRY(add_block(cut, piece->kind, unit->span, piece->reason));
    } else {
      TW_TRY(add_text(cut, piece, n_text++ < HEAD_PARAGRAPHS));
    }
  }
  cut->layout->blocks = cut->blocks.at;
  cut->layout->n_blocks = cut->blocks.count;
  return TW_OK;
}

/* The language with most of the function words, if they are enough. */
static TwStr
guess_language(const Cut* cut)
{
  struct {
    TwStr name;
    size_t count;
  } languages[MAX_LANGUAGES] = {{NO_TEXT, 0}};
  size_t n_words = 0;
  for (size_t i = 0; i < cut->page.pieces.count; ++i) {
    const TwPagePiece* const piece = &cut->page.pieces.at[i];
    if (piece->decided && piece->kind == TW_BLOCK_BOILERPLATE) {
      continue;
    }
    for (size_t k = 0; k < piece->unit.n_words; ++k) {
      const TwLexiconRow* row = piece->unit.words[k].function;
      ++n_words;
      for (; row; row = row->next) {
        size_t at = 0;
        while (at + 1 < MAX_LANGUAGES && languages[at].count &&
               !tw_str_equal(languages[at].name, row->language)) {
          ++at;
        }
        languages[at].name = row->language;
        ++languages[at].count;
      }
    }
  }
  size_t best = 0;
  for (size_t i = 1; i < MAX_LANGUAGES; ++i) {
    best = languages[i].count > languages[best].count ? i : best;
  }
  const bool enough = languages[best].count * 7 >= n_words && n_words >= 4;
  return enough ? languages[best].name : TW_STR("und");
}

TwStatus
tw_block_run(const TwBlockWords* words, TwStr source, TwStr title,
             TwArena* arena, TwLayout* out_layout)
{
  *out_layout = (TwLayout){.n_blocks = 0};
  Cut cut = {.page = {.words = words, .source = source, .arena = arena},
             .layout = out_layout,
             .stamp_rank = RANK_NONE};
  TW_TRY(add_units(&cut));
  read_bylines(&cut);
  TW_TRY(tw_page_run(&cut.page, title));
  out_layout->title = cut.page.title;
  out_layout->credit = cut.page.publisher;
  out_layout->language = guess_language(&cut);
  read_signature(&cut);
  TW_TRY(add_blocks(&cut));
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}
