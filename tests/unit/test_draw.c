/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw.h"
#include "output/draw_style.h"
#include "tests/unit/runner.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define TEXT_CONTRAST 4.5
#define LINE_CONTRAST 3.0

static TwArena* arena;
static TwBuf dot = TW_BUF_INIT;
static TwBuf svg = TW_BUF_INIT;

static void
setup(void)
{
  arena = tw_arena_new(0);
}

static void
teardown(void)
{
  tw_buf_clear(&dot);
  tw_buf_clear(&svg);
  tw_arena_free(arena);
}

/* Relative luminance, as WCAG 2.1 defines it. */
static double
luminance(const char* colour)
{
  unsigned parts[3];
  double light[3];
  ck_assert_int_eq(
    sscanf(colour, "#%2x%2x%2x", &parts[0], &parts[1], &parts[2]), 3);
  for (int i = 0; i < 3; ++i) {
    const double c = parts[i] / 255.0;
    light[i] = c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

static void
check_contrast(TwColourId a, TwColourId b, double wanted)
{
  for (int dark = 0; dark < 2; ++dark) {
    const TwColour* const one = tw_draw_colour(a);
    const TwColour* const other = tw_draw_colour(b);
    const double x = luminance(dark ? one->dark : one->light) + 0.05;
    const double y = luminance(dark ? other->dark : other->light) + 0.05;
    const double contrast = x > y ? x / y : y / x;
    ck_assert_msg(contrast >= wanted, "colours %d and %d, dark %d: %.2f",
                  (int)a, (int)b, dark, contrast);
  }
}

START_TEST(everything_can_be_read)
{
  static const TwColourId lines[] = {TW_COLOUR_LINE, TW_COLOUR_PALE,
                                     TW_COLOUR_ACCENT, TW_COLOUR_CONTESTED,
                                     TW_COLOUR_PLACE_LINE};
  static const TwColourId words[] = {TW_COLOUR_INK, TW_COLOUR_MUTED,
                                     TW_COLOUR_CONTESTED};
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    check_contrast(lines[i], TW_COLOUR_PAPER, LINE_CONTRAST);
  }
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    check_contrast(words[i], TW_COLOUR_PAPER, TEXT_CONTRAST);
    check_contrast(words[i], TW_COLOUR_CARD, TEXT_CONTRAST);
  }
  check_contrast(TW_COLOUR_LIGHT_INK, TW_COLOUR_ACCENT, TEXT_CONTRAST);
  for (int i = TW_DRAW_PERSON; i < TW_DRAW_N_KINDS; ++i) {
    const TwDrawStyle* const style = tw_draw_style((TwDrawKind)i);
    check_contrast(style->ink, style->fill, TEXT_CONTRAST);
    check_contrast(style->line, TW_COLOUR_PAPER, LINE_CONTRAST);
    if (style->ink == TW_COLOUR_INK) {
      check_contrast(TW_COLOUR_MUTED, style->fill, TEXT_CONTRAST);
    }
  }
}
END_TEST

START_TEST(every_colour_is_written_once)
{
  for (int i = 0; i < TW_N_COLOURS; ++i) {
    for (int j = 0; j < i; ++j) {
      ck_assert_str_ne(tw_draw_colour((TwColourId)i)->light,
                       tw_draw_colour((TwColourId)j)->light);
    }
  }
}
END_TEST

static uint32_t
add_node(TwDrawing* drawing, TwDrawKind kind, const char* name,
         const char* tooltip)
{
  TwDrawNode* const node = TW_VEC_PUSH(arena, &drawing->nodes);
  node->kind = kind;
  node->name = tw_str(name);
  node->tooltip = tw_str(tooltip);
  return (uint32_t)drawing->nodes.count - 1;
}

static TwDrawEdge*
add_edge(TwDrawing* drawing, uint32_t from, uint32_t to, const char* label)
{
  TwDrawEdge* const edge = TW_VEC_PUSH(arena, &drawing->edges);
  edge->from = from;
  edge->to = to;
  edge->label = tw_str(label);
  edge->tooltip = TW_STR("words of the line");
  return edge;
}

static void
render(const TwDrawing* drawing, const char* wanted_engine)
{
  const char* engine = NULL;
  ck_assert_int_eq(tw_draw_render(drawing, NULL, &dot, &svg, &engine), TW_OK);
  ck_assert_str_eq(engine, wanted_engine);
}

#define ASSERT_IN_SVG(text) ck_assert_msg(strstr(svg.s, text), "no %s", text)
#define ASSERT_NOT_IN_SVG(text)                                                \
  ck_assert_msg(!strstr(svg.s, text), "there is %s", text)

START_TEST(a_drawing_says_what_it_shows)
{
  TwDrawing drawing = {.arena = arena,
                       .title = TW_STR("Transfers & more"),
                       .caveat = TW_STR("Read by rule"),
                       .description = TW_STR("One transfer")};
  const uint32_t event =
    add_node(&drawing, TW_DRAW_EVENT, "TRANSFER", "“sent <them>”\n— Post");
  drawing.nodes.at[event].date = TW_STR("4 Mar 2025");
  drawing.nodes.at[event].count = TW_STR("12");
  drawing.nodes.at[event].unit = TW_STR("people");
  drawing.nodes.at[event].url = TW_STR("https://example.org/a");
  const uint32_t person =
    add_node(&drawing, TW_DRAW_PERSON, "Ana Lía Ponce", "who she is");
  const uint32_t city = add_node(&drawing, TW_DRAW_CITY, "Lisbon", "a city");
  add_edge(&drawing, person, event, "sent")->line = TW_LINE_DASHED;
  add_edge(&drawing, event, city, "to")->contested = true;
  render(&drawing, "dot");
  ASSERT_IN_SVG("<title id=\"title\">Transfers &amp; more</title>");
  ASSERT_IN_SVG("<desc id=\"desc\">One transfer</desc>");
  ASSERT_IN_SVG("role=\"img\"");
  ASSERT_IN_SVG("prefers-color-scheme:dark");
  ASSERT_IN_SVG("<title>“sent &lt;them&gt;”\n— Post</title>");
  ASSERT_NOT_IN_SVG("xlink:title");
  ASSERT_IN_SVG("<title>words of the line</title>");
  ASSERT_IN_SVG("xlink:href=\"https://example.org/a\"");
  ASSERT_IN_SVG(">Ana Lía Ponce<");
  ASSERT_IN_SVG(">4 Mar 2025<");
  ASSERT_IN_SVG("stroke-dasharray");
  ASSERT_IN_SVG("class=\"edge asserted contested\"");
  ASSERT_IN_SVG(">sources differ<");
  ASSERT_IN_SVG("font-family=\"DejaVu Sans, Verdana, sans-serif\"");
  ASSERT_NOT_IN_SVG(">region<");
  ck_assert_ptr_nonnull(strstr(dot.s, "digraph"));
}
END_TEST

START_TEST(hostile_text_stays_text)
{
  static const char* const texts[] = {
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "\\N\\G\\",
    "]]>&#60;b&#62;",
    "</TABLE><IMG SRC=\"/etc/passwd\"/>",
    "\xe2\x80\xae"
    "evil\x01\xff",
    "\x01\x02",
    "",
  };
  TwDrawing drawing = {.arena = arena, .title = tw_str(texts[0])};
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    for (int kind = 0; kind < 3; ++kind) {
      const uint32_t node =
        add_node(&drawing, (TwDrawKind)kind, texts[i], texts[i]);
      drawing.nodes.at[node].url = tw_str(texts[i]);
      drawing.nodes.at[node].date = tw_str(texts[i]);
      *TW_VEC_PUSH(arena, &drawing.nodes.at[node].small) = tw_str(texts[i]);
      TwDrawEdge* const edge = add_edge(&drawing, node, 0, texts[i]);
      edge->tooltip = tw_str(texts[i]);
      edge->url = tw_str(texts[i]);
    }
  }
  render(&drawing, "dot");
  ASSERT_NOT_IN_SVG("<script");
  ASSERT_NOT_IN_SVG(" onmouseover=\"");
  ASSERT_NOT_IN_SVG("<IMG");
  ASSERT_NOT_IN_SVG("<image");
  ASSERT_NOT_IN_SVG("href=");
  ASSERT_NOT_IN_SVG("\x01");
  ASSERT_NOT_IN_SVG("\xff");
  ASSERT_NOT_IN_SVG("\xe2\x80\xae");
  ASSERT_IN_SVG("&lt;script&gt;alert(1)&lt;/script&gt;");
}
END_TEST

START_TEST(large_drawings_take_simpler_engines)
{
  TwDrawing drawing = {.arena = arena};
  for (uint32_t i = 0; i < 300; ++i) {
    add_node(&drawing, TW_DRAW_PERSON, "Somebody", "");
    if (i) {
      add_edge(&drawing, i, i / 2, "knows");
    }
  }
  render(&drawing, "sfdp");
  ASSERT_NOT_IN_SVG(">knows<");
}
END_TEST

START_TEST(nothing_can_be_drawn)
{
  const TwDrawing drawing = {.arena = arena, .title = TW_STR("Nothing")};
  render(&drawing, "dot");
  ASSERT_IN_SVG("Nothing");
}
END_TEST

Suite*
test_draw_suite(void)
{
  const TTest* const tests[] = {
    everything_can_be_read,
    every_colour_is_written_once,
    a_drawing_says_what_it_shows,
    hostile_text_stays_text,
    large_drawings_take_simpler_engines,
    nothing_can_be_drawn,
  };
  return SUITE_WITH("draw", tests, setup, teardown);
}
