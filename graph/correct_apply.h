/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CORRECT_APPLY_H
#define TW_GRAPH_CORRECT_APPLY_H

#include "graph/entity.h"
#include "graph/saying.h"

/* Where the fuser applies corrections; each does nothing without them. */

/// Types of entities, and what is deleted, before identities are looked for
TwStatus
tw_correct_records(TwFusion* fusion);

/// Keys of things: what is one, what is another
TwStatus
tw_correct_keys(TwFusion* fusion, TwEntityRef* refs, size_t n);

/// Names by which things are shown, when all have their drafts
TwStatus
tw_correct_labels(TwFusion* fusion);

/// Leaves out deleted claims and marks accepted ones
void
tw_correct_sayings(TwFusion* fusion, TwSayingVec* sayings);

#endif
