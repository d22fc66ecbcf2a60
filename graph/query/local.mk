# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Questions in SPARQL
graph_libgraph_la_SOURCES += \
  graph/query/named.c \
  graph/query/query.c graph/query/query.h \
  graph/query/query_asking.h \
  graph/query/query_bind.c \
  graph/query/query_check.c \
  graph/query/query_eval.c \
  graph/query/query_guard.c graph/query/query_guard.h \
  graph/query/query_guard_expr.c \
  graph/query/query_modify.c \
  graph/query/query_optional.c graph/query/query_optional.h \
  graph/query/query_optional_match.c \
  graph/query/query_order.c \
  graph/query/query_part.c \
  graph/query/query_parts.h \
  graph/query/query_read.c \
  graph/query/query_refuse.c \
  graph/query/query_result.c \
  graph/query/query_scan.c \
  graph/query/query_source.c graph/query/query_source.h \
  graph/query/query_table.c
