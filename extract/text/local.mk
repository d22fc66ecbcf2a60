# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

extract_libextract_la_SOURCES += \
  extract/text/abbreviation.c \
  extract/text/abbreviation.h \
  extract/text/chars.c \
  extract/text/chars.h \
  extract/text/morphology.c \
  extract/text/morphology.h \
  extract/text/sentence.c \
  extract/text/sentence.h \
  extract/text/tag.c \
  extract/text/tag.h \
  extract/text/token.c \
  extract/text/token.h
