# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_output
TESTS += check_output
check_output_CPPFLAGS = $(unit_cppflags)
check_output_CFLAGS = $(unit_cflags)
check_output_LDADD = $(unit_output)
check_output_SOURCES = \
  tests/unit/floor_output.c
