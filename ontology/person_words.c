/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/person_words.h"

#include "ontology/person_words_table.h"

const TwPersonWord*
tw_person_word(TwStr words, TwPersonWordKind kind)
{
  size_t first = 0;
  size_t end = sizeof(person_words) / sizeof(person_words[0]);
  while (first < end) {
    const size_t middle = first + (end - first) / 2;
    if (tw_str_compare(person_words[middle].words, words) < 0) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  for (; first < sizeof(person_words) / sizeof(person_words[0]) &&
         tw_str_equal(person_words[first].words, words);
       ++first) {
    if (person_words[first].kind == kind) {
      return &person_words[first];
    }
  }
  return NULL;
}
