/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/furniture.h"

#include <string.h>

#define KINDS(X)                                                               \
  X(LINE, "line")                                                              \
  X(START, "start")                                                            \
  X(ANY, "any")                                                                \
  X(HINT, "hint")                                                              \
  X(SECTION, "section")                                                        \
  X(LABEL, "label")                                                            \
  X(CAPTION, "caption")                                                        \
  X(CREDIT, "credit")                                                          \
  X(BYLINE, "byline")                                                          \
  X(FIELD, "field")
#define ENUM_(id, name) KIND_##id,
enum { KINDS(ENUM_) KIND_COUNT };
#undef ENUM_

/* Lengths in words up to which a unit can be what the name says. */
#define MAX_ANY 30
#define MAX_SECTION 8
#define MAX_CAPTION 70
#define MAX_BYLINE 14
#define MAX_CONTACT 14
#define MAX_CREDIT 8
#define MAX_LABEL 6
/* Entries of so few words are everyday words too. */
#define MAX_PLAIN_WORDS 3
/* An agency's name has so many words at most. */
#define MAX_SIGNATURE 4
/* A credit stands within so many bytes of the end. */
#define CREDIT_BYTES 90
/* One hint in so many words is enough. */
#define WORDS_PER_HINT 40
/* A line of so many words, most of them small, is text even without a stop. */
#define MIN_UNSTOPPED 20

#define NO_REASON ((TwStr){NULL, 0})

TwStatus
tw_furniture_open(const char* dir, TwDiagSink* sink, TwLexicon** out_lexicon)
{
#define NAME_(id, name) {name, sizeof(name) - 1},
  static const TwStr kinds[] = {KINDS(NAME_)};
#undef NAME_
  return tw_lexicon_open(dir, "boilerplate.tsv", kinds, KIND_COUNT, sink,
                         out_lexicon);
}

static bool
is_prose(TwStr source, const TwUnit* unit)
{
  if (unit->stops) {
    return unit->n_function > 0 || unit->n_words >= 5;
  }
  const bool announces = source.s[unit->span.end - 1] == ':';
  if (announces && unit->n_words >= 6 && unit->n_function >= 2) {
    return true;
  }
  return unit->n_words >= MIN_UNSTOPPED &&
         unit->n_function * 6 >= unit->n_words &&
         unit->n_capital * 2 <= unit->n_words;
}

/* The words of a unit at which an entry of the table may begin. */
typedef struct {
  uint16_t at[TW_UNIT_WORDS];
  size_t count;
} Starts;

static void
find_starts(const TwLexicon* furniture, const TwUnit* unit, Starts* starts)
{
  starts->count = 0;
  for (size_t i = 0; i < unit->n_words; ++i) {
    if (tw_lexicon_reach(furniture, unit->words[i].fold)) {
      starts->at[starts->count++] = (uint16_t)i;
    }
  }
}

/* The first row of `kind` anywhere in the unit. */
static const TwLexiconRow*
match_any(const TwLexicon* furniture, const TwUnit* unit, const Starts* starts,
          unsigned kind)
{
  size_t n = 0;
  for (size_t i = 0; i < starts->count; ++i) {
    const TwLexiconRow* const row =
      tw_unit_match(unit, starts->at[i], furniture, kind, &n);
    if (row) {
      return row;
    }
  }
  return NULL;
}

/* The reason of the first hint, if there are enough different ones. */
static TwStr
match_hints(const TwLexicon* furniture, const TwUnit* unit,
            const Starts* starts)
{
  const TwLexiconRow* seen[8] = {NULL};
  size_t n_seen = 0;
  for (size_t i = 0; i < starts->count && n_seen < 8; ++i) {
    size_t n = 0;
    const TwLexiconRow* const row =
      tw_unit_match(unit, starts->at[i], furniture, KIND_HINT, &n);
    bool known = !row;
    for (size_t k = 0; k < n_seen && !known; ++k) {
      known = seen[k] == row;
    }
    if (!known) {
      seen[n_seen++] = row;
    }
  }
  return n_seen >= 2 && n_seen * WORDS_PER_HINT >= unit->n_words
           ? seen[0]->value
           : NO_REASON;
}

/* A sentence may begin with the same words: then only a colon behind them, or
 * nothing much, makes them furniture. */
static bool
is_label(TwStr source, const TwUnit* unit, size_t n_words, bool prose)
{
  return !prose || n_words > MAX_PLAIN_WORDS || unit->n_words <= MAX_LABEL ||
         source.s[unit->words[n_words - 1].span.end] == ':';
}

/* "RELATED: Mayor quits", "Watch | Mayor quits". */
static bool
is_followed_by_mark(TwStr source, const TwUnit* unit, size_t n_words)
{
  size_t at = unit->words[n_words - 1].span.end;
  while (at < unit->span.end && source.s[at] == ' ') {
    ++at;
  }
  return at < unit->span.end && (source.s[at] == ':' || source.s[at] == '|');
}

static TwStr
match_words(const TwLexicon* furniture, TwStr source, const TwUnit* unit,
            const Starts* starts, bool prose)
{
  size_t n = 0;
  const TwLexiconRow* row = tw_unit_match(unit, 0, furniture, KIND_LINE, &n);
  if (row && n == unit->n_words) {
    return row->value;
  }
  row = tw_unit_match(unit, 0, furniture, KIND_START, &n);
  if (row && unit->n_words <= MAX_ANY && is_label(source, unit, n, prose)) {
    return row->value;
  }
  row = tw_unit_match(unit, 0, furniture, KIND_LABEL, &n);
  if (row && unit->n_words <= MAX_ANY && is_followed_by_mark(source, unit, n)) {
    return row->value;
  }
  row = unit->n_words <= MAX_ANY ? match_any(furniture, unit, starts, KIND_ANY)
                                 : NULL;
  return row ? row->value : match_hints(furniture, unit, starts);
}

/* Furniture by shape: nothing but numbers, an address of the web, a telephone
 * number. */
static TwStr
match_shape(TwStr source, const TwUnit* unit, bool prose)
{
  const TwStr text = tw_unit_text(source, unit->span);
  size_t n_numbers = 0;
  size_t n_digits = 0;
  for (size_t i = 0; i < unit->n_words; ++i) {
    n_numbers += unit->words[i].digits;
    n_digits += unit->words[i].digits ? unit->words[i].fold.len : 0;
  }
  if (n_numbers == unit->n_words) {
    return TW_STR("no words");
  }
  if (!prose && tw_str_starts(text, TW_STR("[")) &&
      tw_str_ends(text, TW_STR("]"))) {
    return TW_STR("related link");
  }
  if (tw_str_starts(text, TW_STR("http")) && !memchr(text.s, ' ', text.len)) {
    return TW_STR("link");
  }
  if (prose || unit->n_words > MAX_CONTACT) {
    return NO_REASON;
  }
  const char* const at_sign = memchr(text.s, '@', text.len);
  const bool mail =
    at_sign && at_sign > text.s && at_sign[-1] != ' ' && at_sign[-1] != '(';
  if (mail || tw_str_find(text, TW_STR("http"), 0) != SIZE_MAX ||
      tw_str_find(text, TW_STR("www."), 0) != SIZE_MAX) {
    return TW_STR("contact or link");
  }
  return n_numbers >= 3 && n_digits >= 9 && unit->n_words - n_numbers <= 6
           ? TW_STR("telephone")
           : NO_REASON;
}

/* "By Ana Ruiz, The Paper", "Ana Ruiz/Lima": names and little else. */
static TwStr
match_byline(const TwLexicon* furniture, TwStr source, const TwUnit* unit)
{
  size_t n = 0;
  const bool names = unit->n_capital * 2 >= unit->n_words;
  if ((unit->stops && !names) || unit->n_words > MAX_BYLINE) {
    return NO_REASON;
  }
  const TwLexiconRow* const row =
    tw_unit_match(unit, 0, furniture, KIND_BYLINE, &n);
  if (row && (n == unit->n_words || unit->words[n].capital)) {
    return row->value;
  }
  const TwStr text = tw_unit_text(source, unit->span);
  const size_t slash = tw_str_find(text, TW_STR("/"), 0);
  return unit->n_words >= 3 && unit->n_words <= 6 && slash != SIZE_MAX &&
             unit->n_capital == unit->n_words
           ? TW_STR("byline")
           : NO_REASON;
}

/* "Prosecutor: Juan Pardo, Lima": what an article tells as a form does. */
static bool
is_field(const TwLexicon* furniture, TwStr source, const TwUnit* unit)
{
  size_t n = 0;
  return tw_unit_match(unit, 0, furniture, KIND_FIELD, &n) &&
         n < unit->n_words && unit->words[n].capital &&
         source.s[unit->words[n - 1].span.end] == ':';
}

TwLook
tw_furniture_look(const TwLexicon* furniture, TwStr source, const TwUnit* unit,
                  TwStr* out_reason)
{
  const bool prose =
    is_prose(source, unit) || is_field(furniture, source, unit);
  Starts starts;
  size_t n = 0;
  find_starts(furniture, unit, &starts);
  const TwLexiconRow* const section =
    tw_unit_match(unit, 0, furniture, KIND_SECTION, &n);
  if (section && !unit->stops && unit->n_words <= MAX_SECTION) {
    *out_reason = section->value;
    return TW_LOOK_SECTION;
  }
  *out_reason = match_words(furniture, source, unit, &starts, prose);
  if (!out_reason->len) {
    *out_reason = match_shape(source, unit, prose);
  }
  if (out_reason->len) {
    return TW_LOOK_FURNITURE;
  }
  *out_reason = match_byline(furniture, source, unit);
  if (out_reason->len) {
    return TW_LOOK_BYLINE;
  }
  if (unit->n_words <= MAX_CAPTION &&
      match_any(furniture, unit, &starts, KIND_CAPTION)) {
    return TW_LOOK_CAPTION;
  }
  return prose ? TW_LOOK_PROSE : TW_LOOK_LINE;
}

bool
tw_furniture_is_byline_cue(const TwLexicon* furniture, const TwUnit* unit)
{
  size_t n = 0;
  return tw_unit_match(unit, 0, furniture, KIND_BYLINE, &n) &&
         n == unit->n_words;
}

size_t
tw_furniture_credit(const TwLexicon* furniture, TwDatelineWords words,
                    TwStr source, const TwUnit* unit)
{
  const TwSpan span = unit->span;
  const char last = source.s[span.end - 1];
  if (unit->more_words || (last != ')' && last != ']')) {
    return 0;
  }
  size_t open = span.end - 1;
  const size_t stop =
    span.end - span.start > CREDIT_BYTES ? span.end - CREDIT_BYTES : span.start;
  while (open > stop && source.s[open] != '(' && source.s[open] != '[') {
    --open;
  }
  if (open <= stop) {
    return 0;
  }
  bool credited = false;
  size_t n_words = 0;
  for (size_t i = unit->n_words; i-- > 0 && unit->words[i].span.start > open;) {
    size_t n = 0;
    ++n_words;
    credited |= tw_dateline_agency(words, unit, i, &n).len > 0 ||
                tw_unit_match(unit, i, furniture, KIND_CREDIT, &n);
  }
  return credited && n_words <= MAX_CREDIT && n_words < unit->n_words ? open
                                                                      : 0;
}

/* Where the mark before word `at` starts, a dash or a bracket, if it is one
 * that sets off a signature; else 0. */
static size_t
signature_start(TwStr source, const TwUnit* unit, size_t at)
{
  static const char* const marks[] = {" \u2014", " \u2013", " -", "\u2014",
                                      " (",      " [",      ".-", NULL};
  const size_t from = at ? unit->words[at - 1].span.end : unit->span.start;
  const TwStr gap = tw_str_slice(source, from, unit->words[at].span.start);
  for (const char* const* mark = marks; at && *mark; ++mark) {
    const size_t found = tw_str_find(gap, tw_str(*mark), 0);
    if (found != SIZE_MAX) {
      return from + found + (**mark == '.');
    }
  }
  return at ? 0 : from;
}

/* True if nothing but the end of a bracket or sentence follows byte `at`. */
static bool
is_end(TwStr source, const TwUnit* unit, size_t at)
{
  static const char closing[] = ")] .";
  for (; at < unit->span.end; ++at) {
    if (!strchr(closing, source.s[at])) {
      return false;
    }
  }
  return true;
}

TwStr
tw_furniture_signature(TwDatelineWords words, TwStr source, const TwUnit* unit,
                       size_t* out_start)
{
  const size_t n = unit->n_words;
  const size_t first = n > MAX_SIGNATURE ? n - MAX_SIGNATURE : 0;
  for (size_t at = first; !unit->more_words && at < n; ++at) {
    size_t length = 0;
    const TwStr agency = tw_dateline_agency(words, unit, at, &length);
    const size_t start = agency.len && at + length == n &&
                             unit->words[at].capital &&
                             is_end(source, unit, unit->words[n - 1].span.end)
                           ? signature_start(source, unit, at)
                           : 0;
    if (start) {
      *out_start = start;
      return agency;
    }
  }
  return (TwStr){NULL, 0};
}
