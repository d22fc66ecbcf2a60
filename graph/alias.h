/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_ALIAS_H
#define TW_GRAPH_ALIAS_H

#include "graph/entity.h"

/** Leads entities to the key of a thing that has their name as another one:
 * where an article says that a person has an alias of two words or more,
 * people of that name in other articles; where the gazetteer knows a person or
 * body, those of its name that came without the gazetteer's id. A name of
 * several things, or of one that is itself led, leads nowhere. `refs` are in
 * the order of the articles. */
TwStatus
tw_alias_run(TwFusion* fusion, TwEntityRef* refs);

#endif
