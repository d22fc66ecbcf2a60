/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw_card.h"

#include "base/utf8.h"
#include "output/label.h"

/* In code points. */
#define NAME_WIDTH 28
#define SMALL_WIDTH 40
#define MAX_LINES 3

/** A piece of an HTML-like label. */
typedef struct {
  int size;
  TwColourId colour;
  bool is_bold;
  size_t width; ///< Code points of a line
} Font;

static const Font band_font = {10, TW_COLOUR_LIGHT_INK, true, NAME_WIDTH};
static const Font date_font = {10, TW_COLOUR_LIGHT_INK, false, NAME_WIDTH};
static const Font count_font = {18, TW_COLOUR_INK, true, NAME_WIDTH};
static const Font unit_font = {11, TW_COLOUR_INK, false, NAME_WIDTH};
static const Font dispute_font = {9, TW_COLOUR_CONTESTED, false, SMALL_WIDTH};
static const Font small_font = {9, TW_COLOUR_MUTED, false, SMALL_WIDTH};
static const Font title_font = {18, TW_COLOUR_INK, true, 90};
static const Font caveat_font = {10, TW_COLOUR_MUTED, false, 130};

static const char*
light(TwColourId id)
{
  return tw_draw_colour(id)->light;
}

/* An element without text is an error of Graphviz's, so there always is some.
 */
static void
add_font(TwBuf* out, const Font* font, TwStr text)
{
  tw_buf_addf(out, "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\">", font->size,
              light(font->colour));
  tw_buf_add(out, font->is_bold ? TW_STR("<B>") : TW_STR(""));
  const size_t before = out->len;
  tw_label_html(out, text, font->width);
  if (out->len == before) {
    tw_buf_add(out, TW_STR("&#160;"));
  }
  tw_buf_add(out, font->is_bold ? TW_STR("</B>") : TW_STR(""));
  tw_buf_add(out, TW_STR("</FONT>"));
}

static size_t
count_points(TwStr text)
{
  size_t n = 0;
  uint32_t c = 0;
  for (size_t at = 0; at < text.len; at += tw_utf8_decode(text, at, &c)) {
    ++n;
  }
  return n;
}

/* Where the first line of at most `width` code points ends: at a blank, or, if
 * there is none, where the text ends. */
static size_t
line_end(TwStr text, size_t width)
{
  size_t blank = text.len;
  size_t n = 0;
  uint32_t c = 0;
  for (size_t at = 0; at < text.len; at += tw_utf8_decode(text, at, &c)) {
    if (text.s[at] == ' ' && at) {
      if (n > width && blank < text.len) {
        return blank;
      }
      blank = at;
    }
    ++n;
  }
  return n > width ? blank : text.len;
}

/* Text in lines of about the same length. */
static void
add_lines(TwBuf* out, const Font* font, TwStr text, TwStr line_break)
{
  const size_t n_points = count_points(text);
  size_t n_lines = (n_points + font->width - 1) / font->width;
  n_lines = n_lines < MAX_LINES ? n_lines : MAX_LINES;
  /* A blank may stand a word before or behind the middle. */
  const size_t width = n_lines > 1 ? n_points / n_lines + 4 : font->width;
  const Font last = {font->size, font->colour, font->is_bold,
                     font->width + font->width / 4};
  for (size_t i = 1; i < n_lines; ++i) {
    const size_t end = line_end(text, width);
    if (end == text.len) {
      break;
    }
    add_font(out, font, tw_str_slice(text, 0, end));
    tw_buf_add(out, line_break);
    text = tw_str_slice(text, end + 1, text.len);
  }
  add_font(out, &last, text);
}

/* The lines of a card below its band. */
static void
add_body(TwBuf* out, const TwDrawNode* node)
{
  static const TwStr end_line = {"<BR ALIGN=\"LEFT\"/>", 18};
  if (node->count.len || node->unit.len) {
    if (node->count.len) {
      add_font(out, &count_font, node->count);
      add_font(out, &unit_font, TW_STR(" "));
    }
    add_lines(out, &unit_font, node->unit, end_line);
    tw_buf_add(out, end_line);
  }
  for (size_t i = 0; i < node->small.count; ++i) {
    add_lines(out, &small_font, node->small.at[i], end_line);
    tw_buf_add(out, end_line);
  }
  if (node->dispute.len) {
    add_lines(out, &dispute_font, node->dispute, end_line);
    tw_buf_add(out, end_line);
  }
  if (!node->count.len && !node->unit.len && !node->small.count &&
      !node->dispute.len) {
    add_font(out, &small_font, TW_STR(""));
  }
}

static void
add_event(TwBuf* out, const TwDrawNode* node)
{
  const char* const line =
    light(node->contested ? TW_COLOUR_CONTESTED : TW_COLOUR_ACCENT);
  tw_buf_addf(out,
              "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
              "CELLPADDING=\"5\" COLOR=\"%s\" BGCOLOR=\"%s\"%s>"
              "<TR><TD ALIGN=\"LEFT\">",
              line, light(TW_COLOUR_ACCENT),
              node->line == TW_LINE_SOLID ? "" : " STYLE=\"DASHED\"");
  add_font(out, &band_font, node->name);
  tw_buf_add(out, TW_STR("</TD><TD ALIGN=\"RIGHT\">"));
  add_font(out, &date_font, node->date);
  tw_buf_addf(out,
              "</TD></TR><TR><TD COLSPAN=\"2\" BGCOLOR=\"%s\" ALIGN=\"LEFT\" "
              "BALIGN=\"LEFT\">",
              light(TW_COLOUR_CARD));
  add_body(out, node);
  tw_buf_add(out, TW_STR("</TD></TR></TABLE>"));
}

static void
add_folded(TwBuf* out, const TwDrawNode* node, const TwDrawStyle* style)
{
  tw_buf_addf(out,
              "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
              "CELLPADDING=\"6\" STYLE=\"ROUNDED\" COLOR=\"%s\" "
              "BGCOLOR=\"%s\"><TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">",
              light(style->line), light(style->fill));
  add_body(out, node);
  tw_buf_add(out, TW_STR("</TD></TR></TABLE>"));
}

static void
add_name(TwBuf* out, const TwDrawNode* node, const TwDrawStyle* style)
{
  static const TwStr line_break = {"<BR/>", 5};
  const Font font = {11, style->ink, false, NAME_WIDTH};
  const Font small = {
    9, style->ink == TW_COLOUR_INK ? TW_COLOUR_MUTED : TW_COLOUR_LIGHT_INK,
    false, SMALL_WIDTH};
  add_lines(out, &font, node->name, line_break);
  for (size_t i = 0; i < node->small.count; ++i) {
    tw_buf_add(out, line_break);
    add_lines(out, &small, node->small.at[i], line_break);
  }
  if (node->dispute.len) {
    tw_buf_add(out, line_break);
    add_lines(out, style->ink == TW_COLOUR_INK ? &dispute_font : &small,
              node->dispute, line_break);
  }
}

/* Folded lists are cards of light ground, so that the small type is read. */
const TwDrawStyle*
tw_draw_card_style(const TwDrawNode* node)
{
  const bool is_dark = node->folded && node->kind == TW_DRAW_CARTEL;
  return tw_draw_style(is_dark ? TW_DRAW_ORGANIZATION : node->kind);
}

void
tw_draw_card_add(TwBuf* out, const TwDrawNode* node)
{
  if (node->kind == TW_DRAW_EVENT) {
    add_event(out, node);
  } else if (node->folded) {
    add_folded(out, node, tw_draw_card_style(node));
  } else {
    add_name(out, node, tw_draw_card_style(node));
  }
}

void
tw_draw_card_title(TwBuf* out, const TwDrawing* drawing)
{
  tw_buf_add(out, TW_STR("<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                         "CELLSPACING=\"2\" CELLPADDING=\"2\"><TR>"
                         "<TD ALIGN=\"LEFT\">"));
  add_font(out, &title_font, drawing->title);
  tw_buf_add(out, TW_STR("</TD></TR><TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">"));
  add_lines(out, &caveat_font, drawing->caveat, TW_STR("<BR ALIGN=\"LEFT\"/>"));
  tw_buf_add(out, TW_STR("</TD></TR></TABLE>"));
}
