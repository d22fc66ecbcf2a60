# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

extract_libextract_la_SOURCES += \
  extract/ingest/block.c \
  extract/ingest/block.h \
  extract/ingest/dateline.c \
  extract/ingest/dateline.h \
  extract/ingest/encoding.c \
  extract/ingest/encoding.h \
  extract/ingest/furniture.c \
  extract/ingest/furniture.h \
  extract/ingest/ingest.c \
  extract/ingest/ingest.h \
  extract/ingest/jsonl.c \
  extract/ingest/jsonl.h \
  extract/ingest/page.c \
  extract/ingest/page.h \
  extract/ingest/source.c \
  extract/ingest/source.h \
  extract/ingest/unit.c \
  extract/ingest/unit.h
extract_libextract_la_SOURCES += \
  extract/ingest/jsonflat.c \
  extract/ingest/jsonflat.h
