/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/target.h"

#include "base/parallel.h"
#include "lib/sources.h"
#include "output/bundle.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define CODE_SUFFIX 5003
#define CODE_FOLDERS 5004
#define CODE_NO_FOLDER 5005

#define MAX_SUFFIX 6

typedef struct {
  const TwProduct* product;
  TwWriter* writer; /* Of one of the bundles */
} Target;

struct TwTargets {
  TwArena* arena;
  TwDiagSink* sink;
  const char* folder; /* Or NULL */
  const char* spool_dir;
  bool per_document;
  TwBundle* in_folder; /* Or NULL */
  TwBundle* files;     /* Or NULL */
  TW_VEC(Target) at;
};

/** What a path names. */
typedef enum { FOLDER, PRODUCT, STREAM, UNKNOWN } Kind;

/* ".json" of "out.json"; empty if the name has none. */
static TwStr
suffix_of(TwStr path)
{
  size_t dot = path.len;
  while (dot && path.s[dot - 1] != '.' && path.s[dot - 1] != '/') {
    --dot;
  }
  const bool is_suffix = dot > 1 && path.s[dot - 1] == '.' &&
                         path.s[dot - 2] != '/' && path.s[dot - 2] != '.' &&
                         dot < path.len && path.len - dot <= MAX_SUFFIX;
  return is_suffix ? tw_str_slice(path, dot - 1, path.len) : (TwStr){NULL, 0};
}

static Kind
kind_of(const char* path)
{
  struct stat info;
  const bool is_there = !stat(path, &info);
  if (tw_str_ends(tw_str(path), TW_STR("/"))) {
    return FOLDER;
  }
  if (!strcmp(path, "-")) {
    return STREAM;
  }
  if (is_there && S_ISDIR(info.st_mode)) {
    return FOLDER;
  }
  if (tw_product_find(tw_str(path))) {
    return PRODUCT;
  }
  if (is_there && !S_ISREG(info.st_mode)) {
    return STREAM;
  }
  return suffix_of(tw_str(path)).len ? UNKNOWN : FOLDER;
}

static TwStatus
refuse(const TwTargets* targets, int code, TwStr path, TwStr hint,
       const char* message)
{
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = code,
                       .file = path,
                       .message = tw_str(message),
                       .hint = hint};
  tw_diag_report(targets->sink, &diag);
  return TW_ERR_USAGE;
}

static TwStatus
refuse_suffix(const TwTargets* targets, const char* path)
{
  size_t n = 0;
  const TwProduct* const products = tw_products(&n);
  TwBuf hint = TW_BUF_INIT;
  tw_buf_add(&hint, TW_STR("there are"));
  for (size_t i = 0; i < n; ++i) {
    tw_buf_addf(&hint, "%s %s", i ? "," : "", products[i].suffix);
  }
  tw_buf_addf(&hint, "; if it is a folder, write %s/", path);
  const TwStatus status =
    refuse(targets, CODE_SUFFIX, tw_str(path), tw_buf_str(&hint),
           "nothing is written with this suffix");
  tw_buf_clear(&hint);
  return status;
}

static TwStatus
add_target(TwTargets* targets, TwBundle* bundle, const char* name,
           const TwProduct* product)
{
  Target* const target = TW_VEC_PUSH(targets->arena, &targets->at);
  if (!target) {
    return TW_ERR_NOMEM;
  }
  target->product = product;
  return tw_bundle_file(bundle, name, &target->writer);
}

/* The folder of a file that is to be. */
static const char*
folder_of(TwArena* arena, const char* path)
{
  const char* const slash = strrchr(path, '/');
  if (!strcmp(path, "-")) {
    return TW_SOURCES_DIR;
  }
  return slash
           ? tw_arena_copy(
               arena, (TwStr){path, slash > path ? (size_t)(slash - path) : 1})
               .s
           : ".";
}

static TwStatus
open_file(TwTargets* targets, const char* path)
{
  const TwProduct* product = tw_product_find(tw_str(path));
  product = product ? product : &tw_products(&(size_t){0})[0];
  if (!strcmp(product->suffix, ".jsonl") && !targets->spool_dir) {
    targets->spool_dir = folder_of(targets->arena, path);
  }
  if (!targets->files) {
    TW_TRY(tw_bundle_open(NULL, targets->sink, &targets->files));
  }
  return add_target(targets, targets->files, path, product);
}

/* "out" of "out//"; "/" stays. */
static const char*
without_slash(TwArena* arena, const char* path)
{
  size_t len = strlen(path);
  while (len > 1 && path[len - 1] == '/') {
    --len;
  }
  return tw_arena_copy(arena, (TwStr){path, len}).s;
}

static TwStatus
open_folder(TwTargets* targets, const char* path)
{
  size_t n = 0;
  const TwProduct* const products = tw_products(&n);
  if (targets->folder) {
    return refuse(targets, CODE_FOLDERS, tw_str(path), (TwStr){NULL, 0},
                  "there can be one folder for the output");
  }
  path = without_slash(targets->arena, path);
  if (!path) {
    return TW_ERR_NOMEM;
  }
  targets->folder = path;
  TW_TRY(tw_bundle_open(path, targets->sink, &targets->in_folder));
  targets->spool_dir = tw_bundle_waiting(targets->in_folder).s;
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(
      add_target(targets, targets->in_folder, products[i].name, &products[i]));
  }
  return TW_OK;
}

static TwStatus
open_path(TwTargets* targets, const char* path)
{
  switch (kind_of(path)) {
  case FOLDER:
    return open_folder(targets, path);
  case UNKNOWN:
    return refuse_suffix(targets, path);
  default:
    return open_file(targets, path);
  }
}

TwStatus
tw_targets_open(const char* const* paths, size_t n_paths, bool per_document,
                TwDiagSink* sink, TwTargets** out_targets)
{
  TwArena* const arena = tw_arena_new(0);
  TwTargets* const targets = arena ? TW_NEW(arena, TwTargets, 1) : NULL;
  if (!targets) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  targets->arena = arena;
  targets->sink = sink;
  targets->per_document = per_document;
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < n_paths; ++i) {
    status = open_path(targets, paths[i]);
  }
  if (status == TW_OK && per_document && !targets->folder) {
    status = refuse(targets, CODE_NO_FOLDER, (TwStr){NULL, 0},
                    TW_STR("name a folder: -o DIR"),
                    "a file for each article needs a folder to stand in");
  }
  if (status != TW_OK) {
    tw_targets_abort(targets);
    return status;
  }
  *out_targets = targets;
  return TW_OK;
}

void
tw_targets_abort(TwTargets* targets)
{
  if (targets) {
    const int saved = errno;
    tw_bundle_abort(targets->in_folder);
    tw_bundle_abort(targets->files);
    tw_arena_free(targets->arena);
    errno = saved;
  }
}

const char*
tw_targets_spool_dir(const TwTargets* targets)
{
  return targets->spool_dir;
}

const char*
tw_targets_folder(const TwTargets* targets)
{
  return targets->folder;
}

bool
tw_targets_want_parts(const TwTargets* targets)
{
  return targets->per_document;
}

TwStatus
tw_targets_part(TwTargets* targets, TwStr id, TwStr sha256, TwStr text)
{
  return tw_bundle_part(targets->in_folder, id, sha256, ".tsv", text);
}

typedef struct {
  const TwTargets* targets;
  TwJob* job;
} Writing;

/* Writes one product to all of its targets in both bundles. */
static TwStatus
write_product(void* data, size_t number)
{
  const Writing* const writing = data;
  const TwTargets* const targets = writing->targets;
  const TwProduct* const product = &tw_products(&(size_t){0})[number];
  for (size_t i = 0; i < targets->at.count; ++i) {
    if (targets->at.at[i].product == product) {
      TW_TRY(
        product->write(writing->job, targets->sink, targets->at.at[i].writer));
    }
  }
  return TW_OK;
}

static TwStatus
write_all(TwTargets* targets, TwJob* job)
{
  Writing writing = {targets, job};
  size_t n_products = 0;
  (void)tw_products(&n_products);
  for (size_t i = 0; i < targets->at.count; ++i) {
    const TwProduct* const product = targets->at.at[i].product;
    TW_TRY(product->prepare ? product->prepare(job, targets->sink) : TW_OK);
  }
  return tw_parallel_run(tw_job_threads(job), n_products, write_product,
                         &writing);
}

static TwStatus
commit(TwBundle** bundle)
{
  TwBundle* const taken = *bundle;
  *bundle = NULL;
  return taken ? tw_bundle_commit(taken) : TW_OK;
}

TwStatus
tw_targets_write(TwTargets* targets, TwJob* job)
{
  TwBundle** const bundles[] = {&targets->in_folder, &targets->files};
  TwStatus status = write_all(targets, job);
  for (size_t i = 0; status == TW_OK && i < 2; ++i) {
    status = *bundles[i] ? tw_bundle_flush(*bundles[i]) : TW_OK;
  }
  for (size_t i = 0; status == TW_OK && i < 2; ++i) {
    status = commit(bundles[i]);
  }
  tw_targets_abort(targets);
  return status;
}
