/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/label.h"

#include "base/utf8.h"

/** What stands for a character in one of the languages. */
typedef struct {
  char c;
  TwStr text;
} Escape;

/* Graphviz expands a backslash and its letter once in labels, twice in
 * tooltips, before or after entities: it gets none, but U+29F5, which looks
 * the same. */
static const Escape plain_escapes[] = {{'&', {"&amp;", 5}},
                                       {'"', {"&quot;", 6}},
                                       {'\\', {"\xe2\xa7\xb5", 3}},
                                       {0, {NULL, 0}}};

static const Escape html_escapes[] = {
  {'&', {"&amp;", 5}},  {'<', {"&lt;", 4}},          {'>', {"&gt;", 4}},
  {'"', {"&quot;", 6}}, {'\\', {"\xe2\xa7\xb5", 3}}, {0, {NULL, 0}}};

static const Escape markup_escapes[] = {{'&', {"&amp;", 5}},
                                        {'<', {"&lt;", 4}},
                                        {'>', {"&gt;", 4}},
                                        {'"', {"&quot;", 6}},
                                        {0, {NULL, 0}}};

static const Escape no_escapes[] = {{0, {NULL, 0}}};

/* Code points that would break XML (its production 2 and the non-characters)
 * or make a reader see something else than what is written. */
static bool
is_dropped(uint32_t c)
{
  return (c >= 0x7f && c < 0xa0) || c == 0x61c ||
         (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
         (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static bool
is_blank(uint32_t c)
{
  return c <= ' ' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
add_escaped(TwBuf* out, TwStr bytes, const Escape* escapes)
{
  for (; escapes->c; ++escapes) {
    if (bytes.len == 1 && bytes.s[0] == escapes->c) {
      tw_buf_add(out, escapes->text);
      return;
    }
  }
  tw_buf_add(out, bytes);
}

/* How many characters from `at` on, `max` at most, are written as they are. */
static size_t
plain_run(TwStr text, size_t at, const Escape* escapes, size_t max)
{
  size_t n = 0;
  while (n < max && at + n < text.len) {
    const char c = text.s[at + n];
    const Escape* escape = escapes;
    while (escape->c && escape->c != c) {
      ++escape;
    }
    if (c <= ' ' || c > '~' || escape->c) {
      break;
    }
    ++n;
  }
  return n;
}

/* Appends at most `max` code points; true if that was all of `text`. */
static bool
add_safe(TwBuf* out, TwStr text, const Escape* escapes, size_t max)
{
  size_t step = 0;
  bool after_blank = false;
  for (size_t at = 0; at < text.len; at += step) {
    step = plain_run(text, at, escapes, max);
    if (step) {
      tw_buf_add(out, tw_str_slice(text, at, at + step));
      max -= step;
      after_blank = false;
      continue;
    }
    uint32_t c = 0;
    step = tw_utf8_decode(text, at, &c);
    const bool is_broken = step == 1 && c == 0xfffd;
    if (!is_blank(c) && (is_broken || is_dropped(c))) {
      continue;
    }
    if (is_blank(c) && after_blank) {
      continue;
    }
    if (!max--) {
      return false;
    }
    after_blank = is_blank(c);
    add_escaped(out,
                after_blank ? TW_STR(" ") : tw_str_slice(text, at, at + step),
                escapes);
  }
  return true;
}

void
tw_label_plain(TwBuf* out, TwStr text)
{
  add_safe(out, text, plain_escapes, SIZE_MAX);
}

void
tw_label_markup(TwBuf* out, TwStr text)
{
  add_safe(out, text, markup_escapes, SIZE_MAX);
}

void
tw_label_lines(TwBuf* out, TwStr text)
{
  TwStr line;
  for (bool is_first = true; tw_str_next(&text, '\n', &line);
       is_first = false) {
    tw_buf_add(out, is_first ? TW_STR("") : TW_STR("\n"));
    add_safe(out, line, markup_escapes, SIZE_MAX);
  }
}

void
tw_label_cell(TwBuf* out, TwStr text)
{
  add_safe(out, text, no_escapes, SIZE_MAX);
}

void
tw_label_html(TwBuf* out, TwStr text, size_t max)
{
  const size_t before = out->len;
  if (!add_safe(out, text, html_escapes, max)) {
    /* Once more, one shorter: an escape must not be cut in two. */
    out->len = before;
    add_safe(out, text, html_escapes, max - 1);
    tw_buf_add(out, TW_STR("…"));
  }
}

/* RFC 3986 lets these stand; what could end an attribute does not. */
static bool
may_stand(unsigned char c)
{
  static const char marks[] = "-._~:/?#[]@!$()*+,;=%";
  if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
    return true;
  }
  return c &&
         tw_str_find(TW_STR(marks), (TwStr){(const char*)&c, 1}, 0) != SIZE_MAX;
}

static bool
starts_without_case(TwStr str, TwStr prefix)
{
  for (size_t i = 0; i < prefix.len; ++i) {
    const char c = i < str.len ? str.s[i] : '\0';
    if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != prefix.s[i]) {
      return false;
    }
  }
  return true;
}

bool
tw_label_url(TwBuf* out, TwStr url)
{
  if (!starts_without_case(url, TW_STR("http://")) &&
      !starts_without_case(url, TW_STR("https://")) &&
      !tw_str_starts(url, TW_STR("#"))) {
    return false;
  }
  for (size_t i = 0; i < url.len; ++i) {
    const unsigned char c = (unsigned char)url.s[i];
    if (may_stand(c)) {
      tw_buf_add_char(out, (char)c);
    } else if (c == '&') {
      /* Graphviz writes it as it is; it keeps an entity. */
      tw_buf_add(out, TW_STR("&amp;"));
    } else {
      tw_buf_addf(out, "%%%02X", c);
    }
  }
  return true;
}

void
tw_label_pair(TwBuf* out, TwStr key, TwStr value)
{
  tw_buf_add_char(out, '\t');
  tw_buf_add(out, key);
  tw_buf_add_char(out, '=');
  tw_label_cell(out, value);
}
