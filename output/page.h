/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_PAGE_H
#define TW_OUTPUT_PAGE_H

#include "base/buf.h"
#include "base/str.h"

/* Plain text for people, in lines of at most TW_PAGE_WIDTH columns; a column
 * is a code point. What comes from articles is made safe as by
 * tw_label_cell(). */

#define TW_PAGE_WIDTH 80

/// Appends a heading between empty lines
void
tw_page_heading(TwBuf* page, const char* words);

/// Appends a paragraph that starts `first` columns in, its further lines
/// `next` columns; a word that is longer than a line gets one of its own
void
tw_page_wrap(TwBuf* page, size_t first, size_t next, TwStr words);

/// Appends `text` and blanks up to `width` columns; what is longer is cut, its
/// last column then an ellipsis
void
tw_page_cell(TwBuf* page, size_t width, TwStr text);

/// Takes the blanks at the end of the last line away and ends it
void
tw_page_end_line(TwBuf* page);

#endif
