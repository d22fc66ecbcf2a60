/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

#include <stdlib.h>

#define SECONDS 60

Suite*
suite_of(const char* name, const TTest* const* tests, size_t n_tests,
         void (*setup)(void), void (*teardown)(void))
{
  TCase* const tcase = tcase_create(name);
  tcase_set_timeout(tcase, SECONDS);
  tcase_add_checked_fixture(tcase, setup, teardown);
  for (size_t i = 0; i < n_tests; ++i) {
    tcase_add_test(tcase, tests[i]);
  }
  Suite* const suite = suite_create(name);
  suite_add_tcase(suite, tcase);
  return suite;
}

int
run_suites(SuiteMaker* const* suites, size_t n_suites)
{
  SRunner* const runner = srunner_create(NULL);
  for (size_t i = 0; i < n_suites; ++i) {
    srunner_add_suite(runner, suites[i]());
  }
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
