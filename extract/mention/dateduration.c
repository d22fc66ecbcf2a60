/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/dateduration.h"

#include "extract/mention/number.h"

#include <stdio.h>

/* What half a unit more than a whole number of them adds: "P2Y6M" is two and a
 * half years. NULL if there is none, or nothing but it. */
static const char*
half_of(TwStr letter, int64_t n)
{
  static const struct {
    const char* letter;
    const char* half;
  } halves[] = {{"Y", "6M"}, {"D", "T12H"}, {"TH", "30M"}, {"TM", "30S"}};
  if (n < TW_NUMBER_ONE || n % TW_NUMBER_ONE != TW_NUMBER_ONE / 2) {
    return NULL;
  }
  for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); ++i) {
    if (tw_str_equal(letter, tw_str(halves[i].letter))) {
      return halves[i].half;
    }
  }
  return NULL;
}

void
tw_dateduration(TwStr unit, int64_t n, bool several, char out[TW_DATE_VALUE])
{
  static const struct {
    const char* unit;
    const char* letter;
    int times;
  } units[] = {
    {"F", "W", 2},   {"Q", "M", 3},  {"E", "Y", 10},
    {"C", "Y", 100}, {"WE", "D", 2},
  };
  TwStr letter = unit;
  for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); ++i) {
    if (tw_str_equal(unit, tw_str(units[i].unit)) && !several) {
      letter = tw_str(units[i].letter);
      n *= units[i].times;
      break;
    }
  }
  const char* const half = several ? NULL : half_of(letter, n);
  char number[32];
  tw_number_write(half ? n - TW_NUMBER_ONE / 2 : n, number);
  const bool time = letter.len == 2 && letter.s[0] == 'T';
  snprintf(out, TW_DATE_VALUE, "P%s%s%.*s%s", time ? "T" : "",
           several ? "X" : number, time ? 1 : (int)letter.len, letter.s + time,
           half ? half : "");
}
