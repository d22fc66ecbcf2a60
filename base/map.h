/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_MAP_H
#define TW_BASE_MAP_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/** Text to number: open addressing, hash seeded a run, so its order is never
 * to be shown; sort before writing. Keys are borrowed: they must outlive the
 * map. Memory comes from malloc and is given back by tw_map_clear(). */
typedef struct {
  struct TwMapSlot* slots;
  size_t count;
  size_t capacity;
  uint64_t seed; ///< Drawn at the first insertion
  bool fixed;    ///< Keys are our own tables': see TW_MAP_FIXED_INIT
} TwMap;

#define TW_MAP_INIT                                                            \
  {                                                                            \
    NULL, 0, 0, 0, false                                                       \
  }

/** A map whose keys come from tables and rules, never from articles: a faster
 * hash serves, for texts that are only looked up cannot make chains grow. */
#define TW_MAP_FIXED_INIT                                                      \
  {                                                                            \
    NULL, 0, 0, 0, true                                                        \
  }

void
tw_map_clear(TwMap* map);

/// Sets the value of `key`, replacing an earlier one
TwStatus
tw_map_set(TwMap* map, TwStr key, uint64_t value);

/// TW_OK and the value, or TW_NONE
TwStatus
tw_map_get(const TwMap* map, TwStr key, uint64_t* out_value);

/// A seed that nobody can foresee; an address helps if the system has none
uint64_t
tw_map_seed(const void* salt);

/// What a map hashes keys of articles with: who does not know the seed cannot
/// choose texts that collide
uint64_t
tw_map_hash(uint64_t seed, TwStr key);

/** Each distinct text once, numbered from 0 in the order of arrival: 24 bytes
 * and some beside its own. */
typedef struct {
  TwArena* arena; ///< Where the texts live; owned
  TwStr* texts;
  size_t count;
  size_t capacity;
  struct TwInternSlot* slots;
  size_t n_slots;
  uint64_t seed;
} TwIntern;

TwStatus
tw_intern_init(TwIntern* intern);

void
tw_intern_clear(TwIntern* intern);

/// Lets go of all but the texts themselves: they keep their places, but cannot
/// be found any more, and none can be added
void
tw_intern_seal(TwIntern* intern);

/// The number of `text`, which is copied when it is new
TwStatus
tw_intern(TwIntern* intern, TwStr text, uint32_t* out_id);

/// TW_OK and the number of `text`, or TW_NONE if it has none
TwStatus
tw_intern_find(const TwIntern* intern, TwStr text, uint32_t* out_id);

/// The text with number `id`; borrows
TwStr
tw_intern_text(const TwIntern* intern, uint32_t id);

#endif
