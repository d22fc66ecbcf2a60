# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += ontology/libontology.la

ontology_libontology_la_SOURCES = \
  ontology/fold.c ontology/fold.h ontology/fold_table.h \
  ontology/gazetteer.c ontology/gazetteer.h \
  ontology/gazetteer_build.c ontology/gazetteer_image.h \
  ontology/gazetteer_lint.c \
  ontology/gazetteer_rows.c \
  ontology/table.c ontology/table.h \
  ontology/type.c ontology/type.h

# The compiler of gazetteers: a tool of the build, not installed
noinst_PROGRAMS += triplewire-gazetteer
triplewire_gazetteer_SOURCES = ontology/gazetteer_compile.c
triplewire_gazetteer_LDADD = ontology/libontology.la base/libbase.la

# What it compiles
gazetteer_tables = \
  ontology/gazetteer/airports.tsv \
  ontology/gazetteer/cartels.tsv \
  ontology/gazetteer/cities.tsv \
  ontology/gazetteer/countries.tsv \
  ontology/gazetteer/given.tsv \
  ontology/gazetteer/nationalities.tsv \
  ontology/gazetteer/org_nouns.tsv \
  ontology/gazetteer/organisations.tsv \
  ontology/gazetteer/particles.tsv \
  ontology/gazetteer/parties.tsv \
  ontology/gazetteer/person_nouns.tsv \
  ontology/gazetteer/place_nouns.tsv \
  ontology/gazetteer/places.tsv \
  ontology/gazetteer/publishers.tsv \
  ontology/gazetteer/regions.tsv \
  ontology/gazetteer/surnames.tsv \
  ontology/gazetteer/teams.tsv \
  ontology/gazetteer/titles.tsv \
  ontology/gazetteer/words.tsv

ontology_libontology_la_SOURCES += ontology/term.c ontology/term.h

ontology_libontology_la_SOURCES += \
  ontology/schema.c ontology/schema.h \
  ontology/vocab.c ontology/vocab.h
EXTRA_DIST += ontology/triplewire.ttl ontology/shapes.ttl ontology/make_vocab.py

ontology_libontology_la_SOURCES += \
  ontology/person_name.c ontology/person_name.h \
  ontology/person_words.c ontology/person_words.h \
  ontology/person_words_table.h
EXTRA_DIST += ontology/person_words.tsv ontology/make_person_words.py
