/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/tag.h"

#define NAME(id, name) {name, sizeof(name) - 1},
static const TwStr names[TW_TAG_COUNT] = {TW_TAGS(NAME)};
#undef NAME

TwStr
tw_tag_name(TwTag tag)
{
  return names[(unsigned)tag < TW_TAG_COUNT ? tag : TW_TAG_NONE];
}

TwTag
tw_tag_find(TwStr name)
{
  for (int tag = TW_TAG_NONE + 1; tag < TW_TAG_COUNT; ++tag) {
    if (tw_str_equal(names[tag], name)) {
      return (TwTag)tag;
    }
  }
  return TW_TAG_NONE;
}
