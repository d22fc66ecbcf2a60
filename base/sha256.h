/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_SHA256_H
#define TW_BASE_SHA256_H

#include "base/str.h"

/// Writes the SHA-256 (FIPS 180-4) of `str` as 64 lower-case hexadecimal
/// digits and a NUL
void
tw_sha256_hex(TwStr str, char out[65]);

#endif
