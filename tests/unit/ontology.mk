# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_ontology
TESTS += check_ontology
check_ontology_CPPFLAGS = $(unit_cppflags)
check_ontology_CFLAGS = $(unit_cflags)
check_ontology_LDADD = $(unit_ontology)
check_ontology_SOURCES = \
  tests/unit/floor_ontology.c \
  tests/unit/test_gazetteer.c \
  tests/unit/test_table.c \
  tests/unit/test_type.c

check_ontology_SOURCES += \
  tests/unit/test_person_name.c \
  tests/unit/test_schema.c \
  tests/unit/test_term.c \
  tests/unit/test_vocab.c
