/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_PARALLEL_H
#define TW_BASE_PARALLEL_H

#include "base/status.h"

#include <stddef.h>

/** Calls `task` for each number below `n_tasks`, in up to `n_threads` threads,
 * the caller's among them; they begin in the order of the numbers. A thread
 * that cannot be had is done without, and no signal comes to one that is had.
 * Once a task has not returned TW_OK no other begins: the status, and errno, of
 * the first such task by its number come back. */
TwStatus
tw_parallel_run(size_t n_threads, size_t n_tasks,
                TwStatus (*task)(void* data, size_t number), void* data);

#endif
