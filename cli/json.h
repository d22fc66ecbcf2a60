/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_JSON_H
#define TW_CLI_JSON_H

#include "base/json.h"

#include <stdbool.h>

/* JSON for machines, written as it goes: commas are set by themselves. `key`
 * is NULL in a list and for the whole. */

typedef struct {
  TwBuf* out;
  bool has_member; ///< Something stands before in the same brackets
} CliJson;

/// Opens an object or a list by its bracket, '{' or '['
void
cli_json_open(CliJson* json, const char* key, char bracket);

/// Closes it by '}' or ']'
void
cli_json_close(CliJson* json, char bracket);

/// A string; nothing if `text` is empty
void
cli_json_text(CliJson* json, const char* key, TwStr text);

/// As cli_json_text() for the parts joined by `between`; empty parts are left
/// out
void
cli_json_joined(CliJson* json, const char* key, TwStr a, const char* between,
                TwStr b);

void
cli_json_number(CliJson* json, const char* key, size_t number);

void
cli_json_bool(CliJson* json, const char* key, bool value);

#endif
