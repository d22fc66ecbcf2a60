/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_MODE 0666
#define MAX_TRIES 100

struct TwWriter {
  FILE* file;   /* NULL of a writer to memory */
  TwBuf target; /* Empty if the bytes go straight to their place */
  TwBuf temporary;
  size_t size;
  int error;    /* The first errno, or 0 */
  TwBuf* out;   /* Of a writer to memory, else NULL */
  size_t start; /* Length of `out` before */
};

static void
remember(TwWriter* writer, bool failed)
{
  if (failed && !writer->error) {
    writer->error = errno ? errno : EIO;
  }
}

/* Where a link leads to, so that it is not the link that is replaced. */
static void
resolve(TwBuf* out, const char* path)
{
  char* const real = realpath(path, NULL);
  tw_buf_add(out, tw_str(real ? real : path));
  free(real);
}

static void
name_temporary(TwWriter* writer, int attempt)
{
  const TwStr target = tw_buf_str(&writer->target);
  size_t base = target.len;
  while (base && target.s[base - 1] != '/') {
    --base;
  }
  tw_buf_reset(&writer->temporary);
  tw_buf_add(&writer->temporary, tw_str_slice(target, 0, base));
  tw_buf_addf(&writer->temporary, ".%s.tmp-%ld", target.s + base,
              (long)getpid());
  if (attempt) {
    tw_buf_addf(&writer->temporary, "-%d", attempt);
  }
}

static int
open_temporary(TwWriter* writer)
{
  int fd = -1;
  errno = EEXIST;
  for (int i = 0; i < MAX_TRIES && fd < 0 && errno == EEXIST; ++i) {
    name_temporary(writer, i);
    if (tw_buf_status(&writer->target) != TW_OK ||
        tw_buf_status(&writer->temporary) != TW_OK) {
      errno = ENOMEM;
      return -1;
    }
    fd = open(writer->temporary.s,
              O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, NEW_MODE);
  }
  return fd;
}

/* A new or regular file is replaced as a whole and keeps its mode; a device
 * or a pipe is written to. */
static int
open_target(TwWriter* writer, const char* path)
{
  struct stat info;
  const bool is_new = stat(path, &info);
  if (is_new && errno != ENOENT) {
    return -1;
  }
  if (!is_new && !S_ISREG(info.st_mode)) {
    return open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  }
  resolve(&writer->target, path);
  const int fd = open_temporary(writer);
  if (fd >= 0 && !is_new && fchmod(fd, info.st_mode & 07777)) {
    remember(writer, true);
  }
  return fd;
}

static void
free_writer(TwWriter* writer)
{
  const int saved = errno;
  tw_buf_clear(&writer->target);
  tw_buf_clear(&writer->temporary);
  tw_free(writer);
  errno = saved;
}

static TwStatus
fail(TwWriter* writer, int fd)
{
  const int saved = errno;
  if (fd >= 0) {
    close(fd);
    if (writer->target.len) {
      unlink(writer->temporary.s);
    }
  }
  free_writer(writer);
  errno = saved;
  return TW_ERR_WRITE;
}

TwStatus
tw_writer_open(const char* path, TwWriter** out_writer)
{
  TwWriter* const writer = tw_malloc(sizeof(*writer));
  if (!writer) {
    return TW_ERR_NOMEM;
  }
  *writer = (TwWriter){.target = TW_BUF_INIT, .temporary = TW_BUF_INIT};
  const bool is_stdout = !strcmp(path, "-");
  if (is_stdout) {
    fflush(stdout);
  }
  const int fd = is_stdout ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                           : open_target(writer, path);
  writer->file = fd < 0 ? NULL : fdopen(fd, "w");
  if (!writer->file) {
    return fail(writer, fd);
  }
  *out_writer = writer;
  return TW_OK;
}

void
tw_writer_mode(TwWriter* writer, unsigned mode)
{
  remember(writer, fchmod(fileno(writer->file), (mode_t)mode));
}

TwStatus
tw_writer_open_text(TwBuf* out, TwWriter** out_writer)
{
  TwWriter* const writer = tw_malloc(sizeof(*writer));
  if (!writer) {
    return TW_ERR_NOMEM;
  }
  *writer = (TwWriter){.target = TW_BUF_INIT,
                       .temporary = TW_BUF_INIT,
                       .out = out,
                       .start = out->len};
  *out_writer = writer;
  return TW_OK;
}

static void
remember_memory(TwWriter* writer)
{
  errno = ENOMEM;
  remember(writer, writer->out->failed);
}

void
tw_writer_add(TwWriter* writer, TwStr str)
{
  if (writer->out) {
    tw_buf_add(writer->out, str);
    remember_memory(writer);
  } else if (str.len && !writer->error) {
    const size_t n = fwrite(str.s, 1, str.len, writer->file);
    writer->size += n;
    remember(writer, n < str.len);
  }
}

void
tw_writer_addf(TwWriter* writer, const char* format, ...)
{
  va_list args;
  va_start(args, format);
  if (writer->out) {
    tw_buf_addv(writer->out, format, args);
    remember_memory(writer);
  } else if (!writer->error) {
    const int n = vfprintf(writer->file, format, args);
    writer->size += n < 0 ? 0 : (size_t)n;
    remember(writer, n < 0);
  }
  va_end(args);
}

size_t
tw_writer_size(const TwWriter* writer)
{
  return writer->out ? writer->out->len - writer->start : writer->size;
}

TwStatus
tw_writer_flush(TwWriter* writer)
{
  remember(writer, writer->file && fflush(writer->file));
  remember(writer, writer->target.len && fsync(fileno(writer->file)));
  if (writer->error) {
    errno = writer->error;
  }
  return writer->error ? TW_ERR_WRITE : TW_OK;
}

TwStatus
tw_writer_commit(TwWriter* writer)
{
  const bool is_whole = writer->target.len;
  tw_writer_flush(writer);
  remember(writer, writer->file && fclose(writer->file));
  if (is_whole && !writer->error) {
    remember(writer, rename(writer->temporary.s, writer->target.s));
  }
  if (is_whole && writer->error) {
    unlink(writer->temporary.s);
  }
  const int error = writer->error;
  free_writer(writer);
  if (error) {
    errno = error;
  }
  return error ? TW_ERR_WRITE : TW_OK;
}

/* Takes back what was appended to memory. */
static void
take_back(const TwWriter* writer)
{
  writer->out->len = writer->start;
  if (writer->out->s) {
    writer->out->s[writer->start] = '\0';
  }
}

void
tw_writer_abort(TwWriter* writer)
{
  if (!writer) {
    return;
  }
  if (writer->out) {
    take_back(writer);
  } else {
    fclose(writer->file);
  }
  if (writer->target.len) {
    unlink(writer->temporary.s);
  }
  free_writer(writer);
}
