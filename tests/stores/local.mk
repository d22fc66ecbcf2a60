# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += tests/stores/named
tests_stores_named_SOURCES = tests/stores/named.c
tests_stores_named_LDADD = graph/libgraph.la extract/libextract.la \
  ontology/libontology.la base/libbase.la $(TW_LIBS)
EXTRA_DIST += tests/stores/read.py
