# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

check_PROGRAMS += check_rule
TESTS += check_rule
check_rule_CPPFLAGS = $(unit_cppflags)
check_rule_CFLAGS = $(unit_cflags)
check_rule_LDADD = $(unit_extract)
check_rule_SOURCES = \
  tests/unit/floor_rule.c

# Packs and patterns
check_rule_SOURCES += \
  tests/unit/check_rules.c tests/unit/check_rules.h \
  tests/unit/scratch.c tests/unit/scratch.h \
  tests/unit/test_atoms.c \
  tests/unit/test_near.c \
  tests/unit/test_pattern.c \
  tests/unit/test_pack.c tests/unit/test_pack_broken.h

# Positions
check_rule_SOURCES += \
  tests/unit/check_groups.c tests/unit/check_groups.h \
  tests/unit/check_positions.c tests/unit/check_positions.h \
  tests/unit/test_position.c \
  tests/unit/test_setting.c

# Facts
check_rule_SOURCES += \
  tests/unit/check_facts.c tests/unit/check_facts.h \
  tests/unit/test_event.c \
  tests/unit/test_extract.c \
  tests/unit/test_frame.c \
  tests/unit/test_introduce.c tests/unit/test_refer.c
check_rule_SOURCES += tests/unit/test_watch.c
check_rule_SOURCES += tests/unit/test_participant.c
check_rule_SOURCES += tests/unit/test_trace.c
check_rule_SOURCES += tests/unit/test_quotation.c
