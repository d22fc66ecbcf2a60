/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

Suite*
test_pack_suite(void);

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_pack_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
