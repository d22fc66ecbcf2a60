# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_ingest
TESTS += check_ingest
check_ingest_CPPFLAGS = $(unit_cppflags)
check_ingest_CFLAGS = $(unit_cflags)
check_ingest_LDADD = $(unit_extract)
check_ingest_SOURCES = \
  tests/unit/floor_ingest.c
