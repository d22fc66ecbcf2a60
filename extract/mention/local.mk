# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

extract_libextract_la_SOURCES += \
  extract/mention/body.c \
  extract/mention/body_head.c extract/mention/body_head.h \
  extract/mention/bodylist.c \
  extract/mention/called.c \
  extract/mention/coref.c \
  extract/mention/coref.h \
  extract/mention/date.c \
  extract/mention/dateduration.c \
  extract/mention/dateduration.h \
  extract/mention/date.h \
  extract/mention/dateinterval.c \
  extract/mention/daterule.c \
  extract/mention/daterule.h \
  extract/mention/datetree.c \
  extract/mention/datetree.h \
  extract/mention/datevalue.c \
  extract/mention/datevalue.h \
  extract/mention/mention.c \
  extract/mention/mention.h \
  extract/mention/kind.c \
  extract/mention/merge.c \
  extract/mention/merge.h \
  extract/mention/name.c \
  extract/mention/nameword.c \
  extract/mention/nameword.h \
  extract/mention/number.c \
  extract/mention/number.h \
  extract/mention/number_read.c extract/mention/number_read.h \
  extract/mention/number_write.c \
  extract/mention/person.c \
  extract/mention/person_context.c extract/mention/person_context.h \
  extract/mention/piece.c \
  extract/mention/piece.h \
  extract/mention/place.c \
  extract/mention/place.h \
  extract/mention/place_choose.c \
  extract/mention/scan.c \
  extract/mention/scan.h \
  extract/mention/title.c \
  extract/mention/told.c \
  extract/mention/wording.c \
  extract/mention/wording.h

extract_libextract_la_SOURCES += \
  extract/mention/grammar.c \
  extract/mention/grammar.h \
  extract/mention/group.c \
  extract/mention/group.h \
  extract/mention/group_settle.c \
  extract/mention/phrase.c \
  extract/mention/phrase.h \
  extract/mention/phrase_noun.c \
  extract/mention/phrase_verb.c

extract_libextract_la_SOURCES += \
  extract/mention/anaphora.c \
  extract/mention/anaphora.h

extract_libextract_la_SOURCES += \
  extract/mention/datefocus.c \
  extract/mention/datefocus.h \
  extract/mention/datetense.c \
  extract/mention/datetense.h \
  extract/mention/dateyear.c \
  extract/mention/dateyear.h \
  extract/mention/times.c \
  extract/mention/times.h \
  extract/mention/overlap.c \
  extract/mention/overlap.h \
  extract/mention/sense.c \
  extract/mention/sense_noun.c \
  extract/mention/sense_read.h \
  extract/mention/sense.h \
  extract/mention/unknown.c
extract_libextract_la_SOURCES += \
  extract/mention/style.c extract/mention/style.h
