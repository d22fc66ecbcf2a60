/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_BODY_HEAD_H
#define TW_EXTRACT_MENTION_BODY_HEAD_H

#include "extract/mention/scan.h"

/** A noun of the tables that names of bodies and places are made with, in the
 * text: "Department". */
typedef struct {
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  TwType type;
  bool lower;    ///< May be written small
  bool called;   ///< May so behind an article
  bool large;    ///< What stands behind it is no part of the name
  bool by_place; ///< A place before it is its name
  bool front;    ///< Its name may stand behind it
} TwBodyHead;

/// The head noun that starts at token `i` and ends by `limit`; false if there
/// is none
bool
tw_body_head_match(const TwScan* scan, uint32_t i, uint32_t limit,
                   TwBodyHead* out_head);

#endif
