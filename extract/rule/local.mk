# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Rules at work: from a sentence to its facts
extract_libextract_la_SOURCES += \
  extract/rule/attribution.c extract/rule/attribution.h \
  extract/rule/count.c extract/rule/count.h \
  extract/rule/cue.c extract/rule/cue.h \
  extract/rule/draft.h \
  extract/rule/event.c extract/rule/event.h \
  extract/rule/event_compare.c extract/rule/event_read.h \
  extract/rule/facts.c extract/rule/facts.h \
  extract/rule/frame.c extract/rule/frame.h \
  extract/rule/listing.c extract/rule/listing.h \
  extract/rule/match.c extract/rule/match.h \
  extract/rule/measure.c extract/rule/measure.h \
  extract/rule/measure_words.c extract/rule/measure_words.h \
  extract/rule/near.c extract/rule/near.h \
  extract/rule/relation.c extract/rule/relation.h \
  extract/rule/retell.c extract/rule/retell.h \
  extract/rule/role.c extract/rule/role.h \
  extract/rule/role_day.c \
  extract/rule/role_default.c \
  extract/rule/role_read.c \
  extract/rule/telling.c extract/rule/telling.h \
  extract/rule/value.c extract/rule/value.h \
  extract/rule/value_words.c

# Who is meant
extract_libextract_la_SOURCES += \
  extract/rule/again.c extract/rule/again.h \
  extract/rule/inner.c extract/rule/inner.h \
  extract/rule/identify.c extract/rule/identify.h \
  extract/rule/introduce.c extract/rule/introduce.h \
  extract/rule/members.c extract/rule/members.h \
  extract/rule/people.c extract/rule/people.h \
  extract/rule/quote.c extract/rule/quote.h \
  extract/rule/refer.c extract/rule/refer.h \
  extract/rule/refer_read.h \
  extract/rule/refer_pronoun.c \
  extract/rule/refer_speaker.c \
  extract/rule/refer_told.c \
  extract/rule/refer_words.c \
  extract/rule/whole.c extract/rule/whole.h

# Why, and why not
extract_libextract_la_SOURCES += \
  extract/rule/failure.c extract/rule/failure.h \
  extract/rule/trace.c extract/rule/trace.h \
  extract/rule/watch.h \
  extract/rule/whynot.c extract/rule/whynot.h
