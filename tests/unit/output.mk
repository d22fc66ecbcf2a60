# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_output
TESTS += check_output
check_output_CPPFLAGS = $(unit_cppflags)
check_output_CFLAGS = $(unit_cflags)
check_output_LDADD = $(unit_output) -lm
check_output_SOURCES = \
  tests/unit/floor_output.c \
  tests/unit/scratch.c tests/unit/scratch.h \
  tests/unit/test_bundle.c \
  tests/unit/test_draw.c \
  tests/unit/test_label.c

check_output_SOURCES += \
  tests/unit/made_graph.c tests/unit/made_graph.h \
  tests/unit/test_diagram.c \
  tests/unit/test_diagram_words.c

check_output_SOURCES += \
  tests/unit/check_quads.c tests/unit/check_quads.h \
  tests/unit/test_turtle.c

check_output_SOURCES += \
  tests/unit/test_facts.c \
  tests/unit/test_report.c
