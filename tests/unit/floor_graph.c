/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_named_suite, test_quads_suite, test_store_suite,
  test_query_suite, test_verify_suite, test_fuse_suite, test_moment_suite,
  test_triples_suite, test_shingle_suite, test_conflict_suite,
  test_conflict_words_suite, test_quote_suite, test_identity_suite,
  test_match_suite, test_query_rewrite_suite, test_conflict_actors_suite,
  test_saying_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_quads_suite,          test_store_suite,
    test_query_suite,          test_named_suite,
    test_verify_suite,         test_moment_suite,
    test_fuse_suite,           test_triples_suite,
    test_shingle_suite,        test_conflict_suite,
    test_conflict_words_suite, test_quote_suite,
    test_identity_suite,       test_match_suite,
    test_query_rewrite_suite,  test_conflict_actors_suite,
    test_saying_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
