# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Statements, and the only Redland
graph_libgraph_la_SOURCES += \
  graph/store/quads.c graph/store/quads.h \
  graph/store/quads_find.c \
  graph/store/quads_index.h \
  graph/store/quads_sort.c \
  graph/store/store.c graph/store/store.h \
  graph/store/store_parts.h \
  graph/store/store_read.c \
  graph/store/store_storage.c
