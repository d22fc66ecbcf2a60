/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_CLI_H
#define TW_CLI_CLI_H

#include "base/arena.h"
#include "base/diag.h"
#include "lib/notes.h"

#include <stdbool.h>
#include <stddef.h>

/* Codes of messages about the command line; docs/errors.md explains them. */
#define CLI_CODE_VERB 6001
#define CLI_CODE_OPTION 6002
#define CLI_CODE_VALUE 6003
#define CLI_CODE_OPERAND 6004
#define CLI_CODE_ENVIRONMENT 6005
#define CLI_CODE_BROKEN 6006
#define CLI_CODE_QUERY 6007

/* Code of the message that nothing could be read. */
#define CLI_CODE_NOTHING 1002

/* Codes of messages about what is written. */
#define CLI_CODE_WRITE 5001

/** An option: the one place that says what it is. Parsing, --help, the man
 * page and the completion are made from these rows. */
typedef struct {
  const char* name;
  char letter;          ///< Short form, or 0
  const char* argument; ///< Its name, or "a|b|c" if only these words may stand
                        ///< there; NULL if it takes none
  const char* help;     ///< A sentence without a stop
} CliOption;

typedef struct CliRun CliRun;

typedef struct {
  const char* name;
  const char* operands; ///< "[FILE|DIR|-]..."
  const char* summary;  ///< A line
  const char* text;     ///< A paragraph or two for help and man page
  const CliOption* options;
  size_t n_options;
  size_t min_operands;
  size_t max_operands;
  int (*run)(CliRun* run); ///< Returns the exit code
} CliVerb;

/** An option that was given. */
typedef struct {
  const CliOption* option;
  const char* value; ///< NULL if it takes none
} CliGiven;

/** How often a code was told. */
typedef struct {
  int code;
  size_t n;
} CliSaid;

/** A run of the program: what was asked and where messages go. */
struct CliRun {
  const CliVerb* verb;
  TwArena* arena;
  TW_VEC(CliGiven) given;
  TW_VEC(const char*) operands;
  TwDiagSink sink;
  size_t n_limits;        ///< Messages about limits that were hit
  size_t n_skipped_rules; ///< Of these, about rules
  TwNotes* notes;         ///< Keeps errors and warnings; or NULL
  TW_VEC(CliSaid) said;   ///< How often each warning came
  bool is_quiet;
  bool is_json; ///< Messages as JSON lines
  bool has_colour;
  bool is_terminal; ///< Standard error is one
};

/// All verbs; static
const CliVerb* const*
cli_verbs(size_t* out_n);

/// The verb of that name, or NULL; static
const CliVerb*
cli_find_verb(const char* name);

/// Options that every verb takes; static
const CliOption*
cli_common_options(size_t* out_n);

/// Reads the arguments behind the verb; an error is reported and returned as
/// TW_ERR_USAGE
TwStatus
cli_parse(CliRun* run, int argc, char** argv);

/// True if the option of that name was given
bool
cli_has(const CliRun* run, const char* name);

/// The last value given for an option, or NULL
const char*
cli_value(const CliRun* run, const char* name);

/// All values given for an option, in order; lives in the run's arena
const char* const*
cli_values(const CliRun* run, const char* name, size_t* out_n);

/// Reads a number from `min` to `max` given for an option; `fallback` if it is
/// not given. False, with a message, if it is none.
bool
cli_number(CliRun* run, const char* name, uint64_t min, uint64_t max,
           uint64_t fallback, uint64_t* out);

/// The name in `names` that is so near to `word` that it may be meant, or NULL
const char*
cli_nearest(const char* word, const char* const* names, size_t n_names);

/// Reports an error of the command line with what to do; returns 2
int
cli_usage_error(CliRun* run, int code, const char* hint, const char* format,
                ...) TW_PRINTF(4, 5);

/// Reports an error of the system about `path` with errno; returns the exit
/// code of `status`
int
cli_system_error(CliRun* run, TwStatus status, const char* path);

/// Says what `status` means if it is an error and no message told of one yet;
/// returns it
TwStatus
cli_report_status(CliRun* run, TwStatus status);

/// Says how many warnings were held back because many alike came before
void
cli_tell_held_back(CliRun* run);

/// The sink that writes to standard error as the run wants it
void
cli_open_sink(CliRun* run);

/// Writes `text` to standard output; the exit code, 4 if that fails
int
cli_print(CliRun* run, TwStr text);

/// The file of that name in the bundle `path`; `path` itself if it is no
/// folder. Lives in the run's arena; NULL if memory runs out.
const char*
cli_bundle_path(CliRun* run, const char* path, const char* name);

#endif
