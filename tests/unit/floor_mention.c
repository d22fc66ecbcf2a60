/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_anaphora_suite, test_coref_suite, test_date_suite,
  test_datetree_suite, test_group_suite, test_name_suite, test_number_suite,
  test_place_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_date_suite,   test_datetree_suite, test_name_suite,
    test_number_suite, test_place_suite,    test_coref_suite,
    test_group_suite,  test_anaphora_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
