/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include <stdlib.h>

#define NO_STATEMENT UINT32_MAX

/** A relation that is told by words: an office, a kinship. */
typedef struct {
  uint32_t person;    ///< The thing that it is about
  uint32_t other;     ///< The thing at its other end, or TW_NO_THING
  uint32_t statement; ///< The one with the words
  TwStr status;       ///< "former", or empty
  const TwClass* class_;
} Node;

typedef struct {
  TwFusion* fusion;
  TW_VEC(Node) nodes;
} Wording;

/* --- Nodes --- */

/* Takes in what a statement says of a node. */
static void
read_statement(const TwFusion* fusion, uint32_t s, bool* sure, Node* node)
{
  const TwStatement* const statement = &fusion->statements[s];
  *sure = *sure && !statement->negated && statement->certainty == TW_ASSERTED;
  if (tw_str_equal(statement->predicate, node->class_->worded_by)) {
    *sure = *sure && node->statement == NO_STATEMENT;
    node->statement = s;
  } else if (tw_str_equal(statement->predicate, TW_STR("status"))) {
    node->status = statement->text;
  } else if (statement->kind != TW_VALUE_THING) {
    *sure = false;
  } else if (tw_schema_names(node->class_->identified_by,
                             statement->predicate)) {
    const bool is_person =
      tw_schema_names_first(node->class_->identified_by, statement->predicate);
    *(is_person ? &node->person : &node->other) = statement->object;
  }
}

/* Of the statements [first, end), which are of one subject. */
static TwStatus
add_node(Wording* wording, uint32_t first, uint32_t end)
{
  const TwFusion* const fusion = wording->fusion;
  const TwGraphThing* const thing =
    &fusion->things[fusion->statements[first].subject];
  Node node = {.person = TW_NO_THING,
               .other = TW_NO_THING,
               .statement = NO_STATEMENT,
               .class_ = tw_schema_class(thing->term)};
  bool sure = true;
  if (!node.class_->worded_by.len) {
    return TW_OK;
  }
  for (uint32_t i = first; i < end; ++i) {
    read_statement(fusion, i, &sure, &node);
  }
  if (!sure || node.person == TW_NO_THING || node.statement == NO_STATEMENT) {
    return TW_OK;
  }
  Node* const kept = TW_VEC_PUSH(fusion->scratch, &wording->nodes);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = node;
  return TW_OK;
}

static int
by_person(const void* left, const void* right)
{
  const Node* const a = left;
  const Node* const b = right;
  if (a->class_ != b->class_) {
    return tw_str_compare(a->class_->name, b->class_->name);
  }
  if (a->person != b->person) {
    return a->person < b->person ? -1 : 1;
  }
  return (a->statement > b->statement) - (a->statement < b->statement);
}

/* --- Two of them --- */

/* True if the two may be one relation: to one thing, or what they are to is not
 * told of both. Of several that have ended each is another one then. */
static bool
may_be_one(const Node* a, const Node* b, bool share_words)
{
  const bool same = a->other == b->other && a->other != TW_NO_THING;
  const bool open = a->other == TW_NO_THING || b->other == TW_NO_THING;
  return tw_str_equal(a->status, b->status) &&
         (same || (open && share_words && !a->status.len));
}

/* 1 if the two say one thing by other words; "chief" is only short for "police
 * chief". */
static int
relate(const TwFusion* fusion, const void* data, uint32_t left, uint32_t right)
{
  const Node* const nodes = data;
  const Node* const a = &nodes[left];
  const Node* const b = &nodes[right];
  const TwStatement* const x = &fusion->statements[a->statement];
  const TwStatement* const y = &fusion->statements[b->statement];
  size_t n = 0;
  size_t n_other = 0;
  const size_t n_shared = tw_conflict_shared_words(x->text, y->text, &n);
  const bool is_short =
    n_shared == n ||
    tw_conflict_shared_words(y->text, x->text, &n_other) == n_other;
  return !is_short && may_be_one(a, b, n_shared) &&
         tw_conflict_is_told_at_once(fusion, x, y);
}

/* Those of one person that another article words otherwise. */
static TwStatus
look_at_person(TwFusion* fusion, const Node* nodes, size_t n)
{
  static const TwStr kinds[] = {{"", 0}, {"wording", 7}};
  uint32_t* const statements = TW_NEW(fusion->scratch, uint32_t, n);
  for (size_t i = 0; statements && i < n; ++i) {
    statements[i] = nodes[i].statement;
  }
  const TwAlternatives all = {.about = nodes[0].person,
                              .predicate = nodes[0].class_->worded_by,
                              .statements = statements,
                              .n = n,
                              .data = nodes,
                              .relate = relate,
                              .kinds = kinds};
  return statements ? tw_conflict_tell_groups(fusion, &all) : TW_ERR_NOMEM;
}

TwStatus
tw_conflict_wording(TwFusion* fusion)
{
  Wording wording = {.fusion = fusion};
  for (uint32_t i = 0, end = 0; i < fusion->n_statements; i = end) {
    end = tw_conflict_end_of_subject(fusion, i);
    TW_TRY(add_node(&wording, i, end));
  }
  const size_t n = wording.nodes.count;
  Node* const nodes = wording.nodes.at;
  if (n) {
    qsort(nodes, n, sizeof(*nodes), by_person);
  }
  for (size_t i = 0, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && nodes[end].class_ == nodes[i].class_ &&
                      nodes[end].person == nodes[i].person;) {
      ++end;
    }
    TW_TRY(look_at_person(fusion, &nodes[i], end - i));
  }
  return TW_OK;
}
