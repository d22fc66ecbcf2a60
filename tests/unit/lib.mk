# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_lib
TESTS += check_lib
check_lib_CPPFLAGS = $(unit_cppflags)
check_lib_CFLAGS = $(unit_cflags)
check_lib_LDADD = $(unit_lib)
check_lib_SOURCES = \
  tests/unit/floor_lib.c \
  tests/unit/scratch.c tests/unit/scratch.h \
  tests/unit/test_sources.c
