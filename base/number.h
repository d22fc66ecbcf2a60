/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_NUMBER_H
#define TW_BASE_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/// Orders two uint32_t, for qsort() and bsearch()
int
tw_u32_compare(const void* left, const void* right);

/// Sorts the numbers and drops doubles; returns how many are left
size_t
tw_u32_unique(uint32_t* numbers, size_t n);

/// As tw_u32_unique()
size_t
tw_u64_unique(uint64_t* numbers, size_t n);

/// Makes one number of several, in their order
uint64_t
tw_u64_hash(const uint64_t* numbers, size_t n);

/// tw_u64_hash() of two
uint64_t
tw_u64_mix(uint64_t a, uint64_t b);

#endif
