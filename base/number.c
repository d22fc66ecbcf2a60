/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/number.h"

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
