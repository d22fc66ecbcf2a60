/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/number.h"

#include "base/str.h"

#include <stdlib.h>

int
tw_u32_compare(const void* left, const void* right)
{
  const uint32_t a = *(const uint32_t*)left;
  const uint32_t b = *(const uint32_t*)right;
  return (a > b) - (a < b);
}

size_t
tw_u32_unique(uint32_t* numbers, size_t n)
{
  size_t kept = 0;
  if (n) {
    qsort(numbers, n, sizeof(*numbers), tw_u32_compare);
  }
  for (size_t i = 0; i < n; ++i) {
    if (!kept || numbers[kept - 1] != numbers[i]) {
      numbers[kept++] = numbers[i];
    }
  }
  return kept;
}

static int
compare_u64(const void* left, const void* right)
{
  const uint64_t a = *(const uint64_t*)left;
  const uint64_t b = *(const uint64_t*)right;
  return (a > b) - (a < b);
}

size_t
tw_u64_unique(uint64_t* numbers, size_t n)
{
  size_t kept = 0;
  if (n) {
    qsort(numbers, n, sizeof(*numbers), compare_u64);
  }
  for (size_t i = 0; i < n; ++i) {
    if (!kept || numbers[kept - 1] != numbers[i]) {
      numbers[kept++] = numbers[i];
    }
  }
  return kept;
}

uint64_t
tw_u64_hash(const uint64_t* numbers, size_t n)
{
  return tw_str_hash((TwStr){(const char*)numbers, n * sizeof(*numbers)});
}

uint64_t
tw_u64_mix(uint64_t a, uint64_t b)
{
  const uint64_t both[] = {a, b};
  return tw_u64_hash(both, 2);
}
