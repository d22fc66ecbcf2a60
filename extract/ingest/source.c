/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/source.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "extract/ingest/encoding.h"
#include "extract/ingest/jsonl.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define CODE_UNREADABLE 1001
#define CODE_EMPTY 1003
#define CODE_TOO_LARGE 1007
#define CODE_SAME_ID 1010
#define CODE_NO_ENCODING 1011

#define CHUNK 65536
#define BOM TW_STR("\xEF\xBB\xBF")

/* One run over all paths. The buffers are used again for each document. */
typedef struct {
  TwEncoding encoding;
  size_t max_bytes;
  TwDiagSink* sink;
  TwStatus (*visit)(void* data, const TwRaw* raw);
  void* data;
  TwSourceTally tally;
  TwIntern ids;
  TwArena* arena; /* Texts of the document at hand */
  TwBuf bytes;
  TwBuf converted;
} Run;

/* A file being read line by line. */
typedef struct {
  FILE* file;
  char* chunk;
  size_t at;
  size_t len;
  size_t line;   /* Number of the line last read */
  bool too_long; /* The line last read was cut at the limit */
} Lines;

static TwStatus
set_aside(Run* run, TwStr name, size_t line, int code, const char* message,
          TwStr hint)
{
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = code,
                       .file = name,
                       .line = line,
                       .message = tw_str(message),
                       .hint = hint};
  tw_diag_report(run->sink, &diag);
  ++run->tally.n_set_aside;
  return TW_OK;
}

static TwStatus
set_aside_too_large(Run* run, TwStr name, size_t line)
{
  return set_aside(run, name, line, CODE_TOO_LARGE,
                   "this document is larger than the limit",
                   TW_STR("raise the limit with --max-bytes"));
}

/* errno says why. */
static TwStatus
set_aside_unreadable(Run* run, TwStr name, size_t line)
{
  char message[128];
  snprintf(message, sizeof(message), "cannot be read%s%s", errno ? ": " : "",
           errno ? strerror(errno) : "");
  return set_aside(run, name, line, CODE_UNREADABLE, message, (TwStr){NULL, 0});
}

/* "news" of "in/news.txt"; a name that starts with its only dot stays. */
static TwStr
stem(const char* path)
{
  if (!strcmp(path, "-")) {
    return TW_STR("stdin");
  }
  const char* const slash = strrchr(path, '/');
  const char* const name = slash ? slash + 1 : path;
  const char* const dot = strrchr(name, '.');
  return (TwStr){name, dot && dot > name ? (size_t)(dot - name) : strlen(name)};
}

static TwStatus
warn_of_same_id(Run* run, const TwRaw* raw)
{
  const size_t known = run->ids.count;
  uint32_t number = 0;
  TW_TRY(tw_intern(&run->ids, raw->id, &number));
  if (number < known) {
    tw_diag_warn(run->sink, CODE_SAME_ID, raw->name,
                 "another document has the id \"%.*s\" too",
                 TW_STR_ARG(raw->id));
  }
  return TW_OK;
}

static TwStatus
hand_on(Run* run, const TwRaw* raw)
{
  TW_TRY(warn_of_same_id(run, raw));
  const TwStatus status = run->visit(run->data, raw);
  const bool aside = status == TW_ERR_INPUT || status == TW_ERR_ENCODING ||
                     status == TW_ERR_LIMIT;
  run->tally.n_set_aside += aside;
  run->tally.n_read += status == TW_OK;
  return aside ? TW_OK : status;
}

/* The bytes as one text. */
static TwStatus
take_text(Run* run, TwStr name, TwStr id, TwStr bytes)
{
  TwRaw raw = {.name = name, .id = id};
  const TwStr body =
    tw_str_starts(bytes, BOM) ? tw_str_slice(bytes, BOM.len, bytes.len) : bytes;
  if (!tw_str_trim(body).len) {
    return set_aside(run, name, 0, CODE_EMPTY, "this document is empty",
                     (TwStr){NULL, 0});
  }
  const TwStatus status = tw_encoding_read(
    run->encoding, name, bytes, &run->converted, run->sink, &raw.text);
  if (status == TW_ERR_ENCODING) {
    ++run->tally.n_set_aside;
    return TW_OK;
  }
  return status == TW_OK ? hand_on(run, &raw) : status;
}

static TwStatus
take_text_file(Run* run, const char* path)
{
  tw_buf_reset(&run->bytes);
  errno = 0;
  const TwStatus status = tw_file_read(path, run->max_bytes, &run->bytes);
  if (status == TW_ERR_LIMIT) {
    return set_aside_too_large(run, tw_str(path), 0);
  }
  if (status == TW_ERR_READ) {
    return set_aside_unreadable(run, tw_str(path), 0);
  }
  return status == TW_OK
           ? take_text(run, tw_str(path), stem(path), tw_buf_str(&run->bytes))
           : status;
}

/* A read that failed is not tried again: it may wait for ever. */
static bool
refill(Lines* lines)
{
  if (lines->at == lines->len && !ferror(lines->file)) {
    lines->at = 0;
    lines->len = fread(lines->chunk, 1, CHUNK, lines->file);
  }
  return lines->at < lines->len;
}

/* Reads one line without its end into `out`, at most `max_bytes` of it; the
 * rest of a longer one is skipped. TW_NONE at the end. */
static TwStatus
next_line(Lines* lines, size_t max_bytes, TwBuf* out)
{
  tw_buf_reset(out);
  lines->too_long = false;
  if (!refill(lines)) {
    return ferror(lines->file) ? TW_ERR_READ : TW_NONE;
  }
  ++lines->line;
  bool ended = false;
  while (!ended && refill(lines)) {
    const char* const from = lines->chunk + lines->at;
    const size_t left = lines->len - lines->at;
    const char* const end = memchr(from, '\n', left);
    const size_t part = end ? (size_t)(end - from) : left;
    ended = end != NULL;
    lines->at += part + ended;
    lines->too_long |= max_bytes && out->len + part > max_bytes;
    if (!lines->too_long) {
      tw_buf_add(out, (TwStr){from, part});
    }
  }
  return ferror(lines->file) ? TW_ERR_READ : tw_buf_status(out);
}

static TwStatus
take_json(Run* run, const char* path, TwStr line, size_t number)
{
  tw_arena_reset(run->arena);
  char digits[24];
  const int n = snprintf(digits, sizeof(digits), "%zu", number);
  const TwStr where[] = {tw_str(path), {digits, (size_t)n}, {NULL, 0}};
  const TwStr numbered[] = {stem(path), {digits, (size_t)n}, {NULL, 0}};
  TwRaw raw = {.name = tw_arena_join(run->arena, where, 2, TW_STR(":"))};
  const TwStatus status =
    tw_jsonl_read(line, tw_str(path), number, run->arena, run->sink, &raw);
  if (status == TW_ERR_INPUT) {
    ++run->tally.n_set_aside;
    return TW_OK;
  }
  TW_TRY(status);
  if (!raw.id.len) {
    raw.id = tw_arena_join(run->arena, numbered, 2, TW_STR("-"));
  }
  return tw_arena_failed(run->arena) ? TW_ERR_NOMEM : hand_on(run, &raw);
}

/* Reads JSON lines to the end. */
static TwStatus
take_lines(Run* run, const char* path, Lines* lines)
{
  for (;;) {
    const TwStatus status = next_line(lines, run->max_bytes, &run->bytes);
    TwStr line = tw_buf_str(&run->bytes);
    if (lines->line == 1 && tw_str_starts(line, BOM)) {
      line = tw_str_slice(line, BOM.len, line.len);
    }
    line = tw_str_trim(line);
    if (status == TW_NONE) {
      return TW_OK;
    }
    if (status == TW_ERR_READ) {
      return set_aside_unreadable(run, tw_str(path), lines->line);
    }
    TW_TRY(status);
    if (lines->too_long) {
      TW_TRY(set_aside_too_large(run, tw_str(path), lines->line));
    } else if (line.len) {
      TW_TRY(take_json(run, path, line, lines->line));
    }
  }
}

/* All that is left, as one text. */
static TwStatus
take_rest(Run* run, const char* path, Lines* lines)
{
  tw_buf_reset(&run->bytes);
  while (refill(lines)) {
    tw_buf_add(&run->bytes,
               (TwStr){lines->chunk + lines->at, lines->len - lines->at});
    lines->at = lines->len;
    if (run->max_bytes && run->bytes.len > run->max_bytes) {
      return set_aside_too_large(run, tw_str(path), 0);
    }
  }
  if (ferror(lines->file)) {
    return set_aside_unreadable(run, tw_str(path), 0);
  }
  TW_TRY(tw_buf_status(&run->bytes));
  return take_text(run, tw_str(path), stem(path), tw_buf_str(&run->bytes));
}

/* True if the first byte that is no space opens an object. */
static bool
looks_like_json(const Lines* lines)
{
  TwStr head = {lines->chunk + lines->at, lines->len - lines->at};
  if (tw_str_starts(head, BOM)) {
    head = tw_str_slice(head, BOM.len, head.len);
  }
  return tw_str_starts(tw_str_trim(head), TW_STR("{"));
}

static TwStatus
take_stream(Run* run, const char* path)
{
  const bool is_stdin = strcmp(path, "-") == 0;
  Lines lines = {.file = is_stdin ? stdin : fopen(path, "rb")};
  if (!lines.file) {
    return set_aside_unreadable(run, tw_str(path), 0);
  }
  TwArena* const arena = tw_arena_new(CHUNK);
  lines.chunk = arena ? tw_arena_alloc(arena, CHUNK, 1) : NULL;
  TwStatus status = lines.chunk ? TW_OK : TW_ERR_NOMEM;
  if (status == TW_OK) {
    refill(&lines);
    status = is_stdin && !looks_like_json(&lines)
               ? take_rest(run, path, &lines)
               : take_lines(run, path, &lines);
  }
  tw_arena_free(arena);
  if (!is_stdin) {
    fclose(lines.file);
  }
  return status;
}

static TwStatus
take_file(void* data, const char* path)
{
  Run* const run = data;
  const bool json = tw_str_ends(tw_str(path), TW_STR(".jsonl")) ||
                    tw_str_ends(tw_str(path), TW_STR(".ndjson"));
  return json ? take_stream(run, path) : take_text_file(run, path);
}

static TwStatus
take_path(Run* run, const char* path)
{
  if (strcmp(path, "-") == 0) {
    return take_stream(run, path);
  }
  errno = 0;
  const TwStatus status = tw_file_walk(path, take_file, run);
  if (status == TW_ERR_READ) {
    return set_aside_unreadable(run, tw_str(path), 0);
  }
  return status;
}

static TwStatus
find_encoding(Run* run, const char* name)
{
  if (!name || tw_encoding_find(tw_str(name), &run->encoding)) {
    return TW_OK;
  }
  tw_diag_error(run->sink, CODE_NO_ENCODING, (TwStr){NULL, 0},
                "no encoding is called \"%s\": there are utf-8, latin-1, "
                "windows-1252, utf-16le and utf-16be",
                name);
  return TW_ERR_USAGE;
}

TwStatus
tw_source_each(const char* const* paths, size_t n_paths,
               const TwSourceOptions* options, TwDiagSink* sink,
               TwStatus (*visit)(void* data, const TwRaw* raw), void* data,
               TwSourceTally* out_tally)
{
  Run run = {.max_bytes = options->max_bytes,
             .sink = sink,
             .visit = visit,
             .data = data,
             .bytes = TW_BUF_INIT,
             .converted = TW_BUF_INIT};
  TW_TRY(find_encoding(&run, options->encoding));
  TW_TRY(tw_intern_init(&run.ids));
  run.arena = tw_arena_new(0);
  TwStatus status = run.arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 0; status == TW_OK && i < n_paths; ++i) {
    status = take_path(&run, paths[i]);
  }
  if (status == TW_OK && n_paths && !run.tally.n_read) {
    status = TW_ERR_INPUT;
  }
  if (out_tally) {
    *out_tally = run.tally;
  }
  tw_buf_clear(&run.bytes);
  tw_buf_clear(&run.converted);
  tw_arena_free(run.arena);
  tw_intern_clear(&run.ids);
  return status;
}
