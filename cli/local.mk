# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The program holds the floors itself: it starts fast, and it runs from the
# build folder as it is.
bin_PROGRAMS += triplewire
triplewire_LDADD = $(TW_FLOORS) $(TW_LIBS)
triplewire_SOURCES = \
  cli/capture.c cli/capture.h \
  cli/cli.h \
  cli/help.c cli/help.h \
  cli/main.c \
  cli/manual.c \
  cli/message.c \
  cli/model.c cli/model.h \
  cli/option.c \
  cli/pipeline.c cli/pipeline.h \
  cli/progress.c cli/progress.h \
  cli/signals.c cli/signals.h \
  cli/verb_help.c \
  cli/verb_mentions.c \
  cli/verb_version.c \
  cli/verbs.h
