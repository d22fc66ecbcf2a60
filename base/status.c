/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/status.h"

#include <stddef.h>

/* Exit codes are part of the interface: 1 is kept for findings of a program
 * that did its work, 2 for what the caller can put right. */
static const struct {
  const char* text;
  int exit;
} table[] = {
  [TW_OK] = {"no error", 0},
  [TW_NONE] = {"nothing found", 1},
  [TW_ERR_NOMEM] = {"memory ran out", 6},
  [TW_ERR_USAGE] = {"the command line is wrong", 2},
  [TW_ERR_RULE] = {"a rule or table is wrong", 2},
  [TW_ERR_INPUT] = {"a document cannot be read", 3},
  [TW_ERR_ENCODING] = {"a document is not valid UTF-8", 3},
  [TW_ERR_READ] = {"the system refused to read", 3},
  [TW_ERR_WRITE] = {"the system refused to write", 4},
  [TW_ERR_LIMIT] = {"a limit was hit", 5},
  [TW_ERR_STORE] = {"the triple store refused", 6},
  [TW_ERR_QUERY] = {"the query is wrong", 2},
  [TW_ERR_CHILD] = {"a child process died or ran over its budget", 6},
  [TW_ERR_INTERNAL] = {"an internal error", 6},
};

#define N_STATUSES (sizeof(table) / sizeof(table[0]))

const char*
tw_status_text(TwStatus status)
{
  return (size_t)status < N_STATUSES ? table[status].text : "unknown status";
}

int
tw_status_exit(TwStatus status)
{
  return (size_t)status < N_STATUSES ? table[status].exit : 6;
}
