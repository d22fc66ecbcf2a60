/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "cli/signals.h"
#include "cli/verbs.h"
#include "graph/query/query.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_NAMED 64
#define MAX_VALUES 16
#define MEGABYTE ((uint64_t)1 << 20)

static const struct {
  const char* word;
  TwResultFormat format;
} formats[] = {
  {"table", TW_RESULT_TABLE}, {"csv", TW_RESULT_CSV}, {"tsv", TW_RESULT_TSV},
  {"json", TW_RESULT_JSON},   {"xml", TW_RESULT_XML},
};

/* A table for people; what a program reads in a pipe is TSV. */
static TwResultFormat
wanted_format(const CliRun* run)
{
  const char* const word = cli_value(run, "format");
  for (size_t i = 0; word && i < sizeof(formats) / sizeof(formats[0]); ++i) {
    if (!strcmp(formats[i].word, word)) {
      return formats[i].format;
    }
  }
  return isatty(STDOUT_FILENO) ? TW_RESULT_TABLE : TW_RESULT_TSV;
}

static int
list_named(CliRun* run)
{
  size_t n = 0;
  const TwNamedQuery* const named = tw_query_named(&n);
  TwBuf out = TW_BUF_INIT;
  for (size_t i = 0; i < n; ++i) {
    tw_buf_addf(&out, "%-14s %s\n", named[i].name, named[i].summary);
  }
  const int code = cli_print(run, tw_buf_str(&out));
  tw_buf_clear(&out);
  return code;
}

static const TwNamedQuery*
find_named(const char* name)
{
  size_t n = 0;
  const TwNamedQuery* const named = tw_query_named(&n);
  for (size_t i = 0; i < n; ++i) {
    if (!strcmp(named[i].name, name)) {
      return &named[i];
    }
  }
  return NULL;
}

static int
unknown_name(CliRun* run, const char* name)
{
  size_t n = 0;
  const TwNamedQuery* const named = tw_query_named(&n);
  const char* names[MAX_NAMED];
  char hint[128] = "triplewire query --list names them";
  n = n < MAX_NAMED ? n : MAX_NAMED;
  for (size_t i = 0; i < n; ++i) {
    names[i] = named[i].name;
  }
  const char* const nearest = cli_nearest(name, names, n);
  if (nearest) {
    TwBuf text = TW_BUF_INIT;
    tw_buf_addf(&text, "did you mean %s?", nearest);
    const size_t len = text.len < sizeof(hint) ? text.len : sizeof(hint) - 1;
    memcpy(hint, text.s, len);
    hint[len] = '\0';
    tw_buf_clear(&text);
  }
  return cli_usage_error(run, CLI_CODE_QUERY, hint,
                         "there is no shipped query '%s'", name);
}

/* True if an operand is NAME=VALUE; a query has a blank or a brace first. */
static bool
read_value(const char* operand, TwBinding* out)
{
  static const char letters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  const size_t len = strspn(operand, letters);
  *out = (TwBinding){.name = {operand, len}};
  if (!len || operand[len] != '=') {
    return false;
  }
  out->value = tw_str(operand + len + 1);
  return true;
}

/* Splits the operands behind the graph into values for variables and the
 * query, if one stands there. False, with a message, if there is more. */
static bool
read_operands(CliRun* run, TwBinding* values, TwQuery* query,
              const char** out_asked)
{
  *out_asked = NULL;
  query->bindings = values;
  for (size_t i = 1; i < run->operands.count; ++i) {
    if (read_value(run->operands.at[i], &values[query->n_bindings])) {
      ++query->n_bindings;
    } else if (*out_asked) {
      cli_usage_error(run, CLI_CODE_OPERAND, "a value is given as NAME=VALUE",
                      "query has one query: %s is one too many",
                      run->operands.at[i]);
      return false;
    } else {
      *out_asked = run->operands.at[i];
    }
  }
  return true;
}

/* What is asked: a name of one word, a query, or what a file holds. False,
 * with a message, if it is none of these. */
static bool
find_query(CliRun* run, const char* asked, TwBuf* text, TwQuery* query)
{
  const char* const file = cli_value(run, "file");
  if (!file == !asked) {
    cli_usage_error(run, CLI_CODE_OPERAND,
                    "triplewire query DIR NAME, DIR 'SELECT ...' or "
                    "--file=FILE DIR",
                    "query needs one query");
    return false;
  }
  if (file) {
    query->name = tw_str(file);
    if (tw_file_read(file, MEGABYTE, text) != TW_OK) {
      cli_usage_error(run, CLI_CODE_QUERY, NULL, "%s cannot be read: %s", file,
                      strerror(errno));
      return false;
    }
    query->sparql = tw_buf_str(text);
    return true;
  }
  if (strpbrk(asked, " \t\n{")) {
    query->name = TW_STR("query");
    query->sparql = tw_str(asked);
    return true;
  }
  const TwNamedQuery* const named = find_named(asked);
  if (!named) {
    unknown_name(run, asked);
    return false;
  }
  query->name = tw_str(named->name);
  query->sparql = tw_str(named->sparql);
  return true;
}

static int
ask(CliRun* run, TwQuery* query)
{
  TwBuf out = TW_BUF_INIT;
  TwStatus status = tw_query_run(query, &run->sink, &out);
  int code = 0;
  if (status == TW_OK) {
    code = cli_print(run, tw_buf_str(&out));
  } else {
    code = tw_status_exit(cli_report_status(run, status));
  }
  tw_buf_clear(&out);
  return code;
}

static int
run_query(CliRun* run)
{
  uint64_t seconds = 0;
  uint64_t megabytes = 0;
  if (cli_has(run, "list")) {
    return list_named(run);
  }
  if (!run->operands.count) {
    return cli_usage_error(run, CLI_CODE_OPERAND,
                           "triplewire query DIR NAME, after "
                           "triplewire build -o DIR",
                           "query needs a graph and a query");
  }
  if (!cli_number(run, "seconds", 1, UINT32_MAX / 2, 0, &seconds) ||
      !cli_number(run, "memory", 1, SIZE_MAX / MEGABYTE, 0, &megabytes)) {
    return tw_status_exit(TW_ERR_USAGE);
  }
  TwBuf text = TW_BUF_INIT;
  TwBinding values[MAX_VALUES];
  const char* asked = NULL;
  TwQuery query = {.path =
                     cli_bundle_path(run, run->operands.at[0], "graph.ttl"),
                   .format = wanted_format(run),
                   .seconds = (unsigned)seconds,
                   .memory = (size_t)(megabytes * MEGABYTE)};
  int code = tw_status_exit(query.path ? TW_ERR_USAGE : TW_ERR_NOMEM);
  if (query.path && read_operands(run, values, &query, &asked) &&
      find_query(run, asked, &text, &query)) {
    code = ask(run, &query);
  }
  tw_buf_clear(&text);
  return code;
}

static const CliOption options[] = {
  {"list", 'l', NULL, "Name the queries that come with the program"},
  {"format", 'f', "table|csv|tsv|json|xml",
   "Form of the answer; a table on a terminal, else TSV"},
  {"file", 0, "FILE", "Read the query from a file"},
  {"seconds", 0, "N", "Give up after so long"},
  {"memory", 0, "MB", "Give up beyond so many megabytes"},
};

const CliVerb cli_verb_query = {
  .name = "query",
  .operands = "[DIR|FILE] [NAME|SPARQL] [NAME=VALUE]...",
  .summary = "Ask a graph",
  .text =
    "The graph is the folder that build has written, or a file of Turtle, "
    "N-Triples, N-Quads or TriG. The query is one that comes with the program, "
    "by its name, or SPARQL 1.1. NAME=VALUE keeps the rows whose column NAME "
    "holds VALUE, as in `query out claims about=Morel`; if no column is called "
    "so, VALUE stands for the variable NAME of the query. What the query "
    "engine does not have or gets wrong is refused with a word how to ask "
    "instead.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = MAX_VALUES,
  .run = run_query,
};
