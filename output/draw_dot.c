/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw_dot.h"

#include "output/draw_card.h"
#include "output/draw_style.h"
#include "output/label.h"

#include <graphviz/cgraph.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_THICK 5

typedef struct {
  const TwDrawing* drawing;
  Agraph_t* graph;
  Agnode_t** nodes;
  TwBuf buf; ///< The value being made
  bool has_labels;
} Builder;

static const char*
light(TwColourId id)
{
  return tw_draw_colour(id)->light;
}

/* cgraph copies what it is given, but does not say so in its types. */
void
tw_draw_dot_set(void* object, const char* name, const char* value)
{
  agsafeset(object, (char*)name, (char*)value, (char*)"");
}

/* Sets a plain attribute to foreign text. */
static void
set_text(Builder* builder, void* object, const char* name, TwStr text)
{
  tw_buf_reset(&builder->buf);
  tw_label_plain(&builder->buf, text);
  if (builder->buf.len) {
    tw_draw_dot_set(object, name, builder->buf.s);
  }
}

static void
set_url(Builder* builder, void* object, TwStr url)
{
  tw_buf_reset(&builder->buf);
  if (tw_label_url(&builder->buf, url)) {
    tw_draw_dot_set(object, "URL", builder->buf.s);
    tw_draw_dot_set(object, "target", "_blank");
  }
}

/* Sets the label to the markup in the buffer. */
static void
set_markup(Builder* builder, void* object)
{
  if (tw_buf_status(&builder->buf) == TW_OK) {
    char* const html = agstrdup_html(builder->graph, builder->buf.s);
    tw_draw_dot_set(object, "label", html);
    agstrfree(builder->graph, html);
  }
}

static void
set_looks(Agnode_t* place, const TwDrawNode* node, const TwDrawStyle* style)
{
  const bool is_card = node->folded || node->kind == TW_DRAW_EVENT;
  tw_draw_dot_set(place, "shape", is_card ? "plain" : style->shape);
  if (!is_card) {
    tw_draw_dot_set(place, "style", style->style);
    tw_draw_dot_set(place, "margin", style->margin);
    tw_draw_dot_set(place, "fillcolor", light(style->fill));
    tw_draw_dot_set(place, "color",
                    light(node->contested ? TW_COLOUR_CONTESTED : style->line));
  }
}

static void
set_class(Builder* builder, void* object, const char* first, bool contested,
          bool folded)
{
  tw_buf_reset(&builder->buf);
  tw_buf_addf(&builder->buf, "%s%s%s", first, contested ? " contested" : "",
              folded ? " folded" : "");
  tw_draw_dot_set(object, "class", builder->buf.s);
}

static TwStatus
build_node(Builder* builder, size_t i)
{
  const TwDrawNode* const node = &builder->drawing->nodes.at[i];
  const TwDrawStyle* const style = tw_draw_card_style(node);
  char name[32];
  snprintf(name, sizeof(name), "n%zu", i);
  Agnode_t* const place = agnode(builder->graph, name, 1);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  builder->nodes[i] = place;
  tw_draw_dot_set(place, "id", name);
  set_class(builder, place, tw_draw_style(node->kind)->word, node->contested,
            node->folded);
  set_looks(place, node, style);
  set_text(builder, place, "tooltip", node->tooltip);
  set_url(builder, place, node->url);
  tw_buf_reset(&builder->buf);
  tw_draw_card_add(&builder->buf, node);
  set_markup(builder, place);
  return tw_buf_status(&builder->buf);
}

static TwColourId
edge_colour(const TwDrawEdge* edge)
{
  static const TwColourId tones[] = {
    [TW_TONE_PLAIN] = TW_COLOUR_LINE,
    [TW_TONE_PLACE] = TW_COLOUR_PLACE_LINE,
    [TW_TONE_PALE] = TW_COLOUR_PALE,
  };
  return edge->contested ? TW_COLOUR_CONTESTED : tones[edge->tone];
}

/* Thicker with each independent source, pale ones thin. */
static void
set_width(Agedge_t* line, const TwDrawEdge* edge)
{
  const unsigned more = edge->n_sources > 1 ? edge->n_sources - 1 : 0;
  const unsigned tenths = 12 + 4 * (more < MAX_THICK ? more : MAX_THICK);
  char width[16];
  snprintf(width, sizeof(width), "%u.%u", tenths / 10, tenths % 10);
  tw_draw_dot_set(line, "penwidth", edge->tone == TW_TONE_PALE ? "0.8" : width);
}

/* Graphviz crashes on labels of lines between boxes of one column. */
static bool
is_in_column(const Builder* builder, const TwDrawEdge* edge)
{
  const TwDrawNode* const nodes = builder->drawing->nodes.at;
  return nodes[edge->from].kind == TW_DRAW_EVENT &&
         nodes[edge->to].kind == TW_DRAW_EVENT;
}

static void
set_edge_label(Builder* builder, Agedge_t* line, const TwDrawEdge* edge)
{
  if (builder->has_labels && edge->label.len) {
    tw_buf_reset(&builder->buf);
    tw_buf_add(&builder->buf, TW_STR(" "));
    tw_label_plain(&builder->buf, edge->label);
    tw_buf_add(&builder->buf, TW_STR(" "));
    tw_draw_dot_set(line, is_in_column(builder, edge) ? "xlabel" : "label",
                    builder->buf.s);
  }
}

static TwStatus
build_edge(Builder* builder, size_t i)
{
  static const char* const lines[] = {
    [TW_LINE_SOLID] = "solid",
    [TW_LINE_DASHED] = "dashed",
    [TW_LINE_DOTTED] = "dotted",
  };
  static const char* const words[] = {
    [TW_LINE_SOLID] = "asserted",
    [TW_LINE_DASHED] = "alleged",
    [TW_LINE_DOTTED] = "said",
  };
  const TwDrawEdge* const edge = &builder->drawing->edges.at[i];
  char name[32];
  snprintf(name, sizeof(name), "e%zu", i);
  Agnode_t* const from = builder->nodes[edge->from];
  Agnode_t* const to = builder->nodes[edge->to];
  const bool is_back = edge->flow == TW_FLOW_LEFT;
  Agedge_t* const line =
    agedge(builder->graph, is_back ? to : from, is_back ? from : to, name, 1);
  if (!line) {
    return TW_ERR_NOMEM;
  }
  tw_draw_dot_set(line, "id", name);
  set_class(builder, line, words[edge->line], edge->contested, false);
  tw_draw_dot_set(line, "style", lines[edge->line]);
  tw_draw_dot_set(line, "color", light(edge_colour(edge)));
  set_width(line, edge);
  if (edge->contested) {
    tw_draw_dot_set(line, "fontcolor", light(TW_COLOUR_CONTESTED));
  }
  if (edge->tone == TW_TONE_PALE) {
    tw_draw_dot_set(line, "dir", "none");
  } else if (is_back) {
    tw_draw_dot_set(line, "dir", "back");
  }
  if (edge->flow == TW_FLOW_FREE) {
    tw_draw_dot_set(line, "constraint", "false");
  }
  set_text(builder, line, "tooltip", edge->tooltip);
  set_text(builder, line, "labeltooltip", edge->tooltip);
  set_url(builder, line, edge->url);
  set_edge_label(builder, line, edge);
  return tw_buf_status(&builder->buf);
}

/* Events stand in one column, the first at the top. */
static void
line_up_events(Builder* builder)
{
  Agraph_t* const column = agsubg(builder->graph, (char*)"events", 1);
  Agnode_t* last = NULL;
  size_t n = 0;
  tw_draw_dot_set(column, "rank", "same");
  for (size_t i = 0; i < builder->drawing->nodes.count; ++i) {
    if (builder->drawing->nodes.at[i].kind == TW_DRAW_EVENT) {
      char name[32];
      snprintf(name, sizeof(name), "order%zu", n++);
      agsubnode(column, builder->nodes[i], 1);
      if (last) {
        Agedge_t* const line =
          agedge(builder->graph, last, builder->nodes[i], name, 1);
        tw_draw_dot_set(line, "style", "invis");
        tw_draw_dot_set(line, "weight", "20");
      }
      last = builder->nodes[i];
    }
  }
}

static void
declare(Agraph_t* graph, int kind, const char* name, const char* value)
{
  agattr(graph, kind, (char*)name, (char*)value);
}

static void
set_defaults(Agraph_t* graph)
{
  static const struct {
    int kind;
    const char* name;
    const char* value;
  } rows[] = {
    {AGRAPH, "rankdir", "LR"},
    /* Clusters or ranks with edge labels abort without it. */
    {AGRAPH, "newrank", "true"},
    {AGRAPH, "pad", "0.4"},
    {AGRAPH, "nodesep", "0.2"},
    {AGRAPH, "ranksep", "0.7"},
    {AGRAPH, "splines", "spline"},
    {AGRAPH, "outputorder", "edgesfirst"},
    {AGRAPH, "labelloc", "t"},
    {AGRAPH, "labeljust", "l"},
    {AGRAPH, "charset", "UTF-8"},
    {AGRAPH, "fontname", TW_DRAW_FONT},
    {AGNODE, "fontname", TW_DRAW_FONT},
    {AGNODE, "fontsize", "11"},
    {AGNODE, "margin", "0.14,0.07"},
    {AGNODE, "penwidth", "1.2"},
    {AGEDGE, "fontname", TW_DRAW_FONT},
    {AGEDGE, "fontsize", "9"},
    {AGEDGE, "arrowsize", "0.6"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    declare(graph, rows[i].kind, rows[i].name, rows[i].value);
  }
  declare(graph, AGRAPH, "bgcolor", light(TW_COLOUR_PAPER));
  declare(graph, AGEDGE, "fontcolor", light(TW_COLOUR_MUTED));
}

static void
set_title(Builder* builder)
{
  tw_buf_reset(&builder->buf);
  tw_draw_card_title(&builder->buf, builder->drawing);
  set_markup(builder, builder->graph);
}

static TwStatus
build(Builder* builder)
{
  set_defaults(builder->graph);
  set_title(builder);
  for (size_t i = 0; i < builder->drawing->nodes.count; ++i) {
    TW_TRY(build_node(builder, i));
  }
  line_up_events(builder);
  for (size_t i = 0; i < builder->drawing->edges.count; ++i) {
    TW_TRY(build_edge(builder, i));
  }
  return tw_buf_status(&builder->buf);
}

struct Agraph_s*
tw_draw_dot_build(const TwDrawing* drawing, bool has_labels)
{
  Builder builder = {.drawing = drawing,
                     .graph = agopen((char*)"triplewire", Agdirected, NULL),
                     .buf = TW_BUF_INIT,
                     .has_labels = has_labels};
  builder.nodes = TW_NEW(drawing->arena, Agnode_t*, drawing->nodes.count);
  const bool is_ready =
    builder.graph && (builder.nodes || !drawing->nodes.count);
  if (!is_ready || build(&builder) != TW_OK) {
    if (builder.graph) {
      agclose(builder.graph);
    }
    builder.graph = NULL;
  }
  tw_buf_clear(&builder.buf);
  return builder.graph;
}

TwStatus
tw_draw_dot_write(struct Agraph_s* graph, TwBuf* out)
{
  char* text = NULL;
  size_t size = 0;
  FILE* const file = open_memstream(&text, &size);
  if (!file) {
    return TW_ERR_NOMEM;
  }
  const bool failed = agwrite(graph, file) != 0;
  if (fclose(file) || failed) {
    free(text);
    return TW_ERR_NOMEM;
  }
  tw_buf_add(out, (TwStr){text, size});
  free(text);
  return tw_buf_status(out);
}
