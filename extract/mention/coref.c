/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/coref.h"

#include "extract/mention/wording.h"

#include <string.h>

#define NONE UINT32_MAX
/* Of so many longer names with a word in common the first are looked at. */
#define MAX_CANDIDATES 256
/* Tokens between a person and the alias: ", also known as". */
#define MAX_ALIAS_WORDS 6

/* A thing in the making. Clusters that were joined to another one point to
 * it. */
typedef struct {
  uint32_t into;
  TwType type;
  TwStr id;         /* of the gazetteer, or empty */
  TwGazEntry entry; /* if there is an id */
  TwStr words;      /* of its first mention, folded, joined by spaces */
  uint32_t first;   /* its first mention */
  uint32_t entity;
} Cluster;

/* A cluster that has a certain word, and the next one. */
typedef struct {
  uint32_t cluster;
  uint32_t next;
} Link;

typedef struct {
  const TwGazetteer* gazetteer;
  TwArticle* article;
  const uint32_t* classes; /* TwWordClass bits of each token */
  TwMentionVec* mentions;
  uint32_t* of; /* the cluster of each mention */
  TW_VEC(Cluster) clusters;
  TW_VEC(Link) links;
  TwMap keys;  /* -> cluster */
  TwMap words; /* -> link */
} Coref;

static uint32_t
root(Coref* coref, uint32_t cluster)
{
  Cluster* const at = coref->clusters.at;
  while (at[cluster].into != cluster) {
    at[cluster].into = at[at[cluster].into].into;
    cluster = at[cluster].into;
  }
  return cluster;
}

/* The meaning that the mention stands for; a nationality stands for its
 * country. */
static bool
entry_of(const Coref* coref, const TwMention* mention, TwGazEntry* out_entry)
{
  if (mention->entry == TW_NO_ENTRY || mention->type == TW_TYPE_ROLE) {
    return false;
  }
  *out_entry =
    tw_gazetteer_meaning(coref->gazetteer, mention->entry, mention->meaning);
  if (mention->type == TW_TYPE_NATIONALITY) {
    return tw_gazetteer_country(coref->gazetteer, out_entry->country,
                                out_entry) == TW_OK;
  }
  return true;
}

static TwStr
family(TwType type)
{
  return tw_type_is(type, TW_TYPE_ORGANIZATION) ? TW_STR("organization")
         : type == TW_TYPE_FACILITY             ? TW_STR("facility")
         : tw_type_is(type, TW_TYPE_PLACE)      ? TW_STR("place")
                                                : tw_type_name(type);
}

static TwStatus
new_cluster(Coref* coref, const TwMention* mention, const TwGazEntry* entry,
            TwStr words, uint32_t* out_cluster)
{
  Cluster* const cluster = TW_VEC_PUSH(coref->article->arena, &coref->clusters);
  if (!cluster) {
    return TW_ERR_NOMEM;
  }
  *out_cluster = (uint32_t)coref->clusters.count - 1;
  *cluster = (Cluster){
    .into = *out_cluster,
    .type = entry ? entry->type : mention->type,
    .words = words,
    .first = (uint32_t)(mention - coref->mentions->at),
    .entity = TW_NO_ENTITY,
  };
  if (entry) {
    cluster->entry = *entry;
    cluster->id = entry->id;
  }
  return TW_OK;
}

/* True if the word at `i` tells of another name: who "called Ana" has spoken to
 * her, unless it stands apart: "Prado, called El Toro". */
static bool
tells_alias(const Coref* coref, uint32_t i)
{
  const TwToken* const tokens = coref->article->tokens.at;
  const bool acts = tokens[i].tag == TW_TAG_VBD || tokens[i].tag == TW_TAG_VBZ;
  return !acts ||
         (i && tokens[i - 1].fold.len && tokens[i - 1].fold.s[0] == ',');
}

/* True if the word stands between a person and what somebody else does. */
static bool
parts_alias(const TwToken* token)
{
  return token->tag == TW_TAG_CC || token->tag == TW_TAG_NN ||
         token->tag == TW_TAG_NNS;
}

/* True if mention `i` is another name of the person before it: "Juan Prado,
 * alias El Toro". */
static bool
is_alias(const Coref* coref, size_t i)
{
  const TwMention* const mention = &coref->mentions->at[i];
  if (i == 0 || mention->type != TW_TYPE_NAME ||
      mention[-1].type != TW_TYPE_PERSON ||
      mention->first > mention[-1].end + MAX_ALIAS_WORDS) {
    return false;
  }
  for (uint32_t t = mention[-1].end; t < mention->first; ++t) {
    if (coref->classes[t] & TW_WORD_ALIAS) {
      return tells_alias(coref, t);
    }
    if (parts_alias(&coref->article->tokens.at[t])) {
      return false;
    }
  }
  return false;
}

/* The alias itself is words, no mention of the person; where it stands again
 * it is one. */
static TwStatus
place_alias(Coref* coref, size_t i)
{
  TwArena* const arena = coref->article->arena;
  const TwStr words = tw_wording_key(coref->article, &coref->mentions->at[i]);
  const TwStr parts[] = {family(TW_TYPE_PERSON), words};
  const TwStr key = tw_arena_join(arena, parts, 2, TW_STR(":"));
  uint64_t found = 0;
  if (!key.s || tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  coref->of[i] = NONE;
  if (tw_map_get(&coref->keys, key, &found) == TW_OK) {
    const uint32_t from = root(coref, (uint32_t)found);
    coref->clusters.at[from].into = root(coref, coref->of[i - 1]);
  }
  return tw_map_set(&coref->keys, key, coref->of[i - 1]);
}

/* The family that the mention is looked for in: what may be any name is the
 * person who has it. */
static TwStatus
family_of(Coref* coref, const TwMention* mention, TwStr words, TwStr* out)
{
  const TwStr parts[] = {family(TW_TYPE_PERSON), words};
  uint64_t found = 0;
  *out = family(mention->type);
  if (mention->type != TW_TYPE_NAME) {
    return TW_OK;
  }
  const TwStr key = tw_arena_join(coref->article->arena, parts, 2, TW_STR(":"));
  if (!key.s || tw_arena_failed(coref->article->arena)) {
    return TW_ERR_NOMEM;
  }
  if (tw_map_get(&coref->keys, key, &found) == TW_OK) {
    *out = parts[0];
  }
  return TW_OK;
}

/* Puts the mention into the cluster of its key: the gazetteer's id, or its
 * family and folded words. */
static TwStatus
place_mention(Coref* coref, size_t i)
{
  TwArena* const arena = coref->article->arena;
  const TwMention* const mention = &coref->mentions->at[i];
  TwGazEntry entry;
  if (is_alias(coref, i)) {
    return place_alias(coref, i);
  }
  const bool has_entry = entry_of(coref, mention, &entry);
  if (!tw_wording_is_thing(mention->type) ||
      (mention->type == TW_TYPE_NATIONALITY && !has_entry)) {
    coref->of[i] = NONE;
    return TW_OK;
  }
  const TwStr words = tw_wording_key(coref->article, mention);
  TwStr kin = TW_STR("id");
  if (!has_entry) {
    TW_TRY(family_of(coref, mention, words, &kin));
  }
  const TwStr parts[] = {kin, has_entry && entry.id.len ? entry.id : words};
  const TwStr key = tw_arena_join(arena, parts, 2, TW_STR(":"));
  if (!key.s || tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  uint64_t found = 0;
  if (tw_map_get(&coref->keys, key, &found) == TW_OK) {
    coref->of[i] = (uint32_t)found;
    return TW_OK;
  }
  TW_TRY(new_cluster(coref, mention, has_entry ? &entry : NULL, words,
                     &coref->of[i]));
  return tw_map_set(&coref->keys, key, coref->of[i]);
}

static bool
is_named(const Cluster* cluster)
{
  return cluster->type == TW_TYPE_PERSON ||
         tw_type_is(cluster->type, TW_TYPE_ORGANIZATION) ||
         cluster->type == TW_TYPE_FACILITY;
}

static TwStatus
link_words(Coref* coref, uint32_t cluster)
{
  TwStr rest = coref->clusters.at[cluster].words;
  TwStr word;
  while (rest.len && tw_str_next(&rest, ' ', &word)) {
    uint64_t head = NONE;
    (void)tw_map_get(&coref->words, word, &head);
    Link* const link = TW_VEC_PUSH(coref->article->arena, &coref->links);
    if (!link) {
      return TW_ERR_NOMEM;
    }
    *link = (Link){cluster, (uint32_t)head};
    TW_TRY(tw_map_set(&coref->words, word, coref->links.count - 1));
  }
  return TW_OK;
}

static int
fit(const Cluster* small, const Cluster* large)
{
  if (small->type == TW_TYPE_PERSON) {
    return large->type == TW_TYPE_PERSON
             ? tw_wording_fit_person(small->words, large->words)
             : 0;
  }
  const bool same_family =
    tw_str_equal(family(small->type), family(large->type));
  if (!same_family || (small->id.len && large->id.len)) {
    return 0;
  }
  return tw_wording_fit_body(small->words, large->words);
}

static TwStr
last_word(TwStr words)
{
  size_t i = words.len;
  while (i > 0 && words.s[i - 1] != ' ') {
    --i;
  }
  return tw_str_slice(words, i, words.len);
}

/* How far the nearest mention of `large` stands before the first of `small`;
 * one behind it is farther than all before. */
static uint64_t
distance(const Cluster* small, const Cluster* large)
{
  return large->first < small->first ? small->first - large->first
                                     : UINT32_MAX + (uint64_t)large->first;
}

/* What joins at once: longer names settle who is who before a word alone is
 * told whose it is. */
typedef enum { STEP_NAMES, STEP_FORMS, STEP_WORDS, N_STEPS } Step;

static bool
joins_at(const Cluster* small, Step step)
{
  const bool alone = tw_str_find(small->words, TW_STR(" "), 0) == SIZE_MAX;
  return alone == (step == STEP_WORDS);
}

/* Joins a short name to the longer one it fits best. A given name alone and
 * another form of a name join only where a single one has it. */
static void
join_short(Coref* coref, uint32_t cluster, Step step)
{
  Cluster* const small = &coref->clusters.at[cluster];
  const TwStr keys[] = {
    last_word(small->words),
    tw_str_slice(small->words, 0, tw_str_find(small->words, TW_STR(" "), 0))};
  uint32_t best = NONE;
  int best_fit = 0;
  bool rivals = false;
  for (size_t k = 0; k < 2; ++k) {
    uint64_t at = NONE;
    (void)tw_map_get(&coref->words, keys[k], &at);
    for (int n = 0; at != NONE && n < MAX_CANDIDATES; ++n) {
      const Link link = coref->links.at[at];
      const Cluster* const large = &coref->clusters.at[link.cluster];
      at = link.next;
      const int points =
        link.cluster == cluster || link.cluster == best ? 0 : fit(small, large);
      if (!points || points < best_fit ||
          (points == TW_FIT_FORM) != (step == STEP_FORMS)) {
        continue;
      }
      rivals = points == best_fit &&
               (rivals || root(coref, link.cluster) != root(coref, best));
      if (points > best_fit ||
          distance(small, large) < distance(small, &coref->clusters.at[best])) {
        best = link.cluster;
      }
      best_fit = points;
    }
  }
  if (best != NONE && (best_fit > TW_FIT_FORM || !rivals)) {
    const uint32_t into = root(coref, best);
    if (into != cluster) {
      small->into = into;
    }
  }
}

/* The mention that defines an acronym has it in brackets behind it. */
static TwStatus
join_acronyms(Coref* coref)
{
  const TwArticle* const article = coref->article;
  for (size_t i = 0; i + 1 < coref->mentions->count; ++i) {
    const TwMention* const body = &coref->mentions->at[i];
    const TwMention* const acronym = body + 1;
    if (!tw_type_is(body->type, TW_TYPE_ORGANIZATION) ||
        !tw_type_is(acronym->type, TW_TYPE_ORGANIZATION) ||
        acronym->first != body->end + 1 || acronym->end - acronym->first != 1 ||
        !tw_str_equal(article->tokens.at[body->end].fold, TW_STR("("))) {
      continue;
    }
    const uint32_t from = root(coref, coref->of[i + 1]);
    const uint32_t into = root(coref, coref->of[i]);
    const Cluster* const at = coref->clusters.at;
    if (from != into && !(at[from].id.len && at[into].id.len)) {
      const bool keep = at[from].id.len > 0;
      coref->clusters.at[keep ? into : from].into = keep ? from : into;
    }
  }
  return TW_OK;
}

static TwStatus
join_names(Coref* coref)
{
  for (uint32_t i = 0; i < coref->clusters.count; ++i) {
    if (is_named(&coref->clusters.at[i])) {
      TW_TRY(link_words(coref, i));
    }
  }
  for (Step step = 0; step < N_STEPS; ++step) {
    for (uint32_t i = 0; i < coref->clusters.count; ++i) {
      const Cluster* const cluster = &coref->clusters.at[i];
      if (is_named(cluster) && cluster->into == i && joins_at(cluster, step)) {
        join_short(coref, i, step);
      }
    }
  }
  return join_acronyms(coref);
}

/* Makes the entity of a cluster when its first mention comes by. */
static TwStatus
entity_of(Coref* coref, uint32_t mention, uint32_t* out_entity)
{
  const uint32_t found = root(coref, coref->of[mention]);
  Cluster* const cluster = &coref->clusters.at[found];
  if (cluster->entity == TW_NO_ENTITY) {
    TwEntity* const entity =
      TW_VEC_PUSH(coref->article->arena, &coref->article->entities);
    if (!entity) {
      return TW_ERR_NOMEM;
    }
    cluster->entity = (uint32_t)coref->article->entities.count - 1;
    *entity = (TwEntity){.type = cluster->type,
                         .id = cluster->id,
                         .country = cluster->entry.country,
                         .region = cluster->entry.region,
                         .canonical = cluster->entry.name};
  }
  *out_entity = cluster->entity;
  return TW_OK;
}

TwStatus
tw_coref_run(const TwGazetteer* gazetteer, TwArticle* article,
             const uint32_t* classes, TwMentionVec* mentions,
             uint32_t* entities)
{
  Coref coref = {.gazetteer = gazetteer,
                 .article = article,
                 .classes = classes,
                 .mentions = mentions,
                 .of = entities,
                 .keys = TW_MAP_INIT,
                 .words = TW_MAP_INIT};
  TwStatus status = TW_OK;
  tw_wording_share_surnames(article, classes, mentions);
  for (size_t i = 0; status == TW_OK && i < mentions->count; ++i) {
    status = place_mention(&coref, i);
  }
  if (status == TW_OK) {
    status = join_names(&coref);
  }
  for (uint32_t i = 0; status == TW_OK && i < mentions->count; ++i) {
    if (coref.of[i] != NONE) {
      status = entity_of(&coref, i, &entities[i]);
    }
  }
  tw_map_clear(&coref.keys);
  tw_map_clear(&coref.words);
  return status == TW_OK ? tw_wording_name(article, mentions, entities)
                         : status;
}
