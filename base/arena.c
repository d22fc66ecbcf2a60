/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"

#include "base/alloc.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#define DEFAULT_BLOCK ((size_t)64 * 1024)
#define FIRST_CAPACITY 8

/*  arena ─▶ newest block ─▶ older ─▶ … ─▶ first block ─▶ NULL
 *           [header | objects … | free]                              */
typedef struct Block {
  struct Block* older;
  size_t size; /* Of `bytes` */
  size_t used;
  alignas(max_align_t) char bytes[];
} Block;

struct TwArena {
  Block* blocks;
  size_t block_size;
  size_t used;
  bool failed;
};

TwArena*
tw_arena_new(size_t block_size)
{
  TwArena* const arena = tw_malloc(sizeof(*arena));
  if (arena) {
    *arena = (TwArena){NULL, block_size ? block_size : DEFAULT_BLOCK, 0, false};
  }
  return arena;
}

/* Frees from the newest block on, up to `stop`. */
static void
free_blocks(TwArena* arena, const Block* stop)
{
  while (arena->blocks != stop) {
    Block* const block = arena->blocks;
    arena->blocks = block->older;
    tw_free(block);
  }
}

void
tw_arena_free(TwArena* arena)
{
  if (arena) {
    free_blocks(arena, NULL);
    tw_free(arena);
  }
}

void
tw_arena_reset(TwArena* arena)
{
  Block* kept = NULL;
#ifndef TW_ARENA_MALLOC
  for (kept = arena->blocks; kept && kept->older;) {
    kept = kept->older;
  }
#endif
  free_blocks(arena, kept);
  if (kept) {
    kept->used = 0;
  }
  arena->used = 0;
  arena->failed = false;
}

static Block*
add_block(TwArena* arena, size_t size)
{
  if (size > SIZE_MAX - sizeof(Block)) {
    return NULL;
  }
  Block* const block = tw_malloc(sizeof(Block) + size);
  if (block) {
    *block = (Block){.older = arena->blocks, .size = size};
    arena->blocks = block;
  }
  return block;
}

/* Bytes to leave free so that what comes next is aligned. */
static size_t
gap_in(const Block* block, size_t alignment)
{
  return (0 - block->used) & (alignment - 1);
}

/* A block with room for `bytes` behind the gap. */
static Block*
block_for(TwArena* arena, size_t bytes, size_t alignment)
{
#ifdef TW_ARENA_MALLOC
  (void)alignment;
  return add_block(arena, bytes);
#else
  Block* const newest = arena->blocks;
  if (newest && bytes <= newest->size - newest->used &&
      bytes + gap_in(newest, alignment) <= newest->size - newest->used) {
    return newest;
  }
  return add_block(arena,
                   bytes > arena->block_size ? bytes : arena->block_size);
#endif
}

/* Room for `bytes`, not zeroed; NULL if there is none. */
static char*
take(TwArena* arena, size_t bytes, size_t alignment)
{
  Block* const block = block_for(arena, bytes, alignment);
  if (!block) {
    arena->failed = true;
    return NULL;
  }
  const size_t gap = gap_in(block, alignment);
  char* const place = block->bytes + block->used + gap;
  block->used += gap + bytes;
  arena->used += gap + bytes;
  return place;
}

void*
tw_arena_alloc(TwArena* arena, size_t count, size_t size)
{
  const bool fits = !size || count <= SIZE_MAX / size;
  const size_t wanted = fits ? count * size : SIZE_MAX;
  const size_t bytes = wanted ? wanted : 1;
  char* const place = take(arena, bytes, alignof(max_align_t));
  return place ? memset(place, 0, bytes) : NULL;
}

TwStr
tw_arena_copy(TwArena* arena, TwStr str)
{
  return tw_arena_join(arena, &str, 1, (TwStr){NULL, 0});
}

static char*
put(char* at, TwStr str)
{
  if (str.len) {
    memcpy(at, str.s, str.len);
  }
  return at + str.len;
}

TwStr
tw_arena_join(TwArena* arena, const TwStr* parts, size_t n_parts, TwStr glue)
{
  size_t len = n_parts > 1 ? (n_parts - 1) * glue.len : 0;
  for (size_t i = 0; i < n_parts; ++i) {
    len += parts[i].len;
  }
  /* Texts stand close together: theirs is most of the memory. */
  char* const text = take(arena, len + 1, 1);
  if (!text) {
    return (TwStr){NULL, 0};
  }
  char* at = text;
  for (size_t i = 0; i < n_parts; ++i) {
    at = put(at, i ? glue : (TwStr){NULL, 0});
    at = put(at, parts[i]);
  }
  *at = '\0';
  return (TwStr){text, len};
}

/* Makes an array larger where it stands, if nothing stands behind it. */
static bool
extend(TwArena* arena, const char* array, size_t bytes, size_t more)
{
#ifdef TW_ARENA_MALLOC
  (void)arena, (void)array, (void)bytes, (void)more;
  return false;
#else
  Block* const block = arena->blocks;
  if (!array || !block || array + bytes != block->bytes + block->used ||
      more > block->size - block->used) {
    return false;
  }
  memset(block->bytes + block->used, 0, more);
  block->used += more;
  arena->used += more;
  return true;
#endif
}

void*
tw_arena_grow(TwArena* arena, void* array, size_t count, size_t* capacity,
              size_t wanted, size_t size)
{
  if (wanted <= *capacity && array) {
    return array;
  }
  const size_t doubled = *capacity > SIZE_MAX / 2 ? SIZE_MAX : 2 * *capacity;
  size_t room = wanted > doubled ? wanted : doubled;
  room = room < FIRST_CAPACITY ? FIRST_CAPACITY : room;
  if (size && room <= SIZE_MAX / size &&
      extend(arena, array, *capacity * size, (room - *capacity) * size)) {
    *capacity = room;
    return array;
  }
  void* const place = tw_arena_alloc(arena, room, size);
  if (place) {
    if (count) {
      memcpy(place, array, count * size);
    }
    *capacity = room;
  }
  return place;
}

bool
tw_vec_reserve_(TwArena* arena, void** array, size_t count, size_t* capacity,
                size_t wanted, size_t size)
{
  void* const place =
    tw_arena_grow(arena, *array, count, capacity, wanted, size);
  if (place) {
    *array = place;
  }
  return place;
}

bool
tw_arena_failed(const TwArena* arena)
{
  return arena->failed;
}

size_t
tw_arena_used(const TwArena* arena)
{
  return arena->used;
}
