/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#include "base/map.h"

#include <stdlib.h>

#define WEIGHT_SOURCE 4
#define MAX_CLAIMS_WEIGHED 4

/* Who only says something draws little attention. */
#define WEIGHT_SAID 2

static const struct {
  TwType type;
  TwDrawKind kind;
} kinds[] = {
  {TW_TYPE_CARTEL, TW_DRAW_CARTEL},
  {TW_TYPE_GOVERNMENT_BODY, TW_DRAW_GOVERNMENT},
  {TW_TYPE_ORGANIZATION, TW_DRAW_ORGANIZATION},
  {TW_TYPE_PERSON, TW_DRAW_PERSON},
  {TW_TYPE_COUNTRY, TW_DRAW_COUNTRY},
  {TW_TYPE_REGION, TW_DRAW_REGION},
  {TW_TYPE_CITY, TW_DRAW_CITY},
  {TW_TYPE_FACILITY, TW_DRAW_FACILITY},
  {TW_TYPE_PLACE, TW_DRAW_REGION},
  {TW_TYPE_VEHICLE, TW_DRAW_OTHER},
  {TW_TYPE_NAME, TW_DRAW_OTHER},
};

TwStr
tw_diagram_keep(const TwDiagramView* view, TwBuf* buf)
{
  TwStr kept = {NULL, 0};
  if (tw_buf_status(buf) == TW_OK) {
    kept = tw_arena_copy(view->arena, tw_buf_str(buf));
  } else {
    /* The arena remembers it: its state is asked at the end. */
    tw_arena_alloc(view->arena, SIZE_MAX, SIZE_MAX);
  }
  tw_buf_clear(buf);
  return kept.s ? kept : TW_STR("");
}

uint32_t
tw_diagram_view_other(const TwDiagramLink* link, uint32_t thing)
{
  return link->from == thing ? link->to : link->from;
}

bool
tw_diagram_view_is_event(const TwDiagramView* view, uint32_t thing)
{
  return view->graph->things[thing].is_event;
}

static void
look_at_thing(TwDiagramView* view, uint32_t i)
{
  const TwGraphThing* const thing = &view->graph->things[i];
  TwDiagramBox* const box = &view->boxes[i];
  box->folded_into = i;
  box->n_folded = 1;
  view->relation_subject[i] = TW_NO_THING;
  if (thing->is_event) {
    box->kind = TW_DRAW_EVENT;
    box->can_be_drawn = !tw_diagram_event(thing->term)->is_hidden;
    return;
  }
  for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); ++k) {
    if (tw_type_is(thing->type, kinds[k].type)) {
      box->kind = kinds[k].kind;
      box->can_be_drawn = true;
      return;
    }
  }
}

static TwStatus
look_at_things(TwDiagramView* view)
{
  const TwGraph* const graph = view->graph;
  view->boxes = TW_NEW(view->arena, TwDiagramBox, graph->n_things + 1);
  view->first_statement = TW_NEW(view->arena, uint32_t, graph->n_things + 1);
  view->first_of_thing = TW_NEW(view->arena, uint32_t, graph->n_things + 1);
  view->relation_subject = TW_NEW(view->arena, uint32_t, graph->n_things + 1);
  view->relations = TW_NEW(view->arena, uint32_t, graph->n_things + 1);
  view->first_relation = TW_NEW(view->arena, uint32_t, graph->n_things + 2);
  view->conflict = TW_NEW(view->arena, uint32_t, graph->n_statements + 1);
  if (tw_arena_failed(view->arena)) {
    return TW_ERR_NOMEM;
  }
  uint32_t s = 0;
  for (uint32_t i = 0; i < graph->n_things; ++i) {
    look_at_thing(view, i);
    view->first_statement[i] = s;
    while (s < graph->n_statements && graph->statements[s].subject == i) {
      ++s;
    }
  }
  view->first_statement[graph->n_things] = s;
  return TW_OK;
}

static void
look_at_conflicts(TwDiagramView* view)
{
  for (size_t i = 0; i < view->graph->n_statements; ++i) {
    view->conflict[i] = TW_NO_THING;
  }
  for (size_t i = view->graph->n_conflicts; i-- > 0;) {
    const TwConflict* const conflict = &view->graph->conflicts[i];
    for (size_t k = 0; k < conflict->n_statements; ++k) {
      view->conflict[conflict->statements[k]] = (uint32_t)i;
    }
  }
}

/* A thing that is neither an event nor of a type is a relation with more than
 * two ends: who held which office where. */
static bool
is_relation(const TwGraphThing* thing)
{
  return !thing->is_event && thing->type == TW_TYPE_NONE;
}

/* Finds out whose relation each of them is: of the thing that points to it,
 * or of its "person". */
static void
look_at_relations(TwDiagramView* view)
{
  const TwGraph* const graph = view->graph;
  for (size_t i = 0; i < graph->n_statements; ++i) {
    const TwStatement* const statement = &graph->statements[i];
    if (statement->kind != TW_VALUE_THING) {
      continue;
    }
    if (is_relation(&graph->things[statement->object])) {
      view->relation_subject[statement->object] = statement->subject;
    } else if (is_relation(&graph->things[statement->subject]) &&
               view->relation_subject[statement->subject] == TW_NO_THING &&
               tw_str_equal(statement->predicate, TW_STR("person"))) {
      view->relation_subject[statement->subject] = statement->object;
    }
  }
}

/* Lists the relations of each thing. */
static void
list_relations(TwDiagramView* view)
{
  const size_t n = view->graph->n_things;
  uint32_t* const next = view->first_relation + 1;
  for (size_t i = 0; i < n; ++i) {
    if (view->relation_subject[i] != TW_NO_THING) {
      ++next[view->relation_subject[i]];
    }
  }
  uint32_t sum = 0;
  for (size_t i = 0; i < n; ++i) {
    const uint32_t count = next[i];
    next[i] = sum;
    sum += count;
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (view->relation_subject[i] != TW_NO_THING) {
      view->relations[next[view->relation_subject[i]]++] = i;
    }
  }
}

static bool
can_be_drawn(const TwDiagramView* view, uint32_t thing)
{
  return thing != TW_NO_THING && view->boxes[thing].can_be_drawn;
}

static uint32_t
weight_of(const TwStatement* statement)
{
  const uint32_t n = statement->end_claim - statement->first_claim;
  return WEIGHT_SOURCE * statement->n_sources +
         (n < MAX_CLAIMS_WEIGHED ? n : MAX_CLAIMS_WEIGHED) +
         (statement->certainty == TW_ASSERTED && !statement->negated);
}

/* How surely it is said. That those of an event belong to a body is no surer
 * than a paper that counts them calls them its members ("37 alleged members").
 */
static TwCertainty
certainty_of(const TwDiagramView* view, const TwStatement* statement,
             uint32_t event, const TwDiagramWords* words)
{
  const TwGraph* const graph = view->graph;
  TwCertainty certainty = statement->certainty;
  if (!graph->things[event].is_event ||
      words != tw_diagram_words(graph->things[event].term, TW_STR("cartel"))) {
    return certainty;
  }
  for (uint32_t s = view->first_statement[event];
       s < view->first_statement[event + 1]; ++s) {
    const uint32_t object = graph->statements[s].object;
    if (object != TW_NO_THING && graph->things[object].count > 1 &&
        graph->things[object].membership > certainty) {
      certainty = graph->things[object].membership;
    }
  }
  return certainty;
}

/* Adds the line of statement `s` between `subject` and `object`. */
static TwDiagramLink*
add_link(TwDiagramView* view, uint32_t s, uint32_t subject, uint32_t object,
         const TwDiagramWords* words)
{
  const TwStatement* const statement = &view->graph->statements[s];
  if (words->show != TW_SHOW_LINE || subject == object ||
      !can_be_drawn(view, subject) || !can_be_drawn(view, object)) {
    return NULL;
  }
  TwDiagramLink* const link = TW_VEC_PUSH(view->arena, &view->links);
  if (link) {
    const bool is_in = words->points == TW_POINTS_IN;
    const TwCertainty certainty = certainty_of(view, statement, subject, words);
    const bool is_sure = certainty == TW_ASSERTED && !statement->negated;
    *link = (TwDiagramLink){.from = is_in ? object : subject,
                            .to = is_in ? subject : object,
                            .statement = s,
                            .words = words,
                            .line = is_sure ? TW_LINE_SOLID : TW_LINE_DASHED,
                            .tone = words->tone,
                            .flow = words->flow,
                            .certainty = certainty,
                            .negated = statement->negated,
                            .is_former = statement->status.len != 0,
                            .contested = statement->contested,
                            .n_sources = statement->n_sources,
                            .weight = weight_of(statement)};
  }
  return link;
}

/* The words of a relation as it names itself: "sister of". */
static TwStr
own_words(const TwDiagramView* view, uint32_t relation)
{
  const TwStatement* const all = view->graph->statements;
  for (uint32_t s = view->first_statement[relation];
       s < view->first_statement[relation + 1]; ++s) {
    if (tw_str_equal(all[s].predicate, TW_STR("relation"))) {
      TwBuf buf = TW_BUF_INIT;
      tw_buf_add(&buf, all[s].text);
      tw_buf_add(&buf, TW_STR(" of"));
      return tw_diagram_keep(view, &buf);
    }
  }
  return (TwStr){NULL, 0};
}

/* A group that an event counts is no box; whom it belongs to, is. */
static void
add_group_links(TwDiagramView* view, uint32_t event, uint32_t group)
{
  const TwGraph* const graph = view->graph;
  const TwDiagramWords* const words =
    tw_diagram_words(graph->things[event].term, TW_STR("cartel"));
  for (uint32_t s = view->first_statement[group];
       s < view->first_statement[group + 1]; ++s) {
    const TwStatement* const statement = &graph->statements[s];
    if (statement->kind == TW_VALUE_THING &&
        tw_type_is(graph->things[statement->object].type,
                   TW_TYPE_ORGANIZATION)) {
      add_link(view, s, event, statement->object, words);
    }
  }
}

static void
look_at_statement(TwDiagramView* view, uint32_t s)
{
  const TwGraph* const graph = view->graph;
  const TwStatement* const statement = &graph->statements[s];
  const TwGraphThing* const subject = &graph->things[statement->subject];
  if (statement->kind != TW_VALUE_THING) {
    return;
  }
  const TwDiagramWords* const words =
    tw_diagram_words(subject->term, statement->predicate);
  const uint32_t owner = view->relation_subject[statement->subject];
  if (owner != TW_NO_THING) {
    TwDiagramLink* const link =
      add_link(view, s, owner, statement->object, words);
    if (link) {
      link->label = own_words(view, statement->subject);
    }
  } else if (graph->things[statement->object].type == TW_TYPE_GROUP) {
    if (can_be_drawn(view, statement->subject) && subject->is_event) {
      add_group_links(view, statement->subject, statement->object);
    }
  } else {
    add_link(view, s, statement->subject, statement->object, words);
  }
}

static int
compare_u32(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_links(const void* a, const void* b)
{
  const TwDiagramLink* const x = a;
  const TwDiagramLink* const y = b;
  int order = compare_u32(x->from, y->from);
  order = order ? order : compare_u32(x->to, y->to);
  order = order ? order : (int)x->line - (int)y->line;
  return order ? order : compare_u32(x->statement, y->statement);
}

static void
sort_links(TwDiagramView* view)
{
  if (view->links.count) {
    qsort(view->links.at, view->links.count, sizeof(view->links.at[0]),
          compare_links);
  }
}

/* Lists the links of each thing and counts those that tell something. */
static TwStatus
index_links(TwDiagramView* view)
{
  const size_t n_things = view->graph->n_things;
  const size_t n = view->links.count;
  uint32_t* const first = view->first_of_thing;
  view->of_thing.at = TW_NEW(view->arena, uint32_t, 2 * n + 1);
  uint32_t* const next = TW_NEW(view->arena, uint32_t, n_things + 1);
  if (!view->of_thing.at || !next) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i <= n_things; ++i) {
    first[i] = 0;
    view->boxes[i].n_links = 0;
  }
  for (size_t i = 0; i < n; ++i) {
    const TwDiagramLink* const link = &view->links.at[i];
    ++first[link->from];
    ++first[link->to];
    view->boxes[link->from].n_links += link->tone != TW_TONE_PALE;
    view->boxes[link->to].n_links += link->tone != TW_TONE_PALE;
  }
  uint32_t sum = 0;
  for (size_t i = 0; i <= n_things; ++i) {
    const uint32_t count = first[i];
    first[i] = next[i] = sum;
    sum += count;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const TwDiagramLink* const link = &view->links.at[i];
    view->of_thing.at[next[link->from]++] = i;
    view->of_thing.at[next[link->to]++] = i;
  }
  view->of_thing.count = sum;
  return TW_OK;
}

/** Somebody says something about an event. */
typedef struct {
  uint32_t speaker;
  uint32_t event;
  uint32_t document;
} Saying;

static int
compare_sayings(const void* a, const void* b)
{
  const Saying* const x = a;
  const Saying* const y = b;
  int order = compare_u32(x->speaker, y->speaker);
  order = order ? order : compare_u32(x->event, y->event);
  return order ? order : compare_u32(x->document, y->document);
}

static bool
are_linked(const TwDiagramView* view, uint32_t a, uint32_t b)
{
  for (uint32_t i = view->first_of_thing[a]; i < view->first_of_thing[a + 1];
       ++i) {
    const TwDiagramLink* const link = &view->links.at[view->of_thing.at[i]];
    if (tw_diagram_view_other(link, a) == b) {
      return true;
    }
  }
  return false;
}

/* How many publishers bring the sayings [0, n). */
static uint32_t
count_papers(const TwDiagramView* view, const Saying* sayings, size_t n)
{
  const TwGraphDocument* const documents = view->graph->documents;
  uint32_t n_papers = 0;
  for (size_t i = 0; i < n; ++i) {
    const TwStr paper = documents[sayings[i].document].publisher;
    bool is_new = !i || sayings[i].document != sayings[i - 1].document;
    for (size_t k = 0; k < i && is_new && paper.len; ++k) {
      is_new = !tw_str_equal(documents[sayings[k].document].publisher, paper);
    }
    n_papers += is_new;
  }
  return n_papers;
}

/* Adds a dotted line for the sayings [0, n) of one speaker on one event. */
static void
add_said(TwDiagramView* view, const Saying* sayings, size_t n)
{
  const uint32_t n_sources = count_papers(view, sayings, n);
  if (are_linked(view, sayings->speaker, sayings->event)) {
    return;
  }
  TwDiagramLink* const link = TW_VEC_PUSH(view->arena, &view->links);
  if (link) {
    *link = (TwDiagramLink){.from = sayings->speaker,
                            .to = sayings->event,
                            .statement = TW_NO_THING,
                            .label = TW_STR("says"),
                            .line = TW_LINE_DOTTED,
                            .flow = TW_FLOW_RIGHT,
                            .n_sources = n_sources,
                            .weight = WEIGHT_SAID * n_sources};
  }
}

/* Who tells of an event without having part in it. */
static TwStatus
look_at_speakers(TwDiagramView* view)
{
  const TwGraph* const graph = view->graph;
  Saying* const sayings = TW_NEW(view->arena, Saying, graph->n_claims + 1);
  size_t n = 0;
  if (!sayings) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    const TwGraphClaim* const claim = &graph->claims[i];
    const uint32_t event = graph->statements[claim->statement].subject;
    if (can_be_drawn(view, claim->speaker) && graph->things[event].is_event &&
        can_be_drawn(view, event) &&
        graph->things[claim->speaker].type != TW_TYPE_NEWS_ORGANIZATION) {
      sayings[n++] = (Saying){claim->speaker, event, claim->evidence.document};
    }
  }
  qsort(sayings, n, sizeof(sayings[0]), compare_sayings);
  for (size_t i = 0; i < n;) {
    size_t end = i + 1;
    while (end < n && sayings[end].speaker == sayings[i].speaker &&
           sayings[end].event == sayings[i].event) {
      ++end;
    }
    add_said(view, &sayings[i], end - i);
    i = end;
  }
  return TW_OK;
}

/* The country of a place, if it has lines of its own; else TW_NO_THING. */
static uint32_t
country_of(const TwDiagramView* view, const TwMap* countries, uint32_t place)
{
  const TwGraphThing* const thing = &view->graph->things[place];
  uint64_t country = 0;
  if (!tw_type_is(thing->type, TW_TYPE_PLACE) || !thing->country.len ||
      thing->type == TW_TYPE_COUNTRY || !view->boxes[place].n_links ||
      tw_map_get(countries, thing->country, &country) != TW_OK ||
      !view->boxes[country].n_links ||
      are_linked(view, place, (uint32_t)country)) {
    return TW_NO_THING;
  }
  return (uint32_t)country;
}

/* Pale lines from places to their countries, where both tell something. */
static TwStatus
look_at_countries(TwDiagramView* view)
{
  static const TwStr iso = {"iso:", 4};
  const TwGraph* const graph = view->graph;
  TwMap countries = TW_MAP_INIT;
  TwStatus status = TW_OK;
  for (size_t i = 0; i < graph->n_things && status == TW_OK; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    if (thing->type == TW_TYPE_COUNTRY && tw_str_starts(thing->id, iso)) {
      status = tw_map_set(&countries,
                          tw_str_slice(thing->id, iso.len, thing->id.len), i);
    }
  }
  for (uint32_t i = 0; i < graph->n_things && status == TW_OK; ++i) {
    const uint32_t country = country_of(view, &countries, i);
    TwDiagramLink* const link =
      country == TW_NO_THING ? NULL : TW_VEC_PUSH(view->arena, &view->links);
    if (link) {
      *link = (TwDiagramLink){.from = i,
                              .to = country,
                              .statement = TW_NO_THING,
                              .label = TW_STR("in"),
                              .tone = TW_TONE_PALE,
                              .flow = TW_FLOW_FREE};
    }
  }
  tw_map_clear(&countries);
  return status;
}

TwStatus
tw_diagram_view_make(const TwGraph* graph, TwArena* arena, TwDiagramView* out)
{
  *out = (TwDiagramView){.graph = graph, .arena = arena};
  TW_TRY(look_at_things(out));
  look_at_conflicts(out);
  look_at_relations(out);
  for (uint32_t s = 0; s < graph->n_statements; ++s) {
    look_at_statement(out, s);
  }
  sort_links(out);
  TW_TRY(index_links(out));
  TW_TRY(look_at_speakers(out));
  sort_links(out);
  TW_TRY(index_links(out));
  TW_TRY(tw_diagram_notes(out));
  list_relations(out);
  TW_TRY(index_links(out));
  TW_TRY(look_at_countries(out));
  sort_links(out);
  TW_TRY(index_links(out));
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}
