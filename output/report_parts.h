/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_REPORT_PARTS_H
#define TW_OUTPUT_REPORT_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "graph/graph.h"
#include "output/report.h"

/* What the files of the report share.
 *
 *   report.c         what was read and found, what is not known
 *   report_differ.c  where the articles differ
 *   report_quotes.c  what several articles quote */

typedef struct {
  const TwGraph* graph;
  const TwRun* run;
  TwArena* arena;
  TwBuf page;
  TwBuf words; ///< Scratch: a paragraph
} TwReport;

/// The label of a property for people; its name if it has none
TwStr
tw_report_property(TwStr name);

/// Appends what the articles differ on, contradictions first
TwStatus
tw_report_differ(TwReport* report);

/// The stated numbers that were worked out again, if there are any
void
tw_report_checks(TwReport* report);

/// What several articles quote of one speaker, if there is anything
TwStatus
tw_report_quotes(TwReport* report);

#endif
