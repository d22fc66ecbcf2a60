# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

extract_libextract_la_SOURCES += \
  extract/text/abbreviation.c \
  extract/text/abbreviation.h \
  extract/text/chars.c \
  extract/text/chars.h \
  extract/text/feature.c \
  extract/text/feature.h \
  extract/text/morphology.c \
  extract/text/morphology.h \
  extract/text/sentence.c \
  extract/text/sentence.h \
  extract/text/tag.c \
  extract/text/tag.h \
  extract/text/tagger.c \
  extract/text/tagger.h \
  extract/text/text.c \
  extract/text/text.h \
  extract/text/token.c \
  extract/text/token.h \
  extract/text/weights.c \
  extract/text/weights.h
extract_libextract_la_SOURCES += \
  extract/text/gate.c \
  extract/text/gate.h
extract_libextract_la_SOURCES += \
  extract/text/wordcache.c \
  extract/text/wordcache.h

# The trainer of the tagger: built by `make tagger` only, not installed
EXTRA_PROGRAMS = train-tagger
train_tagger_SOURCES = data/tagger/train.c
train_tagger_LDADD = extract/libextract.la ontology/libontology.la \
  base/libbase.la -lm

tagger: train-tagger$(EXEEXT)
.PHONY: tagger
