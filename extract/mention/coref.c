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
/* Tokens behind a name with what relation it is: ", the brother" */
#define RELATIVE_WORDS 3
/* A relative is told of later than all others. */
#define RELATIVE (UINT32_MAX / 2)

/* A thing in the making. Clusters that were joined to another one point to
 * it. */
typedef struct {
  uint32_t into;
  TwType type;
  TwStr id;         /* of the gazetteer, or empty */
  TwGazEntry entry; /* if there is an id */
  TwStr words;      /* of its first mention, folded, joined by spaces */
  uint32_t first;   /* its first mention */
  uint32_t told;    /* when it was told of in full, or NONE */
  bool lady;        /* "Ms" stands before the surname */
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
  TwMap keys;      /* -> cluster */
  TwMap words;     /* -> link */
  size_t sentence; /* of the mention that is placed */
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
    .told = NONE,
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
  const TwStr words =
    tw_wording_key(coref->gazetteer, coref->article, &coref->mentions->at[i]);
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

/* "Ms PRADO": a surname alone that no man is called by. */
static bool
is_lady(const Coref* coref, const TwMention* mention)
{
  if (mention->type != TW_TYPE_PERSON || mention->first == 0 ||
      mention->end - mention->first != 1) {
    return false;
  }
  const TwToken* const before = &coref->article->tokens.at[mention->first - 1];
  uint32_t bits = 0;
  uint32_t entry = TW_NO_ENTRY;
  if (!(before->gaz & TW_GAZ_TITLE) ||
      !tw_gazetteer_longest(coref->gazetteer, &before->fold, 1, &bits,
                            &entry)) {
    return false;
  }
  bool lady = false;
  for (size_t i = tw_gazetteer_meanings(coref->gazetteer, entry); i > 0; --i) {
    lady |= tw_str_equal(
      tw_gazetteer_meaning(coref->gazetteer, entry, i - 1).id, TW_STR("lady"));
  }
  return lady;
}

/* The family that the mention is looked for in: what may be any name is the
 * person who has it. */
static TwStatus
family_of(Coref* coref, const TwMention* mention, bool lady, TwStr words,
          TwStr* out)
{
  const TwStr parts[] = {family(TW_TYPE_PERSON), words};
  uint64_t found = 0;
  *out = lady ? TW_STR("woman") : family(mention->type);
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

/* "his sister OLGA PRADO", "OLGA PRADO, the sister of": told of as somebody
 * else's. */
static bool
is_relative(const Coref* coref, const TwMention* mention)
{
  const uint32_t* const classes = coref->classes;
  const uint32_t n = (uint32_t)coref->article->tokens.count;
  const uint32_t end =
    mention->end + RELATIVE_WORDS < n ? mention->end + RELATIVE_WORDS : n;
  if (mention->first > 0 && classes[mention->first - 1] & TW_WORD_RELATION) {
    return true;
  }
  bool found = false;
  if (mention->end < end && classes[mention->end] & TW_WORD_COMMA) {
    for (uint32_t i = mention->end + 1; i < end && !found; ++i) {
      found = classes[i] & TW_WORD_RELATION;
    }
  }
  return found;
}

/* Titles run names together with the words before them: "Sox Nab Prado". */
static bool
is_whole(Coref* coref, const TwMention* mention)
{
  const TwArticle* const article = coref->article;
  return !mention->name.len &&
         (article->tokens.at[mention->first].gaz & TW_GAZ_GIVEN ||
          tw_wording_block(article, mention->first, &coref->sentence) !=
            TW_BLOCK_TITLE);
}

static void
note_told(Coref* coref, size_t i)
{
  const TwMention* const mention = &coref->mentions->at[i];
  Cluster* const cluster = &coref->clusters.at[coref->of[i]];
  if (cluster->told == NONE && cluster->type == TW_TYPE_PERSON &&
      is_whole(coref, mention)) {
    const uint32_t late = is_relative(coref, mention) ? RELATIVE : 0;
    cluster->told = (uint32_t)i + late;
  }
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
  const TwStr words = tw_wording_key(coref->gazetteer, coref->article, mention);
  const bool lady = is_lady(coref, mention);
  TwStr kin = TW_STR("id");
  if (!has_entry) {
    TW_TRY(family_of(coref, mention, lady, words, &kin));
  }
  const TwStr parts[] = {kin, has_entry && entry.id.len ? entry.id : words};
  const TwStr key = tw_arena_join(arena, parts, 2, TW_STR(":"));
  if (!key.s || tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  uint64_t found = 0;
  if (tw_map_get(&coref->keys, key, &found) == TW_OK) {
    coref->of[i] = (uint32_t)found;
    note_told(coref, i);
    return TW_OK;
  }
  TW_TRY(new_cluster(coref, mention, has_entry ? &entry : NULL, words,
                     &coref->of[i]));
  coref->clusters.at[coref->of[i]].lady = lady;
  note_told(coref, i);
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

static bool
is_man(const Coref* coref, const Cluster* cluster)
{
  const uint32_t first = coref->mentions->at[cluster->first].first;
  const uint32_t given = coref->article->tokens.at[first].gaz;
  return given & TW_GAZ_MALE && !(given & TW_GAZ_FEMALE);
}

static int
fit(const Coref* coref, const Cluster* small, const Cluster* large)
{
  if (small->type == TW_TYPE_PERSON) {
    return large->type == TW_TYPE_PERSON &&
               !(small->lady && is_man(coref, large))
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

/* How far `large` is from being what `small` is short for: the nearest one
 * before it, then those behind it. A surname is that of the person who is told
 * of first and not as a relative. */
static uint64_t
distance(Coref* coref, const Cluster* small, const Cluster* large)
{
  if (small->type == TW_TYPE_PERSON) {
    return coref->clusters.at[root(coref, large->into)].told;
  }
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
      const int points = link.cluster == cluster || link.cluster == best
                           ? 0
                           : fit(coref, small, large);
      if (!points || points < best_fit ||
          (points == TW_FIT_FORM) != (step == STEP_FORMS)) {
        continue;
      }
      rivals = points == best_fit &&
               (rivals || root(coref, link.cluster) != root(coref, best));
      if (points > best_fit ||
          distance(coref, small, large) <
            distance(coref, small, &coref->clusters.at[best])) {
        best = link.cluster;
      }
      best_fit = points;
    }
  }
  if (best != NONE && (best_fit > TW_FIT_FORM || !rivals)) {
    const uint32_t into = root(coref, best);
    if (into != cluster) {
      Cluster* const whole = &coref->clusters.at[into];
      whole->told = small->told < whole->told ? small->told : whole->told;
      small->into = into;
    }
  }
}

/* A lady without a longer name is who has her surname and no longer name,
 * either. */
static TwStatus
join_lady(Coref* coref, uint32_t cluster)
{
  Cluster* const lady = &coref->clusters.at[cluster];
  const TwStr parts[] = {family(TW_TYPE_PERSON), lady->words};
  const TwStr key = tw_arena_join(coref->article->arena, parts, 2, TW_STR(":"));
  uint64_t bare = 0;
  if (!key.s || tw_arena_failed(coref->article->arena)) {
    return TW_ERR_NOMEM;
  }
  if (tw_map_get(&coref->keys, key, &bare) == TW_OK &&
      root(coref, (uint32_t)bare) == bare) {
    lady->into = (uint32_t)bare;
  }
  return TW_OK;
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
  for (uint32_t i = 0; i < coref->clusters.count; ++i) {
    if (coref->clusters.at[i].lady && coref->clusters.at[i].into == i) {
      TW_TRY(join_lady(coref, i));
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
