/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_DOCUMENT_H
#define TW_EXTRACT_DOCUMENT_H

#include "base/str.h"

/** What a stretch of an article is. Only titles, paragraphs, captions and
 * quotes are read for claims. */
typedef enum {
  TW_BLOCK_TITLE,
  TW_BLOCK_DATELINE,
  TW_BLOCK_PARAGRAPH,
  TW_BLOCK_CAPTION,
  TW_BLOCK_QUOTE,       ///< An embedded post or set-off quotation
  TW_BLOCK_BOILERPLATE, ///< Menu, appeal, related links, credit, contact
} TwBlockKind;

typedef struct {
  TwBlockKind kind;
  TwSpan span;
  TwStr reason; ///< Why it is boilerplate ("donation appeal"), or empty; static
} TwBlock;

/** An article as it came in. `source` is what every offset counts in: the
 * text as UTF-8, byte for byte what was read (of a JSON line: the value of
 * `text`), a byte-order mark and CR included. Everything borrows from the
 * arena that the ingest was given. */
typedef struct {
  TwStr name;   ///< For messages: "file" or "file:line"
  TwStr id;     ///< The file's stem, or the JSON line's id
  TwStr sha256; ///< Of the source, 64 hexadecimal digits: its identity
  TwStr source;
  TwStr url;           ///< Or empty
  TwStr publisher;     ///< Or empty
  TwStr publisher_how; ///< "metadata", "dateline", "credit", or empty
  TwStr agency;   ///< By the dateline, whose text a publisher prints that is
                  ///< another one; or empty
  TwStr title;    ///< Or empty
  TwStr language; ///< BCP 47 ("en"); "und" if unknown
  TwStr date;     ///< Day of publication YYYY-MM-DD, or empty: never today
  TwStr date_how; ///< "metadata", "header", "dateline", "post", or empty
  TwStr today;    ///< The day its words speak from: of the dateline, which a
                  ///< page may print later, else `date`
  TwStr place;    ///< Place of the dateline, or empty
  const TwBlock* blocks; ///< In order, without overlap
  size_t n_blocks;
} TwDocument;

#endif
