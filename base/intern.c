/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/map.h"

#define FIRST_CAPACITY 64

TwStatus
tw_intern_init(TwIntern* intern)
{
  *intern = (TwIntern){.arena = tw_arena_new(0), .map = TW_MAP_INIT};
  return intern->arena ? TW_OK : TW_ERR_NOMEM;
}

void
tw_intern_clear(TwIntern* intern)
{
  tw_map_clear(&intern->map);
  tw_free(intern->texts);
  tw_arena_free(intern->arena);
  *intern = (TwIntern){.map = TW_MAP_INIT};
}

static TwStatus
grow(TwIntern* intern)
{
  const size_t capacity =
    intern->capacity ? 2 * intern->capacity : FIRST_CAPACITY;
  TwStr* const texts = tw_realloc(intern->texts, capacity, sizeof(*texts));
  if (!texts) {
    return TW_ERR_NOMEM;
  }
  intern->texts = texts;
  intern->capacity = capacity;
  return TW_OK;
}

TwStatus
tw_intern_find(const TwIntern* intern, TwStr text, uint32_t* out_id)
{
  uint64_t id = 0;
  TW_TRY(tw_map_get(&intern->map, text, &id));
  *out_id = (uint32_t)id;
  return TW_OK;
}

TwStatus
tw_intern(TwIntern* intern, TwStr text, uint32_t* out_id)
{
  if (tw_intern_find(intern, text, out_id) == TW_OK) {
    return TW_OK;
  }
  if (intern->count >= UINT32_MAX) {
    return TW_ERR_LIMIT;
  }
  if (intern->count == intern->capacity) {
    TW_TRY(grow(intern));
  }
  const TwStr copy = tw_arena_copy(intern->arena, text);
  if (!copy.s) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_map_set(&intern->map, copy, intern->count));
  *out_id = (uint32_t)intern->count;
  intern->texts[intern->count++] = copy;
  return TW_OK;
}

TwStr
tw_intern_text(const TwIntern* intern, uint32_t id)
{
  return id < intern->count ? intern->texts[id] : (TwStr){NULL, 0};
}
