/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/number.h"

size_t
tw_number_write(int64_t value, char out[32])
{
  char digits[32];
  size_t n = 0;
  size_t len = 0;
  int64_t rest = value / TW_NUMBER_ONE;
  do {
    digits[n++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest);
  while (n) {
    out[len++] = digits[--n];
  }
  int64_t decimals = value % TW_NUMBER_ONE;
  if (decimals) {
    out[len++] = '.';
  }
  for (int64_t step = TW_NUMBER_ONE / 10; decimals; step /= 10) {
    out[len++] = (char)('0' + decimals / step);
    decimals %= step;
  }
  out[len] = '\0';
  return len;
}
