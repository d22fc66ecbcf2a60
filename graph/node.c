/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/node.h"

#include "graph/iri.h"

#include <stdlib.h>

/* An end as a text. */
typedef struct {
  TwStr name;
  TwStr value;
} End;

/* A fact and what its node is. */
typedef struct {
  TwStr key;
  uint32_t article;
  TwFactRecord* fact;
  End* ends; /* As many as the fact has, sorted */
} Node;

typedef TW_VEC(Node) NodeVec;

#define NO_END SIZE_MAX

static int
by_name(const void* left, const void* right)
{
  const End* const a = left;
  const End* const b = right;
  const int order = tw_str_compare(a->name, b->name);
  return order ? order : tw_str_compare(a->value, b->value);
}

/* The key of a node as if it had not the end `without`. */
static TwStatus
make_key(TwFusion* fusion, const Node* node, size_t without, TwStr* out)
{
  const TwFactRecord* const fact = node->fact;
  tw_buf_addf(&fusion->text, "r%.*s", TW_STR_ARG(fact->class_->name));
  for (size_t i = 0; i < fact->n_roles; ++i) {
    if (i != without) {
      tw_buf_addf(&fusion->text, "\n%.*s=%.*s", TW_STR_ARG(node->ends[i].name),
                  TW_STR_ARG(node->ends[i].value));
    }
  }
  tw_buf_addf(&fusion->text, "\n%.*s", TW_STR_ARG(fact->status));
  return tw_fusion_key(fusion, out);
}

static TwStatus
make_ends(TwFusion* fusion, Node* node)
{
  const TwArticleRecord* const article = fusion->articles[node->article];
  const TwFactRecord* const fact = node->fact;
  End* const ends = TW_NEW(fusion->scratch, End, fact->n_roles);
  if (!ends) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < fact->n_roles; ++i) {
    const TwRoleRecord* const role = &fact->roles[i];
    ends[i] = (End){role->property->name, role->folded};
    if (role->kind == TW_VALUE_THING) {
      const uint32_t thing = article->entities[role->entity].thing;
      ends[i].value = fusion->drafts.at[thing].key;
    }
  }
  qsort(ends, fact->n_roles, sizeof(*ends), by_name);
  node->ends = ends;
  return TW_OK;
}

static int
by_key(const void* left, const void* right)
{
  const Node* const a = left;
  const Node* const b = right;
  const int order = tw_str_compare(a->key, b->key);
  return order ? order : (a->article > b->article) - (a->article < b->article);
}

static TwStatus
make_thing(TwFusion* fusion, const Node* nodes, size_t n)
{
  const TwClass* const class_ = nodes[0].fact->class_;
  TwThingDraft draft = {.key = nodes[0].key,
                        .thing = {.term = class_->name, .recap = true}};
  uint32_t* const documents = TW_NEW(fusion->arena, uint32_t, n);
  const TwStr folded = tw_records_folded(fusion->records, class_->name);
  if (!documents || !folded.s) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    draft.thing.recap = draft.thing.recap && nodes[i].fact->recap;
    if (!i || nodes[i].article != nodes[i - 1].article) {
      documents[draft.thing.n_documents++] = nodes[i].article;
    }
  }
  draft.thing.documents = documents;
  tw_iri_slug(&fusion->text, folded);
  tw_buf_add_char(&fusion->text, '/');
  tw_iri_hash(&fusion->text, draft.key);
  TW_TRY(tw_fusion_text(fusion, &draft.stem));
  uint32_t id = TW_NO_THING;
  TW_TRY(tw_fusion_draft(fusion, &draft, &id));
  for (size_t i = 0; i < n; ++i) {
    nodes[i].fact->thing = id;
  }
  return TW_OK;
}

static TwStatus
collect(TwFusion* fusion, NodeVec* nodes)
{
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    TwArticleRecord* const article = fusion->articles[a];
    for (size_t f = 0; f < article->n_facts; ++f) {
      TwFactRecord* const fact = &article->facts[f];
      if (fact->is_event || !fact->class_) {
        continue;
      }
      Node* const node = TW_VEC_PUSH(fusion->scratch, nodes);
      if (!node) {
        return TW_ERR_NOMEM;
      }
      *node = (Node){.article = a, .fact = fact};
      TW_TRY(make_ends(fusion, node));
      TW_TRY(make_key(fusion, node, NO_END, &node->key));
    }
  }
  return TW_OK;
}

/* --- Nodes that say less --- */

/* Maps the key of each node without one of its ends to the node, as its number
 * from 1; 0 if several nodes have that in common. */
static TwStatus
map_lesser(TwFusion* fusion, const NodeVec* nodes, TwMap* map)
{
  for (size_t i = 0; i < nodes->count; ++i) {
    const Node* const node = &nodes->at[i];
    const size_t n_ends = node->fact->n_roles;
    if (i && tw_str_equal(node->key, nodes->at[i - 1].key)) {
      continue;
    }
    for (size_t e = 0; n_ends > 2 && e < n_ends; ++e) {
      TwStr key;
      uint64_t other = 0;
      TW_TRY(make_key(fusion, node, e, &key));
      const bool is_new = tw_map_get(map, key, &other) == TW_NONE;
      TW_TRY(tw_map_set(map, key, is_new ? i + 1 : 0));
    }
  }
  return TW_OK;
}

/* "President Olga Prats" is "Olga Prats, president of Peru" if nobody says that
 * she is president of anything else. */
static TwStatus
join_lesser(TwFusion* fusion, NodeVec* nodes)
{
  TwMap map = TW_MAP_INIT;
  const TwStatus status = map_lesser(fusion, nodes, &map);
  TwStr* const keys = TW_NEW(fusion->scratch, TwStr, nodes->count);
  for (size_t i = 0; status == TW_OK && keys && i < nodes->count; ++i) {
    uint64_t fuller = 0;
    keys[i] = nodes->at[i].key;
    if (tw_map_get(&map, keys[i], &fuller) == TW_OK && fuller) {
      keys[i] = nodes->at[fuller - 1].key;
    }
  }
  for (size_t i = 0; status == TW_OK && keys && i < nodes->count; ++i) {
    nodes->at[i].key = keys[i];
  }
  tw_map_clear(&map);
  return status == TW_OK && !keys ? TW_ERR_NOMEM : status;
}

static void
sort(NodeVec* nodes)
{
  if (nodes->count) {
    qsort(nodes->at, nodes->count, sizeof(*nodes->at), by_key);
  }
}

TwStatus
tw_node_run(TwFusion* fusion)
{
  NodeVec nodes = {NULL, 0, 0};
  TW_TRY(collect(fusion, &nodes));
  sort(&nodes);
  TW_TRY(join_lesser(fusion, &nodes));
  sort(&nodes);
  for (size_t i = 0; i < nodes.count;) {
    size_t end = i + 1;
    while (end < nodes.count &&
           tw_str_equal(nodes.at[end].key, nodes.at[i].key)) {
      ++end;
    }
    TW_TRY(make_thing(fusion, &nodes.at[i], end - i));
    i = end;
  }
  return TW_OK;
}
