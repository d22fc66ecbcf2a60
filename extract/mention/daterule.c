/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/daterule.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#define CODE_BAD_ELEMENT 2305
#define MAX_ELEMENTS 12
#define FIRST_YEAR 1000
#define LAST_YEAR 2199

/* Elements that are numbers; the kinds of time.tsv come before them. */
enum {
  ELEMENT_YEAR = TW_TIME_COUNT,
  ELEMENT_DAY,
  ELEMENT_N,
  ELEMENT_ORD,
  ELEMENT_TWO,
  ELEMENT_CLOCK,
  ELEMENT_DECADE,
  ELEMENT_WORD,
};

typedef struct {
  TwStr word; /* Of ELEMENT_WORD */
  uint8_t kind;
  bool optional;
  bool context;
} Element;

typedef struct {
  TwDateAction action;
  TwStr argument;
  Element elements[MAX_ELEMENTS];
  size_t n_elements;
  uint32_t starts; /* A bit for each kind of element it may begin with */
} Rule;

struct TwDateRules {
  TwArena* arena; /* Holds this struct */
  const TwLexicon* time;
  const TwNumbers* numbers;
  TwLexicon* table;
  TW_VEC(Rule) rules;
  TwMap first_words; /* Those that rules may begin with, as they stand */
};

static bool
find_kind(TwStr name, uint8_t* out_kind)
{
#define NAME_(id, name) name,
  static const char* const classes[] = {TW_TIME_KINDS(NAME_)};
#undef NAME_
  static const char* const numbers[] = {"year", "day",   "n",     "ord",
                                        "two",  "clock", "decade"};
  const TwStr rest = tw_str_slice(name, 1, name.len);
  const bool is_class = name.s[0] == '@';
  const size_t n = is_class ? TW_TIME_COUNT : ELEMENT_WORD - ELEMENT_YEAR;
  for (size_t i = 0; i < n; ++i) {
    if (tw_str_equal(rest, tw_str(is_class ? classes[i] : numbers[i]))) {
      *out_kind = (uint8_t)(is_class ? i : ELEMENT_YEAR + i);
      return true;
    }
  }
  return false;
}

static bool
read_element(TwStr text, Element* element)
{
  *element = (Element){.kind = ELEMENT_WORD};
  if (text.len > 1 && text.s[text.len - 1] == '?') {
    element->optional = true;
    --text.len;
  }
  if (text.len > 2 && text.s[0] == '(' && text.s[text.len - 1] == ')') {
    element->context = true;
    text = tw_str_slice(text, 1, text.len - 1);
  }
  element->word = text;
  return text.len > 0 && ((text.s[0] != '@' && text.s[0] != '%') ||
                          find_kind(text, &element->kind));
}

static TwStatus
add_rule(TwDateRules* rules, const TwLexiconRow* row, TwDiagSink* sink)
{
  Rule* const rule = TW_VEC_PUSH(rules->arena, &rules->rules);
  if (!rule) {
    return TW_ERR_NOMEM;
  }
  *rule = (Rule){.action = (TwDateAction)row->kind, .argument = row->value};
  TwStr rest = row->words;
  TwStr text;
  while (tw_str_next(&rest, ' ', &text)) {
    if (rule->n_elements == MAX_ELEMENTS ||
        !read_element(text, &rule->elements[rule->n_elements])) {
      tw_diag_error(sink, CODE_BAD_ELEMENT, TW_STR("dates.tsv"),
                    "no such element in a date rule: \"%.*s\"",
                    TW_STR_ARG(text));
      return TW_ERR_RULE;
    }
    ++rule->n_elements;
  }
  for (size_t i = 0; i < rule->n_elements; ++i) {
    rule->starts |= UINT32_C(1) << rule->elements[i].kind;
    if (rule->elements[i].kind == ELEMENT_WORD) {
      TW_TRY(tw_map_set(&rules->first_words, rule->elements[i].word, 1));
    }
    if (!rule->elements[i].optional) {
      break;
    }
  }
  return TW_OK;
}

TwStatus
tw_daterules_open(const char* dir, const TwLexicon* time,
                  const TwNumbers* numbers, TwDiagSink* sink,
                  TwDateRules** out_rules)
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
  rules->first_words = (TwMap)TW_MAP_FIXED_INIT;
  rules->time = time;
  rules->numbers = numbers;
  TwStatus status = tw_lexicon_open(dir, "dates.tsv", actions,
                                    TW_DATE_ACTION_COUNT, sink, &rules->table);
  size_t n = 0;
  const TwLexiconRow* const rows =
    status == TW_OK ? tw_lexicon_rows(rules->table, &n) : NULL;
  for (size_t i = 0; status == TW_OK && i < n; ++i) {
    status = add_rule(rules, &rows[i], sink);
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
    tw_map_clear(&rules->first_words);
    tw_arena_free(rules->arena);
  }
}

/* Rows of the time words that were looked up for the rules before. */
#define CACHE_SIZE 64

typedef struct {
  size_t key; /* Of piece and kind, from 1; 0: empty */
  const TwLexiconRow* row;
  size_t n;
} Cached;

/* A rule being matched. */
typedef struct {
  const TwDateRules* rules;
  const TwArticle* article;
  const TwPieceVec* pieces;
  TwDateParts parts;
  Cached cache[CACHE_SIZE];
  size_t number_key; /* The piece of the number last read, from 1 */
  size_t number_length;
  TwNumber number;
} Match;

static size_t
read_number(Match* match, size_t at, TwNumber* out)
{
  if (match->number_key != at + 1) {
    match->number_key = at + 1;
    match->number_length =
      tw_number_at(match->rules->numbers, match->pieces, at, &match->number);
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
  if (first.value >= FIRST_YEAR * one && first.value <= LAST_YEAR * one &&
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
time_row(Match* match, size_t at, unsigned kind, size_t* n)
{
  const size_t key = at * TW_TIME_COUNT + kind + 1;
  Cached* const cached = &match->cache[key % CACHE_SIZE];
  if (cached->key != key) {
    cached->key = key;
    cached->row =
      tw_pieces_match(match->pieces, at, match->rules->time, kind, &cached->n);
  }
  *n = cached->n;
  return cached->row;
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

/* Months and weekdays are written with a capital letter; "may" and "march" are
 * verbs too. */
static bool
is_calendar_name(const Match* match, size_t at)
{
  const TwToken* const token =
    &match->article->tokens.at[match->pieces->at[at].token];
  const bool verb = token->tag == TW_TAG_MD || token->tag == TW_TAG_VB ||
                    token->tag == TW_TAG_VBP;
  return (token->shape & TW_SHAPE_CAPITAL || match->pieces->at[at].joined) &&
         !verb;
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
match_element(Match* match, const Element* element, size_t at)
{
  size_t digits = 0;
  if (at >= match->pieces->count ||
      (element->kind != ELEMENT_WORD &&
       !(match->pieces->at[at].kinds & UINT32_C(1) << element->kind))) {
    return 0;
  }
  switch (element->kind) {
  case ELEMENT_WORD:
    return tw_str_equal(match->pieces->at[at].text, element->word);
  case ELEMENT_YEAR:
    return match_year(match, at);
  case ELEMENT_DAY:
    return match_day(match, at);
  case ELEMENT_N:
    return match_count(match, at, false);
  case ELEMENT_ORD:
    return match_count(match, at, true);
  case ELEMENT_TWO: {
    const int value = plain_number(match->pieces, at, &digits);
    if (value < 0 || digits > 2) {
      return 0;
    }
    /* The first is the month, the next the day: "2025-03-04" */
    *(match->parts.month ? &match->parts.day : &match->parts.month) = value;
    return 1;
  }
  case ELEMENT_CLOCK:
    return match_clock(match, at);
  case ELEMENT_DECADE:
    return match_decade(match, at);
  default:
    return match_class(match, at, element->kind);
  }
}

/* Matches the rule with those of its optional elements that `chosen` has a bit
 * for; returns where it ends, or 0. */
static size_t
match_rule(Match* match, const Rule* rule, unsigned chosen, size_t at,
           TwDateMatch* out)
{
  match->parts = (TwDateParts){.year = 0};
  size_t next = at;
  size_t from = SIZE_MAX;
  size_t to = at;
  unsigned bit = 1;
  for (size_t i = 0; i < rule->n_elements; ++i) {
    const Element* const element = &rule->elements[i];
    if (element->optional) {
      const bool skip = !(chosen & bit);
      bit <<= 1;
      if (skip) {
        continue;
      }
    }
    const size_t n = match_element(match, element, next);
    if (!n) {
      return 0;
    }
    if (!element->context) {
      from = from == SIZE_MAX ? next : from;
      to = next + n;
    }
    next += n;
  }
  if (from == SIZE_MAX) {
    return 0;
  }
  *out = (TwDateMatch){rule->action, rule->argument, from, to, match->parts};
  return next;
}

/* A bit for each kind of element that the piece may begin; none means that no
 * rule needs to be tried. */
static uint32_t
starts_of(const TwDateRules* rules, const TwPieceVec* pieces, size_t at)
{
  const TwPiece* const piece = &pieces->at[at];
  TwNumber number;
  static const uint32_t numeric =
    UINT32_C(1) << ELEMENT_YEAR | UINT32_C(1) << ELEMENT_DAY |
    UINT32_C(1) << ELEMENT_N | UINT32_C(1) << ELEMENT_ORD |
    UINT32_C(1) << ELEMENT_TWO | UINT32_C(1) << ELEMENT_CLOCK |
    UINT32_C(1) << ELEMENT_DECADE;
  const size_t reach = tw_lexicon_reach(rules->time, piece->text);
  uint64_t found = 0;
  uint32_t bits = tw_map_get(&rules->first_words, piece->text, &found) == TW_OK
                    ? UINT32_C(1) << ELEMENT_WORD
                    : 0;
  if (piece->number || tw_number_at(rules->numbers, pieces, at, &number)) {
    bits |= numeric;
  }
  if (reach > 1) { /* More than one word: any kind */
    bits |= (UINT32_C(1) << TW_TIME_COUNT) - 1;
  }
  for (const TwLexiconRow* row =
         reach ? tw_lexicon_find(rules->time, piece->text) : NULL;
       row; row = row->next) {
    bits |= UINT32_C(1) << row->kind;
  }
  if (bits & UINT32_C(1) << TW_TIME_PART) {
    bits |= UINT32_C(1) << ELEMENT_CLOCK; /* "noon" */
  }
  return bits;
}

void
tw_daterules_mark(const TwDateRules* rules, TwPieceVec* pieces)
{
  for (size_t i = 0; i < pieces->count; ++i) {
    pieces->at[i].kinds = starts_of(rules, pieces, i);
  }
}

bool
tw_daterules_match(const TwDateRules* rules, const TwArticle* article,
                   const TwPieceVec* pieces, size_t at, TwDateMatch* out_match)
{
  const uint32_t starts = pieces->at[at].kinds;
  if (!starts) {
    return false;
  }
  Match match = {.rules = rules, .article = article, .pieces = pieces};
  size_t best = 0;
  for (size_t i = 0; i < rules->rules.count; ++i) {
    const Rule* const rule = &rules->rules.at[i];
    if (!(rule->starts & starts)) {
      continue;
    }
    if (!rule->elements[0].optional &&
        !match_element(&match, &rule->elements[0], at)) {
      continue;
    }
    unsigned n_optional = 0;
    for (size_t k = 0; k < rule->n_elements; ++k) {
      n_optional += rule->elements[k].optional;
    }
    for (unsigned chosen = 0; chosen < 1u << n_optional; ++chosen) {
      TwDateMatch found;
      const size_t end = match_rule(&match, rule, chosen, at, &found);
      if (end > best) {
        best = end;
        *out_match = found;
      }
    }
  }
  return best > 0;
}
