/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/map.h"

#include <string.h>

#define FIRST_CAPACITY 64

/* Open addressing: the text's number and one, 0 for a free slot, and half of
 * its hash, so that few others are looked at and none is hashed again. */
struct TwInternSlot {
  uint32_t number;
  uint32_t hash;
};

TwStatus
tw_intern_init(TwIntern* intern)
{
  *intern = (TwIntern){.arena = tw_arena_new(0), .seed = tw_map_seed(intern)};
  return intern->arena ? TW_OK : TW_ERR_NOMEM;
}

void
tw_intern_clear(TwIntern* intern)
{
  tw_free(intern->slots);
  tw_free(intern->texts);
  tw_arena_free(intern->arena);
  *intern = (TwIntern){.arena = NULL};
}

void
tw_intern_seal(TwIntern* intern)
{
  tw_free(intern->slots);
  tw_free(intern->texts);
  *intern = (TwIntern){.arena = intern->arena};
}

static TwStatus
grow_texts(TwIntern* intern)
{
  const size_t capacity =
    intern->capacity ? intern->capacity / 2 * 3 : FIRST_CAPACITY;
  TwStr* const texts = tw_realloc(intern->texts, capacity, sizeof(*texts));
  if (!texts) {
    return TW_ERR_NOMEM;
  }
  intern->texts = texts;
  intern->capacity = capacity;
  return TW_OK;
}

/* The free slot where a text with this hash belongs. */
static struct TwInternSlot*
free_slot(struct TwInternSlot* slots, size_t n_slots, uint32_t hash)
{
  size_t at = hash & (n_slots - 1);
  while (slots[at].number) {
    at = (at + 1) & (n_slots - 1);
  }
  return &slots[at];
}

static TwStatus
grow_slots(TwIntern* intern)
{
  const size_t n = intern->n_slots ? 2 * intern->n_slots : FIRST_CAPACITY;
  struct TwInternSlot* const slots = tw_realloc(NULL, n, sizeof(*slots));
  if (!slots) {
    return TW_ERR_NOMEM;
  }
  memset(slots, 0, n * sizeof(*slots));
  for (size_t i = 0; i < intern->n_slots; ++i) {
    if (intern->slots[i].number) {
      *free_slot(slots, n, intern->slots[i].hash) = intern->slots[i];
    }
  }
  tw_free(intern->slots);
  intern->slots = slots;
  intern->n_slots = n;
  return TW_OK;
}

static TwStatus
find(const TwIntern* intern, TwStr text, uint32_t hash, uint32_t* out_id)
{
  const size_t mask = intern->n_slots - 1;
  for (size_t at = hash & mask; intern->n_slots && intern->slots[at].number;
       at = (at + 1) & mask) {
    const struct TwInternSlot* const slot = &intern->slots[at];
    if (slot->hash == hash &&
        tw_str_equal(intern->texts[slot->number - 1], text)) {
      *out_id = slot->number - 1;
      return TW_OK;
    }
  }
  return TW_NONE;
}

TwStatus
tw_intern_find(const TwIntern* intern, TwStr text, uint32_t* out_id)
{
  return find(intern, text, (uint32_t)tw_map_hash(intern->seed, text), out_id);
}

TwStatus
tw_intern(TwIntern* intern, TwStr text, uint32_t* out_id)
{
  const uint32_t hash = (uint32_t)tw_map_hash(intern->seed, text);
  if (find(intern, text, hash, out_id) == TW_OK) {
    return TW_OK;
  }
  if (intern->count >= UINT32_MAX - 1) {
    return TW_ERR_LIMIT;
  }
  if (intern->count == intern->capacity) {
    TW_TRY(grow_texts(intern));
  }
  if (intern->count >= intern->n_slots / 4 * 3) {
    TW_TRY(grow_slots(intern));
  }
  const TwStr copy = tw_arena_copy(intern->arena, text);
  if (!copy.s) {
    return TW_ERR_NOMEM;
  }
  *out_id = (uint32_t)intern->count;
  intern->texts[intern->count++] = copy;
  *free_slot(intern->slots, intern->n_slots, hash) =
    (struct TwInternSlot){(uint32_t)intern->count, hash};
  return TW_OK;
}

TwStr
tw_intern_text(const TwIntern* intern, uint32_t id)
{
  return id < intern->count ? intern->texts[id] : (TwStr){NULL, 0};
}
