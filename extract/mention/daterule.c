/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/daterule.h"

#include "extract/mention/datetree.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 2199
/* "twelve hundred" is a count */
#define FIRST_SPELLED 1900

struct TwDateRules {
  TwArena* arena; /* Holds this struct */
  const TwLexicon* time;
  TwLexicon* table;
  TwDateTree tree;
  bool small; /* Months and weekdays are written small */
};

TwStatus
tw_daterules_open(const char* dir, TwStr language, const TwLexicon* time,
                  TwDiagSink* sink, TwDateRules** out_rules)
{
#define NAME_(id, name) {name, sizeof(name) - 1},
  static const TwStr actions[] = {TW_DATE_ACTIONS(NAME_)};
#undef NAME_
  *out_rules = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwDateRules* const rules = arena ? TW_NEW(arena, TwDateRules, 1) : NULL;
  if (!rules) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  rules->arena = arena;
  rules->time = time;
  TwStatus status =
    tw_lexicon_open_of(dir, language, "dates.tsv", actions,
                       TW_DATE_ACTION_COUNT, sink, &rules->table);
  size_t n = 0;
  const TwLexiconRow* rows = tw_lexicon_rows(time, &n);
  for (size_t i = 0; i < n; ++i) {
    rules->small |= rows[i].kind == TW_TIME_SMALL;
  }
  rows = status == TW_OK ? tw_lexicon_rows(rules->table, &n) : NULL;
  if (status == TW_OK) {
    status = tw_datetree_open(arena, rows, n, sink, &rules->tree);
  }
  if (status != TW_OK) {
    tw_daterules_free(rules);
    return status;
  }
  *out_rules = rules;
  return TW_OK;
}

void
tw_daterules_free(TwDateRules* rules)
{
  if (rules) {
    tw_lexicon_free(rules->table);
    tw_datetree_clear(&rules->tree);
    tw_arena_free(rules->arena);
  }
}

/* A rule being matched. */
typedef struct {
  const TwDateRules* rules;
  const TwArticle* article;
  const TwPieceVec* pieces;
  TwDateParts parts;
  size_t number_key; /* The piece of the number last read, from 1 */
  size_t number_length;
  TwNumber number;
} Match;

static size_t
read_number(Match* match, size_t at, TwNumber* out)
{
  if (match->number_key != at + 1) {
    match->number_key = at + 1;
    match->number_length = tw_number_at(match->pieces, at, &match->number);
  }
  *out = match->number;
  return match->number_length;
}

/* A number of one to four digits without marks; -1 if there is none. */
static int
plain_number(const TwPieceVec* pieces, size_t at, size_t* out_digits)
{
  uint64_t value = 0;
  if (at >= pieces->count || !pieces->at[at].number ||
      pieces->at[at].text.len > 4 ||
      !tw_str_to_u64(pieces->at[at].text, &value)) {
    return -1;
  }
  *out_digits = pieces->at[at].text.len;
  return (int)value;
}

static bool
is_joined(const TwPieceVec* pieces, size_t at)
{
  return at < pieces->count && pieces->at[at].joined;
}

/* "1997", "nineteen ninety-seven", "two thousand". */
static size_t
match_year(Match* match, size_t at)
{
  const TwPieceVec* const pieces = match->pieces;
  size_t digits = 0;
  const int year = plain_number(pieces, at, &digits);
  if (year >= 0) {
    match->parts.year = year;
    const bool letters = is_joined(pieces, at + 1) && pieces->at[at + 1].word;
    return digits == 4 && year >= FIRST_YEAR && year <= LAST_YEAR && !letters
             ? 1
             : 0;
  }
  TwNumber first;
  TwNumber second;
  const size_t n = read_number(match, at, &first);
  if (!n || first.digits || first.ordinal) {
    return 0;
  }
  const int64_t one = TW_NUMBER_ONE;
  if (first.value >= FIRST_SPELLED * one && first.value <= LAST_YEAR * one &&
      first.value % one == 0 && n > 1) {
    match->parts.year = (int)(first.value / one);
    return n;
  }
  const size_t more = read_number(match, at + n, &second);
  if (!more || second.digits || second.ordinal || first.value < 17 * one ||
      first.value > 20 * one || second.value < 10 * one ||
      second.value > 99 * one) {
    return 0;
  }
  match->parts.year = (int)(first.value / one * 100 + second.value / one);
  return n + more;
}

/* "4", "4th", "fourth": a day of a month. */
static size_t
match_day(Match* match, size_t at)
{
  TwNumber number;
  const size_t n = read_number(match, at, &number);
  const int64_t day = n ? number.value / TW_NUMBER_ONE : 0;
  if (!n || number.value % TW_NUMBER_ONE || day < 1 || day > 31 ||
      (!number.digits && !number.ordinal)) {
    return 0;
  }
  const bool letters =
    is_joined(match->pieces, at + n) && match->pieces->at[at + n].word;
  match->parts.day = (int)day;
  return letters ? 0 : n;
}

static size_t
match_count(Match* match, size_t at, bool ordinal)
{
  TwNumber number;
  const size_t n = read_number(match, at, &number);
  if (!n || number.ordinal != ordinal) {
    return 0;
  }
  match->parts.n = number.value;
  return n;
}

/* "1990s", "90s" behind an apostrophe. */
static size_t
match_decade(Match* match, size_t at)
{
  const TwPieceVec* const pieces = match->pieces;
  size_t digits = 0;
  const int year = plain_number(pieces, at, &digits);
  size_t next = at + 1;
  next += tw_pieces_is(pieces, next, "'");
  if (year < 0 || year % 10 || (digits != 4 && digits != 2) ||
      !is_joined(pieces, at + 1) ||
      !(tw_pieces_is(pieces, next, "s") || tw_pieces_is(pieces, next, "'s"))) {
    return 0;
  }
  match->parts.decade = (digits == 4 ? year : 1900 + year) / 10;
  return next + 1 - at;
}

static const TwLexiconRow*
time_row(const Match* match, size_t at, unsigned kind, size_t* n)
{
  const TwPieceVec* const pieces = match->pieces;
  const TwPiece* const piece = at < pieces->count ? &pieces->at[at] : NULL;
  if (!piece || !(piece->kinds & UINT32_C(1) << kind)) {
    return NULL;
  }
  *n = 1;
  return piece->phrase ? tw_pieces_match(pieces, at, match->rules->time,
                                         &piece->what->times, kind, n)
                       : tw_piece_row(&piece->what->times, kind);
}

/* "9 a.m.", "10:15", "noon", and a zone behind it. */
static size_t
match_clock(Match* match, size_t at)
{
  const TwPieceVec* const pieces = match->pieces;
  size_t digits = 0;
  size_t n = 0;
  size_t next = at;
  int hour = plain_number(pieces, at, &digits);
  int minute = 0;
  const TwLexiconRow* row = time_row(match, at, TW_TIME_PART, &n);
  if (row && row->value.len == 5) {
    hour = atoi(row->value.s);
    minute = atoi(row->value.s + 3);
    next += n;
  } else {
    bool exact = false;
    if (hour < 0 || hour > 24 || digits > 2) {
      return 0;
    }
    ++next;
    if (tw_pieces_is(pieces, next, ":") && is_joined(pieces, next + 1)) {
      minute = plain_number(pieces, next + 1, &digits);
      exact = digits == 2 && minute >= 0 && minute < 60;
      next += 2;
      if (!exact || tw_pieces_is(pieces, next, ":")) {
        return 0;
      }
    }
    row = time_row(match, next, TW_TIME_MERIDIEM, &n);
    if (!row && !exact) {
      return 0;
    }
    if (row) {
      if (hour > 12) {
        return 0;
      }
      hour = hour % 12 + (row->value.s[0] == 'p' ? 12 : 0);
      next += n;
    }
  }
  if (time_row(match, next, TW_TIME_ZONE, &n)) {
    next += n;
  }
  match->parts.timed = true;
  match->parts.hour = hour;
  match->parts.minute = minute;
  return next - at;
}

/* Months and weekdays are written with a capital letter, or in some languages
 * without one; "may" and "march" are verbs too. */
static bool
is_calendar_name(const Match* match, size_t at)
{
  const TwToken* const token =
    &match->article->tokens.at[match->pieces->at[at].token];
  const bool verb = token->tag == TW_TAG_MD || token->tag == TW_TAG_VB ||
                    token->tag == TW_TAG_VBP;
  const bool capital = token->shape & TW_SHAPE_CAPITAL;
  if (match->rules->small) { /* "Julio" is a name, but not "JULIO" */
    return !capital || token->shape & TW_SHAPE_UPPER;
  }
  return (capital || match->pieces->at[at].joined) && !verb;
}

static size_t
match_class(Match* match, size_t at, unsigned kind)
{
  size_t n = 0;
  TwDateParts* const parts = &match->parts;
  const TwLexiconRow* const row = time_row(match, at, kind, &n);
  if (!row) {
    return 0;
  }
  if ((kind == TW_TIME_MONTH || kind == TW_TIME_WEEKDAY) &&
      !is_calendar_name(match, at)) {
    return 0;
  }
  const struct {
    unsigned kind;
    TwStr* text;
    int* number;
    bool* flag;
  } targets[] = {
    {TW_TIME_MONTH, NULL, &parts->month, NULL},
    {TW_TIME_WEEKDAY, NULL, &parts->weekday, NULL},
    {TW_TIME_DECADE, NULL, &parts->decade, NULL},
    {TW_TIME_UNIT, &parts->unit, NULL, NULL},
    {TW_TIME_SEASON, &parts->season, NULL, NULL},
    {TW_TIME_RELATION, &parts->relation, NULL, NULL},
    {TW_TIME_DEICTIC, &parts->deictic, NULL, NULL},
    {TW_TIME_PART, &parts->part, NULL, NULL},
    {TW_TIME_REF, &parts->ref, NULL, NULL},
    {TW_TIME_SET, &parts->set, NULL, NULL},
    {TW_TIME_HOLIDAY, &parts->holiday, NULL, NULL},
    {TW_TIME_BACK, &parts->back, NULL, NULL},
    {TW_TIME_AHEAD, &parts->back, NULL, &parts->ahead},
    {TW_TIME_SEVERAL, NULL, NULL, &parts->several},
    {TW_TIME_EACH, NULL, NULL, &parts->each},
  };
  for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); ++i) {
    if (targets[i].kind != kind) {
      continue;
    }
    if (targets[i].text) {
      *targets[i].text = row->value;
    }
    if (targets[i].number) {
      *targets[i].number = atoi(row->value.s);
    }
    if (targets[i].flag) {
      *targets[i].flag = true;
    }
  }
  return n;
}

static size_t
match_element(Match* match, unsigned symbol, size_t at)
{
  size_t digits = 0;
  const TwPiece* const piece =
    at < match->pieces->count ? &match->pieces->at[at] : NULL;
  if (!piece || symbol >= TW_DATE_ELEMENT_WORD) {
    return piece && piece->what->symbol == symbol;
  }
  if (!(piece->kinds & UINT32_C(1) << symbol)) {
    return 0;
  }
  switch (symbol) {
  case TW_DATE_ELEMENT_YEAR:
    return match_year(match, at);
  case TW_DATE_ELEMENT_DAY:
    return match_day(match, at);
  case TW_DATE_ELEMENT_N:
    return match_count(match, at, false);
  case TW_DATE_ELEMENT_ORD:
    return match_count(match, at, true);
  case TW_DATE_ELEMENT_TWO: {
    const int value = plain_number(match->pieces, at, &digits);
    if (value < 0 || digits > 2) {
      return 0;
    }
    /* The first is the month, the next the day: "2025-03-04" */
    *(match->parts.month ? &match->parts.day : &match->parts.month) = value;
    return 1;
  }
  case TW_DATE_ELEMENT_CLOCK:
    return match_clock(match, at);
  case TW_DATE_ELEMENT_DECADE:
    return match_decade(match, at);
  default:
    return match_class(match, at, symbol);
  }
}

/* A path from the root of the tree: nodes and where they stand. */
typedef struct {
  uint32_t node;
  uint32_t kinds; /* That are still to be tried */
  bool word;      /* So is the word */
  size_t at;
} Step;

typedef struct {
  Step steps[TW_DATE_MAX_ELEMENTS + 1];
  size_t n;
  size_t end; /* Of the best variant so far */
  uint32_t variant;
} Walk;

static void
enter(const Match* match, Walk* walk, uint32_t node, size_t at)
{
  const TwDateNode* const here = &match->rules->tree.nodes.at[node];
  const TwPiece* const piece =
    at < match->pieces->count ? &match->pieces->at[at] : NULL;
  if (here->variant != TW_DATE_NO_VARIANT &&
      (at > walk->end || (at == walk->end && here->variant < walk->variant))) {
    walk->end = at;
    walk->variant = here->variant;
  }
  const uint32_t kinds = piece ? piece->kinds & here->kinds : 0;
  const bool word =
    piece && piece->what->symbol && here->next[piece->what->symbol];
  if (kinds || word) {
    walk->steps[walk->n++] = (Step){node, kinds, word, at};
  }
}

/* The longest variant at `at`, of two the one with the lower number. */
static uint32_t
find_variant(Match* match, size_t at)
{
  Walk walk = {.n = 0, .end = at, .variant = TW_DATE_NO_VARIANT};
  enter(match, &walk, 0, at);
  while (walk.n) {
    Step* const step = &walk.steps[walk.n - 1];
    const TwDateNode* const node = &match->rules->tree.nodes.at[step->node];
    const size_t here = step->at;
    if (step->word) {
      step->word = false;
      enter(match, &walk, node->next[match->pieces->at[here].what->symbol],
            here + 1);
    } else if (step->kinds) {
      const unsigned kind = (unsigned)__builtin_ctz(step->kinds);
      step->kinds &= step->kinds - 1;
      const size_t n = match_element(match, kind, here);
      if (n) {
        enter(match, &walk, node->next[kind], here + n);
      }
    } else {
      --walk.n;
    }
  }
  return walk.variant;
}

/* Reads what the elements of a variant that fits have caught. */
static void
read_variant(Match* match, const TwDateVariant* variant, size_t at,
             TwDateMatch* out)
{
  const TwDateRule* const rule = &match->rules->tree.rules.at[variant->rule];
  match->parts = (TwDateParts){.year = 0};
  size_t from = SIZE_MAX;
  size_t to = at;
  uint32_t bit = 1;
  for (size_t i = 0; i < rule->n_elements; ++i) {
    const TwDateElement* const element = &rule->elements[i];
    const bool skip = element->optional && !(variant->chosen & bit);
    bit <<= element->optional;
    if (skip) {
      continue;
    }
    const int day = match->parts.day;
    const size_t n = match_element(match, element->symbol, at);
    if (element->context && day) { /* "3 (and 4 May)" */
      match->parts.day = day;
    }
    if (!element->context) {
      from = from == SIZE_MAX ? at : from;
      to = at + n;
    }
    at += n;
  }
  *out =
    (TwDateMatch){rule->action, rule->argument, from, to, at, match->parts};
}

/* Notes what the piece may begin wherever it stands. */
static void
fill(const TwDateRules* rules, TwWordPiece* what)
{
  static const uint32_t numeric =
    UINT32_C(1) << TW_DATE_ELEMENT_YEAR | UINT32_C(1) << TW_DATE_ELEMENT_DAY |
    UINT32_C(1) << TW_DATE_ELEMENT_N | UINT32_C(1) << TW_DATE_ELEMENT_ORD |
    UINT32_C(1) << TW_DATE_ELEMENT_TWO | UINT32_C(1) << TW_DATE_ELEMENT_CLOCK |
    UINT32_C(1) << TW_DATE_ELEMENT_DECADE;
  what->symbol = tw_datetree_word(&rules->tree, what->text);
  what->times = tw_piece_rows(rules->time, what->text);
  what->kinds = what->number || what->numbers.rows ? numeric : 0;
  for (const TwLexiconRow* row = what->times.rows; row; row = row->next) {
    what->kinds |= UINT32_C(1) << row->kind;
  }
  what->dated_by = rules;
}

void
tw_daterules_mark(const TwDateRules* rules, TwPieceVec* pieces)
{
  for (size_t i = 0; i < pieces->count; ++i) {
    TwPiece* const piece = &pieces->at[i];
    TwWordPiece* const what = piece->what;
    if (what->dated_by != rules) {
      fill(rules, what);
    }
    piece->kinds = what->kinds;
    if (what->times.reach > 1) {
      const uint32_t kinds =
        tw_pieces_phrases(pieces, i, rules->time, &what->times);
      piece->phrase = kinds != 0;
      piece->kinds |= kinds;
    }
    if (piece->kinds & UINT32_C(1) << TW_TIME_PART) {
      piece->kinds |= UINT32_C(1) << TW_DATE_ELEMENT_CLOCK; /* "noon" */
    }
  }
}

bool
tw_daterules_match(const TwDateRules* rules, const TwArticle* article,
                   const TwPieceVec* pieces, size_t at, TwDateMatch* out_match)
{
  const TwPiece* const piece = &pieces->at[at];
  if (!piece->kinds && !piece->what->symbol) {
    return false;
  }
  Match match = {.rules = rules, .article = article, .pieces = pieces};
  const uint32_t variant = find_variant(&match, at);
  if (variant == TW_DATE_NO_VARIANT) {
    return false;
  }
  read_variant(&match, &rules->tree.variants.at[variant], at, out_match);
  return true;
}
