/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_ALIAS_H
#define TW_GRAPH_ALIAS_H

#include "graph/entity.h"

/** Leads entities to the key of a thing that has their name as another one:
 * where an article says that a person has an alias of two words or more,
 * people of that name in other articles; where the gazetteer knows a person or
 * body, those of its name that came without the gazetteer's id; where an
 * article calls a body by the first letters of its name, bodies of that name in
 * other articles that tell of the same country. A name of several things, or
 * of one that is itself led, leads nowhere; and bodies that have only letters
 * for a name which several others have are their articles' own. `refs` are in
 * the order of the articles. */
TwStatus
tw_alias_run(TwFusion* fusion, TwEntityRef* refs);

#endif
