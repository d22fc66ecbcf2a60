/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/pack.h"

void
tw_pack_match(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  rule->match = tw_pack_text(reader, tw_pack_get(node, "match"));
}
