# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_base
TESTS += check_base
check_base_CPPFLAGS = $(unit_cppflags)
check_base_LDADD = $(unit_base)
check_base_SOURCES = \
  tests/unit/floor_base.c
