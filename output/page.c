/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/page.h"

#include "base/utf8.h"
#include "output/label.h"

static size_t
width_of(TwStr text)
{
  return tw_utf8_count(text, text.len);
}

static void
add_blanks(TwBuf* page, size_t n)
{
  for (; n; --n) {
    tw_buf_add_char(page, ' ');
  }
}

void
tw_page_heading(TwBuf* page, const char* words)
{
  tw_buf_addf(page, "%s%s\n\n", page->len ? "\n" : "", words);
}

void
tw_page_wrap(TwBuf* page, size_t first, size_t next, TwStr words)
{
  TwBuf safe = TW_BUF_INIT;
  tw_label_cell(&safe, words);
  TwStr rest = tw_buf_str(&safe);
  TwStr word = {NULL, 0};
  size_t column = first;
  bool is_start = true;
  add_blanks(page, first);
  while (tw_str_next(&rest, ' ', &word)) {
    const size_t width = width_of(word);
    if (!width) {
      continue;
    }
    if (!is_start && column + 1 + width > TW_PAGE_WIDTH) {
      tw_buf_add_char(page, '\n');
      add_blanks(page, next);
      column = next;
    } else if (!is_start) {
      tw_buf_add_char(page, ' ');
      ++column;
    }
    tw_buf_add(page, word);
    column += width;
    is_start = false;
  }
  tw_page_end_line(page);
  page->failed = page->failed || safe.failed;
  tw_buf_clear(&safe);
}

void
tw_page_cell(TwBuf* page, size_t width, TwStr text)
{
  TwBuf safe = TW_BUF_INIT;
  tw_label_cell(&safe, text);
  const TwStr whole = tw_buf_str(&safe);
  const size_t n = width_of(whole);
  if (n <= width) {
    tw_buf_add(page, whole);
    add_blanks(page, width - n);
  } else {
    uint32_t code = 0;
    size_t end = 0;
    for (size_t i = 1; i < width; ++i) {
      end += tw_utf8_decode(whole, end, &code);
    }
    tw_buf_add(page, tw_str_slice(whole, 0, end));
    tw_buf_add(page, TW_STR("…"));
  }
  page->failed = page->failed || safe.failed;
  tw_buf_clear(&safe);
}

void
tw_page_end_line(TwBuf* page)
{
  while (page->len && page->s[page->len - 1] == ' ') {
    page->s[--page->len] = '\0';
  }
  tw_buf_add_char(page, '\n');
}
