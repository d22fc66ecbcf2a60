/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_GAZETTEER_IMAGE_H
#define TW_ONTOLOGY_GAZETTEER_IMAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "ontology/gazetteer.h"

#include <stdint.h>

/** The compiled gazetteer: one file without pointers, in the byte order of
 * the machine that made it. Its parts follow the head in this order:
 *
 *   phrases   TwGazFilter          which keys of several words there are
 *   slots     n_slots TwGazSlot    hash of a key -> its entry; a power of two
 *   entries   n_entries TwGazItem  sorted by key
 *   refs      n_refs uint32_t      the meanings of the entries
 *   meanings  n_meanings TwGazMeaning
 *   text      n_text bytes         each text: its length as uint16_t, bytes
 *
 * A text is named by its offset in the last part; the one at 0 is empty. */
typedef struct {
  char magic[8];
  uint32_t version;
  uint32_t order; ///< TW_GAZ_ORDER as this machine writes it
  uint32_t n_slots;
  uint32_t n_entries;
  uint32_t n_refs;
  uint32_t n_meanings;
  uint32_t n_text;
  uint32_t reserved;
} TwGazHead;

/** Few keys have several words: this says of most runs of words that they are
 * none of them, without a look at the rest. A bit for the high bits of the hash
 * of each. */
#define TW_GAZ_FILTER_BITS 18
typedef struct {
  uint64_t bits[(1 << TW_GAZ_FILTER_BITS) / 64];
} TwGazFilter;

typedef struct {
  uint32_t tag;   ///< Upper half of the key's hash
  uint32_t entry; ///< Index of the entry and one; 0 if the slot is free
} TwGazSlot;

typedef struct {
  uint32_t key;
  uint32_t bits;
  uint32_t first_ref;
  uint16_t n_refs;
  uint8_t n_words;
  uint8_t longest; ///< Of a single word: words of the longest key it starts
} TwGazItem;

typedef struct {
  uint32_t name;
  uint32_t id;
  uint32_t region;
  uint32_t weight;
  uint32_t from;
  uint32_t to;
  char country[2];
  uint8_t type;
  uint8_t reserved;
} TwGazMeaning;

#define TW_GAZ_MAGIC "TWGAZ\r\n"
#define TW_GAZ_VERSION 3u
#define TW_GAZ_ORDER 0x01020304u

/// The word of the filter that has the bit of a hash
static inline size_t
tw_gaz_filter_word(uint64_t hash)
{
  return (size_t)(hash >> (64 - TW_GAZ_FILTER_BITS) >> 6);
}

static inline uint64_t
tw_gaz_filter_bit(uint64_t hash)
{
  return UINT64_C(1) << (hash >> (64 - TW_GAZ_FILTER_BITS) & 63);
}

/// The hash of a key of one word, or of a key `so_far` with a word more
uint64_t
tw_gaz_hash(uint64_t so_far, TwStr word);

typedef struct {
  TwStr key;
  uint32_t bits;
  uint32_t meaning; ///< Or UINT32_MAX
} TwGazRow;

/** The columns of a table of names. */
enum {
  TW_GAZ_COLUMN_NAME,
  TW_GAZ_COLUMN_TYPE,
  TW_GAZ_COLUMN_ID,
  TW_GAZ_COLUMN_ALIASES,
  TW_GAZ_COLUMN_COUNTRY,
  TW_GAZ_COLUMN_REGION,
  TW_GAZ_COLUMN_WEIGHT,
  TW_GAZ_COLUMN_FROM,
  TW_GAZ_COLUMN_TO,
  TW_GAZ_N_COLUMNS,
};

/** Collects rows and makes an image of them. Texts are copied to the arena. */
typedef struct {
  TwArena* arena;
  TW_VEC(TwGazRow) rows;
  TW_VEC(TwGazEntry) meanings;
} TwGazBuilder;

/// Adds a key, folded and cut into words as the tokenizer cuts them; a key of
/// more than TW_GAZ_MAX_WORDS words is TW_ERR_LIMIT. `meaning` from
/// tw_gaz_builder_meaning(), or UINT32_MAX
TwStatus
tw_gaz_builder_key(TwGazBuilder* builder, TwStr text, uint32_t bits,
                   uint32_t meaning);

TwStatus
tw_gaz_builder_meaning(TwGazBuilder* builder, const TwGazEntry* entry,
                       uint32_t* out_meaning);

/// Reads a table of name, type, id, aliases, country, region, weight, valid
/// from, valid to
TwStatus
tw_gaz_builder_things(TwGazBuilder* builder, TwStr file, TwStr text,
                      TwDiagSink* sink);

/// Appends the image of all rows to `out`; the same rows in any order give
/// the same bytes
TwStatus
tw_gaz_builder_image(TwGazBuilder* builder, TwBuf* out);

#endif
