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
  graph/query_bind.c \
  graph/query_check.c \
  graph/query_eval.c \
  graph/query_guard.c graph/query_guard.h \
  graph/query_guard_expr.c \
  graph/query_read.c \
  graph/query_refuse.c \
  graph/query_optional.c graph/query_optional.h \
  graph/query_optional_match.c \
  graph/query_result.c \
  graph/query_scan.c \
  graph/query_source.c graph/query_source.h \
  graph/query_table.c

graph_libgraph_la_SOURCES += \
  graph/check.c graph/check.h graph/check_parts.h \
  graph/check_names.c \
  graph/check_shapes.c \
  graph/claims.c graph/claims.h \
  graph/diff.c graph/diff.h \
  graph/explain.c graph/explain.h \
  graph/lookup.c graph/lookup.h \
  graph/verify.c graph/verify.h graph/verify_parts.h \
  graph/verify_claims.c
# Fusing
graph_libgraph_la_SOURCES += \
  graph/alias.c graph/alias.h \
  graph/conflict.c graph/conflict.h \
  graph/conflict_certainty.c \
  graph/conflict_omission.c \
  graph/conflict_order.c \
  graph/conflict_values.c \
  graph/conflict_wording.c \
  graph/correct.c graph/correct.h \
  graph/correct_apply.c graph/correct_apply.h \
  graph/correct_event.c graph/correct_event.h \
  graph/emit.c graph/emit.h \
  graph/entity.c graph/entity.h \
  graph/event.c graph/event.h \
  graph/fuse.c graph/fuse.h \
  graph/fusion.c graph/fusion.h \
  graph/graph.h \
  graph/identity.c graph/identity.h \
  graph/iri.c graph/iri.h \
  graph/local.c graph/local.h \
  graph/match.c graph/match.h \
  graph/moment.c graph/moment.h \
  graph/node.c graph/node.h \
  graph/quote.c graph/quote.h \
  graph/record.c graph/record.h \
  graph/saying.c graph/saying.h \
  graph/shingle.c graph/shingle.h \
  graph/source.c graph/source.h \
  graph/statement.c graph/statement.h \
  graph/sum.c graph/sum.h \
  graph/title.c graph/title.h \
  graph/triples.c graph/triples.h

# Who is who
graph_libgraph_la_SOURCES += \
  graph/context.c graph/context.h \
  graph/judge.c graph/judge.h \
  graph/neighbour.c graph/neighbour.h \
  graph/namesake.c graph/namesake.h \
  graph/person.c graph/person.h \
  graph/person_name.c graph/person_name.h
