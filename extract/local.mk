# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += extract/libextract.la

extract_libextract_la_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS) \
  $(YAML_CFLAGS) $(ICU_CFLAGS) $(JANSSON_CFLAGS)
extract_libextract_la_SOURCES = \
  extract/article.c extract/article.h \
  extract/claim.c extract/claim.h \
  extract/document.h \
  extract/lexicon.c extract/lexicon.h \
  extract/timewords.c extract/timewords.h
extract_libextract_la_SOURCES += \
  extract/extract.c extract/extract.h

include extract/ingest/local.mk
include extract/text/local.mk
include extract/mention/local.mk
include extract/syntax/local.mk
include extract/pack/local.mk
include extract/rule/local.mk
