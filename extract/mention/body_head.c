/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/body_head.h"

/* "AG" and "NGO" are a body's words, "Moussa Ag Prado" and "Prado Ngo" people.
 */
static bool
is_name_part(const TwScan* scan, uint32_t i, uint32_t n, const TwGazEntry* head)
{
  const size_t len = scan->tokens[i].fold.len;
  return n == 1 &&
         (len == 2 || (len == 3 && tw_scan_gaz(scan, i, TW_GAZ_SURNAME) &&
                       !tw_scan_gaz(scan, i, TW_GAZ_WORD))) &&
         tw_type_is(head->type, TW_TYPE_ORGANIZATION) &&
         !(scan->tokens[i].shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION));
}

/* True if the word ends what is no body: "medical EXAMINER", "news
 * CONFERENCE". */
static bool
is_end_of_other(const TwScan* scan, uint32_t i)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t index = 0;
  TwGazEntry meaning;
  if (i == scan->first ||
      tw_scan_longest(scan, i - 1, i + 1, &bits, &entry) < 2) {
    return false;
  }
  return bits & TW_GAZ_TITLE ||
         (bits & TW_GAZ_ORG_NOUN &&
          tw_scan_meaning(scan, entry, TW_TYPE_ORGANIZATION, true, &index,
                          &meaning) &&
          tw_gazetteer_marked(&meaning, TW_GAZ_MARK_TOLD));
}

bool
tw_body_head_match(const TwScan* scan, uint32_t i, uint32_t limit,
                   TwBodyHead* out_head)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t index = 0;
  TwGazEntry meaning;
  uint32_t n = tw_scan_longest(scan, i, limit, &bits, &entry);
  if (n > 1 && !(bits & (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN))) {
    n = tw_scan_longest(scan, i, i + 1, &bits, &entry);
  }
  if (!n || !(bits & (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN)) ||
      (!tw_scan_meaning(scan, entry, TW_TYPE_ORGANIZATION, true, &index,
                        &meaning) &&
       !tw_scan_meaning(scan, entry, TW_TYPE_PLACE, true, &index, &meaning))) {
    return false;
  }
  const bool small = tw_gazetteer_marked(&meaning, TW_GAZ_MARK_SMALL);
  if ((small && scan->tokens[i].shape & TW_SHAPE_CAPITAL) ||
      tw_gazetteer_marked(&meaning, TW_GAZ_MARK_TOLD) ||
      is_name_part(scan, i, n, &meaning) ||
      (n == 1 && is_end_of_other(scan, i))) {
    return false;
  }
  *out_head = (TwBodyHead){
    .first = i,
    .end = i + n,
    .type = meaning.type,
    .lower = small || tw_gazetteer_marked(&meaning, TW_GAZ_MARK_LOWER),
    .called = tw_gazetteer_marked(&meaning, TW_GAZ_MARK_CALLED),
    .large = tw_gazetteer_marked(&meaning, TW_GAZ_MARK_LARGE),
    .by_place = tw_gazetteer_marked(&meaning, TW_GAZ_MARK_PLACE),
    .front = tw_gazetteer_marked(&meaning, TW_GAZ_MARK_FRONT)};
  return true;
}
