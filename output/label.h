/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_LABEL_H
#define TW_OUTPUT_LABEL_H

#include "base/buf.h"
#include "base/str.h"

/* The only ways by which the text of an article reaches a drawing. All of
 * them leave out bytes that are not UTF-8, code points that XML 1.0 forbids
 * and marks that turn the direction of writing; control characters and line
 * ends become one space. */

/// Appends `text` for a plain label, a tooltip or any other string of
/// Graphviz, in which `&` starts an entity and `\` an escape
void
tw_label_plain(TwBuf* out, TwStr text);

/// Appends `text` for an HTML-like label of Graphviz, cut to `max` code
/// points, the last one then an ellipsis
void
tw_label_html(TwBuf* out, TwStr text, size_t max);

/// Appends `text` as character data of XML and of its attributes in double
/// quotes
void
tw_label_markup(TwBuf* out, TwStr text);

/// The same, but a line feed stays one: for tooltips
void
tw_label_lines(TwBuf* out, TwStr text);

/// Appends `url` percent-encoded if it is http, https or a fragment ("#x");
/// else nothing: returns false
bool
tw_label_url(TwBuf* out, TwStr url);

/// Appends `text` as a value of tab-separated text: no tabs, no line ends
void
tw_label_cell(TwBuf* out, TwStr text);

/// Appends a cell behind another one: a tab, the key, "=" and the value
void
tw_label_pair(TwBuf* out, TwStr key, TwStr value);

#endif
