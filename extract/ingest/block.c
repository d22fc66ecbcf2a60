/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/block.h"

#include "base/map.h"
#include "extract/ingest/furniture.h"

#include <string.h>

/* A stamp in front of so many words is cut off; before fewer it takes the
 * whole line. */
#define MIN_BEHIND_STAMP 8
/* Stamps and datelines stand before so many paragraphs have passed. */
#define HEAD_PARAGRAPHS 4
/* A section of links ends where running text resumes: so many paragraphs of so
 * many words. */
#define RESUME_PARAGRAPHS 3
#define RESUME_WORDS 20
#define MIN_TITLE_WORDS 3
#define MAX_TITLE_WORDS 40
#define MAX_HEADING_WORDS 14
#define MAX_PUBLISHER_WORDS 5
#define MIN_REPEATED_WORDS 3
#define MAX_LANGUAGES 8

#define NO_TEXT ((TwStr){NULL, 0})
#define NONE SIZE_MAX

/* A unit and what has been decided about it. */
typedef struct {
  TwUnit unit;
  TwLook look;
  TwBlockKind kind;
  bool decided; /* `kind` and `reason` hold */
  TwStr reason;
} Piece;

typedef TW_VEC(Piece) PieceVec;
typedef TW_VEC(TwBlock) BlockVec;

typedef struct {
  const TwBlockWords* words;
  TwStr source;
  TwArena* arena;
  PieceVec pieces;
  BlockVec blocks;
  TwLayout* layout;
  int stamp_rank; /* Of the stamp taken; smaller is better */
  size_t first;   /* First and behind the last piece of running text */
  size_t end;
} Cut;

static void
decide(Piece* piece, TwBlockKind kind, TwStr reason)
{
  piece->decided = true;
  piece->kind = kind;
  piece->reason = reason;
}

static void
drop(Piece* piece, TwStr reason)
{
  decide(piece, TW_BLOCK_BOILERPLATE, reason);
}

/* Title or not, it reads like part of a sentence. */
static bool
is_sentence_like(const TwUnit* unit)
{
  return unit->n_words >= 6 && unit->n_function >= 2;
}

static bool
is_prose(const Piece* piece)
{
  return piece->look == TW_LOOK_PROSE && !piece->decided;
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

static Piece*
add_piece(Cut* cut, const TwUnit* unit)
{
  Piece* const piece = TW_VEC_PUSH(cut->arena, &cut->pieces);
  if (piece) {
    piece->unit = *unit;
    if (unit->span.start < unit->span.end) {
      piece->look = tw_furniture_look(cut->words->furniture, cut->source, unit,
                                      &piece->reason);
    }
    if (piece->look == TW_LOOK_FURNITURE || piece->look == TW_LOOK_BYLINE ||
        piece->look == TW_LOOK_SECTION) {
      drop(piece, piece->reason);
    }
    if (piece->look == TW_LOOK_LINE &&
        tw_furniture_credit(cut->words->furniture, cut->words->dates,
                            cut->source, unit)) {
      piece->look = TW_LOOK_CAPTION;
    }
  }
  return piece;
}

/* Adds the unit; a stamp in front of running text becomes a piece of its
 * own. */
static TwStatus
add_unit(Cut* cut, const TwUnit* unit, bool in_head)
{
  TwStamp stamp;
  if (!tw_stamp_find(cut->words->dates, cut->source, unit, &stamp)) {
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
    TW_TRY(tw_unit_read(cut->source, (TwSpan){unit->span.start, split},
                        cut->words->functions, cut->arena, &head));
  }
  Piece* const piece = add_piece(cut, &head);
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
  TW_TRY(tw_unit_read(cut->source, (TwSpan){split, unit->span.end},
                      cut->words->functions, cut->arena, &rest));
  return add_piece(cut, &rest) ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
add_units(Cut* cut)
{
  TwUnit* units = NULL;
  size_t n = 0;
  size_t n_prose = 0;
  bool in_section = false;
  TW_TRY(
    tw_units_cut(cut->source, cut->words->functions, cut->arena, &units, &n));
  for (size_t i = 0; i < n; ++i) {
    const bool in_head = n_prose < HEAD_PARAGRAPHS && !in_section;
    TW_TRY(add_unit(cut, &units[i], in_head));
    const Piece* const piece = &cut->pieces.at[cut->pieces.count - 1];
    n_prose += is_prose(piece);
    in_section |= piece->look == TW_LOOK_SECTION && n_prose > 0;
  }
  return TW_OK;
}

/* A byline may hold the day and, behind a comma, the paper. */
static void
read_byline(Cut* cut, const TwUnit* unit)
{
  const TwStr text = tw_unit_text(cut->source, unit->span);
  TwDay day;
  for (size_t i = 0; i < unit->n_words; ++i) {
    if (tw_dateline_day(cut->words->dates, cut->source, unit, i, false, &day)) {
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
      !cut->layout->credit.len) {
    cut->layout->credit = tw_str_trim(tw_str_slice(text, comma, text.len));
  }
}

static void
read_bylines(Cut* cut)
{
  for (size_t i = 0; i < cut->pieces.count; ++i) {
    Piece* const piece = &cut->pieces.at[i];
    if (piece->look != TW_LOOK_BYLINE) {
      continue;
    }
    read_byline(cut, &piece->unit);
    Piece* const next = i + 1 < cut->pieces.count ? piece + 1 : NULL;
    if (next && next->look == TW_LOOK_LINE && !next->decided &&
        tw_furniture_is_byline_cue(cut->words->furniture, &piece->unit)) {
      drop(next, TW_STR("byline"));
    }
  }
}

/* A paragraph that is plainly the article's own. */
static bool
is_solid(const Piece* piece)
{
  return is_prose(piece) && piece->unit.stops && !piece->unit.trails &&
         piece->unit.n_words >= RESUME_WORDS;
}

/* Drops what stands under headings over links, up to where the article goes
 * on or to the end. */
static void
drop_sections(Cut* cut)
{
  size_t resuming = 0; /* Long paragraphs from here to the end */
  for (size_t i = cut->pieces.count; i-- > 0;) {
    const Piece* const piece = &cut->pieces.at[i];
    resuming += is_solid(piece);
    if (piece->look != TW_LOOK_SECTION) {
      continue;
    }
    for (size_t k = i + 1; k < cut->pieces.count; ++k) {
      Piece* const next = &cut->pieces.at[k];
      const bool resumes = resuming >= RESUME_PARAGRAPHS && is_solid(next);
      if (resumes || next->look == TW_LOOK_SECTION) {
        break; /* Sections further down are done: the walk is backwards */
      }
      if (!next->decided) {
        drop(next, piece->reason);
      }
    }
  }
}

static void
find_text(Cut* cut)
{
  cut->first = NONE;
  cut->end = 0;
  for (size_t i = 0; i < cut->pieces.count; ++i) {
    if (is_prose(&cut->pieces.at[i])) {
      cut->first = cut->first == NONE ? i : cut->first;
      cut->end = i + 1;
    }
  }
}

static TwStr
join_words(Cut* cut, const TwUnit* unit)
{
  TwStr* const folds = TW_NEW(cut->arena, TwStr, unit->n_words + 1);
  for (size_t i = 0; folds && i < unit->n_words; ++i) {
    folds[i] = unit->words[i].fold;
  }
  return folds ? tw_arena_join(cut->arena, folds, unit->n_words, TW_STR(" "))
               : NO_TEXT;
}

/* True if the words of `shorter` begin `longer`. */
static bool
begins(const TwUnit* longer, const TwUnit* shorter)
{
  bool same = shorter->n_words <= longer->n_words;
  for (size_t i = 0; same && i < shorter->n_words; ++i) {
    same = tw_str_equal(longer->words[i].fold, shorter->words[i].fold);
  }
  return same;
}

/* Drops a line or paragraph that was there before. */
static TwStatus
drop_repeats(Cut* cut)
{
  TwMap seen = TW_MAP_INIT;
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < cut->pieces.count; ++i) {
    Piece* const piece = &cut->pieces.at[i];
    uint64_t before = 0;
    if (piece->decided || piece->unit.more_words ||
        piece->unit.n_words < MIN_REPEATED_WORDS) {
      continue;
    }
    const TwStr key = join_words(cut, &piece->unit);
    if (tw_map_get(&seen, key, &before) == TW_OK) {
      drop(piece, TW_STR("said before"));
    } else {
      status = tw_map_set(&seen, key, i);
    }
  }
  tw_map_clear(&seen);
  return tw_arena_failed(cut->arena) ? TW_ERR_NOMEM : status;
}

/* True if `longer` is `shorter` and behind a dash the name of the page. */
static bool
is_titled_page(const Cut* cut, const TwUnit* longer, const TwUnit* shorter)
{
  static const char* const marks[] = {"-",      "|",      "\u2013",
                                      "\u2014", "\u00BB", "::"};
  if (shorter->n_words >= longer->n_words || !begins(longer, shorter)) {
    return false;
  }
  const TwStr rest = tw_str_trim(
    tw_str_slice(cut->source, longer->words[shorter->n_words - 1].span.end,
                 longer->span.end));
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (tw_str_starts(rest, tw_str(marks[i]))) {
      return true;
    }
  }
  return false;
}

/* The piece in the head of the page that is the title, or NONE. */
static size_t
find_title(const Cut* cut, const TwUnit* given)
{
  const size_t end = cut->first == NONE ? cut->pieces.count : cut->first;
  size_t title = NONE;
  for (size_t i = 0; i < end; ++i) {
    const Piece* const piece = &cut->pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    if (piece->decided || piece->look != TW_LOOK_LINE ||
        unit->n_words < MIN_TITLE_WORDS || unit->n_words > MAX_TITLE_WORDS) {
      continue;
    }
    if (given->n_words && begins(unit, given)) {
      return i;
    }
    if (title == NONE ||
        is_titled_page(cut, &cut->pieces.at[title].unit, unit)) {
      title = i;
    }
  }
  return title;
}

/* A line of names between the title and the stamp or byline. */
static bool
is_publisher(const Cut* cut, size_t i, size_t title)
{
  const TwUnit* const unit = &cut->pieces.at[i].unit;
  const Piece* const next =
    i + 1 < cut->pieces.count ? &cut->pieces.at[i + 1] : NULL;
  return title != NONE && i == title + 1 && next && next->decided &&
         (next->look == TW_LOOK_BYLINE ||
          tw_str_equal(next->reason, TW_STR("page stamp"))) &&
         unit->n_words <= MAX_PUBLISHER_WORDS &&
         unit->n_words - unit->n_capital <= unit->n_function;
}

/* The lines before the text: title, a second title, the rest of the page. */
static void
decide_head(Cut* cut, size_t title)
{
  bool has_menu = false;
  for (size_t i = 0; i < cut->first; ++i) {
    has_menu |= cut->pieces.at[i].look == TW_LOOK_FURNITURE;
  }
  for (size_t i = 0; i < cut->first; ++i) {
    Piece* const piece = &cut->pieces.at[i];
    if (piece->decided || piece->look != TW_LOOK_LINE) {
      continue;
    }
    const bool short_line = piece->unit.n_words <= 3;
    if (i == title || (is_sentence_like(&piece->unit) && title != NONE &&
                       !begins(&piece->unit, &cut->pieces.at[title].unit))) {
      decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    } else if (is_publisher(cut, i, title)) {
      cut->layout->credit = cut->layout->credit.len
                              ? cut->layout->credit
                              : tw_unit_text(cut->source, piece->unit.span);
      drop(piece, TW_STR("publisher"));
    } else if (has_menu || short_line ||
               (title != NONE &&
                begins(&piece->unit, &cut->pieces.at[title].unit))) {
      drop(piece, TW_STR("page head"));
    } else {
      decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    }
  }
}

/* A headline or the name of a page, not an item of the article's own list. */
static bool
is_link_like(const TwUnit* unit)
{
  bool digits = false;
  for (size_t i = 0; i < unit->n_words; ++i) {
    digits |= unit->words[i].digits;
  }
  if (unit->n_words <= 5) {
    return !digits;
  }
  return unit->n_capital * 5 >= unit->n_words * 3;
}

/* The lines [from, to) between two paragraphs. */
static void
decide_run(Cut* cut, size_t from, size_t to)
{
  for (size_t i = from; i < to; ++i) {
    Piece* const piece = &cut->pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    if (to - from == 1 && unit->n_words <= MAX_HEADING_WORDS) {
      decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    } else if (to - from >= 3 && is_link_like(unit)) {
      drop(piece, TW_STR("list of links"));
    } else {
      decide(piece, TW_BLOCK_PARAGRAPH, NO_TEXT);
    }
  }
}

static void
decide_body(Cut* cut)
{
  for (size_t i = cut->first; i < cut->end;) {
    size_t to = i;
    while (to < cut->end && !cut->pieces.at[to].decided &&
           cut->pieces.at[to].look == TW_LOOK_LINE) {
      ++to;
    }
    decide_run(cut, i, to);
    i = to > i ? to : i + 1;
  }
}

static void
decide_foot(Cut* cut)
{
  for (size_t i = cut->end; i < cut->pieces.count; ++i) {
    Piece* const piece = &cut->pieces.at[i];
    if (piece->decided || piece->look != TW_LOOK_LINE) {
      continue;
    }
    if (i == cut->end && is_sentence_like(&piece->unit)) {
      decide(piece, TW_BLOCK_PARAGRAPH, NO_TEXT);
    } else {
      drop(piece, TW_STR("page foot"));
    }
  }
}

static TwStatus
decide_lines(Cut* cut, TwStr given)
{
  TwUnit title = {.n_words = 0};
  TW_TRY(tw_unit_read(given, (TwSpan){0, given.len}, cut->words->functions,
                      cut->arena, &title));
  find_text(cut);
  const size_t found = find_title(cut, &title);
  if (cut->first != NONE) {
    decide_head(cut, found);
    decide_body(cut);
    decide_foot(cut);
  }
  if (found != NONE && cut->pieces.count > 1) {
    decide(&cut->pieces.at[found], TW_BLOCK_TITLE, NO_TEXT);
    cut->layout->title = cut->pieces.at[found].unit.span;
  }
  return TW_OK;
}

static TwStatus
add_block(Cut* cut, TwBlockKind kind, TwSpan span, TwStr reason)
{
  const TwStr text = tw_str_trim(tw_unit_text(cut->source, span));
  if (!text.len) {
    return TW_OK;
  }
  TwBlock* const block = TW_VEC_PUSH(cut->arena, &cut->blocks);
  if (!block) {
    return TW_ERR_NOMEM;
  }
  const size_t start = (size_t)(text.s - cut->source.s);
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
add_text(Cut* cut, const Piece* piece, bool in_head)
{
  const TwUnit* const unit = &piece->unit;
  const TwDatelineWords dates = cut->words->dates;
  TwBlockKind kind =
    piece->look == TW_LOOK_CAPTION ? TW_BLOCK_CAPTION : TW_BLOCK_PARAGRAPH;
  TwSpan span = unit->span;
  TwLayout* const layout = cut->layout;
  if (in_head && !layout->has_dateline && kind == TW_BLOCK_PARAGRAPH &&
      tw_dateline_find(dates, cut->source, unit, &layout->dateline)) {
    layout->has_dateline = true;
    TW_TRY(add_block(cut, TW_BLOCK_DATELINE, layout->dateline.span, NO_TEXT));
    span.start = layout->dateline.span.end;
  }
  const size_t credit =
    tw_furniture_credit(cut->words->furniture, dates, cut->source, unit);
  if (credit > span.start) {
    const TwStr before =
      tw_str_trim(tw_str_slice(cut->source, span.start, credit));
    kind = tw_str_ends(before, TW_STR(".")) ? kind : TW_BLOCK_CAPTION;
    TW_TRY(add_block(cut, kind, (TwSpan){span.start, credit}, NO_TEXT));
    return add_block(cut, TW_BLOCK_BOILERPLATE, (TwSpan){credit, span.end},
                     TW_STR("credit"));
  }
  return add_block(cut, kind, span, NO_TEXT);
}

static TwStatus
add_blocks(Cut* cut)
{
  size_t n_text = 0;
  for (size_t i = 0; i < cut->pieces.count; ++i) {
    const Piece* const piece = &cut->pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    TwDay day;
    size_t signature = 0;
    const bool boilerplate =
      piece->decided && piece->kind == TW_BLOCK_BOILERPLATE;
    if (!boilerplate &&
        tw_post_find(cut->words->dates, cut->source, unit, &day, &signature)) {
      TW_TRY(add_post(cut, unit, day, signature));
    } else if (!piece->decided &&
               tw_str_find(tw_unit_text(cut->source, unit->span),
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
  for (size_t i = 0; i < cut->pieces.count; ++i) {
    const Piece* const piece = &cut->pieces.at[i];
    if (piece->decided && piece->kind == TW_BLOCK_BOILERPLATE) {
      continue;
    }
    for (size_t k = 0; k < piece->unit.n_words; ++k) {
      const TwLexiconRow* row =
        tw_lexicon_find(cut->words->functions, piece->unit.words[k].fold);
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
  Cut cut = {.words = words,
             .source = source,
             .arena = arena,
             .layout = out_layout,
             .stamp_rank = RANK_NONE};
  TW_TRY(add_units(&cut));
  read_bylines(&cut);
  drop_sections(&cut);
  TW_TRY(drop_repeats(&cut));
  TW_TRY(decide_lines(&cut, title));
  out_layout->language = guess_language(&cut);
  TW_TRY(add_blocks(&cut));
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}
