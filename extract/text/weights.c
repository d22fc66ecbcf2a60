/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/weights.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <string.h>

#define CODE_NO_WEIGHTS 2303
#define CODE_BAD_WEIGHTS 2304
#define MAX_FILE ((size_t)64 << 20)

/* Where a feature's record is. The high bits of a hash tell its slot, so that
 * the ascending hashes of the file fill the table from front to back. */
typedef struct {
  uint32_t hash;
  uint32_t record; /* Offset in the file; 0: the slot is free */
} Slot;

/* Bits of a hash that say whether a feature with them has weights; so many
 * that the table of them stays in the processor's cache. */
#define FILTER_BITS 20

struct TwWeights {
  TwArena* arena;
  TwBuf file;
  uint64_t filter[(1 << FILTER_BITS) / 64];
  Slot* slots;
  size_t mask;
  unsigned shift;
};

static uint32_t
read_u32(const char* s)
{
  const unsigned char* const b = (const unsigned char*)s;
  return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
         (uint32_t)b[3] << 24;
}

/* Cuts `expected` off the front of the file. */
static bool
skip(TwStr* rest, TwStr expected)
{
  if (!tw_str_starts(*rest, expected)) {
    return false;
  }
  *rest = tw_str_slice(*rest, expected.len, rest->len);
  return true;
}

static bool
skip_tags(TwStr* rest)
{
  for (int tag = TW_TAG_NONE + 1; tag < TW_TAG_COUNT; ++tag) {
    if (!skip(rest, tw_tag_name((TwTag)tag)) ||
        !skip(rest, tag + 1 < TW_TAG_COUNT ? TW_STR(" ") : TW_STR("\n"))) {
      return false;
    }
  }
  return true;
}

static void
insert(TwWeights* weights, uint32_t hash, size_t record)
{
  size_t i = hash >> weights->shift;
  while (weights->slots[i].record) {
    i = (i + 1) & weights->mask;
  }
  weights->slots[i] = (Slot){hash, (uint32_t)record};
  const uint32_t bit = hash >> (32 - FILTER_BITS);
  weights->filter[bit / 64] |= UINT64_C(1) << bit % 64;
}

static TwStatus
make_slots(TwWeights* weights, size_t n)
{
  weights->shift = 31;
  while (weights->shift > 1 && (size_t)1 << (32 - weights->shift) < n + n / 2) {
    --weights->shift;
  }
  const size_t capacity = (size_t)1 << (32 - weights->shift);
  weights->mask = capacity - 1;
  weights->slots = TW_NEW(weights->arena, Slot, capacity);
  return weights->slots ? TW_OK : TW_ERR_NOMEM;
}

/* Checks every record, so that nothing needs to be checked in use. Returns
 * what is wrong, or NULL. */
static const char*
read_records(TwWeights* weights, TwStr hashes, TwStr records)
{
  size_t at = 0;
  for (size_t i = 0; i < hashes.len; i += 4) {
    const size_t count = at < records.len ? (unsigned char)records.s[at] : 0;
    if (at >= records.len || records.len - at < 1 + 2 * count) {
      return "its weights end too early";
    }
    if (i && read_u32(hashes.s + i) <= read_u32(hashes.s + i - 4)) {
      return "its features do not ascend";
    }
    for (size_t k = 0; k < count; ++k) {
      const unsigned tag = (unsigned char)records.s[at + 1 + 2 * k];
      if (tag == TW_TAG_NONE || tag >= TW_TAG_COUNT) {
        return "a weight has no tag";
      }
    }
    insert(weights, read_u32(hashes.s + i),
           (size_t)(records.s + at - weights->file.s));
    at += 1 + 2 * count;
  }
  return at == records.len ? NULL : "bytes stand behind its weights";
}

static const char*
parse(TwWeights* weights, TwStatus* out_status)
{
  TwStr rest = tw_buf_str(&weights->file);
  *out_status = TW_ERR_RULE;
  if (!skip(&rest, TW_STR(TW_WEIGHTS_MAGIC))) {
    return "it is no file of tagger weights of this version";
  }
  if (!skip_tags(&rest)) {
    return "it was trained for other tags";
  }
  if (rest.len < 8) {
    return "its head ends too early";
  }
  const size_t n = read_u32(rest.s);
  const size_t n_bytes = read_u32(rest.s + 4);
  rest = tw_str_slice(rest, 8, rest.len);
  if (n > rest.len / 4 || n * 4 + n_bytes != rest.len) {
    return "it does not have the size that its head tells";
  }
  if (make_slots(weights, n) != TW_OK) {
    *out_status = TW_ERR_NOMEM;
    return NULL;
  }
  const char* const wrong = read_records(weights, tw_str_slice(rest, 0, n * 4),
                                         tw_str_slice(rest, n * 4, rest.len));
  *out_status = wrong ? TW_ERR_RULE : TW_OK;
  return wrong;
}

TwStatus
tw_weights_open(const char* path, TwDiagSink* sink, TwWeights** out_weights)
{
  *out_weights = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwWeights* const weights = arena ? TW_NEW(arena, TwWeights, 1) : NULL;
  if (!weights) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  weights->arena = arena;
  TwStatus status = tw_file_read(path, MAX_FILE, &weights->file);
  if (status != TW_OK) {
    tw_diag_error(sink, CODE_NO_WEIGHTS, tw_str(path),
                  "cannot read the tagger's weights: %s", strerror(errno));
  } else {
    const char* const wrong = parse(weights, &status);
    if (wrong) {
      tw_diag_error(sink, CODE_BAD_WEIGHTS, tw_str(path), "%s", wrong);
    }
  }
  if (status != TW_OK) {
    tw_weights_free(weights);
    return status;
  }
  *out_weights = weights;
  return TW_OK;
}

void
tw_weights_free(TwWeights* weights)
{
  if (weights) {
    tw_buf_clear(&weights->file);
    tw_arena_free(weights->arena);
  }
}

/* Whether the feature may have weights: no for nearly all that have none. */
static inline bool
may_have(const TwWeights* weights, uint32_t feature)
{
  const uint32_t bit = feature >> (32 - FILTER_BITS);
  return weights->filter[bit / 64] >> bit % 64 & 1;
}

void
tw_weights_add(const TwWeights* weights, const uint32_t* features, size_t n,
               int16_t scores[TW_WEIGHTS_TAGS])
{
  for (size_t i = 0; i < n; ++i) {
    if (!may_have(weights, features[i])) {
      continue;
    }
    size_t at = features[i] >> weights->shift;
    while (weights->slots[at].record &&
           weights->slots[at].hash != features[i]) {
      at = (at + 1) & weights->mask;
    }
    if (!weights->slots[at].record) {
      continue;
    }
    const char* const record = weights->file.s + weights->slots[at].record;
    const size_t count = (unsigned char)record[0];
    for (size_t k = 0; k < count; ++k) {
      const size_t tag = (unsigned char)record[1 + 2 * k];
      const signed char weight = (signed char)record[2 + 2 * k];
      scores[tag] = (int16_t)(scores[tag] + weight);
    }
  }
}
