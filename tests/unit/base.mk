# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_base
TESTS += check_base
check_base_CPPFLAGS = $(unit_cppflags)
check_base_CFLAGS = $(unit_cflags)
check_base_LDADD = $(unit_base)
check_base_SOURCES = \
  tests/unit/floor_base.c \
  tests/unit/scratch.c tests/unit/scratch.h \
  tests/unit/test_arena.c \
  tests/unit/test_buf.c \
  tests/unit/test_child.c \
  tests/unit/test_diag.c \
  tests/unit/test_file.c \
  tests/unit/test_json.c \
  tests/unit/test_map.c \
  tests/unit/test_parallel.c \
  tests/unit/test_sha256.c \
  tests/unit/test_spool.c \
  tests/unit/test_status.c \
  tests/unit/test_str.c \
  tests/unit/test_utf8.c \
  tests/unit/test_writer.c
