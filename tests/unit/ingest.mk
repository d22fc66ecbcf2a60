# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_ingest
TESTS += check_ingest
check_ingest_CPPFLAGS = $(unit_cppflags)
check_ingest_LDADD = $(unit_extract)
check_ingest_SOURCES = \
  tests/unit/floor_ingest.c \
  tests/unit/test_calendar.c \
  tests/unit/test_encoding.c \
  tests/unit/test_ingest.c \
  tests/unit/test_source.c
check_ingest_SOURCES += \
  tests/unit/test_jsonflat.c
