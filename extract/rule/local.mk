# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The rule language
extract_libextract_la_SOURCES += \
  extract/rule/atoms.c extract/rule/atoms.h \
  extract/rule/lint.c extract/rule/lint.h \
  extract/rule/match.c extract/rule/match.h \
  extract/rule/pack.c extract/rule/pack.h \
  extract/rule/pack_cue.c \
  extract/rule/pack_example.c \
  extract/rule/pack_frame.c \
  extract/rule/pack_match.c \
  extract/rule/pack_read.c \
  extract/rule/pack_role.c \
  extract/rule/pack_words.c \
  extract/rule/pack_yaml.c \
  extract/rule/pattern.c extract/rule/pattern.h \
  extract/rule/pattern_build.c extract/rule/pattern_build.h \
  extract/rule/pattern_facts.c extract/rule/pattern_facts.h \
  extract/rule/pattern_parse.c extract/rule/pattern_parse.h \
  extract/rule/prefilter.c extract/rule/prefilter.h \
  extract/rule/rule.h \
  extract/rule/ruleset.c extract/rule/ruleset.h \
  extract/rule/ruleset_index.c extract/rule/ruleset_index.h \
  extract/rule/terms.c extract/rule/terms.h

# Who stands where around a trigger
extract_libextract_la_SOURCES += \
  extract/rule/position.c extract/rule/position.h \
  extract/rule/position_mood.c \
  extract/rule/position_noun.c \
  extract/rule/position_object.c \
  extract/rule/position_share.c \
  extract/rule/position_speech.c \
  extract/rule/position_subject.c \
  extract/rule/walk.c extract/rule/walk.h \
  extract/rule/walk_list.c
extract_libextract_la_SOURCES += \
  extract/rule/attribution.c extract/rule/attribution.h \
  extract/rule/cue.c extract/rule/cue.h \
  extract/rule/draft.h \
  extract/rule/event.c extract/rule/event.h \
  extract/rule/facts.c extract/rule/facts.h \
  extract/rule/frame.c extract/rule/frame.h \
  extract/rule/people.c extract/rule/people.h \
  extract/rule/quote.c extract/rule/quote.h \
  extract/rule/refer.c extract/rule/refer.h extract/rule/refer_read.h \
  extract/rule/refer_pronoun.c extract/rule/refer_speaker.c \
  extract/rule/relation.c extract/rule/relation.h \
  extract/rule/role.c extract/rule/role.h \
  extract/rule/value.c extract/rule/value.h
extract_libextract_la_SOURCES += \
  extract/rule/describe.c extract/rule/describe.h \
  extract/rule/failure.c extract/rule/failure.h \
  extract/rule/open.c extract/rule/open.h \
  extract/rule/reach.c extract/rule/reach.h \
  extract/rule/trace.c extract/rule/trace.h \
  extract/rule/watch.h \
  extract/rule/whynot.c extract/rule/whynot.h
extract_libextract_la_SOURCES += \
  extract/rule/participant.c extract/rule/participant.h
extract_libextract_la_SOURCES += \
  extract/rule/listing.c extract/rule/listing.h \
  extract/rule/measure.c extract/rule/measure.h \
  extract/rule/again.c extract/rule/again.h \
  extract/rule/inner.c extract/rule/inner.h \
  extract/rule/introduce.c extract/rule/introduce.h \
  extract/rule/members.c extract/rule/members.h \
  extract/rule/telling.c extract/rule/telling.h \
  extract/rule/role_default.c \
  extract/rule/role_read.c

extract_libextract_la_SOURCES += \
  extract/rule/nearest.c \
  extract/rule/nearest.h \
  extract/rule/near.c extract/rule/near.h
extract_libextract_la_SOURCES += \
  extract/rule/lint_between.c \
  extract/rule/lint_find.h \
  extract/rule/lint_rule.c \
  extract/rule/pattern_check.c extract/rule/pattern_check.h

extract_libextract_la_SOURCES += \
  extract/rule/whole.c extract/rule/whole.h
