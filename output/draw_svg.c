/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw_svg.h"

#include "output/draw_legend.h"
#include "output/draw_style.h"
#include "output/label.h"

/* Lengths are hundredths of a point, as Graphviz writes them. */
#define HUNDRED 100

/** What the head of Graphviz's SVG says. */
typedef struct {
  uint64_t width;
  uint64_t height;
  size_t end; ///< Of the <svg> tag
} Head;

/* Reads "12.34" or "12" at `at`; returns the byte behind it. */
static size_t
read_length(TwStr svg, size_t at, uint64_t* out)
{
  size_t n_decimals = 0;
  bool has_point = false;
  *out = 0;
  for (; at < svg.len && n_decimals < 2; ++at) {
    const char c = svg.s[at];
    if (c == '.' && !has_point) {
      has_point = true;
    } else if (c >= '0' && c <= '9' && *out < UINT32_MAX) {
      *out = *out * 10 + (uint64_t)(c - '0');
      n_decimals += has_point;
    } else {
      break;
    }
  }
  for (; n_decimals < 2; ++n_decimals) {
    *out *= 10;
  }
  return at;
}

static bool
read_head(TwStr svg, Head* out)
{
  static const TwStr mark = {"viewBox=\"0.00 0.00 ", 19};
  const size_t start = tw_str_find(svg, TW_STR("<svg "), 0);
  const size_t box = start == SIZE_MAX ? start : tw_str_find(svg, mark, start);
  if (box == SIZE_MAX) {
    return false;
  }
  const size_t next = read_length(svg, box + mark.len, &out->width);
  read_length(svg, next + 1, &out->height);
  out->end = tw_str_find(svg, TW_STR(">"), next);
  return out->end++ != SIZE_MAX;
}

/* Every colour by its light value, so that boxes, lines and text turn. */
static void
add_style(TwBuf* out)
{
  tw_buf_add(out, TW_STR("<style>\n"
                         "a{text-decoration:none}\n"
                         ".edge:hover path{stroke-width:3.5}\n"
                         ".node:hover polygon,.node:hover path,"
                         ".node:hover ellipse{stroke-width:2.5}\n"
                         "@media (prefers-color-scheme:dark){\n"));
  for (int i = 0; i < TW_N_COLOURS; ++i) {
    const TwColour* const colour = tw_draw_colour((TwColourId)i);
    tw_buf_addf(out, "[fill=\"%s\"]{fill:%s}[stroke=\"%s\"]{stroke:%s}\n",
                colour->light, colour->dark, colour->light, colour->dark);
  }
  tw_buf_add(out, TW_STR("}\n</style>\n"));
}

static void
add_text_element(TwBuf* out, const char* name, TwStr text)
{
  tw_buf_addf(out, "<%s id=\"%s\">", name, name);
  tw_label_markup(out, text);
  tw_buf_addf(out, "</%s>\n", name);
}

static void
add_head(TwBuf* out, const TwDrawing* drawing, uint64_t width, uint64_t height)
{
  tw_buf_addf(out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<svg xmlns=\"http://www.w3.org/2000/svg\" "
              "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" "
              "aria-labelledby=\"title desc\" "
              "font-family=\"" TW_DRAW_FONTS "\" "
              "width=\"%u.%02upt\" height=\"%u.%02upt\" "
              "viewBox=\"0 0 %u.%02u %u.%02u\">\n",
              (unsigned)(width / HUNDRED), (unsigned)(width % HUNDRED),
              (unsigned)(height / HUNDRED), (unsigned)(height % HUNDRED),
              (unsigned)(width / HUNDRED), (unsigned)(width % HUNDRED),
              (unsigned)(height / HUNDRED), (unsigned)(height % HUNDRED));
  add_text_element(out, "title", drawing->title);
  add_text_element(out, "desc", drawing->description);
  add_style(out);
  tw_buf_addf(out, "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n",
              tw_draw_colour(TW_COLOUR_PAPER)->light);
}

/* The tooltip of the element with that id, or empty. */
static TwStr
tooltip_of(const TwDrawing* drawing, TwStr id)
{
  uint64_t i = 0;
  if (id.len < 2 || !tw_str_to_u64(tw_str_slice(id, 1, id.len), &i)) {
    return (TwStr){NULL, 0};
  }
  if (id.s[0] == 'n' && i < drawing->nodes.count) {
    return drawing->nodes.at[i].tooltip;
  }
  if (id.s[0] == 'e' && i < drawing->edges.count) {
    return drawing->edges.at[i].tooltip;
  }
  return (TwStr){NULL, 0};
}

/* A line of Graphviz's that starts a group and says its title. */
static void
add_group(TwBuf* out, const TwDrawing* drawing, TwStr line, TwStr id)
{
  static const TwStr mark = {"<title>", 7};
  const size_t at = tw_str_find(line, mark, 0);
  const TwStr tooltip = tooltip_of(drawing, id);
  tw_buf_add(out, tw_str_slice(line, 0, at));
  if (tooltip.len) {
    tw_buf_add(out, mark);
    tw_label_lines(out, tooltip);
    tw_buf_add(out, TW_STR("</title>"));
  }
  tw_buf_add_char(out, '\n');
}

/* Where ` name="…"` starts in `line` at or after `from`, and where it ends;
 * SIZE_MAX if there is none. */
static size_t
find_attribute(TwStr line, TwStr start, size_t from, size_t* out_end)
{
  const size_t at = tw_str_find(line, start, from);
  *out_end = line.len;
  if (at != SIZE_MAX) {
    const size_t end = tw_str_find(line, TW_STR("\""), at + start.len);
    *out_end = end == SIZE_MAX ? line.len : end + 1;
  }
  return at;
}

/* Appends `line` without the font that the root names for all, and without
 * the copies of tooltips, which browsers would show instead of them. */
static void
add_line(TwBuf* out, TwStr line)
{
  static const TwStr font = {" font-family=\"" TW_DRAW_FONT,
                             sizeof(" font-family=\"" TW_DRAW_FONT) - 1};
  static const TwStr title = {" xlink:title=\"", 14};
  size_t from = 0;
  for (;;) {
    size_t font_end = 0;
    size_t title_end = 0;
    const size_t font_at = find_attribute(line, font, from, &font_end);
    const size_t title_at = find_attribute(line, title, from, &title_end);
    const size_t at = font_at < title_at ? font_at : title_at;
    if (at == SIZE_MAX) {
      break;
    }
    tw_buf_add(out, tw_str_slice(line, from, at));
    from = font_at < title_at ? font_end : title_end;
  }
  tw_buf_add(out, tw_str_slice(line, from, line.len));
  tw_buf_add_char(out, '\n');
}

/* The value of id="…" in `line`, or empty. */
static TwStr
id_of(TwStr line)
{
  const size_t at = tw_str_find(line, TW_STR(" id=\""), 0);
  const size_t start = at == SIZE_MAX ? line.len : at + 5;
  const size_t end = tw_str_find(line, TW_STR("\""), start);
  return tw_str_slice(line, start, end);
}

static void
add_drawing(TwBuf* out, const TwDrawing* drawing, TwStr rest)
{
  TwStr line;
  TwStr id = {NULL, 0};
  while (tw_str_next(&rest, '\n', &line)) {
    if (tw_str_starts(line, TW_STR("<!--")) ||
        tw_str_starts(line, TW_STR("</svg>"))) {
      continue;
    }
    if (tw_str_starts(line, TW_STR("<g "))) {
      id = id_of(line);
    }
    if (tw_str_starts(line, TW_STR("<title>"))) {
      add_group(out, drawing, line, id);
    } else {
      add_line(out, line);
    }
  }
}

TwStatus
tw_draw_svg_finish(const TwDrawing* drawing, TwStr rendered, TwBuf* out)
{
  Head head;
  if (!read_head(rendered, &head)) {
    return TW_ERR_INTERNAL;
  }
  const uint64_t legend = (uint64_t)tw_draw_legend_width(drawing) * HUNDRED;
  const uint64_t width = head.width > legend ? head.width : legend;
  const uint64_t height = head.height + TW_DRAW_LEGEND_HEIGHT * HUNDRED;
  add_head(out, drawing, width, height);
  add_drawing(out, drawing, tw_str_slice(rendered, head.end, rendered.len));
  tw_draw_legend_add(drawing, (unsigned)(head.height / HUNDRED), out);
  tw_buf_add(out, TW_STR("</svg>\n"));
  return tw_buf_status(out);
}
