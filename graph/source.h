/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_SOURCE_H
#define TW_GRAPH_SOURCE_H

#include "graph/fusion.h"

/** Which articles and claims are of one source. Articles of one publisher are,
 * but one that prints an agency's text, by its dateline, is of the agency;
 * so is an article most of whose words stand in another one, which it was
 * copied from as it seems (both may print an agency's text); and what an
 * article says that another paper reports is that paper's. */
typedef struct {
  uint32_t n;              ///< How many sources there are at most
  const uint32_t* article; ///< By article: its source
  const uint32_t* thing;   ///< By thing: the source that it is as a paper, or
                           ///< TW_NO_THING
} TwSourceNumbers;

/// Numbers the sources and tells of each article which one it is a copy of.
/// Lives in the run's scratch arena. Things have their places by now.
TwStatus
tw_source_run(TwFusion* fusion, TwSourceNumbers* out_numbers);

/// The source of a claim
uint32_t
tw_source_of(const TwSourceNumbers* numbers, const TwGraphClaim* claim);

#endif
