# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += base/libbase.la

# The tests build these files a second time, with allocations that fail.
base_sources = \
  base/alloc.c base/alloc.h \
  base/arena.c base/arena.h \
  base/buf.c base/buf.h \
  base/calendar.c base/calendar.h \
  base/child.c base/child.h \
  base/diag.c base/diag.h \
  base/file.c base/walk.c base/writer.c base/file.h \
  base/hash.h \
  base/json.c base/json.h \
  base/map.c base/intern.c base/map.h \
  base/number.c base/number.h \
  base/parallel.c base/parallel.h \
  base/sha256.c base/sha256.h \
  base/sha256_x86.c base/sha256_block.h \
  base/spool.c base/spool.h \
  base/status.c base/status.h \
  base/str.c base/str.h \
  base/utf8.c base/utf8.h

base_libbase_la_SOURCES = $(base_sources)
