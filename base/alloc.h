/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_ALLOC_H
#define TW_BASE_ALLOC_H

#include <stddef.h>

/* The only way to the heap. Nothing outside base/ calls these: text lives in
 * an arena or a buffer. */

/// Returns owned, or NULL
void*
tw_malloc(size_t size);

/// Room for `count` objects of `size` bytes in place of `old`, which stays
/// valid if NULL is returned; NULL if the product overflows, too
void*
tw_realloc(void* old, size_t count, size_t size);

/// Accepts NULL
void
tw_free(void* memory);

/// Lets all threads share one heap, where the C library would give each its own
/// and keep there what another could use, and has it keep what was freed by one
/// article for the next one, where it would give it back to the system: for a
/// program, before its first allocation
void
tw_tune_heap(void);

#ifdef TW_FAIL_ALLOC
#  include <stdbool.h>

/// Only in the tests' own build: lets `n` more allocations succeed, then
/// refuses all; SIZE_MAX refuses none
void
tw_alloc_fail_after(size_t n);

/// True if an allocation was refused since tw_alloc_fail_after()
bool
tw_alloc_refused(void);
#endif

#endif
