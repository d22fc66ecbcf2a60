# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The program holds the floors itself: it starts fast, and it runs from the
# build folder as it is.
bin_PROGRAMS += triplewire
triplewire_LDADD = $(TW_FLOORS) $(TW_LIBS)
triplewire_SOURCES = \
  cli/capture.c cli/capture.h \
  cli/cli.h \
  cli/fusing.c cli/fusing.h \
  cli/help.c cli/help.h \
  cli/main.c \
  cli/manual.c \
  cli/message.c \
  cli/model.c cli/model.h \
  cli/option.c \
  cli/pipeline.c cli/pipeline.h \
  cli/worker.c cli/worker.h \
  cli/progress.c cli/progress.h \
  cli/rules.h \
  cli/rules_cover.c cli/rules_cover.h \
  cli/rules_cover_count.c \
  cli/rules_diff.c \
  cli/rules_new.c \
  cli/rules_example.c cli/rules_example.h \
  cli/rules_show.c \
  cli/rules_test.c \
  cli/signals.c cli/signals.h \
  cli/summary.c cli/summary.h \
  cli/verb_build.c \
  cli/verb_check.c \
  cli/verb_diff.c \
  cli/verb_explain.c \
  cli/verb_extract.c \
  cli/verb_fuse.c \
  cli/verb_help.c \
  cli/verb_mentions.c \
  cli/verb_rules.c \
  cli/verb_query.c \
  cli/verb_verify.c \
  cli/verb_version.c \
  cli/verbs.h
triplewire_SOURCES += \
  cli/counter.c cli/counter.h \
  cli/json.c cli/json.h \
  cli/rules_atoms.c \
  cli/rules_lint.c \
  cli/rules_positions.c \
  cli/rules_trace.c cli/rules_trace.h \
  cli/rules_why.c \
  cli/rules_why_not.c

# Both come from the table of options.
man1_MANS = triplewire.1
bashcompletiondir = $(datadir)/bash-completion/completions
bashcompletion_DATA = completion/triplewire
CLEANFILES += triplewire.1 completion/triplewire

triplewire.1: triplewire$(EXEEXT)
	$(AM_V_GEN)./triplewire$(EXEEXT) help --man > $@.tmp && mv $@.tmp $@

completion/triplewire: triplewire$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) completion && \
	  ./triplewire$(EXEEXT) help --completion > $@.tmp && mv $@.tmp $@
