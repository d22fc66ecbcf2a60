/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/unit.h"

#include "base/utf8.h"
#include "ontology/fold.h"

#include <string.h>

/* Longest entry of a lexicon that is looked for, in words and bytes. */
#define MAX_PHRASE_WORDS 8
#define MAX_PHRASE_BYTES 128

/* A paragraph is hard-wrapped in lines of at least and at most so many bytes;
 * a shorter line ends it. */
#define WRAP_MIN 40
#define WRAP_MAX 160

/* A name that stands alone between two halves of a sentence was a link. */
#define LINK_MAX 60

typedef struct {
  TwSpan span;
  bool after_gap; /* An empty line stands before it */
  bool lower;     /* Begins with a small letter */
  bool mark;      /* Begins with a mark that no line begins with: , ; . ) */
  bool stops;
  bool bullet;
  bool alone; /* A single word, an address or mostly numbers: a page's */
} Line;

typedef TW_VEC(Line) LineVec;

TwStr
tw_unit_text(TwStr source, TwSpan span)
{
  return tw_str_slice(source, span.start, span.end);
}

/* The last character of the text, and what stands before it. */
static uint32_t
last_character(TwStr text, TwStr* out_before)
{
  size_t at = text.len;
  while (at && ((unsigned char)text.s[--at] & 0xc0) == 0x80) {
  }
  uint32_t c = 0;
  if (text.len) {
    tw_utf8_decode(text, at, &c);
  }
  *out_before = tw_str_slice(text, 0, at);
  return c;
}

/* True if the text ends as a sentence does; closing marks may follow. */
static bool
ends_sentence(TwStr text, bool* out_trails)
{
  TwStr before;
  uint32_t c = last_character(text, &before);
  while (c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ' ||
         c == 0x201d || c == 0x2019 || c == 0xbb) {
    text = before;
    c = last_character(text, &before);
  }
  *out_trails = c == 0x2026 || tw_str_ends(text, TW_STR("..."));
  return *out_trails || c == '.' || c == '!' || c == '?';
}

/* White space that takes more than a byte: a no-break space, a byte-order
 * mark, a zero-width space. Returns its length, or 0. */
static size_t
wide_space(TwStr text)
{
  if (!text.len || (unsigned char)text.s[0] < 0x80) {
    return 0;
  }
  uint32_t c = 0;
  const size_t n = tw_utf8_decode(text, 0, &c);
  return c == 0xa0 || c == 0xfeff || c == 0x200b ? n : 0;
}

static TwSpan
trim(TwStr source, TwSpan span)
{
  TwStr text = tw_str_trim(tw_unit_text(source, span));
  for (size_t n = wide_space(text); n; n = wide_space(text)) {
    text = tw_str_trim(tw_str_slice(text, n, text.len));
  }
  while (tw_str_ends(text, TW_STR("\u00A0"))) {
    text = tw_str_trim(tw_str_slice(text, 0, text.len - 2));
  }
  const size_t start = text.len ? (size_t)(text.s - source.s) : span.start;
  return (TwSpan){start, start + text.len};
}

static bool
is_alone(TwStr text)
{
  size_t n_digits = 0;
  bool space = false;
  for (size_t i = 0; i < text.len && i <= WRAP_MAX; ++i) {
    n_digits += text.s[i] >= '0' && text.s[i] <= '9';
    space |= text.s[i] == ' ';
  }
  return !space || n_digits * 4 > text.len ||
         tw_str_starts(text, TW_STR("http"));
}

static void
read_line_shape(TwStr source, Line* line)
{
  const TwStr text = tw_unit_text(source, line->span);
  uint32_t first = 0;
  bool trails = false;
  const size_t n = tw_utf8_decode(text, 0, &first);
  line->lower = tw_fold_is_letter(first) && !tw_fold_is_upper(first);
  line->mark = first < 0x80 && strchr(",;.)", (int)first) && first;
  line->bullet = (first == '-' || first == '*' || first == 0x2022 ||
                  first == 0x2013 || first == 0x2014) &&
                 text.len > n && text.s[n] == ' ';
  line->alone = is_alone(text);
  line->stops = ends_sentence(text, &trails) || tw_str_ends(text, TW_STR(":"));
}

static TwStatus
cut_lines(TwStr source, TwArena* arena, LineVec* lines)
{
  bool gap = true;
  for (size_t at = 0; at < source.len;) {
    const char* const end = memchr(source.s + at, '\n', source.len - at);
    const size_t stop = end ? (size_t)(end - source.s) : source.len;
    const TwSpan span = trim(source, (TwSpan){at, stop});
    if (span.start < span.end) {
      Line* const line = TW_VEC_PUSH(arena, lines);
      if (!line) {
        return TW_ERR_NOMEM;
      }
      line->span = span;
      line->after_gap = gap;
      read_line_shape(source, line);
      gap = false;
    } else {
      gap = true;
    }
    at = stop + 1;
  }
  return TW_OK;
}

static size_t
line_length(const Line* line)
{
  return line->span.end - line->span.start;
}

/* The width at which the text is wrapped, or 0 if a line is a paragraph: many
 * lines break off in mid-sentence, and none is long. */
static size_t
find_wrap(const LineVec* lines)
{
  size_t pairs = 0;
  size_t broken = 0;
  size_t width = 0;
  for (size_t i = 0; i + 1 < lines->count; ++i) {
    const Line* const line = &lines->at[i];
    const Line* const next = &lines->at[i + 1];
    const size_t length = line_length(line);
    if (length > WRAP_MAX) {
      return 0;
    }
    if (length < WRAP_MIN || next->after_gap) {
      continue;
    }
    ++pairs;
    if (!line->stops && next->lower) {
      ++broken;
      width = length > width ? length : width;
    }
  }
  return broken >= 3 && broken * 4 >= pairs ? width : 0;
}

/* True if line `i` goes on where the line before it broke off. */
static bool
goes_on(const LineVec* lines, size_t i, size_t wrap)
{
  const Line* const line = &lines->at[i];
  const Line* const before = &lines->at[i - 1];
  if (line->after_gap || line->bullet) {
    return false;
  }
  if (wrap && line_length(before) * 4 >= wrap * 3) {
    return true;
  }
  if (line->mark || (line->lower && !before->stops && !line->alone)) {
    return true;
  }
  if (wrap) {
    return false;
  }
  const Line* const next = i + 1 < lines->count ? line + 1 : NULL;
  return next && !next->after_gap && (next->lower || next->mark) &&
         !next->bullet && !line->stops && !before->stops &&
         line_length(line) <= LINK_MAX && line_length(before) <= LINK_MAX;
}

static bool
is_ascii_letter(char c)
{
  return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_letter_at(TwStr text, size_t at, uint32_t* code_point, size_t* length)
{
  *length = tw_utf8_decode(text, at, code_point);
  const uint32_t c = *code_point;
  return *length == 1 ? c < 0x80 && is_ascii_letter((char)c)
                      : *length && tw_fold_is_letter(c);
}

/* Where the letters from `at` on end; an apostrophe between two belongs to
 * them. */
static size_t
letters_end(TwStr text, size_t at)
{
  while (at < text.len) {
    uint32_t c = (unsigned char)text.s[at];
    size_t n = 1;
    size_t next = 0;
    if (c < 0x80 ? is_ascii_letter(text.s[at])
                 : is_letter_at(text, at, &c, &n)) {
      at += n;
    } else if ((c == '\'' || c == 0x2019) &&
               is_letter_at(text, at + n, &c, &next)) {
      at += n + next;
    } else {
      break;
    }
  }
  return at;
}

/* The next word at or after byte `at` of `text`, or false. */
static bool
next_word(TwStr text, size_t at, TwWord* word)
{
  for (size_t n = 1; at < text.len; at += n) {
    uint32_t c = (unsigned char)text.s[at];
    bool letter = is_ascii_letter(text.s[at]);
    n = 1;
    if (c >= 0x80) {
      letter = is_letter_at(text, at, &c, &n);
    }
    if (letter) {
      *word = (TwWord){.span = {at, letters_end(text, at + n)},
                       .capital = tw_fold_is_upper(c)};
      return true;
    }
    if (n == 1 && is_digit(text.s[at])) {
      size_t end = at;
      while (end < text.len && is_digit(text.s[end])) {
        ++end;
      }
      *word = (TwWord){.span = {at, end}, .digits = true};
      return true;
    }
  }
  return false;
}

/* Cuts the first words of `text` out; their number, and whether there are
 * more. */
static size_t
cut_words(TwStr text, TwWord words[TW_UNIT_WORDS], bool* out_more)
{
  TwWord word;
  size_t n = 0;
  *out_more = false;
  for (size_t at = 0; next_word(text, at, &word); at = word.span.end) {
    if (n == TW_UNIT_WORDS) {
      *out_more = true;
      break;
    }
    words[n++] = word;
  }
  return n;
}

TwStatus
tw_unit_read(TwStr source, TwSpan span, const TwLexicon* functions,
             TwArena* arena, TwUnit* out_unit)
{
  const TwSpan inner = trim(source, span);
  const TwStr text = tw_unit_text(source, inner);
  TwUnit unit = {.span = inner};
  TwWord found[TW_UNIT_WORDS];
  const size_t n = cut_words(text, found, &unit.more_words);
  TwWord* const words = TW_NEW(arena, TwWord, n);
  char* folded = TW_NEW(arena, char, n ? found[n - 1].span.end : 0);
  if (!words || !folded) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    TwWord* const word = &words[i];
    *word = found[i];
    word->fold =
      (TwStr){folded, tw_fold_into(tw_unit_text(text, word->span), folded)};
    folded += word->fold.len;
    word->span.start += inner.start;
    word->span.end += inner.start;
    unit.n_capital += word->capital;
    word->function = tw_lexicon_find(functions, word->fold);
    unit.n_function += word->function != NULL;
  }
  unit.words = words;
  unit.n_words = n;
  unit.stops = ends_sentence(text, &unit.trails);
  *out_unit = unit;
  return TW_OK;
}

TwStatus
tw_units_cut(TwStr source, const TwLexicon* functions, TwArena* arena,
             TwUnit** out_units, size_t* out_count)
{
  LineVec lines = {NULL, 0, 0};
  TW_TRY(cut_lines(source, arena, &lines));
  TwUnit* const units = TW_NEW(arena, TwUnit, lines.count + 1);
  if (!units) {
    return TW_ERR_NOMEM;
  }
  const size_t wrap = find_wrap(&lines);
  size_t n = 0;
  for (size_t i = 0; i < lines.count;) {
    TwSpan span = lines.at[i].span;
    for (++i; i < lines.count && goes_on(&lines, i, wrap); ++i) {
      span.end = lines.at[i].span.end;
    }
    TW_TRY(tw_unit_read(source, span, functions, arena, &units[n]));
    ++n;
  }
  *out_units = units;
  *out_count = n;
  return TW_OK;
}

const TwLexiconRow*
tw_unit_match(const TwUnit* unit, size_t at, const TwLexicon* lexicon,
              unsigned kind, size_t* out_words)
{
  char phrase[MAX_PHRASE_BYTES];
  size_t len = 0;
  const TwLexiconRow* best = NULL;
  size_t reach =
    at < unit->n_words ? tw_lexicon_reach(lexicon, unit->words[at].fold) : 0;
  reach = reach > MAX_PHRASE_WORDS ? MAX_PHRASE_WORDS : reach;
  for (size_t n = 0; n < reach && at + n < unit->n_words; ++n) {
    const TwStr fold = unit->words[at + n].fold;
    if (len + fold.len + 1 > sizeof(phrase)) {
      break;
    }
    if (n) {
      phrase[len++] = ' ';
    }
    memcpy(phrase + len, fold.s, fold.len);
    len += fold.len;
    const TwLexiconRow* const row =
      tw_lexicon_find_kind(lexicon, (TwStr){phrase, len}, kind);
    if (row) {
      best = row;
      *out_words = n + 1;
    }
  }
  return best;
}
