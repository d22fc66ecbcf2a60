/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_RULES_COVER_H
#define TW_CLI_RULES_COVER_H

#include "cli/rules.h"
#include "extract/rule/near.h"

/** What a rule did. */
typedef struct {
  uint64_t tried;      ///< Sentences of a pattern, triggers of a frame
  uint64_t fired;      ///< Facts that it gave; a cue's places
  uint64_t alone;      ///< Of these, where no other rule reads the same words
  uint64_t overlapped; ///< … and where one does
  uint64_t lost;       ///< Readings that another rule's reading beat
  uint64_t empty;      ///< Facts that name nothing, which are dropped
  uint64_t near;       ///< Sentences or triggers where one thing was missing
  uint64_t nanoseconds;
} CliCoverCount;

/** A place where one thing was missing. */
typedef struct {
  size_t rule;   ///< Index in the rule set
  size_t number; ///< Order of coming
  TwStr article;
  TwStr why; ///< "nothing at destination"
  TwStr sentence;
} CliCoverNear;

typedef TW_VEC(CliCoverNear) CliCoverNears;

/** Counts what rules do in one document at a time. */
typedef struct CliCover CliCover;

/// Returns owned, or NULL
CliCover*
cli_cover_open(const CliRules* rules, const TwNearSet* near);

/// Accepts NULL
void
cli_cover_close(CliCover* cover);

/// Reads a document; forgets the one before
TwStatus
cli_cover_read(CliCover* cover, const TwRaw* raw, TwDiagSink* sink);

/// What was counted in the document, by rule, and the near misses; borrows
const CliCoverCount*
cli_cover_counts(const CliCover* cover, const CliCoverNears** out_nears);

#endif
