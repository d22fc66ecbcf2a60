/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/person_name.h"

#include "ontology/person_words.h"

#include <string.h>

/* A word of fewer consonants sounds like too many others. */
#define MIN_SOUNDS 3
#define MAX_WORD 32

/* --- Words --- */

static bool
parts_words(char c)
{
  return c == ' ' || c == '-' || c == '.' || c == ',' || c == '\n';
}

static bool
next_word(TwStr folded, size_t* at, TwStr* word)
{
  while (*at < folded.len && parts_words(folded.s[*at])) {
    ++*at;
  }
  const size_t start = *at;
  while (*at < folded.len && !parts_words(folded.s[*at])) {
    ++*at;
  }
  *word = tw_str_slice(folded, start, *at);
  return word->len > 0;
}

/* True for "jp" and "aj": two letters in one word. A name has a vowel, and none
 * ends in "j". */
static bool
is_initials(TwStr word)
{
  return word.len == 2 && word.s[0] >= 'a' && word.s[0] <= 'z' &&
         (word.s[1] == 'j' ||
          (!strchr("aeiouy", word.s[0]) && word.s[1] >= 'a' &&
           word.s[1] <= 'z' && !strchr("aeiouy", word.s[1])));
}

TwPersonName
tw_person_name(TwStr folded)
{
  TwPersonName name = {.n = 0, .suffix = TW_STR("")};
  size_t at = 0;
  TwStr word;
  while (next_word(folded, &at, &word)) {
    const TwPersonWord* const suffix =
      name.n >= 2 ? tw_person_word(word, TW_PERSON_SUFFIX) : NULL;
    if (suffix && at + 1 >= folded.len) {
      name.suffix = suffix->values;
    } else if (name.n == TW_PERSON_NAME_WORDS) {
      name.n = 0;
      return name;
    } else if (!name.n && at < folded.len && is_initials(word)) {
      name.words[name.n++] = tw_str_slice(word, 0, 1);
      name.words[name.n++] = tw_str_slice(word, 1, 2);
    } else {
      name.words[name.n++] = word;
    }
  }
  return name;
}

bool
tw_person_name_is_nobody(TwStr folded)
{
  /* "jane doe 2", "john doe no. 1": the words that are no number. */
  TwStr words = tw_str_trim(folded);
  while (words.len && tw_person_word(words, TW_PERSON_NOBODY) == NULL) {
    size_t at = words.len;
    while (at && !parts_words(words.s[at - 1])) {
      --at;
    }
    if (words.len - at > 2) {
      return false;
    }
    words = tw_str_trim(tw_str_slice(words, 0, at ? at - 1 : 0));
  }
  return words.len > 0;
}

/* --- Sounds --- */

/* What a consonant is heard as; 0 of a vowel. */
static char
sound_of(char c)
{
  switch (c) {
  case 'a':
  case 'e':
  case 'i':
  case 'o':
  case 'u':
  case 'y':
  case '\'':
    return 0;
  case 'c':
  case 'q':
  case 'g':
    return 'k';
  case 'z':
    return 's';
  case 'w':
    return 'v';
  default:
    return c;
  }
}

size_t
tw_person_name_sound(TwStr word, char* out)
{
  size_t n = 0;
  char before = 0; /* The sound of the letter before */
  for (size_t i = 0; i < word.len && n < word.len; ++i) {
    char sound = sound_of(word.s[i]);
    const bool is_breath = word.s[i] == 'h' && before;
    if (word.s[i] == 'x') {
      out[n++] = 'k';
      sound = 's';
    }
    if (n == word.len) {
      break;
    }
    if (sound && sound != before && !is_breath) {
      out[n++] = sound;
    }
    before = is_breath ? before : sound;
  }
  return n;
}

/* A last "a" makes another name of many: Mario and Maria. */
static bool
sound_alike(TwStr a, TwStr b)
{
  char x[MAX_WORD];
  char y[MAX_WORD];
  if (a.len > MAX_WORD || b.len > MAX_WORD || !a.len || !b.len ||
      (a.s[a.len - 1] == 'a') != (b.s[b.len - 1] == 'a')) {
    return false;
  }
  const size_t n = tw_person_name_sound(a, x);
  return n >= MIN_SOUNDS && tw_person_name_sound(b, y) == n && !memcmp(x, y, n);
}

/* --- Two words --- */

static bool
has_value(const TwPersonWord* row, TwStr word)
{
  TwStr rest = row ? row->values : TW_STR("");
  TwStr value;
  while (rest.len && tw_str_next(&rest, ' ', &value)) {
    if (tw_str_equal(value, word)) {
      return true;
    }
  }
  return false;
}

/* Bill and William, Bill and Will, Eric and Erik. */
static bool
is_nickname(TwStr a, TwStr b)
{
  const TwPersonWord* const x = tw_person_word(a, TW_PERSON_NICKNAME);
  const TwPersonWord* const y = tw_person_word(b, TW_PERSON_NICKNAME);
  if (has_value(x, b) || has_value(y, a) ||
      has_value(tw_person_word(a, TW_PERSON_SPELLING), b)) {
    return true;
  }
  TwStr rest = x && y ? x->values : TW_STR("");
  TwStr value;
  while (rest.len && tw_str_next(&rest, ' ', &value)) {
    if (has_value(y, value)) {
      return true;
    }
  }
  return false;
}

static TwNameFit
fit_words(TwStr a, TwStr b)
{
  if (tw_str_equal(a, b)) {
    return TW_NAME_EQUAL;
  }
  if (a.len == 1 || b.len == 1) {
    return a.s[0] == b.s[0] ? TW_NAME_INITIAL : TW_NAME_APART;
  }
  if (is_nickname(a, b)) {
    return TW_NAME_NICKNAME;
  }
  return sound_alike(a, b) ? TW_NAME_SOUND : TW_NAME_APART;
}

/* --- Two names --- */

static TwNameFit
weaker(TwNameFit a, TwNameFit b)
{
  return a < b ? a : b;
}

/* Where in [*at, end) of the name the word stands, the same one before another
 * form of it; `*at` is set behind it. */
static TwNameFit
find_word(const TwPersonName* name, size_t end, TwStr word, size_t* at)
{
  TwNameFit best = TW_NAME_APART;
  size_t place = 0;
  for (size_t i = *at; i < end && best != TW_NAME_EQUAL; ++i) {
    const TwNameFit fit = fit_words(word, name->words[i]);
    if (fit == TW_NAME_EQUAL || best == TW_NAME_APART) {
      best = fit;
      place = i;
    }
  }
  *at = place + 1;
  return best;
}

/* The words of the shorter one in their order in the longer one. */
static TwNameFit
fit_in_order(const TwPersonName* longer, const TwPersonName* shorter)
{
  TwNameFit fit = longer->n > shorter->n ? TW_NAME_FULLER : TW_NAME_EQUAL;
  size_t n_full = 0;
  size_t first = SIZE_MAX;
  size_t at = 0;
  for (size_t i = 0; i < shorter->n; ++i) {
    const size_t end = longer->n - (shorter->n - i - 1);
    const TwNameFit word = find_word(longer, end, shorter->words[i], &at);
    if (word == TW_NAME_APART) {
      return TW_NAME_APART;
    }
    first = first == SIZE_MAX ? at - 1 : first;
    n_full += word != TW_NAME_INITIAL && shorter->words[i].len > 1;
    fit = weaker(fit, word);
  }
  const bool at_end = !first || at == longer->n;
  return at_end && n_full >= (longer->n == shorter->n ? 1u : 2u)
           ? fit
           : TW_NAME_APART;
}

/* "Rey Ana" and "Ana Rey": one surname, which stands first or last. */
static bool
is_turned(const TwPersonName* a, const TwPersonName* b)
{
  for (size_t i = 0; i < a->n; ++i) {
    if (!tw_str_equal(a->words[i], b->words[(i + 1) % a->n])) {
      return false;
    }
  }
  return a->n > 1;
}

TwNameFit
tw_person_name_fit(const TwPersonName* a, const TwPersonName* b)
{
  if (a->n < 2 || b->n < 2 ||
      (a->suffix.len && b->suffix.len && !tw_str_equal(a->suffix, b->suffix))) {
    return TW_NAME_APART;
  }
  TwNameFit fit = a->n >= b->n ? fit_in_order(a, b) : fit_in_order(b, a);
  if (fit == TW_NAME_APART && a->n == b->n &&
      (is_turned(a, b) || is_turned(b, a))) {
    fit = TW_NAME_ORDER;
  }
  return tw_str_equal(a->suffix, b->suffix) ? fit : weaker(fit, TW_NAME_FULLER);
}
