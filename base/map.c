/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/map.h"

#include "base/alloc.h"

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

static inline uint64_t
rotate(uint64_t x, unsigned n)
{
  return x << n | x >> (64 - n);
}

static inline void
sip_round(Sip* sip)
{
  uint64_t* const v = sip->v;
  v[0] += v[1];
  v[2] += v[3];
  v[1] = rotate(v[1], 13) ^ v[0];
  v[3] = rotate(v[3], 16) ^ v[2];
  v[0] = rotate(v[0], 32) + v[3];
  v[2] += v[1];
  v[3] = rotate(v[3], 21) ^ v[0];
  v[1] = rotate(v[1], 17) ^ v[2];
  v[2] = rotate(v[2], 32);
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
static uint64_t
hostile_hash(const TwMap* map, TwStr key)
{
  Sip sip = {{UINT64_C(0x736f6d6570736575) ^ map->seed,
              UINT64_C(0x646f72616e646f6d) ^ rotate(map->seed, 32),
              UINT64_C(0x6c7967656e657261) ^ map->seed,
              UINT64_C(0x7465646279746573) ^ rotate(map->seed, 32)}};
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

/* All bytes of up to 16 in two words that may overlap. */
static inline void
ends_of(TwStr key, uint64_t* out_front, uint64_t* out_back)
{
  uint32_t halves[2] = {0, 0};
  *out_front = *out_back = 0;
  if (key.len >= 8) {
    memcpy(out_front, key.s, 8);
    memcpy(out_back, key.s + key.len - 8, 8);
  } else if (key.len >= 4) {
    memcpy(&halves[0], key.s, 4);
    memcpy(&halves[1], key.s + key.len - 4, 4);
    *out_front = halves[0];
    *out_back = halves[1];
  } else if (key.len) {
    *out_front = (unsigned char)key.s[0];
    *out_back = (uint64_t)(unsigned char)key.s[key.len / 2] << 8 |
                (unsigned char)key.s[key.len - 1];
  }
}

/* A few multiplications: good enough for words that nobody chose against it.
 * The seed keeps its order as unforeseeable as that of the other. */
static inline uint64_t
fixed_hash(const TwMap* map, TwStr key)
{
  uint64_t hash = map->seed ^ key.len * UINT64_C(0x9e3779b97f4a7c15);
  for (; key.len > 16; key = tw_str_slice(key, 8, key.len)) {
    uint64_t word;
    memcpy(&word, key.s, 8);
    hash = rotate((hash ^ word) * UINT64_C(0xff51afd7ed558ccd), 29);
  }
  uint64_t front;
  uint64_t back;
  ends_of(key, &front, &back);
  hash = (hash ^ front) * UINT64_C(0xff51afd7ed558ccd);
  hash = (hash ^ hash >> 32 ^ back) * UINT64_C(0xc4ceb9fe1a85ec53);
  return hash ^ hash >> 32;
}

static inline uint64_t
hash_of(const TwMap* map, TwStr key)
{
  return map->fixed ? fixed_hash(map, key) : hostile_hash(map, key);
}

static uint64_t
new_seed(const TwMap* map)
{
  uint64_t seed = 0;
  if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != sizeof(seed)) {
    seed = (uint64_t)(uintptr_t)map ^ (uint64_t)time(NULL) << 20;
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
    map->seed = new_seed(map);
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
