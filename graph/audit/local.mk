# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# What speaks for a graph, and what against it
graph_libgraph_la_SOURCES += \
  graph/audit/check.c graph/audit/check.h \
  graph/audit/check_names.c \
  graph/audit/check_parts.h \
  graph/audit/check_shapes.c \
  graph/audit/claims.c graph/audit/claims.h \
  graph/audit/diff.c graph/audit/diff.h \
  graph/audit/explain.c graph/audit/explain.h \
  graph/audit/lookup.c graph/audit/lookup.h \
  graph/audit/verify.c graph/audit/verify.h \
  graph/audit/verify_claims.c \
  graph/audit/verify_parts.h
