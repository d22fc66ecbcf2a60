/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/dateline.h"

#include "extract/timewords.h"

#include <stdlib.h>
#include <string.h>

#define KINDS(X)                                                               \
  X(AGENCY, "agency")                                                          \
  X(STAMP, "stamp")                                                            \
  X(FILLER, "filler")                                                          \
  X(NO_PLACE, "no-place")
#define ENUM_(id, name) KIND_##id,
enum { KINDS(ENUM_) KIND_COUNT };
#undef ENUM_

/* A dateline ends within so many bytes, its place within so many words. */
#define MAX_DATELINE 120
#define MAX_PLACE_WORDS 7
/* Bytes of an agency with its brackets. */
#define MAX_BRACKETS 40
/* A name in the signature of a post has at most so many words. */
#define MAX_SIGNATURE_WORDS 16

#define FIRST_YEAR 1900
#define LAST_YEAR 2100
/* "69" is 1969, "68" is 2068 (POSIX strptime). */
#define CENTURY_PIVOT 69

TwStatus
tw_dateline_open(const char* dir, TwDiagSink* sink, TwLexicon** out_lexicon)
{
#define NAME_(id, name) {name, sizeof(name) - 1},
  static const TwStr kinds[] = {KINDS(NAME_)};
#undef NAME_
  return tw_lexicon_open(dir, "dateline.tsv", kinds, KIND_COUNT, sink,
                         out_lexicon);
}

/* The number at word `at`, or -1; the count of its digits. */
static int
number_at(const TwUnit* unit, size_t at, size_t* out_digits)
{
  uint64_t value = 0;
  if (at >= unit->n_words || !unit->words[at].digits ||
      unit->words[at].fold.len > 4 ||
      !tw_str_to_u64(unit->words[at].fold, &value)) {
    return -1;
  }
  *out_digits = unit->words[at].fold.len;
  return (int)value;
}

static int
month_at(TwDatelineWords words, const TwUnit* unit, size_t at)
{
  const TwLexiconRow* const row =
    at < unit->n_words
      ? tw_lexicon_find_kind(words.time, unit->words[at].fold, TW_TIME_MONTH)
      : NULL;
  return row ? atoi(row->value.s) : 0;
}

static int
year_at(const TwUnit* unit, size_t at)
{
  size_t digits = 0;
  const int year = number_at(unit, at, &digits);
  return digits == 4 && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

static int
day_at(const TwUnit* unit, size_t at)
{
  size_t digits = 0;
  const int day = number_at(unit, at, &digits);
  return digits && digits <= 2 && day >= 1 && day <= 31 ? day : 0;
}

static bool
is_kind(const TwLexicon* lexicon, const TwUnit* unit, size_t at, unsigned kind)
{
  return at < unit->n_words &&
         tw_lexicon_find_kind(lexicon, unit->words[at].fold, kind);
}

/* Steps over "th", "of", "de" between the parts of a day. */
static size_t
skip_links(TwDatelineWords words, const TwUnit* unit, size_t at)
{
  while (is_kind(words.time, unit, at, TW_TIME_LINK) ||
         is_kind(words.dateline, unit, at, KIND_FILLER)) {
    ++at;
  }
  return at;
}

/* "March 4th, 2025", "4 de marzo de 2025". */
static size_t
spelled_day(TwDatelineWords words, const TwUnit* unit, size_t at, TwDay* day)
{
  size_t next = at;
  day->month = month_at(words, unit, at);
  if (day->month) {
    day->day = day_at(unit, at + 1);
    next = at + 2;
  } else {
    day->day = day_at(unit, at);
    next = skip_links(words, unit, at + 1);
    day->month = day->day ? month_at(words, unit, next) : 0;
    ++next;
  }
  if (!day->month || !day->day) {
    return 0;
  }
  const size_t after = skip_links(words, unit, next);
  day->year = year_at(unit, after);
  return (day->year ? after + 1 : next) - at;
}

/* The single mark between word `at` and the next one, or NUL. */
static char
joint(TwStr source, const TwUnit* unit, size_t at)
{
  return at + 1 < unit->n_words &&
             unit->words[at + 1].span.start == unit->words[at].span.end + 1
           ? source.s[unit->words[at].span.end]
           : '\0';
}

/* "2025-03-04", "25/10/2025", "25.10.25": day and month must not be able to
 * change places, unless they are the same number. */
static size_t
numeric_day(TwStr source, const TwUnit* unit, size_t at, TwDay* day)
{
  const char mark = joint(source, unit, at);
  size_t digits[3] = {0, 0, 0};
  const int a = number_at(unit, at, &digits[0]);
  const int b = number_at(unit, at + 1, &digits[1]);
  const int c = number_at(unit, at + 2, &digits[2]);
  if (!mark || !strchr("-/.", mark) || joint(source, unit, at + 1) != mark ||
      a < 0 || b < 0 || c < 0) {
    return 0;
  }
  if (digits[0] == 4) {
    *day = (TwDay){year_at(unit, at), b, c};
    return 3;
  }
  if (digits[2] != 4 && digits[2] != 2) {
    return 0;
  }
  const int year = digits[2] == 4      ? year_at(unit, at + 2)
                   : c < CENTURY_PIVOT ? 2000 + c
                                       : 1900 + c;
  if (a > 12 || mark == '.' || a == b) {
    *day = (TwDay){year, b, a};
  } else if (b > 12) {
    *day = (TwDay){year, a, b};
  } else {
    return 0;
  }
  return 3;
}

size_t
tw_dateline_day(TwDatelineWords words, TwStr source, const TwUnit* unit,
                size_t at, bool yearless, TwDay* out_day)
{
  TwDay day = {0, 0, 0};
  size_t n = numeric_day(source, unit, at, &day);
  if (!n) {
    n = spelled_day(words, unit, at, &day);
  }
  TwDay check = day;
  if (!check.year && yearless) {
    check.year = 2000; /* Has a 29 February */
  }
  if (!n || !tw_day_exists(check)) {
    return 0;
  }
  *out_day = day;
  return n;
}

TwStr
tw_dateline_agency(TwDatelineWords words, const TwUnit* unit, size_t at,
                   size_t* out_words)
{
  const TwLexiconRow* const row =
    tw_unit_match(unit, at, words.dateline, KIND_AGENCY, out_words);
  return row ? row->value : (TwStr){NULL, 0};
}

bool
tw_dateline_no_place(TwDatelineWords words, const TwUnit* unit, size_t from,
                     size_t to)
{
  size_t n = 0;
  return tw_unit_match(unit, from, words.dateline, KIND_NO_PLACE, &n) &&
         n == to - from;
}

/* What closes a dateline: its dash. */
typedef struct {
  size_t start;
  size_t end;
} Dash;

/* The first mark in the unit that may close a dateline. A hyphen counts only
 * between spaces or behind a stop. */
static Dash
find_dash(TwStr source, TwSpan span)
{
  static const char* const dashes[] = {
    " \u2013 ", " \u2014 ", "\u2014", " -- ", "--", " - ", ".- ", " _ ", NULL};
  const TwStr text = tw_str_slice(source, span.start,
                                  span.end - span.start > MAX_DATELINE
                                    ? span.start + MAX_DATELINE
                                    : span.end);
  Dash best = {0, 0};
  for (const char* const* dash = dashes; *dash; ++dash) {
    const size_t at = tw_str_find(text, tw_str(*dash), 0);
    if (at != SIZE_MAX && (!best.end || span.start + at < best.start)) {
      best = (Dash){span.start + at, span.start + at + strlen(*dash)};
    }
  }
  return best;
}

/* What the words before a dash say. */
typedef struct {
  size_t n_words;
  size_t place_end; /* Words [0, place_end) are the place */
  bool upper;       /* Its first word is in capitals */
  bool capital;     /* Every word of it is a name or a short particle */
  bool bracketed;   /* Something stands in brackets */
  TwStr agency;
  TwDay day;
} Head;

static bool
is_upper_word(TwStr source, const TwWord* word)
{
  for (size_t i = word->span.start; i < word->span.end; ++i) {
    if (source.s[i] >= 'a' && source.s[i] <= 'z') {
      return false;
    }
  }
  return word->capital && word->span.end - word->span.start > 1;
}

static bool
in_brackets(TwStr source, const TwUnit* unit, size_t at)
{
  const size_t start = unit->words[at].span.start;
  const char* const before = &source.s[unit->span.start];
  size_t i = start - unit->span.start;
  while (i > 0 && before[i - 1] != ')') {
    if (before[i - 1] == '(') {
      return true;
    }
    --i;
  }
  return false;
}

static Head
read_head(TwDatelineWords words, TwStr source, const TwUnit* unit, size_t end)
{
  Head head = {.place_end = SIZE_MAX, .capital = true};
  while (head.n_words < unit->n_words &&
         unit->words[head.n_words].span.start < end) {
    ++head.n_words;
  }
  const bool all_bracketed = source.s[unit->span.start] == '(';
  for (size_t i = 0; i < head.n_words;) {
    const size_t day = tw_dateline_day(words, source, unit, i, true, &head.day);
    size_t n = 0;
    const bool bracket = !all_bracketed && in_brackets(source, unit, i);
    const TwStr agency =
      bracket ? tw_dateline_agency(words, unit, i, &n) : (TwStr){NULL, 0};
    head.bracketed |= bracket;
    if (agency.len) {
      head.agency = agency;
    }
    if ((day || bracket) && head.place_end == SIZE_MAX) {
      head.place_end = i;
    }
    i += day ? day : n ? n : 1;
  }
  if (head.place_end == SIZE_MAX) {
    head.place_end = head.n_words;
  }
  /* "LISBON, Tuesday, June 11": the weekday is no place. */
  while (head.place_end &&
         is_kind(words.time, unit, head.place_end - 1, TW_TIME_WEEKDAY)) {
    --head.place_end;
  }
  for (size_t i = 0; i < head.place_end; ++i) {
    head.capital &= unit->words[i].capital || unit->words[i].fold.len <= 3;
  }
  head.upper = head.place_end && is_upper_word(source, &unit->words[0]);
  return head;
}

static bool
is_dateline(TwDatelineWords words, TwStr source, const TwUnit* unit,
            const Head* head, size_t end)
{
  const bool enough = head->upper || head->agency.len || head->day.month ||
                      source.s[unit->span.start] == '(';
  return head->place_end && head->place_end <= MAX_PLACE_WORDS &&
         head->capital && enough && unit->words[0].capital &&
         !tw_dateline_no_place(words, unit, 0, head->place_end) &&
         unit->n_words > head->n_words + 2 && end < unit->span.end;
}

/* The end of "(Reuters)" where no dash follows it, or 0. */
static size_t
end_of_agency(TwDatelineWords words, TwStr source, const TwUnit* unit)
{
  for (size_t i = 1; i <= MAX_PLACE_WORDS + 3 && i < unit->n_words; ++i) {
    size_t n = 0;
    const size_t start = unit->words[i].span.start;
    if (source.s[start - 1] == '(' &&
        tw_dateline_agency(words, unit, i, &n).len) {
      const size_t end = unit->words[i + n - 1].span.end;
      return end < unit->span.end && source.s[end] == ')' ? end + 1 : 0;
    }
  }
  return 0;
}

/* Steps over "(Norpress)" behind the day that ends at byte `end`. */
static size_t
over_brackets(TwStr source, size_t end, size_t limit)
{
  const TwStr rest = tw_str_slice(source, end, limit);
  const size_t close = tw_str_find(rest, TW_STR(")"), 0);
  return tw_str_starts(rest, TW_STR(" (")) && close < MAX_BRACKETS
           ? end + close + 1
           : end;
}

/* The end of "Lima, 3 June 2024." where nothing but a stop follows it, or 0. */
static size_t
end_of_day(TwDatelineWords words, TwStr source, const TwUnit* unit)
{
  TwDay day;
  for (size_t i = 1; i <= MAX_PLACE_WORDS && i < unit->n_words; ++i) {
    const size_t n = tw_dateline_day(words, source, unit, i, false, &day);
    if (n) {
      const size_t end =
        over_brackets(source, unit->words[i + n - 1].span.end, unit->span.end);
      const bool stop =
        tw_str_starts(tw_str_slice(source, end, unit->span.end), TW_STR(". "));
      return stop && source.s[unit->words[i - 1].span.end] == ',' ? end + 1 : 0;
    }
  }
  return 0;
}

bool
tw_dateline_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
                 TwDateline* out_dateline)
{
  if (!unit->n_words) {
    return false;
  }
  Dash dash = find_dash(source, unit->span);
  if (!dash.end) {
    dash.start = dash.end = end_of_agency(words, source, unit);
  }
  if (!dash.end) {
    dash.start = dash.end = end_of_day(words, source, unit);
  }
  if (!dash.end) {
    return false;
  }
  const Head head = read_head(words, source, unit, dash.start);
  if (!is_dateline(words, source, unit, &head, dash.end)) {
    return false;
  }
  *out_dateline = (TwDateline){
    .span = {unit->span.start, dash.end},
    .place = {unit->words[0].span.start,
              unit->words[head.place_end - 1].span.end},
    .agency = head.agency,
    .day = head.day,
  };
  return true;
}

/* Steps over clock times, zones and fillers behind the day of a stamp. */
static size_t
skip_clock(TwDatelineWords words, TwStr source, const TwUnit* unit, size_t at,
           bool* timed)
{
  for (;;) {
    size_t n = 0;
    if (at < unit->n_words && unit->words[at].digits &&
        (joint(source, unit, at) == ':' ||
         is_kind(words.time, unit, at + 1, TW_TIME_MERIDIEM))) {
      *timed = true;
      ++at;
      while (at < unit->n_words && unit->words[at].digits) {
        ++at;
      }
    } else if (is_kind(words.time, unit, at, TW_TIME_WEEKDAY) ||
               is_kind(words.dateline, unit, at, KIND_FILLER) ||
               is_kind(words.time, unit, at, TW_TIME_MERIDIEM)) {
      ++at;
    } else if (tw_unit_match(unit, at, words.time, TW_TIME_ZONE, &n) &&
               unit->words[at].capital) {
      at += n;
      while (at < unit->n_words && unit->words[at].digits) {
        ++at; /* GMT+02:00 */
      }
    } else {
      return at;
    }
  }
}

bool
tw_stamp_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
              TwStamp* out_stamp)
{
  TwStamp stamp = {.updated = false};
  size_t n_cue = 0;
  const TwLexiconRow* const cue =
    tw_unit_match(unit, 0, words.dateline, KIND_STAMP, &n_cue);
  if (cue) {
    stamp.cued = true;
    stamp.updated = tw_str_equal(cue->value, TW_STR("updated"));
  }
  size_t at = skip_clock(words, source, unit, n_cue, &stamp.timed);
  const size_t n = tw_dateline_day(words, source, unit, at, false, &stamp.day);
  if (!n) {
    return false;
  }
  stamp.n_words = skip_clock(words, source, unit, at + n, &stamp.timed);
  *out_stamp = stamp;
  return true;
}

bool
tw_post_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
             TwDay* out_day, size_t* out_start)
{
  static const char* const dashes[] = {"\u2014", "\u2013", "--"};
  if (unit->more_words) {
    return false;
  }
  for (size_t n = 3; n <= 5 && n < unit->n_words; ++n) {
    const size_t at = unit->n_words - n;
    if (tw_dateline_day(words, source, unit, at, false, out_day) != n) {
      continue;
    }
    const size_t first =
      at > MAX_SIGNATURE_WORDS ? at - MAX_SIGNATURE_WORDS : 0;
    const TwStr tail = tw_str_slice(
      source, first ? unit->words[first].span.start : unit->span.start,
      unit->words[at].span.start);
    const size_t handle = tw_str_find(tail, TW_STR("(@"), 0);
    for (size_t i = 0; handle != SIZE_MAX && i < 3; ++i) {
      const size_t dash = tw_str_find(tail, tw_str(dashes[i]), 0);
      if (dash < handle) {
        *out_start = (size_t)(tail.s - source.s) + dash;
        return true;
      }
    }
  }
  return false;
}

bool
tw_dateline_read(TwDatelineWords words, TwStr text, const TwLexicon* functions,
                 TwArena* arena, TwDay* out_day)
{
  TwUnit unit;
  TwStamp stamp;
  if (tw_day_read(tw_str_slice(text, 0, 10), out_day)) {
    return true;
  }
  if (tw_unit_read(text, (TwSpan){0, text.len}, functions, arena, &unit) !=
        TW_OK ||
      !tw_stamp_find(words, text, &unit, &stamp)) {
    return false;
  }
  *out_day = stamp.day;
  return true;
}
