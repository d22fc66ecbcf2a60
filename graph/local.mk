# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += graph/libgraph.la

graph_libgraph_la_CPPFLAGS = $(AM_CPPFLAGS) $(REDLAND_CFLAGS)
graph_libgraph_la_SOURCES =

graph_libgraph_la_SOURCES += \
  graph/quads.c graph/quads.h graph/quads_index.h \
  graph/quads_find.c \
  graph/quads_sort.c

graph_libgraph_la_SOURCES += \
  graph/store.c graph/store.h graph/store_parts.h \
  graph/store_read.c \
  graph/store_storage.c

graph_libgraph_la_SOURCES += \
  graph/named.c \
  graph/query.c graph/query.h graph/query_parts.h \
  graph/query_asking.h \
  graph/query_eval.c \
  graph/query_guard.c graph/query_guard.h \
  graph/query_guard_expr.c \
  graph/query_read.c \
  graph/query_refuse.c \
  graph/query_result.c \
  graph/query_scan.c \
  graph/query_table.c

graph_libgraph_la_SOURCES += \
  graph/verify.c graph/verify.h graph/verify_parts.h \
  graph/verify_claims.c
