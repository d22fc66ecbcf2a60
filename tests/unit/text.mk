# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_text
TESTS += check_text
check_text_CPPFLAGS = $(unit_cppflags)
check_text_CFLAGS = $(unit_cflags)
check_text_LDADD = $(unit_extract)
check_text_SOURCES = \
  tests/unit/floor_text.c \
  tests/unit/test_fold.c \
  tests/unit/test_morphology.c \
  tests/unit/test_sentence.c \
  tests/unit/test_tagger.c \
  tests/unit/test_token.c
check_text_SOURCES += \
  tests/unit/test_gate.c \
  tests/unit/test_wordcache.c
