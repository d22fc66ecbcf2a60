/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_SCRATCH_H
#define TW_TESTS_UNIT_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

/** A new empty folder for one test. */
typedef struct {
  char path[256];
} Scratch;

void
scratch_init(Scratch* scratch);

/// Removes the folder and all in it
void
scratch_clear(Scratch* scratch);

/// `name` in the folder; static, until the next four calls
const char*
scratch_path(const Scratch* scratch, const char* name);

/// Makes a file with these bytes
void
scratch_put(const Scratch* scratch, const char* name, const char* text);

void
scratch_folder(const Scratch* scratch, const char* name);

/// The text of a file; static. NULL if there is none.
const char*
scratch_text(const Scratch* scratch, const char* name);

/// How many entries a folder has, those that start with a dot included
size_t
scratch_count(const Scratch* scratch, const char* name);

/// Opens the folder to all and gives up the rights of root, who may do
/// everything; false, with a word, if that is not possible
bool
scratch_drop_rights(const Scratch* scratch);

void
scratch_take_rights(void);

#endif
