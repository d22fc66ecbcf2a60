/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_arena_suite, test_buf_suite, test_child_suite, test_diag_suite,
  test_file_suite, test_json_suite, test_map_suite, test_parallel_suite,
  test_sha256_suite, test_status_suite, test_spool_suite, test_str_suite,
  test_utf8_suite, test_writer_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_status_suite, test_str_suite,      test_arena_suite, test_buf_suite,
    test_map_suite,    test_utf8_suite,     test_diag_suite,  test_sha256_suite,
    test_file_suite,   test_writer_suite,   test_spool_suite, test_child_suite,
    test_json_suite,   test_parallel_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
