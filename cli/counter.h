/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_COUNTER_H
#define TW_CLI_COUNTER_H

#include "base/str.h"

#include <stdbool.h>

/** Turns bytes of a source into what --unit asks for. It counts on from where
 * it was asked last, so that places near each other cost little. */
typedef struct {
  TwStr source;
  bool in_chars; ///< Code points; else bytes
  size_t byte;
  size_t unit;
} CliCounter;

size_t
cli_count_to(CliCounter* counter, size_t byte);

#endif
