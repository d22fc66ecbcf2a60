# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Who stands where around a trigger
extract_libextract_la_SOURCES += \
  extract/syntax/participant.c extract/syntax/participant.h \
  extract/syntax/position.c extract/syntax/position.h \
  extract/syntax/position_mood.c \
  extract/syntax/position_noun.c \
  extract/syntax/position_object.c \
  extract/syntax/position_setting.c \
  extract/syntax/position_share.c \
  extract/syntax/position_speech.c \
  extract/syntax/position_subject.c \
  extract/syntax/position_time.c \
  extract/syntax/walk.c extract/syntax/walk.h \
  extract/syntax/walk_list.c
