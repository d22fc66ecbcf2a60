/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_JSONFLAT_H
#define TW_EXTRACT_INGEST_JSONFLAT_H

#include "base/arena.h"

/** Reads an object of JSON as articles usually are: its values are texts, whole
 * numbers (given as they are written) and null (the empty text). Fills the
 * values of `keys`, at most 16, copied to `arena`; others are looked over.
 * False for any other object and for what is no JSON: a full parser is to say
 * what it is. What is taken here is JSON without doubt, and no key twice. */
bool
tw_jsonflat_read(TwStr json, const TwStr* keys, size_t n_keys, TwArena* arena,
                 TwStr* out_values);

#endif
