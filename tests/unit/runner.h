/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_RUNNER_H
#define TW_TESTS_UNIT_RUNNER_H

#include <check.h>
#include <stddef.h>

/* Each tests/unit/test_X.c gives one suite; tests/unit/floor_F.c lists those
 * of a floor. Check's own variables work: CK_FORK=no, CK_RUN_SUITE=str. */

typedef Suite*
SuiteMaker(void);

/// A suite of one case that holds `tests`; `setup` and `teardown` run around
/// each of them and may be NULL
Suite*
suite_of(const char* name, const TTest* const* tests, size_t n_tests,
         void (*setup)(void), void (*teardown)(void));

/// Runs the suites; returns what main() returns
int
run_suites(SuiteMaker* const* suites, size_t n_suites);

/// suite_of() for a static array
#define SUITE_OF(name, tests) SUITE_WITH(name, tests, NULL, NULL)

/// SUITE_OF() with functions around each test
#define SUITE_WITH(name, tests, setup, teardown)                               \
  suite_of((name), (tests), sizeof(tests) / sizeof((tests)[0]), (setup),       \
           (teardown))

#endif
