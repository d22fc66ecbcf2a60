/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/runner.h"

SuiteMaker test_fold_suite, test_gate_suite, test_morphology_suite,
  test_sentence_suite, test_tagger_suite, test_token_suite,
  test_wordcache_suite;

int
main(void)
{
  static SuiteMaker* const suites[] = {
    test_fold_suite,      test_gate_suite,   test_morphology_suite,
    test_sentence_suite,  test_tagger_suite, test_token_suite,
    test_wordcache_suite,
  };
  return run_suites(suites, sizeof(suites) / sizeof(suites[0]));
}
