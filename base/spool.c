/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/spool.h"

#include "base/alloc.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct TwSpool {
  FILE* file;
  uint64_t size;
  bool is_read; /* The last thing done to the file was to read it */
};

/* A new file in `dir` that loses its name at once. */
static TwStatus
open_nameless(const char* dir, int* out_fd)
{
  TwBuf path = TW_BUF_INIT;
  tw_buf_addf(&path, "%s/.spool-XXXXXX", dir);
  TwStatus status = tw_buf_status(&path);
  if (status == TW_OK) {
    *out_fd = mkstemp(path.s);
    status = *out_fd < 0 ? TW_ERR_WRITE : TW_OK;
  }
  if (status == TW_OK) {
    unlink(path.s);
  }
  const int saved = errno;
  tw_buf_clear(&path);
  errno = saved;
  return status;
}

TwStatus
tw_spool_open(const char* dir, TwSpool** out_spool)
{
  int fd = -1;
  TwSpool* const spool = tw_malloc(sizeof(*spool));
  if (!spool) {
    return TW_ERR_NOMEM;
  }
  *spool = (TwSpool){.file = NULL};
  const TwStatus status = open_nameless(dir, &fd);
  if (status != TW_OK) {
    tw_free(spool);
    return status;
  }
  spool->file = fdopen(fd, "w+b");
  if (!spool->file) {
    close(fd);
    tw_free(spool);
    return TW_ERR_NOMEM;
  }
  *out_spool = spool;
  return TW_OK;
}

void
tw_spool_free(TwSpool* spool)
{
  if (spool) {
    fclose(spool->file);
    tw_free(spool);
  }
}

TwStatus
tw_spool_add(TwSpool* spool, TwStr str, uint64_t* out_offset)
{
  if (spool->is_read && fseeko(spool->file, (off_t)spool->size, SEEK_SET)) {
    return TW_ERR_WRITE;
  }
  spool->is_read = false;
  *out_offset = spool->size;
  if (str.len && fwrite(str.s, 1, str.len, spool->file) < str.len) {
    return TW_ERR_WRITE;
  }
  spool->size += str.len;
  return TW_OK;
}

TwStatus
tw_spool_read(TwSpool* spool, uint64_t offset, size_t len, TwBuf* out)
{
  if (!tw_buf_reserve(out, len)) {
    return TW_ERR_NOMEM;
  }
  spool->is_read = true;
  if (fseeko(spool->file, (off_t)offset, SEEK_SET)) {
    return TW_ERR_WRITE;
  }
  errno = EIO;
  if (len && fread(out->s + out->len, 1, len, spool->file) < len) {
    return TW_ERR_WRITE;
  }
  out->len += len;
  out->s[out->len] = '\0';
  return TW_OK;
}
