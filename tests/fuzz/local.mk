# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

fuzzers = tests/fuzz/fuzz_query tests/fuzz/fuzz_reading tests/fuzz/fuzz_rules
check_PROGRAMS += $(fuzzers)

fuzz_driver = \
  tests/fuzz/fuzz.c tests/fuzz/fuzz.h \
  tests/fuzz/replay.c
fuzz_libs = $(TW_FLOORS) $(TW_LIBS)

tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c $(fuzz_driver)
tests_fuzz_fuzz_query_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_reading_SOURCES = tests/fuzz/fuzz_reading.c $(fuzz_driver)
tests_fuzz_fuzz_reading_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_rules_SOURCES = tests/fuzz/fuzz_rules.c $(fuzz_driver)
tests_fuzz_fuzz_rules_LDADD = $(fuzz_libs)

TESTS += tests/fuzz/replay.sh
dist_noinst_SCRIPTS += tests/fuzz/replay.sh
EXTRA_DIST += tests/fuzz/query
