/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/anchor.h"

#include "base/number.h"

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static TwStatus
add(TwFusion* fusion, uint64_t anchor, TwAnchorVec* anchors)
{
  uint64_t* const place = TW_VEC_PUSH(fusion->scratch, anchors);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  *place = anchor;
  return TW_OK;
}

/* Points and commas change their places: "1,200" and "1.200" are one. */
static TwStatus
add_figures(TwFusion* fusion, TwStr text, TwAnchorVec* anchors)
{
  for (size_t i = 0; i < text.len; ++i) {
    uint64_t figure = 0;
    size_t n = 0;
    for (; i < text.len && (is_digit(text.s[i]) ||
                            (n && i + 1 < text.len && is_digit(text.s[i + 1]) &&
                             (text.s[i] == '.' || text.s[i] == ',')));
         ++i) {
      if (is_digit(text.s[i])) {
        figure = tw_u64_mix(figure, (uint64_t)text.s[i]);
        n += 1;
      }
    }
    if (n) {
      TW_TRY(add(fusion, tw_u64_mix(figure, 1), anchors));
      TW_TRY(add(fusion, tw_u64_mix(figure, 2), anchors));
    }
  }
  return TW_OK;
}

static bool
is_of_word(TwStr text, size_t at)
{
  return at < text.len && tw_str_is_word_byte(text.s[at]);
}

/* True if `name` stands in `text` as whole words. */
static bool
holds_name(TwStr text, TwStr name)
{
  for (size_t at = 0; name.len; at += 1) {
    at = tw_str_find(text, name, at);
    if (at == SIZE_MAX) {
      return false;
    }
    if ((!at || !is_of_word(text, at - 1)) &&
        !is_of_word(text, at + name.len)) {
      return true;
    }
  }
  return false;
}

static bool
is_named(TwFusion* fusion, const TwEntityRecord* entity, TwStr text)
{
  bool found = holds_name(text, entity->folded);
  for (size_t i = 0; i < entity->n_forms && !found; ++i) {
    found =
      holds_name(text, tw_records_folded(fusion->records, entity->forms[i]));
  }
  return found;
}

TwStatus
tw_anchors_find(TwFusion* fusion, uint32_t document, uint32_t speaker,
                TwStr folded, TwAnchorVec* anchors)
{
  const TwArticleRecord* const article = fusion->articles[document];
  anchors->count = 0;
  TW_TRY(add_figures(fusion, folded, anchors));
  for (size_t e = 0; e < article->n_entities; ++e) {
    const TwEntityRecord* const entity = &article->entities[e];
    if (entity->thing != TW_NO_THING && entity->thing != speaker &&
        entity->type != TW_TYPE_GROUP && is_named(fusion, entity, folded)) {
      TW_TRY(add(fusion, tw_u64_mix(entity->thing, 3), anchors));
    }
  }
  anchors->count = tw_u64_unique(anchors->at, anchors->count);
  return TW_OK;
}
