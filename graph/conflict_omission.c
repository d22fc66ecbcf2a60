/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "base/number.h"

#include <stdlib.h>

/* A list has so many values at least; of two lists so many are the same. */
#define MIN_LIST 3
#define MIN_SHARED 2

/** A value of a list, where it stands. */
typedef struct {
  uint32_t document;
  uint32_t place; ///< First byte of the sentence
  uint32_t statement;
} Item;

/** What one article lists in one sentence, or whom it names anywhere: items
 * [first, end). */
typedef struct {
  uint32_t first;
  uint32_t end;
} List;

typedef struct {
  TwFusion* fusion;
  bool of_names; ///< Of several people those whom each article names
  TW_VEC(Item) items;
  TW_VEC(List) lists; ///< The longest of each article
} Lists;

/* --- Lists --- */

static int
by_place(const void* left, const void* right)
{
  const Item* const a = left;
  const Item* const b = right;
  if (a->document != b->document) {
    return a->document < b->document ? -1 : 1;
  }
  if (a->place != b->place) {
    return a->place < b->place ? -1 : 1;
  }
  return (a->statement > b->statement) - (a->statement < b->statement);
}

/* Values that have a name; all values where a sentence is the list. */
static bool
is_item(const Lists* lists, const TwStatement* statement)
{
  return !lists->of_names ||
         (statement->kind == TW_VALUE_THING &&
          lists->fusion->things[statement->object].type == TW_TYPE_PERSON);
}

static TwStatus
add_items(Lists* lists, uint32_t s)
{
  const TwFusion* const fusion = lists->fusion;
  const TwStatement* const statement = &fusion->statements[s];
  if (!is_item(lists, statement)) {
    return TW_OK;
  }
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    if (claim->negated || claim->inferred) {
      continue;
    }
    Item* const item = TW_VEC_PUSH(fusion->scratch, &lists->items);
    if (!item) {
      return TW_ERR_NOMEM;
    }
    *item = (Item){claim->evidence.document,
                   lists->of_names ? 0 : claim->evidence.bytes.start, s};
  }
  return TW_OK;
}

static bool
is_unnamed(const Lists* lists, const Item* item)
{
  const TwFusion* const fusion = lists->fusion;
  const TwStatement* const statement = &fusion->statements[item->statement];
  return statement->kind != TW_VALUE_THING ||
         fusion->things[statement->object].type == TW_TYPE_GROUP;
}

/* Who else there was an article may say without a name ("and two others"): such
 * a sentence leaves nobody out. */
static bool
is_open(const Lists* lists, const List* list)
{
  for (uint32_t i = list->first; i < list->end; ++i) {
    if (is_unnamed(lists, &lists->items.at[i])) {
      return true;
    }
  }
  return false;
}

/* Adds the list, or takes it for a shorter one of the same article. */
static TwStatus
take_list(Lists* lists, List list)
{
  const Item* const items = lists->items.at;
  List* const last =
    lists->lists.count ? &lists->lists.at[lists->lists.count - 1] : NULL;
  if (last && items[last->first].document == items[list.first].document) {
    if (list.end - list.first > last->end - last->first) {
      *last = list;
    }
    return TW_OK;
  }
  List* const kept = TW_VEC_PUSH(lists->fusion->scratch, &lists->lists);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = list;
  return TW_OK;
}

/* Lists of the statements [first, end), which are of one property. */
static TwStatus
find_lists(Lists* lists, uint32_t first, uint32_t end)
{
  lists->items.count = lists->lists.count = 0;
  for (uint32_t s = first; s < end; ++s) {
    TW_TRY(add_items(lists, s));
  }
  const Item* const items = lists->items.at;
  const uint32_t n = (uint32_t)lists->items.count;
  if (n) {
    qsort(lists->items.at, n, sizeof(*items), by_place);
  }
  for (uint32_t i = 0, e = 0; i < n; i = e) {
    for (e = i + 1; e < n && items[e].document == items[i].document &&
                    items[e].place == items[i].place;) {
      ++e;
    }
    const List list = {i, e};
    if (lists->of_names || (e - i >= MIN_SHARED && !is_open(lists, &list))) {
      TW_TRY(take_list(lists, list));
    }
  }
  return TW_OK;
}

/* --- What is left out --- */

static bool
is_mentioned(const TwGraphThing* thing, uint32_t document)
{
  return thing->n_mentions &&
         bsearch(&document, thing->mentions, thing->n_mentions,
                 sizeof(document), tw_u32_compare);
}

/* True if the article tells of the value, or names it anywhere, or somebody
 * whose name is like it and who may be meant. */
static bool
knows(const Lists* lists, uint32_t document, uint32_t s)
{
  const TwFusion* const fusion = lists->fusion;
  const TwArticleRecord* const article = fusion->articles[document];
  const TwGraphThing* const thing =
    &fusion->things[fusion->statements[s].object];
  if (tw_conflict_tells(fusion, &fusion->statements[s], document) ||
      is_mentioned(thing, document)) {
    return true;
  }
  const TwStr name = tw_records_folded(fusion->records, thing->label);
  for (size_t e = 0; e < article->n_entities; ++e) {
    size_t n = 0;
    if (tw_conflict_shared_words(name, article->entities[e].folded, &n)) {
      return true;
    }
  }
  return false;
}

/* True if another paper tells of the value. */
static bool
is_told_elsewhere(const Lists* lists, uint32_t document, uint32_t s)
{
  const TwFusion* const fusion = lists->fusion;
  const TwStatement* const statement = &fusion->statements[s];
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    if (tw_conflict_is_of_two(fusion, fusion->claims[c].evidence.document,
                              document)) {
      return true;
    }
  }
  return false;
}

static bool
stands_in(const Lists* lists, const List* list, uint32_t statement)
{
  for (uint32_t i = list->first; i < list->end; ++i) {
    if (lists->items.at[i].statement == statement) {
      return true;
    }
  }
  return false;
}

/* True if all of the shorter list stands in the longer one, which has more, but
 * not so much more that they are two different lists. */
static bool
is_part(const Lists* lists, const List* shorter, const List* longer)
{
  const uint32_t n = shorter->end - shorter->first;
  const uint32_t n_more = longer->end - longer->first;
  if (n_more < MIN_LIST || n >= n_more || n_more - n >= n) {
    return false;
  }
  for (uint32_t i = shorter->first; i < shorter->end; ++i) {
    if (!stands_in(lists, longer, lists->items.at[i].statement)) {
      return false;
    }
  }
  return true;
}

/* True if the article of `shorter` leaves out what stands in a longer list; or
 * whom another article names, if it names others. */
static bool
omits(const Lists* lists, const List* shorter, uint32_t statement)
{
  const uint32_t document = lists->items.at[shorter->first].document;
  if (!is_told_elsewhere(lists, document, statement) ||
      knows(lists, document, statement)) {
    return false;
  }
  if (lists->of_names) {
    return true;
  }
  for (size_t i = 0; i < lists->lists.count; ++i) {
    const List* const longer = &lists->lists.at[i];
    if (stands_in(lists, longer, statement) &&
        is_part(lists, shorter, longer)) {
      return true;
    }
  }
  return false;
}

static TwStatus
look_at_value(Lists* lists, uint32_t statement)
{
  TwFusion* const fusion = lists->fusion;
  uint32_t* const silent =
    TW_NEW(fusion->scratch, uint32_t, lists->lists.count);
  size_t n = 0;
  if (!silent) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < lists->lists.count; ++i) {
    const List* const list = &lists->lists.at[i];
    if (omits(lists, list, statement)) {
      silent[n++] = lists->items.at[list->first].document;
    }
  }
  const TwConflict conflict = {.kind = TW_STR("omission"),
                               .about = fusion->statements[statement].subject,
                               .predicate =
                                 fusion->statements[statement].predicate,
                               .statements = &statement,
                               .n_statements = 1,
                               .silent = silent,
                               .n_silent = n};
  return n ? tw_conflict_add(fusion, &conflict) : TW_OK;
}

/* True if a group of several is among the values. */
static bool
is_of_several(const TwFusion* fusion, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (statement->kind == TW_VALUE_THING && !statement->negated &&
        fusion->things[statement->object].type == TW_TYPE_GROUP &&
        fusion->things[statement->object].count > 1) {
      return true;
    }
  }
  return false;
}

TwStatus
tw_conflict_omission(TwFusion* fusion)
{
  Lists lists = {.fusion = fusion};
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    end = tw_conflict_end(fusion, i);
    if (end - i < MIN_LIST ||
        !tw_schema_property(fusion->statements[i].predicate)->listed) {
      continue;
    }
    lists.of_names = is_of_several(fusion, i, end);
    TW_TRY(find_lists(&lists, i, end));
    for (uint32_t s = i; lists.lists.count > 1 && s < end; ++s) {
      if (fusion->statements[s].kind == TW_VALUE_THING &&
          is_item(&lists, &fusion->statements[s])) {
        TW_TRY(look_at_value(&lists, s));
      }
    }
  }
  return TW_OK;
}
