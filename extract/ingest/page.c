/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/page.h"

#include "base/map.h"

/* A section of links ends where running text resumes: so many paragraphs of so
 * many words. */
#define RESUME_PARAGRAPHS 3
#define RESUME_WORDS 20
#define MIN_TITLE_WORDS 3
#define MAX_TITLE_WORDS 40
#define MAX_HEADING_WORDS 14
#define MAX_PUBLISHER_WORDS 5
#define MIN_REPEATED_WORDS 3
#define MAX_AGE_DIGITS 2
#define MIN_LINKS 3 /* lines in a row */

#define NO_TEXT ((TwStr){NULL, 0})
#define NONE SIZE_MAX

void
tw_page_decide(TwPagePiece* piece, TwBlockKind kind, TwStr reason)
{
  piece->decided = true;
  piece->kind = kind;
  piece->reason = reason;
}

static void
drop(TwPagePiece* piece, TwStr reason)
{
  tw_page_decide(piece, TW_BLOCK_BOILERPLATE, reason);
}

bool
tw_page_is_prose(const TwPagePiece* piece)
{
  return piece->look == TW_LOOK_PROSE && !piece->decided;
}

/* Title or not, it reads like part of a sentence. */
static bool
is_sentence_like(const TwUnit* unit)
{
  return unit->n_words >= 6 && unit->n_function >= 2;
}

/* A paragraph that is plainly the article's own. */
static bool
is_solid(const TwPagePiece* piece)
{
  return tw_page_is_prose(piece) && piece->unit.stops && !piece->unit.trails &&
         piece->unit.n_words >= RESUME_WORDS;
}

/* Drops what stands under headings over links, up to where the article goes
 * on or to the end. */
static void
drop_sections(TwPage* page)
{
  size_t resuming = 0; /* Long paragraphs from here to the end */
  for (size_t i = page->pieces.count; i-- > 0;) {
    const TwPagePiece* const piece = &page->pieces.at[i];
    resuming += is_solid(piece);
    if (piece->look != TW_LOOK_SECTION) {
      continue;
    }
    for (size_t k = i + 1; k < page->pieces.count; ++k) {
      TwPagePiece* const next = &page->pieces.at[k];
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
find_text(TwPage* page)
{
  page->first = NONE;
  page->end = 0;
  for (size_t i = 0; i < page->pieces.count; ++i) {
    if (tw_page_is_prose(&page->pieces.at[i])) {
      page->first = page->first == NONE ? i : page->first;
      page->end = i + 1;
    }
  }
}

static TwStr
join_words(TwPage* page, const TwUnit* unit)
{
  TwStr* const folds = TW_NEW(page->arena, TwStr, unit->n_words + 1);
  for (size_t i = 0; folds && i < unit->n_words; ++i) {
    folds[i] = unit->words[i].fold;
  }
  return folds ? tw_arena_join(page->arena, folds, unit->n_words, TW_STR(" "))
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
drop_repeats(TwPage* page)
{
  TwMap seen = TW_MAP_INIT;
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < page->pieces.count; ++i) {
    TwPagePiece* const piece = &page->pieces.at[i];
    uint64_t before = 0;
    if (piece->decided || piece->unit.more_words ||
        piece->unit.n_words < MIN_REPEATED_WORDS) {
      continue;
    }
    const TwStr key = join_words(page, &piece->unit);
    if (tw_map_get(&seen, key, &before) == TW_OK) {
      drop(piece, TW_STR("said before"));
    } else {
      status = tw_map_set(&seen, key, i);
    }
  }
  tw_map_clear(&seen);
  return tw_arena_failed(page->arena) ? TW_ERR_NOMEM : status;
}

/* True if `longer` is `shorter` and behind a dash the name of the page. */
static bool
is_titled_page(const TwPage* page, const TwUnit* longer, const TwUnit* shorter)
{
  static const char* const marks[] = {"-",      "|",      "\u2013",
                                      "\u2014", "\u00BB", "::"};
  if (shorter->n_words >= longer->n_words || !begins(longer, shorter)) {
    return false;
  }
  const TwStr rest = tw_str_trim(
    tw_str_slice(page->source, longer->words[shorter->n_words - 1].span.end,
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
find_title(const TwPage* page, const TwUnit* given)
{
  const size_t end = page->first == NONE ? page->pieces.count : page->first;
  size_t title = NONE;
  for (size_t i = 0; i < end; ++i) {
    const TwPagePiece* const piece = &page->pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    if (piece->decided || piece->look != TW_LOOK_LINE ||
        unit->n_words < MIN_TITLE_WORDS || unit->n_words > MAX_TITLE_WORDS) {
      continue;
    }
    if (given->n_words && begins(unit, given)) {
      return i;
    }
    if (title == NONE ||
        is_titled_page(page, &page->pieces.at[title].unit, unit)) {
      title = i;
    }
  }
  return title;
}

/* A line of names between the title and the stamp or byline. */
static bool
is_publisher(const TwPage* page, size_t i, size_t title)
{
  const TwUnit* const unit = &page->pieces.at[i].unit;
  const TwPagePiece* const next =
    i + 1 < page->pieces.count ? &page->pieces.at[i + 1] : NULL;
  return title != NONE && i == title + 1 && next && next->decided &&
         (next->look == TW_LOOK_BYLINE ||
          tw_str_equal(next->reason, TW_STR("page stamp"))) &&
         unit->n_words <= MAX_PUBLISHER_WORDS &&
         unit->n_words - unit->n_capital <= unit->n_function;
}

/* The lines before the text: title, a second title, the rest of the page. */
static void
decide_head(TwPage* page, size_t title)
{
  bool has_menu = false;
  for (size_t i = 0; i < page->first; ++i) {
    has_menu |= page->pieces.at[i].look == TW_LOOK_FURNITURE;
  }
  for (size_t i = 0; i < page->first; ++i) {
    TwPagePiece* const piece = &page->pieces.at[i];
    if (piece->decided || piece->look != TW_LOOK_LINE) {
      continue;
    }
    const bool short_line = piece->unit.n_words <= 3;
    if (i == title || (is_sentence_like(&piece->unit) && title != NONE &&
                       !begins(&piece->unit, &page->pieces.at[title].unit))) {
      tw_page_decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    } else if (is_publisher(page, i, title)) {
      page->publisher = page->publisher.len
                          ? page->publisher
                          : tw_unit_text(page->source, piece->unit.span);
      drop(piece, TW_STR("publisher"));
    } else if (has_menu || short_line ||
               (title != NONE &&
                begins(&piece->unit, &page->pieces.at[title].unit))) {
      drop(piece, TW_STR("page head"));
    } else {
      tw_page_decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    }
  }
}

/* "Juan Pardo, 41, Lima": somebody in a list of the article's own. */
static bool
is_aged(const TwPage* page, const TwUnit* unit)
{
  for (size_t i = 1; i < unit->n_words; ++i) {
    const TwWord* const word = &unit->words[i];
    const size_t end = word->span.end;
    if (word->digits && word->fold.len <= MAX_AGE_DIGITS &&
        page->source.s[unit->words[i - 1].span.end] == ',' &&
        (end == unit->span.end || page->source.s[end] == ',')) {
      return true;
    }
  }
  return false;
}

/* A headline or the name of a page, not an item of the article's own list. */
static bool
is_link_like(const TwPage* page, const TwUnit* unit)
{
  bool digits = false;
  if (is_aged(page, unit)) {
    return false;
  }
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
decide_run(TwPage* page, size_t from, size_t to)
{
  const bool listed = to - from >= MIN_LINKS;
  for (size_t i = from; i < to; ++i) {
    TwPagePiece* const piece = &page->pieces.at[i];
    const TwUnit* const unit = &piece->unit;
    if (to - from == 1 && unit->n_words <= MAX_HEADING_WORDS) {
      tw_page_decide(piece, TW_BLOCK_TITLE, NO_TEXT);
    } else if (listed && is_link_like(page, unit)) {
      drop(piece, TW_STR("list of links"));
    } else {
      tw_page_decide(piece, TW_BLOCK_PARAGRAPH, NO_TEXT);
    }
  }
}

static void
decide_body(TwPage* page)
{
  for (size_t i = page->first; i < page->end;) {
    size_t to = i;
    while (to < page->end && !page->pieces.at[to].decided &&
           page->pieces.at[to].look == TW_LOOK_LINE) {
      ++to;
    }
    decide_run(page, i, to);
    i = to > i ? to : i + 1;
  }
}

static void
decide_foot(TwPage* page)
{
  for (size_t i = page->end; i < page->pieces.count; ++i) {
    TwPagePiece* const piece = &page->pieces.at[i];
    if (piece->decided || piece->look != TW_LOOK_LINE) {
      continue;
    }
    if (i == page->end && is_sentence_like(&piece->unit)) {
      tw_page_decide(piece, TW_BLOCK_PARAGRAPH, NO_TEXT);
    } else {
      drop(piece, TW_STR("page foot"));
    }
  }
}

static TwStatus
decide_lines(TwPage* page, TwStr given)
{
  TwUnit title = {.n_words = 0};
  TW_TRY(tw_unit_read(given, (TwSpan){0, given.len}, page->words->functions,
                      page->arena, &title));
  find_text(page);
  const size_t found = find_title(page, &title);
  if (page->first != NONE) {
    decide_head(page, found);
    decide_body(page);
    decide_foot(page);
  }
  if (found != NONE && page->pieces.count > 1) {
    tw_page_decide(&page->pieces.at[found], TW_BLOCK_TITLE, NO_TEXT);
    page->title = page->pieces.at[found].unit.span;
  }
  return TW_OK;
}

TwStatus
tw_page_run(TwPage* page, TwStr given_title)
{
  drop_sections(page);
  TW_TRY(drop_repeats(page));
  return decide_lines(page, given_title);
}
