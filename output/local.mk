# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

noinst_LTLIBRARIES += output/liboutput.la

output_liboutput_la_CPPFLAGS = $(AM_CPPFLAGS) $(GRAPHVIZ_CFLAGS)
output_liboutput_la_SOURCES = \
  output/bundle.c output/bundle.h \
  output/draw.c output/draw.h \
  output/draw_card.c output/draw_card.h \
  output/draw_dot.c output/draw_dot.h \
  output/draw_legend.c output/draw_legend.h \
  output/draw_style.c output/draw_style.h \
  output/draw_svg.c output/draw_svg.h \
  output/drawing.h \
  output/label.c output/label.h \
  output/parts.c output/parts.h

output_liboutput_la_SOURCES += \
  output/stage.c output/stage.h

output_liboutput_la_SOURCES += \
  output/diagram.c output/diagram.h \
  output/diagram_box.c output/diagram_box.h \
  output/diagram_card.c \
  output/diagram_choose.c \
  output/diagram_dispute.c \
  output/diagram_fold.c \
  output/diagram_notes.c \
  output/diagram_sides.c \
  output/diagram_small.c \
  output/diagram_tip.c \
  output/diagram_title.c \
  output/diagram_view.c output/diagram_view.h \
  output/diagram_words.c output/diagram_words.h

output_liboutput_la_SOURCES += \
  output/evidence.c \
  output/facts.c output/facts.h \
  output/facts_graph.c \
  output/literal.c output/literal.h \
  output/nquads.c \
  output/page.c output/page.h \
  output/report.c output/report.h output/report_parts.h \
  output/report_differ.c \
  output/turtle.c output/turtle.h

output_liboutput_la_SOURCES += \
  output/report_quotes.c

output_liboutput_la_SOURCES += \
  output/undecided.c output/undecided.h
