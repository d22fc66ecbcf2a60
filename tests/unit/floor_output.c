/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_bundle_suite, test_diagram_suite, test_diagram_words_suite,
  test_draw_suite, test_facts_suite, test_label_suite, test_report_suite,
  test_turtle_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_label_suite,   test_bundle_suite,        test_draw_suite,
    test_diagram_suite, test_diagram_words_suite, test_turtle_suite,
    test_facts_suite,   test_report_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
