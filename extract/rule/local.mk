# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The rule language
extract_libextract_la_SOURCES += \
  extract/rule/match.c \
  extract/rule/pack.c extract/rule/pack.h \
  extract/rule/pack_cue.c \
  extract/rule/pack_example.c \
  extract/rule/pack_frame.c \
  extract/rule/pack_match.c \
  extract/rule/pack_read.c \
  extract/rule/pack_role.c \
  extract/rule/pack_words.c \
  extract/rule/pack_yaml.c \
  extract/rule/rule.h \
  extract/rule/ruleset.c extract/rule/ruleset.h \
  extract/rule/ruleset_index.c extract/rule/ruleset_index.h \
  extract/rule/terms.c extract/rule/terms.h
