# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_graph
TESTS += check_graph
check_graph_CPPFLAGS = $(unit_cppflags) $(REDLAND_CFLAGS)
check_graph_CFLAGS = $(unit_cflags)
check_graph_LDADD = $(unit_graph)
check_graph_SOURCES = \
  tests/unit/floor_graph.c

check_graph_SOURCES += \
  tests/unit/check_quads.c tests/unit/check_quads.h \
  tests/unit/scratch.c tests/unit/scratch.h \
  tests/unit/test_named.c \
  tests/unit/test_quads.c \
  tests/unit/test_shingle.c \
  tests/unit/test_query.c \
  tests/unit/test_query_rewrite.c \
  tests/unit/test_store.c \
  tests/unit/test_verify.c

check_graph_SOURCES += \
  tests/unit/made_reading.c tests/unit/made_reading.h \
  tests/unit/test_fuse.c \
  tests/unit/test_moment.c \
  tests/unit/test_saying.c \
  tests/unit/test_triples.c

check_graph_SOURCES += \
  tests/unit/test_conflict.c \
  tests/unit/test_conflict_actors.c \
  tests/unit/test_conflict_words.c \
  tests/unit/test_quote.c

check_graph_SOURCES += \
  tests/unit/test_identity.c \
  tests/unit/test_match.c
