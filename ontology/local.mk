# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += ontology/libontology.la

ontology_libontology_la_SOURCES = \
  ontology/fold.c ontology/fold.h ontology/fold_table.h \
  ontology/gazetteer.c ontology/gazetteer.h \
  ontology/gazetteer_build.c ontology/gazetteer_image.h \
  ontology/gazetteer_rows.c \
  ontology/table.c ontology/table.h \
  ontology/type.c ontology/type.h

# The compiler of gazetteers: a tool of the build, not installed
noinst_PROGRAMS += triplewire-gazetteer
triplewire_gazetteer_SOURCES = ontology/gazetteer_compile.c
triplewire_gazetteer_LDADD = ontology/libontology.la base/libbase.la
