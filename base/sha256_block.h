/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_SHA256_BLOCK_H
#define TW_BASE_SHA256_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TW_SHA256_BLOCK ((size_t)64)

/// The constants of the rounds
extern const uint32_t tw_sha256_constants_[64];

/// Adds `n` blocks of TW_SHA256_BLOCK bytes to the state
typedef void
TwSha256Blocks(uint32_t state[8], const unsigned char* blocks, size_t n);

/// On any processor
TwSha256Blocks tw_sha256_blocks_plain_;

/// By instructions for it; only where tw_sha256_has_instructions_()
TwSha256Blocks tw_sha256_blocks_x86_;

/// True if this processor has them and the compiler knows them
bool
tw_sha256_has_instructions_(void);

#endif
