/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"

#include <stdio.h>
#include <stdlib.h>

int
check_text_main(const char* name, const TTest* const* tests, size_t n_tests)
{
  TCase* const tcase = tcase_create(name);
  tcase_set_timeout(tcase, 60);
  for (size_t i = 0; i < n_tests; ++i) {
    tcase_add_test(tcase, tests[i]);
  }
  Suite* const suite = suite_create(name);
  suite_add_tcase(suite, tcase);
  SRunner* const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

const char*
check_text_data(void)
{
  static char path[4096];
  const char* const srcdir = getenv("srcdir"); /* Set by make check */
  snprintf(path, sizeof(path), "%s/data", srcdir ? srcdir : ".");
  return path;
}
