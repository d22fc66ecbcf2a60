/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/map.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

#define FIRST_CAPACITY 16

/* A slot is empty while `key.s` is NULL; the empty key borrows "". */
struct TwMapSlot {
  TwStr key;
  uint64_t hash;
  uint64_t value;
};

typedef struct {
  uint64_t v[4];
} Sip;

static inline void
sip_round(Sip* sip)
{
  uint64_t* const v = sip->v;
  v[0] += v[1];
  v[2] += v[3];
  v[1] = tw_hash_rotate_(v[1], 13) ^ v[0];
  v[3] = tw_hash_rotate_(v[3], 16) ^ v[2];
  v[0] = tw_hash_rotate_(v[0], 32) + v[3];
  v[2] += v[1];
  v[3] = tw_hash_rotate_(v[3], 21) ^ v[0];
  v[1] = tw_hash_rotate_(v[1], 17) ^ v[2];
  v[2] = tw_hash_rotate_(v[2], 32);
}

static inline void
sip_add(Sip* sip, uint64_t word)
{
  sip->v[3] ^= word;
  sip_round(sip);
  sip->v[0] ^= word;
}

/* SipHash-1-3 (Aumasson, Bernstein 2012): names in articles are chosen by
 * others, and must not be able to fill one slot. */
uint64_t
tw_map_hash(uint64_t seed, TwStr key)
{
  Sip sip = {{UINT64_C(0x736f6d6570736575) ^ seed,
              UINT64_C(0x646f72616e646f6d) ^ tw_hash_rotate_(seed, 32),
              UINT64_C(0x6c7967656e657261) ^ seed,
              UINT64_C(0x7465646279746573) ^ tw_hash_rotate_(seed, 32)}};
  size_t at = 0;
  for (; key.len - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, key.s + at, 8);
    sip_add(&sip, word);
  }
  uint64_t last = (uint64_t)key.len << 56;
  for (size_t i = 0; at + i < key.len; ++i) {
    last |= (uint64_t)(unsigned char)key.s[at + i] << (8 * i);
  }
  sip_add(&sip, last);
  sip.v[2] ^= 0xff;
  sip_round(&sip);
  sip_round(&sip);
  sip_round(&sip);
  return sip.v[0] ^ sip.v[1] ^ sip.v[2] ^ sip.v[3];
}

static inline uint64_t
hash_of(const TwMap* map, TwStr key)
{
  return map->fixed ? tw_hash_quick(key, map->seed)
                    : tw_map_hash(map->seed, key);
}

uint64_t
tw_map_seed(const void* salt)
{
  uint64_t seed = 0;
  if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != sizeof(seed)) {
    seed = (uint64_t)(uintptr_t)salt ^ (uint64_t)time(NULL) << 20;
  }
  return seed;
}

/* The slot that holds `key`, or the empty one where it belongs. */
static inline struct TwMapSlot*
find(const TwMap* map, TwStr key, uint64_t hash)
{
  const size_t mask = map->capacity - 1;
  size_t at = (size_t)hash & mask;
  while (map->slots[at].key.s && !(map->slots[at].hash == hash &&
                                   tw_str_equal(map->slots[at].key, key))) {
    at = (at + 1) & mask;
  }
  return &map->slots[at];
}

static bool
grow(TwMap* map)
{
  TwMap larger = *map;
  larger.capacity = map->capacity ? 2 * map->capacity : FIRST_CAPACITY;
  larger.slots = tw_realloc(NULL, larger.capacity, sizeof(*larger.slots));
  if (!larger.slots) {
    return false;
  }
  memset(larger.slots, 0, larger.capacity * sizeof(*larger.slots));
  for (size_t i = 0; i < map->capacity; ++i) {
    const struct TwMapSlot* const old = &map->slots[i];
    if (old->key.s) {
      *find(&larger, old->key, old->hash) = *old;
    }
  }
  tw_free(map->slots);
  *map = larger;
  return true;
}

void
tw_map_clear(TwMap* map)
{
  tw_free(map->slots);
  *map = (TwMap)TW_MAP_INIT;
}

TwStatus
tw_map_set(TwMap* map, TwStr key, uint64_t value)
{
  if (!map->capacity) {
    map->seed = tw_map_seed(map);
  }
  if (map->count >= map->capacity / 4 * 3 && !grow(map)) {
    return TW_ERR_NOMEM;
  }
  const uint64_t hash = hash_of(map, key);
  struct TwMapSlot* const slot = find(map, key, hash);
  if (!slot->key.s) {
    ++map->count;
    *slot = (struct TwMapSlot){{key.s ? key.s : "", key.len}, hash, 0};
  }
  slot->value = value;
  return TW_OK;
}

TwStatus
tw_map_get(const TwMap* map, TwStr key, uint64_t* out_value)
{
  if (!map->count) {
    return TW_NONE;
  }
  const struct TwMapSlot* const slot = find(map, key, hash_of(map, key));
  if (!slot->key.s) {
    return TW_NONE;
  }
  *out_value = slot->value;
  return TW_OK;
}
