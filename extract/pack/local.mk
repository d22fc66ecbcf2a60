# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Rules, and all of them together
extract_libextract_la_SOURCES += \
  extract/pack/nearest.c extract/pack/nearest.h \
  extract/pack/rule.h \
  extract/pack/ruleset.c extract/pack/ruleset.h \
  extract/pack/ruleset_index.c extract/pack/ruleset_index.h

# From YAML to rules
extract_libextract_la_SOURCES += \
  extract/pack/pack.c extract/pack/pack.h \
  extract/pack/pack_cue.c \
  extract/pack/pack_example.c \
  extract/pack/pack_frame.c \
  extract/pack/pack_match.c \
  extract/pack/pack_read.c \
  extract/pack/pack_role.c \
  extract/pack/pack_words.c \
  extract/pack/pack_yaml.c \
  extract/pack/terms.c extract/pack/terms.h

# Patterns
extract_libextract_la_SOURCES += \
  extract/pack/atoms.c extract/pack/atoms.h \
  extract/pack/open.c extract/pack/open.h \
  extract/pack/pattern.c extract/pack/pattern.h \
  extract/pack/pattern_build.c extract/pack/pattern_build.h \
  extract/pack/pattern_check.c extract/pack/pattern_check.h \
  extract/pack/pattern_facts.c extract/pack/pattern_facts.h \
  extract/pack/pattern_parse.c extract/pack/pattern_parse.h \
  extract/pack/pattern_prefix.c extract/pack/pattern_prefix.h \
  extract/pack/prefilter.c extract/pack/prefilter.h

# What people are told of rules
extract_libextract_la_SOURCES += \
  extract/pack/describe.c extract/pack/describe.h \
  extract/pack/lint.c extract/pack/lint.h \
  extract/pack/lint_between.c \
  extract/pack/lint_find.h \
  extract/pack/lint_rule.c \
  extract/pack/reach.c extract/pack/reach.h
