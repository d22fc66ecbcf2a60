/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw_legend.h"

#include "output/draw_style.h"

#define LEFT 34
#define SIGN_WIDTH 20
#define GAP 18
/* Points a letter of 10 points takes at most, on average. */
#define LETTER 6

/** A line of the legend that is no box. */
typedef struct {
  const char* word;
  const char* attributes;
  TwColourId colour;
} LineSign;

enum { SIGN_ALLEGED, SIGN_SAID, SIGN_CONTESTED, SIGN_THICK, N_SIGNS };

static const LineSign line_signs[N_SIGNS] = {
  [SIGN_ALLEGED] = {"alleged, accused", " stroke-dasharray=\"5,2\"",
                    TW_COLOUR_LINE},
  [SIGN_SAID] = {"said by", " stroke-dasharray=\"1,3\"", TW_COLOUR_LINE},
  [SIGN_CONTESTED] = {"sources differ", " stroke-width=\"2\"",
                      TW_COLOUR_CONTESTED},
  [SIGN_THICK] = {"thick: more independent sources", " stroke-width=\"3\"",
                  TW_COLOUR_LINE},
};

/** What occurs in a drawing: only that is explained. */
typedef struct {
  bool kinds[TW_DRAW_N_KINDS];
  bool signs[N_SIGNS];
} Seen;

static Seen
look(const TwDrawing* drawing)
{
  Seen seen = {{false}, {false}};
  for (size_t i = 0; i < drawing->nodes.count; ++i) {
    seen.kinds[drawing->nodes.at[i].kind] = true;
    seen.signs[SIGN_CONTESTED] |= drawing->nodes.at[i].contested;
  }
  for (size_t i = 0; i < drawing->edges.count; ++i) {
    const TwDrawEdge* const edge = &drawing->edges.at[i];
    seen.signs[SIGN_ALLEGED] |= edge->line == TW_LINE_DASHED;
    seen.signs[SIGN_SAID] |= edge->line == TW_LINE_DOTTED;
    seen.signs[SIGN_CONTESTED] |= edge->contested;
    seen.signs[SIGN_THICK] |= edge->n_sources > 1;
  }
  return seen;
}

static unsigned
width_of(const char* word)
{
  return SIGN_WIDTH + 5 + LETTER * (unsigned)tw_str(word).len + GAP;
}

unsigned
tw_draw_legend_width(const TwDrawing* drawing)
{
  const Seen seen = look(drawing);
  unsigned width = 2 * LEFT;
  for (int i = 0; i < TW_DRAW_N_KINDS; ++i) {
    width += seen.kinds[i] ? width_of(tw_draw_style((TwDrawKind)i)->word) : 0;
  }
  for (int i = 0; i < N_SIGNS; ++i) {
    width += seen.signs[i] ? width_of(line_signs[i].word) : 0;
  }
  return width;
}

/* The outline of a kind in a box of 20 by 12 points. */
static const char*
outline(TwDrawKind kind)
{
  static const char* const outlines[TW_DRAW_N_KINDS] = {
    [TW_DRAW_EVENT] = "<path d=\"M0,0h20v12h-20z\"/>",
    [TW_DRAW_PERSON] = "<rect width=\"20\" height=\"12\" rx=\"4\"/>",
    [TW_DRAW_CARTEL] = "<path d=\"M0,4l6,-4h8l6,4v4l-6,4h-8l-6,-4z\"/>",
    [TW_DRAW_GOVERNMENT] = "<path d=\"M0,4l10,-4l10,4v8h-20z\"/>",
    [TW_DRAW_ORGANIZATION] =
      "<path d=\"M2,0h18v12h-18zM0,2h4v3h-4zM0,7h4v3h-4z\"/>",
    [TW_DRAW_COUNTRY] = "<path stroke-width=\"2\" d=\"M0,0h20v12h-20z\"/>",
    [TW_DRAW_REGION] = "<path d=\"M0,6l4,-6h12l4,6l-4,6h-12z\"/>",
    [TW_DRAW_CITY] = "<ellipse cx=\"10\" cy=\"6\" rx=\"10\" ry=\"6\"/>",
    [TW_DRAW_FACILITY] = "<path d=\"M0,2h2v-2h5v2h13v10h-20z\"/>",
    [TW_DRAW_OTHER] = "<path d=\"M0,0h16l4,4v8h-20z\"/>",
  };
  return outlines[kind];
}

static unsigned
add_word(TwBuf* out, const char* word, unsigned x)
{
  tw_buf_addf(out, "<text x=\"%d\" y=\"10\" fill=\"%s\">%s</text></g>\n",
              SIGN_WIDTH + 5, tw_draw_colour(TW_COLOUR_MUTED)->light, word);
  return x + width_of(word);
}

static unsigned
add_kind(TwBuf* out, TwDrawKind kind, unsigned x)
{
  const TwDrawStyle* const style = tw_draw_style(kind);
  const TwColourId fill = kind == TW_DRAW_EVENT ? style->line : style->fill;
  tw_buf_addf(out,
              "<g transform=\"translate(%u,16)\"><g fill=\"%s\" "
              "stroke=\"%s\">%s</g>",
              x, tw_draw_colour(fill)->light,
              tw_draw_colour(style->line)->light, outline(kind));
  return add_word(out, style->word, x);
}

static unsigned
add_sign(TwBuf* out, const LineSign* sign, unsigned x)
{
  tw_buf_addf(out,
              "<g transform=\"translate(%u,16)\"><path fill=\"none\" "
              "stroke=\"%s\"%s d=\"M0,6h20\"/>",
              x, tw_draw_colour(sign->colour)->light, sign->attributes);
  return add_word(out, sign->word, x);
}

void
tw_draw_legend_add(const TwDrawing* drawing, unsigned y, TwBuf* out)
{
  const Seen seen = look(drawing);
  unsigned x = LEFT;
  tw_buf_addf(out,
              "<g id=\"legend\" class=\"legend\" font-size=\"10\" "
              "transform=\"translate(0,%u)\">\n",
              y);
  for (int i = 0; i < TW_DRAW_N_KINDS; ++i) {
    x = seen.kinds[i] ? add_kind(out, (TwDrawKind)i, x) : x;
  }
  for (int i = 0; i < N_SIGNS; ++i) {
    x = seen.signs[i] ? add_sign(out, &line_signs[i], x) : x;
  }
  tw_buf_add(out, TW_STR("</g>\n"));
}
