/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_CHILD_H
#define TW_BASE_CHILD_H

#include "base/buf.h"
#include "base/status.h"

#include <stddef.h>

/** What a child may use. */
typedef struct {
  unsigned seconds; ///< Of wall time; it is killed after that. 0: no limit
  size_t memory;    ///< Bytes of address space beyond today's. 0: no limit
} TwBudget;

/** Why a child ended, for the message. FAILED: with an error of its own. */
typedef enum {
  TW_CHILD_DONE,
  TW_CHILD_FAILED,
  TW_CHILD_TIMEOUT,
  TW_CHILD_KILLED
} TwChildEnd;

/** Runs `work` in a forked child under `budget` and appends what it adds to
 * its buffer to `out`. Call it while the process has one thread. The child
 * ends by _exit and inherits no open TwWriter duties; on Linux it is killed
 * when the process is. TW_OK, the status `work` returned, or TW_ERR_CHILD if it
 * died or ran over: then nothing is appended. */
TwStatus
tw_child_run(TwBudget budget, TwStatus (*work)(void* data, TwBuf* out),
             void* data, TwBuf* out, TwChildEnd* out_end);

#endif
