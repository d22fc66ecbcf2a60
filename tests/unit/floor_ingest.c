/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_calendar_suite, test_encoding_suite, test_ingest_suite,
  test_source_suite, test_jsonflat_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_calendar_suite, test_encoding_suite, test_ingest_suite,
    test_source_suite,   test_jsonflat_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
