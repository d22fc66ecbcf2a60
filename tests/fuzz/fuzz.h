/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_FUZZ_FUZZ_H
#define TW_TESTS_FUZZ_FUZZ_H

#include "base/diag.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A harness has one boundary of the program in hand. libFuzzer calls it by
 * this name; replay.c does so for seeds and changed seeds in `make check`. */

/// Gives `data` to the boundary; ends the process if a promise is broken
int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

/// Ends the process with a word unless `holds`
void
fuzz_promise(bool holds, const char* what);

/// A promise of every boundary: what fails is told as an error, and what does
/// not fail is none
void
fuzz_promise_told(TwStatus status, const TwDiagSink* sink);

/// A file called `name` that holds `data`, in a folder of this process;
/// static until the next call
const char*
fuzz_file(const char* name, const uint8_t* data, size_t size);

/// The folder of fuzz_file(), removed when the process ends; static
const char*
fuzz_folder(void);

#endif
