/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_TERMS_H
#define TW_EXTRACT_PACK_TERMS_H

#include "base/str.h"
#include "extract/pack/pack.h"

/* What rules may make facts of: the events and relations of the ontology and
 * their roles. */

/// True if there is an event (a capital first) or a relation of that name; if
/// not, all names are tried on `near`, which may be NULL
bool
tw_terms_find(TwStr term, TwNear* near);

/// True if the term is an event
bool
tw_terms_is_event(TwStr term);

/// True if a fact of `term` may have that role; if not, its roles are tried
/// on `near`, which may be NULL
bool
tw_terms_role(TwStr term, TwStr role, TwNear* near);

/// "did you mean …?", or all events and relations if none is near
TwStr
tw_terms_hint(TwPackReader* reader, const TwNear* near);

/// "did you mean …?", or all roles of `term` if none is near
TwStr
tw_terms_role_hint(TwPackReader* reader, TwStr term, const TwNear* near);

/// The name of a relation's first (0) or second (1) end, or the empty text
TwStr
tw_terms_end(TwStr relation, size_t end);

#endif
