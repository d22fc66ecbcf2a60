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
