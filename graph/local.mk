# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += graph/libgraph.la

graph_libgraph_la_CPPFLAGS = $(AM_CPPFLAGS) $(REDLAND_CFLAGS)
graph_libgraph_la_SOURCES =

include graph/store/local.mk
include graph/query/local.mk
include graph/audit/local.mk

# One graph from many articles
graph_libgraph_la_SOURCES += \
  graph/emit.c graph/emit.h \
  graph/event.c graph/event.h \
  graph/fuse.c graph/fuse.h \
  graph/fusion.c graph/fusion.h \
  graph/graph.h \
  graph/iri.c graph/iri.h \
  graph/local.c graph/local.h \
  graph/match.c graph/match.h \
  graph/moment.c graph/moment.h \
  graph/node.c graph/node.h \
  graph/office.c graph/office.h \
  graph/record.c graph/record.h \
  graph/title.c graph/title.h \
  graph/triples.c graph/triples.h

# Who is who
graph_libgraph_la_SOURCES += \
  graph/alias.c graph/alias.h \
  graph/context.c graph/context.h \
  graph/entity.c graph/entity.h \
  graph/identity.c graph/identity.h \
  graph/judge.c graph/judge.h \
  graph/namesake.c graph/namesake.h \
  graph/person.c graph/person.h

# Where they differ
graph_libgraph_la_SOURCES += \
  graph/conflict.c graph/conflict.h \
  graph/conflict_actors.c \
  graph/conflict_certainty.c \
  graph/conflict_future.c \
  graph/conflict_group.c \
  graph/conflict_membership.c \
  graph/conflict_omission.c \
  graph/conflict_order.c \
  graph/conflict_values.c \
  graph/conflict_wording.c \
  graph/conflict_words.c \
  graph/neighbour.c graph/neighbour.h \
  graph/sum.c graph/sum.h

# Who says so
graph_libgraph_la_SOURCES += \
  graph/anchor.c graph/anchor.h \
  graph/quote.c graph/quote.h graph/quote_parts.h \
  graph/quote_same.c \
  graph/quoted.c graph/quoted.h \
  graph/saying.c graph/saying.h \
  graph/shingle.c graph/shingle.h \
  graph/source.c graph/source.h \
  graph/statement.c graph/statement.h

# What people corrected
graph_libgraph_la_SOURCES += \
  graph/correct.c graph/correct.h \
  graph/correct_apply.c graph/correct_apply.h \
  graph/correct_event.c graph/correct_event.h
