/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_atoms_suite, test_event_suite, test_extract_suite,
  test_frame_suite, test_pack_suite, test_pattern_suite, test_position_suite,
  test_introduce_suite, test_refer_suite, test_watch_suite,
  test_participant_suite, test_near_suite, test_trace_suite,
  test_quotation_suite, test_setting_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_atoms_suite,    test_event_suite,       test_extract_suite,
    test_frame_suite,    test_pack_suite,        test_pattern_suite,
    test_position_suite, test_introduce_suite,   test_refer_suite,
    test_watch_suite,    test_participant_suite, test_trace_suite,
    test_near_suite,     test_quotation_suite,   test_setting_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
