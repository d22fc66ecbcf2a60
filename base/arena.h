/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_ARENA_H
#define TW_BASE_ARENA_H

#include "base/str.h"

#include <stddef.h>

/** Memory that is given back all at once. Built with TW_ARENA_MALLOC every
 * object is a malloc of its own, so that sanitizers see each border. */
typedef struct TwArena TwArena;

/// Returns owned, or NULL; `block_size` in bytes, 0 for the default
TwArena*
tw_arena_new(size_t block_size);

/// Accepts NULL
void
tw_arena_free(TwArena* arena);

/// Forgets every object but keeps a block for the next use
void
tw_arena_reset(TwArena* arena);

/// Zeroed memory for `count` objects of `size` bytes, aligned for any type;
/// lives in the arena. NULL if memory runs out or the product overflows;
/// once it has been NULL, tw_arena_failed() stays true until a reset.
void*
tw_arena_alloc(TwArena* arena, size_t count, size_t size);

/// A NUL-terminated copy of `str` that lives in the arena; `s` is NULL if
/// memory runs out
TwStr
tw_arena_copy(TwArena* arena, TwStr str);

/// The `n_parts` parts with `glue` between them, NUL-terminated; lives in the
/// arena. `s` is NULL if memory runs out.
TwStr
tw_arena_join(TwArena* arena, const TwStr* parts, size_t n_parts, TwStr glue);

/// Grows the array of `*capacity` objects to at least `wanted`, copying
/// `count` of them; returns the new place, or NULL if memory runs out
void*
tw_arena_grow(TwArena* arena, void* array, size_t count, size_t* capacity,
              size_t wanted, size_t size);

/// True if an allocation has failed since the arena was new or reset
bool
tw_arena_failed(const TwArena* arena);

/// Bytes handed out since the arena was new or reset
size_t
tw_arena_used(const TwArena* arena);

/// `count` zeroed objects of `Type` in `arena`, or NULL
#define TW_NEW(arena, Type, count)                                             \
  ((Type*)tw_arena_alloc((arena), (count), sizeof(Type)))

/** An array that grows in an arena:
 *   typedef TW_VEC(TwToken) TwTokenVec;
 * zero it before use; tw_arena_reset() takes its memory. */
#define TW_VEC(Type)                                                           \
  struct {                                                                     \
    Type* at;                                                                  \
    size_t count;                                                              \
    size_t capacity;                                                           \
  }

/// A pointer to a new zeroed last element of `vec`, or NULL if memory runs out
#define TW_VEC_PUSH(arena, vec)                                                \
  (((vec)->count < (vec)->capacity ||                                          \
    tw_vec_reserve_((arena), (void**)&(vec)->at, (vec)->count,                 \
                    &(vec)->capacity, (vec)->count + 1, sizeof((vec)->at[0]))) \
     ? &(vec)->at[(vec)->count++]                                              \
     : NULL)

/// What TW_VEC_PUSH needs: grows `*array` so that it holds `wanted` objects
bool
tw_vec_reserve_(TwArena* arena, void** array, size_t count, size_t* capacity,
                size_t wanted, size_t size);

#endif
