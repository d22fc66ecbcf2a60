/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#ifdef __GLIBC__
#  include <malloc.h>
#endif

/* Bytes at the end of the heap that may stay free; larger blocks are mapped on
 * their own and given back at once. */
#define KEPT_FREE (32 << 20)

#ifdef TW_FAIL_ALLOC
#  include <stdatomic.h>

/* State of the tests' build only; the library has no globals. */
static atomic_size_t allowed = SIZE_MAX;
static atomic_bool refused;

void
tw_alloc_fail_after(size_t n)
{
  atomic_store(&refused, false);
  atomic_store(&allowed, n);
}

bool
tw_alloc_refused(void)
{
  return atomic_load(&refused);
}

static bool
is_refused(void)
{
  size_t left = atomic_load(&allowed);
  while (left != SIZE_MAX && left != 0) {
    if (atomic_compare_exchange_weak(&allowed, &left, left - 1)) {
      return false;
    }
  }
  if (left == 0) {
    atomic_store(&refused, true);
  }
  return left == 0;
}
#else
#  define is_refused() 0
#endif

void*
tw_malloc(size_t size)
{
  return is_refused() ? NULL : malloc(size ? size : 1);
}

void*
tw_realloc(void* old, size_t count, size_t size)
{
  if (size && count > SIZE_MAX / size) {
    return NULL;
  }
  const size_t bytes = count * size;
  return is_refused() ? NULL : realloc(old, bytes ? bytes : 1);
}

void
tw_free(void* memory)
{
  free(memory);
}

void
tw_tune_heap(void)
{
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
  mallopt(M_MMAP_THRESHOLD, KEPT_FREE);
#endif
}
