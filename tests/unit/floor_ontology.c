/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

static Suite*
test_nothing_suite(void)
{
  return suite_create("nothing");
}

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_nothing_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
