/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PERSON_CONTEXT_H
#define TW_EXTRACT_MENTION_PERSON_CONTEXT_H

#include "extract/mention/scan.h"

/* What stands around words that may be a person's name. */

/// Points for what stands before and behind tokens [first, end): a title, an
/// age, an article
int
tw_person_context(const TwScan* scan, uint32_t first, uint32_t end);

/** True if tokens [first, end) begin with a form of address or inside of one:
 * "TAN SRI Lim". A single one may be a name as well, as in "Earl Prado", but
 * not all of it. */
bool
tw_person_is_addressed(const TwScan* scan, uint32_t first, uint32_t end);

/// True for "J." and "J.R."
bool
tw_person_is_initial(const TwToken* token);

#endif
