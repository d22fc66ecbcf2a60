/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw.h"

#include "base/child.h"
#include "output/draw_dot.h"
#include "output/draw_svg.h"

#include <graphviz/gvc.h>
#include <stdio.h>

#define CODE_LAYOUT 5002
#define GRID_X 220
#define GRID_Y 90
#define MEMORY ((size_t)1 << 30)

/** A way to lay out, and up to how many boxes it is worth a try. */
typedef struct {
  const char* name;
  const char* engine; ///< Of Graphviz
  size_t max_nodes;
  unsigned seconds;
  bool has_labels;
  struct {
    const char* name;
    const char* value;
  } attributes[4];
} Step;

static const Step steps[] = {
  {"dot", "dot", 80, 20, true, {{NULL, NULL}}},
  {"dot without words",
   "dot",
   250,
   10,
   false,
   {{"nslimit", "2"}, {"nslimit1", "2"}, {"mclimit", ".3"}}},
  {"sfdp",
   "sfdp",
   5000,
   20,
   false,
   {{"overlap", "prism"}, {"splines", "line"}}},
  {"grid", "nop", SIZE_MAX, 20, false, {{"splines", "line"}}},
};

#define N_STEPS (sizeof(steps) / sizeof(steps[0]))

typedef struct {
  const TwDrawing* drawing;
  const Step* step;
} Job;

/* Rows of boxes, about as wide as high. */
static void
place_on_grid(Agraph_t* graph)
{
  size_t n_columns = 1;
  while (n_columns * n_columns < (size_t)agnnodes(graph)) {
    ++n_columns;
  }
  size_t i = 0;
  for (Agnode_t* node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    char place[64];
    snprintf(place, sizeof(place), "%zu,-%zu", i % n_columns * GRID_X,
             i / n_columns * GRID_Y);
    tw_draw_dot_set(node, "pos", place);
    ++i;
  }
}

static Agraph_t*
make_graph(const Job* job)
{
  Agraph_t* const graph =
    tw_draw_dot_build(job->drawing, job->step->has_labels);
  for (size_t i = 0; graph && i < 4 && job->step->attributes[i].name; ++i) {
    tw_draw_dot_set(graph, job->step->attributes[i].name,
                    job->step->attributes[i].value);
  }
  return graph;
}

static TwStatus
write_dot(const Job* job, TwBuf* out)
{
  Agraph_t* const graph = make_graph(job);
  if (!graph) {
    return TW_ERR_NOMEM;
  }
  const TwStatus status = tw_draw_dot_write(graph, out);
  agclose(graph);
  return status;
}

/* What the child does. It frees nothing: it ends when it is done, and Graphviz
 * frees some layouts with lines in a column twice. */
static TwStatus
lay_out(void* data, TwBuf* out)
{
  const Job* const job = data;
  GVC_t* const context = gvContext();
  Agraph_t* const graph = make_graph(job);
  char* svg = NULL;
  unsigned size = 0;
  if (!context || !graph) {
    return TW_ERR_NOMEM;
  }
  agseterr(AGMAX);
  if (job->step == &steps[N_STEPS - 1]) {
    place_on_grid(graph);
  }
  if (gvLayout(context, graph, job->step->engine) ||
      gvRenderData(context, graph, "svg", &svg, &size) || !svg) {
    return TW_ERR_INTERNAL;
  }
  tw_buf_add(out, (TwStr){svg, size});
  return tw_buf_status(out);
}

static void
warn(TwDiagSink* sink, const Step* step, TwChildEnd end)
{
  static const char* const reasons[] = {
    [TW_CHILD_DONE] = "made no drawing",
    [TW_CHILD_FAILED] = "failed",
    [TW_CHILD_TIMEOUT] = "took too long",
    [TW_CHILD_KILLED] = "crashed",
  };
  tw_diag_warn(sink, CODE_LAYOUT, TW_STR("graph.svg"),
               "the layout by %s %s; trying a simpler one", step->name,
               reasons[end]);
}

/* Tries one step; adds its SVG and its DOT on success. */
static TwStatus
try_step(const TwDrawing* drawing, const Step* step, TwBuf* out_dot,
         TwBuf* out_svg, TwChildEnd* out_end)
{
  Job job = {drawing, step};
  const TwBudget budget = {step->seconds, MEMORY};
  TwBuf raw = TW_BUF_INIT;
  TwStatus status = tw_child_run(budget, lay_out, &job, &raw, out_end);
  if (status == TW_OK) {
    status = tw_draw_svg_finish(drawing, tw_buf_str(&raw), out_svg);
  }
  if (status == TW_OK) {
    status = write_dot(&job, out_dot);
  }
  tw_buf_clear(&raw);
  return status;
}

TwStatus
tw_draw_render(const TwDrawing* drawing, TwDiagSink* sink, TwBuf* out_dot,
               TwBuf* out_svg, const char** out_engine)
{
  for (size_t i = 0; i < N_STEPS; ++i) {
    TwChildEnd end = TW_CHILD_DONE;
    if (drawing->nodes.count > steps[i].max_nodes) {
      continue;
    }
    const TwStatus status =
      try_step(drawing, &steps[i], out_dot, out_svg, &end);
    if (status == TW_OK || status == TW_ERR_NOMEM) {
      *out_engine = steps[i].name;
      return status;
    }
    warn(sink, &steps[i], end);
  }
  return TW_ERR_CHILD;
}
