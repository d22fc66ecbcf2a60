/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern_check.h"

#include <string.h>

#define MAX_GAP 12

bool
tw_pattern_word(TwPackReader* reader, TwStr word, bool is_joined, size_t offset)
{
  size_t n_digits = 0;
  while (n_digits < word.len && strchr("0123456789", word.s[n_digits])) {
    ++n_digits;
  }
  if (is_joined && word.len && strchr("*+", word.s[0])) {
    tw_pack_complain_at(reader, TW_PACK_PATTERN, offset,
                        TW_STR("a gap is \"...{0,5}\", a list \"<Type+ "
                               "name>\"; a mark of the text stands apart"),
                        "nothing is repeated without end");
    return false;
  }
  if (word.len && n_digits == word.len) {
    tw_pack_complain_at(reader, TW_PACK_PATTERN, offset,
                        TW_STR("write \"<Number>\""),
                        "a number is a span, not a word");
    return false;
  }
  return tw_pack_word(reader, tw_pack_fold(reader, word), offset);
}

bool
tw_pattern_gap(TwPackReader* reader, TwStr bounds, size_t offset,
               uint32_t* out_from, uint32_t* out_to)
{
  static const char* const problems[] = {
    "a gap needs its bounds",
    "a gap names the smaller number first",
    "a gap has at most 12 words",
  };
  TwStr least = TW_NO_TEXT;
  uint64_t from = 0;
  uint64_t to = 0;
  tw_str_next(&bounds, ',', &least);
  const char* const problem = !tw_str_to_u64(tw_str_trim(least), &from) ||
                                  !tw_str_to_u64(tw_str_trim(bounds), &to)
                                ? problems[0]
                              : from > to    ? problems[1]
                              : to > MAX_GAP ? problems[2]
                                             : NULL;
  if (problem) {
    tw_pack_complain_at(reader, TW_PACK_PATTERN, offset,
                        TW_STR("\"...{0,5}\" is from 0 to 5 words"), "%s",
                        problem);
  }
  *out_from = (uint32_t)from;
  *out_to = (uint32_t)to;
  return !problem;
}

TwStr
tw_pattern_name(TwStr* text)
{
  size_t at = text->len;
  while (at && text->s[at - 1] != ' ') {
    --at;
  }
  const TwStr name = at ? tw_str_slice(*text, at, text->len) : TW_NO_TEXT;
  *text = at ? tw_str_trim(tw_str_slice(*text, 0, at)) : *text;
  return name;
}
