/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_JSON_H
#define TW_BASE_JSON_H

#include "base/buf.h"

/// Appends `text` as a string of JSON (RFC 8259), quotes included. What is not
/// UTF-8 becomes U+FFFD.
void
tw_json_text(TwBuf* out, TwStr text);

#endif
