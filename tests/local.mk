# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

TEST_EXTENSIONS = .sh
AM_TESTS_ENVIRONMENT = \
  LC_ALL=C.UTF-8; export LC_ALL; \
  TRIPLEWIRE_DATA='$(abs_top_builddir)/share'; export TRIPLEWIRE_DATA; \
  TRIPLEWIRE='$(abs_top_builddir)/triplewire'; export TRIPLEWIRE; \
  srcdir='$(abs_top_srcdir)'; export srcdir; \
  builddir='$(abs_top_builddir)'; export builddir; \
  TW_CPPFLAGS='$(TW_CPPFLAGS) $(REDLAND_CFLAGS)'; export TW_CPPFLAGS; \
  CC='$(CC)'; export CC; $(sanitizer_environment)
if SANITIZERS
sanitizer_environment = CK_FORK=no; export CK_FORK; \
  UBSAN_OPTIONS=print_stacktrace=1; export UBSAN_OPTIONS; \
  LSAN_OPTIONS='print_suppressions=0:suppressions=$(abs_top_srcdir)/tests/leaks.supp'; \
  export LSAN_OPTIONS; TW_SANITIZED=yes; export TW_SANITIZED;
endif

script_tests = \
  tests/exports.sh \
  tests/format.sh \
  tests/headers.sh \
  tests/layers.sh \
  tests/shape.sh
TESTS += $(script_tests)
dist_noinst_SCRIPTS += $(script_tests)

TESTS += tests/errors.sh
dist_noinst_SCRIPTS += tests/errors.sh

TESTS += tests/vocab.sh
dist_noinst_SCRIPTS += tests/vocab.sh

TESTS += tests/rules.sh
dist_noinst_SCRIPTS += tests/rules.sh

TESTS += tests/workbench.sh
dist_noinst_SCRIPTS += tests/workbench.sh
EXTRA_DIST += tests/workbench

TESTS += tests/help.sh
dist_noinst_SCRIPTS += tests/help.sh

TESTS += tests/jit.sh
dist_noinst_SCRIPTS += tests/jit.sh

TESTS += tests/schema.sh
dist_noinst_SCRIPTS += tests/schema.sh
EXTRA_DIST += tests/schema.py

TESTS += tests/tutorial.sh
dist_noinst_SCRIPTS += tests/tutorial.sh

TESTS += tests/broken.sh
dist_noinst_SCRIPTS += tests/broken.sh
EXTRA_DIST += tests/broken

# These run the program.
# tests/seeds/score.sh only tells: it has no threshold.
program_tests = \
  tests/seeds/score.sh \
  tests/browser/drawing.sh \
  tests/cases/run.sh \
  tests/demo.sh \
  tests/faults/input.sh \
  tests/faults/many.sh \
  tests/faults/output.sh \
  tests/faults/rules.sh \
  tests/halves.sh \
  tests/linear.sh \
  tests/install.sh \
  tests/readme.sh \
  tests/same_bytes.sh \
  tests/shapes/run.sh \
  tests/stores/run.sh
TESTS += $(program_tests)
dist_noinst_SCRIPTS += $(program_tests)
EXTRA_DIST += tests/seeds/fused.py tests/shapes/engine.py
# Not tests/cases whole: make check leaves a log in it.
EXTRA_DIST += tests/cases/build \
  tests/cases/check \
  tests/cases/cli \
  tests/cases/diff \
  tests/cases/explain \
  tests/cases/mentions \
  tests/cases/query \
  tests/cases/rules \
  tests/cases/verify
EXTRA_DIST += tests/faults/common.sh tests/leaks.supp
EXTRA_DIST += tests/browser/colours.py tests/browser/measure.js
TESTS += tests/orders.sh
dist_noinst_SCRIPTS += tests/orders.sh

TESTS += tests/kill/run.sh
dist_noinst_SCRIPTS += tests/kill/run.sh
EXTRA_DIST += tests/kill/killer.c

include tests/fuzz/local.mk
include tests/questions/local.mk
include tests/stores/local.mk

if HAVE_CHECK
include tests/unit/local.mk
endif

# Not a part of make check: it takes minutes.
dist_noinst_SCRIPTS += tests/valgrind.sh
EXTRA_DIST += tests/valgrind.supp
.PHONY: check-valgrind
check-valgrind: all $(check_PROGRAMS)
	$(AM_TESTS_ENVIRONMENT) sh $(top_srcdir)/tests/valgrind.sh
