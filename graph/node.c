/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/node.h"

#include "graph/iri.h"

#include <stdlib.h>

/* A fact and what its node is. */
typedef struct {
  TwStr key;
  uint32_t article;
  TwFactRecord* fact;
} Node;

typedef TW_VEC(Node) NodeVec;

/* An end as a text. */
typedef struct {
  TwStr name;
  TwStr value;
} End;

static int
by_name(const void* left, const void* right)
{
  const End* const a = left;
  const End* const b = right;
  const int order = tw_str_compare(a->name, b->name);
  return order ? order : tw_str_compare(a->value, b->value);
}

static TwStatus
make_key(TwFusion* fusion, const TwArticleRecord* article,
         const TwFactRecord* fact, TwStr* out)
{
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
  tw_buf_addf(&fusion->text, "r%.*s", TW_STR_ARG(fact->class_->name));
  for (size_t i = 0; i < fact->n_roles; ++i) {
    tw_buf_addf(&fusion->text, "\n%.*s=%.*s", TW_STR_ARG(ends[i].name),
                TW_STR_ARG(ends[i].value));
  }
  tw_buf_addf(&fusion->text, "\n%.*s", TW_STR_ARG(fact->status));
  return tw_fusion_key(fusion, out);
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
      TW_TRY(make_key(fusion, article, fact, &node->key));
    }
  }
  return TW_OK;
}

TwStatus
tw_node_run(TwFusion* fusion)
{
  NodeVec nodes = {NULL, 0, 0};
  TW_TRY(collect(fusion, &nodes));
  if (nodes.count) {
    qsort(nodes.at, nodes.count, sizeof(*nodes.at), by_key);
  }
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
