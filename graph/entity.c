/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/entity.h"

#include "graph/iri.h"
#include "ontology/person_name.h"

#include <stdlib.h>

/** How things of a type are told apart. */
typedef struct {
  const char* path; ///< First step of the IRI
  char family;      ///< First letter of the key
  size_t min_words; ///< A shorter name is its article's own; 0: each is
  bool in_country;  ///< The same name in another country is another thing
  bool id_in_iri;   ///< Names of entries are not unique
} Kind;

static const Kind kinds[TW_TYPE_COUNT] = {
  [TW_TYPE_PERSON] = {"person", 'p', 2, false, false},
  [TW_TYPE_ORGANIZATION] = {"org", 'o', 1, true, false},
  [TW_TYPE_CARTEL] = {"org", 'o', 1, false, false},
  [TW_TYPE_GOVERNMENT_BODY] = {"org", 'o', 1, true, false},
  [TW_TYPE_NEWS_ORGANIZATION] = {"org", 'o', 1, false, false},
  [TW_TYPE_PLACE] = {"place", 'l', 1, true, true},
  [TW_TYPE_COUNTRY] = {"country", 'c', 1, false, false},
  [TW_TYPE_REGION] = {"region", 'r', 1, true, true},
  [TW_TYPE_CITY] = {"city", 't', 1, true, true},
  [TW_TYPE_FACILITY] = {"facility", 'f', 1, true, true},
  [TW_TYPE_VEHICLE] = {"vehicle", 'v', 0, false, false},
  [TW_TYPE_GROUP] = {"group", 'g', 0, false, false},
  [TW_TYPE_NAME] = {"name", 'n', 0, false, false},
};

static const Kind*
kind_of(TwType type)
{
  return &kinds[kinds[type].path ? type : TW_TYPE_NAME];
}

TwEntityRecord*
tw_entity_of(const TwFusion* fusion, const TwEntityRef* ref)
{
  return &fusion->articles[ref->article]->entities[ref->entity];
}

int
tw_entity_compare(const void* left, const void* right)
{
  const TwEntityRef* const a = left;
  const TwEntityRef* const b = right;
  const int order = tw_str_compare(a->key, b->key);
  if (order) {
    return order;
  }
  return a->article != b->article
           ? (a->article > b->article) - (a->article < b->article)
           : (a->entity > b->entity) - (a->entity < b->entity);
}

size_t
tw_entity_words(TwStr folded)
{
  size_t n = 0;
  TwStr word;
  while (folded.s && tw_str_next(&folded, ' ', &word)) {
    n += word.len > 0;
  }
  return n;
}

/* --- Keys --- */

/* The country that an article tells of most. */
static TwStr
main_country(const TwArticleRecord* article)
{
  const TwEntityRecord* best = NULL;
  for (size_t i = 0; i < article->n_entities; ++i) {
    const TwEntityRecord* const entity = &article->entities[i];
    if (entity->type != TW_TYPE_COUNTRY || !entity->in_text ||
        !entity->country.len) {
      continue;
    }
    if (!best || entity->n_mentions > best->n_mentions ||
        (entity->n_mentions == best->n_mentions &&
         tw_str_compare(entity->country, best->country) < 0)) {
      best = entity;
    }
  }
  return best ? best->country : TW_STR("");
}

static bool
is_shared(const TwEntityRecord* entity)
{
  const Kind* const kind = kind_of(entity->type);
  return entity->id.len ||
         (kind->min_words && entity->folded.len &&
          tw_entity_words(entity->folded) >= kind->min_words &&
          !(entity->type == TW_TYPE_PERSON &&
            tw_person_name_is_nobody(entity->folded)));
}

TwStatus
tw_entity_key(TwFusion* fusion, TwType type, TwStr folded, TwStr* out_key)
{
  tw_buf_addf(&fusion->text, "%c%.*s|", kind_of(type)->family,
              TW_STR_ARG(folded));
  return tw_fusion_key(fusion, out_key);
}

/* The first of its ids is the one that it is known by. */
static TwStr
own_id(const TwEntityRecord* entity)
{
  return tw_str_trim(
    tw_str_slice(entity->id, 0, tw_str_find(entity->id, TW_STR("|"), 0)));
}

static TwStatus
make_ref(TwFusion* fusion, uint32_t a, uint32_t e, TwStr country,
         TwEntityRef* ref)
{
  const TwArticleRecord* const article = fusion->articles[a];
  const TwEntityRecord* const entity = &article->entities[e];
  const Kind* const kind = kind_of(entity->type);
  TwBuf* const text = &fusion->text;
  *ref = (TwEntityRef){.article = a,
                       .entity = e,
                       .type = entity->type,
                       .shared = is_shared(entity)};
  if (entity->id.len) {
    tw_buf_addf(text, "=%.*s", TW_STR_ARG(own_id(entity)));
  } else if (ref->shared) {
    /* An entry without an id is known all over the world. */
    ref->has_home = kind->in_country && !entity->canonical.len;
    ref->is_home_known = ref->has_home && entity->country.len;
    ref->country = !ref->has_home       ? TW_STR("")
                   : ref->is_home_known ? entity->country
                                        : country;
    tw_buf_addf(text, "%c%.*s|", kind->family, TW_STR_ARG(entity->folded));
  } else {
    /* Which number a group has depends on where rules looked. */
    tw_buf_addf(
      text, "!%.*s %u %u", TW_STR_ARG(article->document.sha256),
      (unsigned)entity->bytes.start,
      (unsigned)(entity->type == TW_TYPE_GROUP ? entity->bytes.end : e));
  }
  return tw_fusion_key(fusion, &ref->key);
}

TwStatus
tw_entity_refs(TwFusion* fusion, TwEntityRef** out_refs, size_t* out_n)
{
  size_t n = 0;
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    n += fusion->articles[a]->n_entities;
  }
  TwEntityRef* const refs = TW_NEW(fusion->scratch, TwEntityRef, n);
  if (!refs) {
    return TW_ERR_NOMEM;
  }
  n = 0;
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    const TwStr country = main_country(fusion->articles[a]);
    for (uint32_t e = 0; e < fusion->articles[a]->n_entities; ++e) {
      TW_TRY(make_ref(fusion, a, e, country, &refs[n++]));
    }
  }
  *out_refs = refs;
  *out_n = n;
  return TW_OK;
}

/* --- Things --- */

static TwType
most_specific(const TwEntityRef* refs, size_t n)
{
  TwType type = refs[0].type;
  for (size_t i = 1; i < n; ++i) {
    if (refs[i].type != type && tw_type_is(refs[i].type, type)) {
      type = refs[i].type;
    }
  }
  return type;
}

/* True if the gazetteer's name is what people call it: of cities and regions
 * it is the local one. */
static bool
shows_entry(const TwEntityRecord* entity)
{
  return entity->id.len && entity->canonical.len &&
         (entity->type == TW_TYPE_COUNTRY ||
          !tw_type_is(entity->type, TW_TYPE_PLACE));
}

static int
by_worth(const void* left, const void* right)
{
  const TwEntityRecord* const a = *(TwEntityRecord* const*)left;
  const TwEntityRecord* const b = *(TwEntityRecord* const*)right;
  if (a->in_text != b->in_text) {
    return b->in_text - a->in_text;
  }
  return a->name.len != b->name.len ? (a->name.len < b->name.len ? 1 : -1)
                                    : tw_str_compare(b->name, a->name);
}

/* The longest name in running text; of those the last in the order of bytes,
 * so that small letters win over capitals. What not one in ten
 * gives may be misread, and is taken only where all names are so rare. */
static TwStatus
choose_label(const TwFusion* fusion, const TwEntityRef* refs, size_t n,
             TwStr* out_label)
{
  TwEntityRecord** const all = TW_NEW(fusion->scratch, TwEntityRecord*, n);
  if (!all) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    all[i] = tw_entity_of(fusion, &refs[i]);
    if (shows_entry(all[i])) {
      *out_label = all[i]->canonical;
      return TW_OK;
    }
  }
  qsort(all, n, sizeof(TwEntityRecord*), by_worth);
  *out_label = all[0]->name;
  size_t alike = 0;
  for (size_t i = 0; i < n && all[i]->in_text == all[0]->in_text; ++i) {
    alike = i && tw_str_equal(all[i]->name, all[i - 1]->name) ? alike + 1 : 1;
    if (alike > n / 10) {
      *out_label = all[i]->name;
      break;
    }
  }
  return TW_OK;
}

static int
by_text(const void* left, const void* right)
{
  return tw_str_compare(*(const TwStr*)left, *(const TwStr*)right);
}

static TwStatus
collect_names(TwFusion* fusion, const TwEntityRef* refs, size_t n,
              TwGraphThing* thing)
{
  size_t room = 0;
  for (size_t i = 0; i < n; ++i) {
    room += 1 + tw_entity_of(fusion, &refs[i])->n_forms;
  }
  TwStr* const all = TW_NEW(fusion->scratch, TwStr, room);
  if (!all) {
    return TW_ERR_NOMEM;
  }
  room = 0;
  for (size_t i = 0; i < n; ++i) {
    const TwEntityRecord* const entity = tw_entity_of(fusion, &refs[i]);
    all[room++] = entity->name;
    for (size_t k = 0; k < entity->n_forms; ++k) {
      all[room++] = entity->forms[k];
    }
  }
  qsort(all, room, sizeof(*all), by_text);
  size_t kept = 0;
  for (size_t i = 0; i < room; ++i) {
    if (all[i].len && !tw_str_equal(all[i], thing->label) &&
        (!kept || !tw_str_equal(all[i], all[kept - 1]))) {
      all[kept++] = all[i];
    }
  }
  TwStr* const names = TW_NEW(fusion->arena, TwStr, kept);
  for (size_t i = 0; names && i < kept; ++i) {
    names[i] = all[i];
  }
  thing->names = names;
  thing->n_names = (uint32_t)kept;
  return names ? TW_OK : TW_ERR_NOMEM;
}

/* The first mention in each article; the articles. */
static TwStatus
collect_mentions(TwFusion* fusion, const TwEntityRef* refs, size_t n,
                 TwGraphThing* thing)
{
  uint32_t* const mentions = TW_NEW(fusion->arena, uint32_t, n);
  uint32_t* const documents = TW_NEW(fusion->arena, uint32_t, n);
  if (!mentions || !documents) {
    return TW_ERR_NOMEM;
  }
  thing->only_furniture = true;
  for (size_t i = 0; i < n; ++i) {
    const TwEntityRecord* const entity = tw_entity_of(fusion, &refs[i]);
    thing->only_furniture = thing->only_furniture && !entity->in_text;
    if (i && refs[i].article == refs[i - 1].article) {
      continue;
    }
    documents[thing->n_documents++] = refs[i].article;
    if (entity->bytes.end > entity->bytes.start) {
      mentions[thing->n_mentions++] = refs[i].article;
    }
  }
  thing->documents = documents;
  thing->mentions = mentions;
  return TW_OK;
}

/* What comes behind the name in the IRI of a thing that has no name alone. */
static void
add_suffix(TwBuf* out, const TwEntityRef* ref, const TwEntityRecord* entity)
{
  const TwStr id = own_id(entity);
  const size_t colon = tw_str_find(id, TW_STR(":"), 0);
  if (!entity->id.len) {
    if (ref->country.len) {
      tw_buf_add_char(out, '-');
      tw_buf_add(out, ref->country);
    }
  } else if (kind_of(entity->type)->id_in_iri) {
    tw_buf_add_char(out, ' ');
    tw_buf_add(out,
               tw_str_slice(id, colon == SIZE_MAX ? 0 : colon + 1, id.len));
  }
}

static TwStatus
make_stem(TwFusion* fusion, const TwEntityRef* ref, TwThingDraft* draft)
{
  const TwEntityRecord* const entity = tw_entity_of(fusion, ref);
  TwBuf name = TW_BUF_INIT;
  if (draft->thing.type != TW_TYPE_GROUP) {
    tw_buf_add(&name, entity->id.len && entity->canonical.len
                        ? entity->canonical
                        : entity->folded);
    add_suffix(&name, ref, entity);
  }
  const TwStr folded = tw_records_folded(fusion->records, tw_buf_str(&name));
  TwStatus status = folded.s ? tw_buf_status(&name) : TW_ERR_NOMEM;
  tw_buf_addf(&fusion->text, "%s/", kind_of(draft->thing.type)->path);
  if (!tw_iri_slug(&fusion->text, folded) || !ref->shared) {
    if (fusion->text.len && fusion->text.s[fusion->text.len - 1] != '/') {
      tw_buf_add_char(&fusion->text, '-');
    }
    tw_iri_hash(&fusion->text, draft->key);
  }
  tw_buf_clear(&name);
  return status == TW_OK ? tw_fusion_text(fusion, &draft->stem) : status;
}

/* The first one whose own name the key is made of. */
static const TwEntityRef*
bearer_of(const TwEntityRef* refs, size_t n)
{
  size_t i = 0;
  while (i < n && refs[i].is_led) {
    ++i;
  }
  return &refs[i < n ? i : 0];
}

TwStatus
tw_entity_draft(TwFusion* fusion, const TwEntityRef* refs, size_t n,
                uint32_t* out_id)
{
  const TwEntityRef* const bearer = bearer_of(refs, n);
  const TwEntityRecord* const first = tw_entity_of(fusion, bearer);
  const TwType type = most_specific(refs, n);
  TwThingDraft draft = {
    .key = refs[0].key,
    .thing = {.type = kinds[type].path ? type : TW_TYPE_NAME,
              .id = first->id,
              .country = first->country,
              .region = first->region,
              .count = first->count,
              .membership = first->membership},
  };
  TwGraphThing* const thing = &draft.thing;
  thing->term = tw_type_name(thing->type);
  TW_TRY(choose_label(fusion, refs, n, &thing->label));
  TW_TRY(collect_names(fusion, refs, n, thing));
  TW_TRY(collect_mentions(fusion, refs, n, thing));
  TW_TRY(make_stem(fusion, bearer, &draft));
  TW_TRY(tw_fusion_draft(fusion, &draft, out_id));
  for (size_t i = 0; i < n; ++i) {
    tw_entity_of(fusion, &refs[i])->thing = *out_id;
  }
  return TW_OK;
}
