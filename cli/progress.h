/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_PROGRESS_H
#define TW_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A line on the terminal that tells how far a run is: from its second second
 * on, at most five times a second. */
typedef struct {
  bool is_on;
  bool is_shown;
  int64_t start; ///< In milliseconds
  int64_t last;
} CliProgress;

void
cli_progress_open(CliProgress* progress, bool is_on);

void
cli_progress_show(CliProgress* progress, size_t n_documents, size_t n_bytes);

/// Takes the line away
void
cli_progress_close(CliProgress* progress);

/// Milliseconds of a clock that never goes back
int64_t
cli_now_ms(void);

#endif
