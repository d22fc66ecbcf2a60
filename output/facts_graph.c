/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/facts.h"

#include "ontology/schema.h"
#include "output/label.h"

#define MAX_RULES 32

/* The statements of a thing stand together: where those of each one begin. */
typedef struct {
  const TwGraph* graph;
  TwBuf line;
  TwWriter* writer;
} Table;

static TwStr
value_of(const TwGraph* graph, const TwStatement* statement)
{
  return statement->kind == TW_VALUE_THING
           ? graph->things[statement->object].label
           : statement->text;
}

static TwStr
modality_of(TwCertainty certainty, bool negated)
{
  if (negated) {
    return tw_certainty_name(TW_DENIED);
  }
  return certainty == TW_ASSERTED ? (TwStr){NULL, 0}
                                  : tw_certainty_name(certainty);
}

static bool
has_text(const TwStr* texts, size_t n, TwStr text)
{
  for (size_t i = 0; i < n; ++i) {
    if (tw_str_equal(texts[i], text)) {
      return true;
    }
  }
  return false;
}

/* The first claim of [first, end) in the next article that has one, from number
 * `from` on; `end` if none has. */
static uint32_t
next_article(const TwGraph* graph, uint32_t first, uint32_t end, uint32_t from)
{
  uint32_t best = end;
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t document = graph->claims[i].evidence.document;
    if (document >= from &&
        (best == end || document < graph->claims[best].evidence.document)) {
      best = i;
    }
  }
  return best;
}

/* Where a fact comes from: the articles, the rules, the words of the first
 * claim of each article. */
static void
add_sources(Table* table, uint32_t first, uint32_t end)
{
  const TwGraph* const graph = table->graph;
  TwStr rules[MAX_RULES];
  size_t n_rules = 0;
  for (uint32_t at = next_article(graph, first, end, 0); at < end;
       at = next_article(graph, first, end,
                         graph->claims[at].evidence.document + 1)) {
    const TwGraphSpan* const evidence = &graph->claims[at].evidence;
    tw_label_pair(&table->line, TW_STR("doc"),
                  graph->documents[evidence->document].id);
    tw_label_pair(&table->line, TW_STR("evidence"), evidence->exact);
  }
  for (uint32_t i = first; i < end && n_rules < MAX_RULES; ++i) {
    const TwStr rule = graph->claims[i].rule;
    if (!has_text(rules, n_rules, rule)) {
      rules[n_rules++] = rule;
      tw_label_pair(&table->line, TW_STR("rule"), rule);
    }
  }
}

static void
end_line(Table* table)
{
  tw_buf_add_char(&table->line, '\n');
  tw_writer_add(table->writer, tw_buf_str(&table->line));
  tw_buf_reset(&table->line);
}

/* A thing and the articles that tell of it. */
static void
write_entity(Table* table, const TwGraphThing* thing)
{
  tw_buf_add(&table->line, TW_STR("entity"));
  tw_label_pair(&table->line, TW_STR("type"), thing->term);
  tw_label_pair(&table->line, TW_STR("name"), thing->label);
  for (size_t i = 0; i < thing->n_documents; ++i) {
    tw_label_pair(&table->line, TW_STR("doc"),
                  table->graph->documents[thing->documents[i]].id);
  }
  end_line(table);
}

/* True if a thing of the same name stands in the column already: "a man" of one
 * article and of another. */
static bool
is_repeated(const TwGraph* graph, const TwStatement* at, const TwStatement* s)
{
  for (const TwStatement* k = s; k > at; --k) {
    if (!tw_str_equal(k[-1].predicate, s->predicate)) {
      return false;
    }
    if (tw_str_equal(value_of(graph, &k[-1]), value_of(graph, s))) {
      return true;
    }
  }
  return false;
}

/* Marks the keys whose values are approximate, each once. */
static void
add_approximate(Table* table, const TwStatement* at, const TwStatement* end)
{
  TwStr marked = {NULL, 0};
  for (const TwStatement* s = at; s < end; ++s) {
    if (tw_statement_is_approximate(table->graph->claims, s) &&
        !tw_str_equal(marked, s->predicate)) {
      marked = s->predicate;
      tw_label_pair(&table->line, TW_STR("approximate"), marked);
    }
  }
}

/* An event, or a relation with more than two ends: its statements are its
 * columns. */
static void
write_node(Table* table, const TwGraphThing* thing, const TwStatement* at,
           const TwStatement* end)
{
  const TwClass* const class_ = tw_schema_class(thing->term);
  TwCertainty certainty = TW_DENIED;
  bool negated = true;
  if (at == end) {
    return;
  }
  tw_buf_add(&table->line,
             class_ && class_->relation.len ? class_->relation : thing->term);
  for (const TwStatement* s = at; s < end; ++s) {
    if (!is_repeated(table->graph, at, s)) {
      tw_label_pair(&table->line, s->predicate, value_of(table->graph, s));
    }
    certainty = s->certainty < certainty ? s->certainty : certainty;
    negated &= s->negated;
  }
  if (at->status.len) {
    tw_label_pair(&table->line, TW_STR("status"), at->status);
  }
  if (thing->recap) {
    tw_label_pair(&table->line, TW_STR("recap"), TW_STR("yes"));
  }
  add_approximate(table, at, end);
  const TwStr modality = modality_of(certainty, negated);
  if (modality.len) {
    tw_label_pair(&table->line, TW_STR("modality"), modality);
  }
  add_sources(table, at->first_claim, end[-1].end_claim);
  end_line(table);
}

/* A relation with two ends: the property knows what they are called. */
static void
write_relation(Table* table, const TwStatement* statement)
{
  const TwGraph* const graph = table->graph;
  const TwProperty* const property = tw_schema_property(statement->predicate);
  if (!property || !property->subject_end.len) {
    return;
  }
  tw_buf_add(&table->line, statement->predicate);
  tw_label_pair(&table->line, property->subject_end,
                graph->things[statement->subject].label);
  tw_label_pair(&table->line, property->object_end, value_of(graph, statement));
  if (statement->status.len) {
    tw_label_pair(&table->line, TW_STR("status"), statement->status);
  }
  const TwStr modality = modality_of(statement->certainty, statement->negated);
  if (modality.len) {
    tw_label_pair(&table->line, TW_STR("modality"), modality);
  }
  add_sources(table, statement->first_claim, statement->end_claim);
  end_line(table);
}

static bool
is_entity(const TwGraphThing* thing)
{
  return !thing->is_event && thing->type != TW_TYPE_NONE &&
         thing->type != TW_TYPE_GROUP && !thing->only_furniture;
}

TwStatus
tw_facts_graph(const TwGraph* graph, TwWriter* writer)
{
  Table table = {.graph = graph, .line = TW_BUF_INIT, .writer = writer};
  for (size_t i = 0; i < graph->n_things; ++i) {
    if (is_entity(&graph->things[i])) {
      write_entity(&table, &graph->things[i]);
    }
  }
  for (size_t i = 0; i < graph->n_statements;) {
    const TwStatement* const at = &graph->statements[i];
    const TwGraphThing* const thing = &graph->things[at->subject];
    size_t end = i;
    while (end < graph->n_statements &&
           graph->statements[end].subject == at->subject) {
      ++end;
    }
    if (thing->is_event || thing->type == TW_TYPE_NONE) {
      write_node(&table, thing, at, graph->statements + end);
    } else {
      for (; i < end; ++i) {
        write_relation(&table, &graph->statements[i]);
      }
    }
    i = end;
  }
  const TwStatus status = tw_buf_status(&table.line);
  tw_buf_clear(&table.line);
  return status;
}
