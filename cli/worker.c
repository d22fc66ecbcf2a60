/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/worker.h"

CliWorker*
cli_worker_open(CliRun* run, const TwExtract* extract, const void* job)
{
  CliWorker* const worker = TW_NEW(run->arena, CliWorker, 1);
  if (worker) {
    worker->job = job;
    worker->reader = tw_reader_new(extract);
  }
  return worker && worker->reader ? worker : NULL;
}

void
cli_worker_close(void* data)
{
  CliWorker* const worker = data;
  if (worker) {
    tw_reader_free(worker->reader);
    tw_buf_clear(&worker->text);
  }
}
