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
