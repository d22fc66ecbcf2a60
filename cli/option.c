/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MAX_WORD 32
#define MAX_NAMES 64

/* How many letters must be put in, left out, changed or swapped. Words longer
 * than MAX_WORD are cut. */
static size_t
distance(const char* a, const char* b)
{
  size_t rows[3][MAX_WORD + 1];
  const size_t n = strnlen(a, MAX_WORD);
  const size_t m = strnlen(b, MAX_WORD);
  for (size_t j = 0; j <= m; ++j) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= n; ++i) {
    size_t* const row = rows[i % 3];
    const size_t* const last = rows[(i - 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= m; ++j) {
      size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);
      best = last[j] + 1 < best ? last[j] + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        const size_t swapped = rows[(i - 2) % 3][j - 2] + 1;
        best = swapped < best ? swapped : best;
      }
      row[j] = best;
    }
  }
  return rows[n % 3][m];
}

const char*
cli_nearest(const char* word, const char* const* names, size_t n_names)
{
  const char* nearest = NULL;
  size_t best = strlen(word) < 4 ? 2 : 3;
  for (size_t i = 0; i < n_names; ++i) {
    const size_t d = distance(word, names[i]);
    if (d < best) {
      best = d;
      nearest = names[i];
    }
  }
  return nearest;
}

int
cli_usage_error(CliRun* run, int code, const char* hint, const char* format,
                ...)
{
  char text[512];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof(text), format, args);
  va_end(args);
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = code,
                       .message = tw_str(text),
                       .hint = tw_str(hint)};
  tw_diag_report(&run->sink, &diag);
  return tw_status_exit(TW_ERR_USAGE);
}

/* Calls for each option of the run, the verb's first, until `n` is reached;
 * NULL behind the last one. */
static const CliOption*
option_at(const CliRun* run, size_t n)
{
  size_t n_common = 0;
  const CliOption* const common = cli_common_options(&n_common);
  if (n < run->verb->n_options) {
    return &run->verb->options[n];
  }
  n -= run->verb->n_options;
  return n < n_common ? &common[n] : NULL;
}

static const CliOption*
find_name(const CliRun* run, TwStr name)
{
  const CliOption* option = NULL;
  for (size_t i = 0; (option = option_at(run, i)); ++i) {
    if (tw_str_equal(tw_str(option->name), name)) {
      return option;
    }
  }
  return NULL;
}

static const CliOption*
find_letter(const CliRun* run, char letter)
{
  const CliOption* option = NULL;
  for (size_t i = 0; (option = option_at(run, i)); ++i) {
    if (option->letter == letter) {
      return option;
    }
  }
  return NULL;
}

static TwStatus
unknown_option(CliRun* run, TwStr name)
{
  const char* names[MAX_NAMES];
  size_t n = 0;
  const CliOption* option = NULL;
  for (size_t i = 0; n < MAX_NAMES && (option = option_at(run, i)); ++i) {
    names[n++] = option->name;
  }
  char word[MAX_WORD + 1];
  char hint[128];
  snprintf(word, sizeof(word), "%.*s", TW_STR_ARG(name));
  const char* const nearest = cli_nearest(word, names, n);
  if (nearest) {
    snprintf(hint, sizeof(hint), "did you mean --%s?", nearest);
  } else {
    snprintf(hint, sizeof(hint), "triplewire %s --help lists the options",
             run->verb->name);
  }
  cli_usage_error(run, CLI_CODE_OPTION, hint, "%s has no option --%.*s",
                  run->verb->name, TW_STR_ARG(name));
  return TW_ERR_USAGE;
}

/* True if `value` is one of the words "a|b|c", or any text may stand there. */
static bool
is_allowed(const CliOption* option, const char* value)
{
  TwStr rest = tw_str(option->argument);
  TwStr word;
  if (!strchr(option->argument, '|')) {
    return true;
  }
  while (tw_str_next(&rest, '|', &word)) {
    if (tw_str_equal(word, tw_str(value))) {
      return true;
    }
  }
  return false;
}

static TwStatus
give(CliRun* run, const CliOption* option, const char* value)
{
  if (option->argument && !value) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL, "--%s needs a value: --%s=%s",
                    option->name, option->name, option->argument);
    return TW_ERR_USAGE;
  }
  if (!option->argument && value) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL, "--%s takes no value",
                    option->name);
    return TW_ERR_USAGE;
  }
  if (value && !is_allowed(option, value)) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL, "--%s is one of %s, not '%s'",
                    option->name, option->argument, value);
    return TW_ERR_USAGE;
  }
  CliGiven* const given = TW_VEC_PUSH(run->arena, &run->given);
  if (!given) {
    return TW_ERR_NOMEM;
  }
  *given = (CliGiven){option, value};
  return TW_OK;
}

/* Takes "--name", "--name=value" or "--name value" at argv[*at]. */
static TwStatus
parse_long(CliRun* run, int argc, char** argv, int* at)
{
  const char* const text = argv[*at] + 2;
  const char* const equals = strchr(text, '=');
  const TwStr name = {text, equals ? (size_t)(equals - text) : strlen(text)};
  const CliOption* const option = find_name(run, name);
  if (!option) {
    return unknown_option(run, name);
  }
  if (equals) {
    return give(run, option, equals + 1);
  }
  return give(run, option,
              option->argument && *at + 1 < argc ? argv[++*at] : NULL);
}

/* Takes "-x", "-xy", "-xVALUE" or "-x VALUE" at argv[*at]. */
static TwStatus
parse_short(CliRun* run, int argc, char** argv, int* at)
{
  for (const char* c = argv[*at] + 1; *c; ++c) {
    const CliOption* const option = find_letter(run, *c);
    if (!option) {
      char hint[128];
      snprintf(hint, sizeof(hint), "triplewire %s --help lists the options",
               run->verb->name);
      cli_usage_error(run, CLI_CODE_OPTION, hint, "%s has no option -%c",
                      run->verb->name, *c);
      return TW_ERR_USAGE;
    }
    if (!option->argument) {
      TW_TRY(give(run, option, NULL));
      continue;
    }
    if (c[1]) {
      return give(run, option, c + 1);
    }
    return give(run, option, *at + 1 < argc ? argv[++*at] : NULL);
  }
  return TW_OK;
}

static TwStatus
check_operands(CliRun* run)
{
  const size_t n = run->operands.count;
  char hint[256];
  snprintf(hint, sizeof(hint), "triplewire %s [OPTION]...%s%s", run->verb->name,
           run->verb->operands[0] ? " " : "", run->verb->operands);
  if (cli_has(run, "help")) {
    return TW_OK;
  }
  if (n < run->verb->min_operands) {
    cli_usage_error(run, CLI_CODE_OPERAND, hint, "%s needs more arguments",
                    run->verb->name);
    return TW_ERR_USAGE;
  }
  if (n > run->verb->max_operands) {
    cli_usage_error(run, CLI_CODE_OPERAND, hint, "%s has no use for '%s'",
                    run->verb->name, run->operands.at[run->verb->max_operands]);
    return TW_ERR_USAGE;
  }
  return TW_OK;
}

TwStatus
cli_parse(CliRun* run, int argc, char** argv)
{
  bool only_operands = false;
  for (int i = 0; i < argc; ++i) {
    const char* const text = argv[i];
    if (!only_operands && !strcmp(text, "--")) {
      only_operands = true;
    } else if (!only_operands && !strncmp(text, "--", 2)) {
      TW_TRY(parse_long(run, argc, argv, &i));
    } else if (!only_operands && text[0] == '-' && text[1]) {
      TW_TRY(parse_short(run, argc, argv, &i));
    } else {
      const char** const operand = TW_VEC_PUSH(run->arena, &run->operands);
      if (!operand) {
        return TW_ERR_NOMEM;
      }
      *operand = text;
    }
  }
  return check_operands(run);
}

bool
cli_has(const CliRun* run, const char* name)
{
  for (size_t i = 0; i < run->given.count; ++i) {
    if (!strcmp(run->given.at[i].option->name, name)) {
      return true;
    }
  }
  return false;
}

const char*
cli_value(const CliRun* run, const char* name)
{
  const char* value = NULL;
  for (size_t i = 0; i < run->given.count; ++i) {
    if (!strcmp(run->given.at[i].option->name, name)) {
      value = run->given.at[i].value;
    }
  }
  return value;
}

const char* const*
cli_values(const CliRun* run, const char* name, size_t* out_n)
{
  const char** const values =
    TW_NEW(run->arena, const char*, run->given.count + 1);
  *out_n = 0;
  for (size_t i = 0; values && i < run->given.count; ++i) {
    if (!strcmp(run->given.at[i].option->name, name)) {
      values[(*out_n)++] = run->given.at[i].value;
    }
  }
  return values;
}

bool
cli_number(CliRun* run, const char* name, uint64_t min, uint64_t max,
           uint64_t fallback, uint64_t* out)
{
  const char* const value = cli_value(run, name);
  *out = fallback;
  if (value &&
      (!tw_str_to_u64(tw_str(value), out) || *out < min || *out > max)) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL,
                    "--%s is a number from %llu to %llu, not '%s'", name,
                    (unsigned long long)min, (unsigned long long)max, value);
    return false;
  }
  return true;
}
