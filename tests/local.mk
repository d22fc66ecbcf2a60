# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

AM_TESTS_ENVIRONMENT = \
  LC_ALL=C.UTF-8; export LC_ALL; \
  TRIPLEWIRE_DATA='$(abs_top_builddir)/share'; export TRIPLEWIRE_DATA; \
  srcdir='$(abs_top_srcdir)'; export srcdir; \
  builddir='$(abs_top_builddir)'; export builddir; \
  CC='$(CC)'; export CC; $(SANITIZER_ENVIRONMENT)
if SANITIZERS
SANITIZER_ENVIRONMENT = CK_FORK=no; export CK_FORK; \
  UBSAN_OPTIONS=print_stacktrace=1; export UBSAN_OPTIONS;
endif

if HAVE_CHECK
include tests/unit/local.mk
endif
