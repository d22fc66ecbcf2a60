/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_gazetteer_suite, test_schema_suite, test_vocab_suite,
  test_person_name_suite, test_table_suite, test_term_suite, test_type_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_type_suite,        test_table_suite,  test_gazetteer_suite,
    test_term_suite,        test_schema_suite, test_vocab_suite,
    test_person_name_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
