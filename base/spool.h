/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_SPOOL_H
#define TW_BASE_SPOOL_H

#include "base/buf.h"
#include "base/status.h"

#include <stdint.h>

/** Bytes that wait on the disk instead of in memory. The file has no name:
 * whatever ends the process, nothing is left of it. */
typedef struct TwSpool TwSpool;

/// A spool in the folder `dir`; TW_ERR_WRITE with errno. Returns owned.
TwStatus
tw_spool_open(const char* dir, TwSpool** out_spool);

/// Accepts NULL
void
tw_spool_free(TwSpool* spool);

/// Puts `str` behind what is there; TW_ERR_WRITE with errno
TwStatus
tw_spool_add(TwSpool* spool, TwStr str, uint64_t* out_offset);

/// Appends `len` bytes from `offset` on to `out`; TW_ERR_WRITE with errno if
/// they cannot be had
TwStatus
tw_spool_read(TwSpool* spool, uint64_t offset, size_t len, TwBuf* out);

#endif
