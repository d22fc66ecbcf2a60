# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_mention
TESTS += check_mention
check_mention_CPPFLAGS = $(unit_cppflags)
check_mention_CFLAGS = $(unit_cflags)
check_mention_LDADD = $(unit_extract)
check_mention_SOURCES = \
  tests/unit/check_groups.c tests/unit/check_groups.h \
  tests/unit/check_mention.c tests/unit/check_mention.h \
  tests/unit/check_times.c tests/unit/check_times.h \
  tests/unit/floor_mention.c \
  tests/unit/test_anaphora.c \
  tests/unit/test_coref.c \
  tests/unit/test_date.c tests/unit/test_datetree.c \
  tests/unit/test_group.c \
  tests/unit/test_name.c \
  tests/unit/test_number.c \
  tests/unit/test_place.c
