/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_WEIGHTS_H
#define TW_EXTRACT_TEXT_WEIGHTS_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/text/tag.h"

#include <stdint.h>

/** The trained weights of the tagger. A file of them, numbers little-endian:
 *
 *   "TWTAG 1\n"
 *   the names of the tags from the first after TW_TAG_NONE on, a space
 *     between, and "\n"
 *   u32 number of features, u32 number of bytes of weights
 *   a u32 hash a feature, ascending
 *   a record a feature: u8 count, then count times u8 tag, i8 weight
 */
typedef struct TwWeights TwWeights;

#define TW_WEIGHTS_MAGIC "TWTAG 1\n"

/// The number of tags, rounded up so that vectors of them add fast
#define TW_WEIGHTS_TAGS 56

/// Reads a file of weights. Returns owned. TW_ERR_READ or TW_ERR_RULE,
/// reported to `sink`.
TwStatus
tw_weights_open(const char* path, TwDiagSink* sink, TwWeights** out_weights);

/// Accepts NULL
void
tw_weights_free(TwWeights* weights);

/// Adds the weights of each of the `n` features to `scores`
void
tw_weights_add(const TwWeights* weights, const uint32_t* features, size_t n,
               int16_t scores[TW_WEIGHTS_TAGS]);

#endif
