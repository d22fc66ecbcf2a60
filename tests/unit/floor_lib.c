/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_sources_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {test_sources_suite};
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
