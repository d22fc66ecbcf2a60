/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATEDURATION_H
#define TW_EXTRACT_MENTION_DATEDURATION_H

#include "extract/mention/datevalue.h"

/** Writes the TimeML value of a length, "P3D", "PT2H" or "PXM": `n`
 * ten-thousandths of a unit of time.tsv, or `several` of it. A fortnight is two
 * weeks, a quarter three months. */
void
tw_dateduration(TwStr unit, int64_t n, bool several, char out[TW_DATE_VALUE]);

#endif
