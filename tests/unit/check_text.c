/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"

#include <stdio.h>
#include <stdlib.h>

const char*
check_text_data(void)
{
  static char path[4096];
  const char* const srcdir = getenv("srcdir"); /* Set by make check */
  snprintf(path, sizeof(path), "%s/data", srcdir ? srcdir : ".");
  return path;
}
