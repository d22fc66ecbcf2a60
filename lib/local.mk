# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The floor on which the program and the public header stand.
noinst_LTLIBRARIES += lib/libjob.la

lib_libjob_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/include
lib_libjob_la_SOURCES = \
  lib/agree.c lib/agree.h \
  lib/corpus.c \
  lib/engine.c lib/engine.h \
  lib/extracted.c lib/extracted.h \
  lib/job.c lib/job.h \
  lib/notes.c lib/notes.h \
  lib/reading.h lib/reading_form.c lib/reading_form.h \
  lib/reading_read.c lib/reading_write.c \
  lib/sources.c lib/sources.h \
  lib/target.c lib/target.h

EXTRA_DIST += lib/triplewire.sym
