/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/agree.h"

#include "base/arena.h"
#include "base/file.h"
#include "graph/store/store.h"
#include "ontology/schema.h"

#include <stdlib.h>

#define CODE_TRIPLE 4401
#define CODE_ROWS 4402
#define CODE_FACTS 4403

/** Triples by the hashes of their terms, sorted. */
typedef struct {
  TwArena* arena;
  TW_VEC(uint64_t) at;
} Hashes;

/** A graph file in memory. */
typedef struct {
  const char* path;
  TwStore* store;
  TwQuads* quads;
  Hashes hashes;
} Side;

/** Looks for the triples of one side in the other. */
typedef struct {
  const Side* other;
  TwBuf example; /* The first that is missing, in words */
  size_t n_missing;
} Search;

static uint64_t
hash_triple(const TwQuad* quad)
{
  const TwStr texts[] = {quad->subject.text, quad->predicate.text,
                         quad->object.text, quad->object.datatype,
                         quad->object.language};
  uint64_t hash = quad->object.kind == TW_TERM_LITERAL;
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    const uint64_t next[] = {hash, tw_str_hash(texts[i])};
    hash = tw_str_hash((TwStr){(const char*)next, sizeof(next)});
  }
  return hash;
}

static TwStatus
keep_hash(void* data, const TwQuad* quad)
{
  Hashes* const hashes = data;
  uint64_t* const hash = TW_VEC_PUSH(hashes->arena, &hashes->at);
  if (hash) {
    *hash = hash_triple(quad);
  }
  return hash ? TW_OK : TW_ERR_NOMEM;
}

static int
compare(const void* a, const void* b)
{
  const uint64_t x = *(const uint64_t*)a;
  const uint64_t y = *(const uint64_t*)b;
  return (x > y) - (x < y);
}

static TwStatus
open_side(Side* side, const char* path, TwArena* arena, TwDiagSink* sink)
{
  side->path = path;
  side->hashes.arena = arena;
  TW_TRY(tw_store_open(NULL, sink, &side->store));
  TW_TRY(tw_store_read(side->store, path));
  TW_TRY(tw_store_quads(side->store, &side->quads));
  TW_TRY(tw_quads_each_triple(side->quads, keep_hash, &side->hashes));
  if (side->hashes.at.count) {
    qsort(side->hashes.at.at, side->hashes.at.count, sizeof(uint64_t), compare);
  }
  return TW_OK;
}

static TwStatus
look_for(void* data, const TwQuad* quad)
{
  Search* const search = data;
  const Hashes* const hashes = &search->other->hashes;
  const uint64_t hash = hash_triple(quad);
  if (hashes->at.count &&
      bsearch(&hash, hashes->at.at, hashes->at.count, sizeof(hash), compare)) {
    return TW_OK;
  }
  if (!search->n_missing++) {
    tw_buf_addf(
      &search->example, "<%.*s> <%.*s> %.*s", TW_STR_ARG(quad->subject.text),
      TW_STR_ARG(quad->predicate.text), TW_STR_ARG(quad->object.text));
  }
  return TW_OK;
}

/* Tells what of `side` the other one lacks. */
static TwStatus
tell_missing(const Side* side, const Side* other, TwDiagSink* sink,
             size_t* n_wrong)
{
  Search search = {.other = other, .example = TW_BUF_INIT};
  TwStatus status = tw_quads_each_triple(side->quads, look_for, &search);
  if (status == TW_OK) {
    status = tw_buf_status(&search.example);
  }
  if (status == TW_OK && search.n_missing) {
    tw_diag_error(sink, CODE_TRIPLE, tw_str(other->path),
                  "lacks triples of %s (%zu), such as %s", side->path,
                  search.n_missing, search.example.s);
    *n_wrong += search.n_missing;
  }
  tw_buf_clear(&search.example);
  return status;
}

TwStatus
tw_agree_triples(const char* path, const char* other, TwDiagSink* sink,
                 size_t* n_wrong)
{
  Side sides[2] = {{.path = NULL}, {.path = NULL}};
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 0; status == TW_OK && i < 2; ++i) {
    status = open_side(&sides[i], i ? other : path, arena, sink);
  }
  for (size_t i = 0; status == TW_OK && i < 2; ++i) {
    status = tell_missing(&sides[i], &sides[1 - i], sink, n_wrong);
  }
  tw_store_free(sides[0].store);
  tw_store_free(sides[1].store);
  tw_arena_free(arena);
  return status;
}

/* Rows of RFC 4180: line ends between quotes do not count, nor does the head.
 */
static size_t
count_rows(TwStr csv)
{
  bool is_quoted = false;
  size_t n = 0;
  for (size_t i = 0; i < csv.len; ++i) {
    is_quoted ^= csv.s[i] == '"';
    n += csv.s[i] == '\n' && !is_quoted;
  }
  return n ? n - 1 : 0;
}

TwStatus
tw_agree_rows(const char* path, size_t n_claims, TwDiagSink* sink,
              size_t* n_wrong)
{
  TwBuf csv = TW_BUF_INIT;
  const TwStatus status = tw_file_read(path, 0, &csv);
  const size_t n_rows = count_rows(tw_buf_str(&csv));
  if (status == TW_OK && n_rows != n_claims) {
    tw_diag_error(sink, CODE_ROWS, tw_str(path),
                  "has %zu claims, the graph has %zu", n_rows, n_claims);
    ++*n_wrong;
  }
  tw_buf_clear(&csv);
  return status;
}

/* True for "Arrest" and "holdsRole", which are nodes; not for "entity" and for
 * relations of two ends. */
static bool
is_node(TwStr first_cell)
{
  const TwProperty* const property = tw_schema_property(first_cell);
  return tw_schema_class(first_cell) ||
         (tw_schema_relation(first_cell) &&
          !(property && property->subject_end.len));
}

TwStatus
tw_agree_facts(const char* path, size_t n_told, TwDiagSink* sink,
               size_t* n_wrong)
{
  TwBuf table = TW_BUF_INIT;
  const TwStatus status = tw_file_read(path, 0, &table);
  TwStr rest = tw_buf_str(&table);
  TwStr line;
  TwStr cell;
  size_t n = 0;
  while (rest.len && tw_str_next(&rest, '\n', &line)) {
    n += tw_str_next(&line, '\t', &cell) && is_node(cell);
  }
  if (status == TW_OK && n != n_told) {
    tw_diag_error(sink, CODE_FACTS, tw_str(path),
                  "tells of %zu events and relations, the graph of %zu", n,
                  n_told);
    ++*n_wrong;
  }
  tw_buf_clear(&table);
  return status;
}
