/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Reads the files and folders that are named, and an article of its own, and
 * prints the graph as Turtle:
 *
 *   cc use_library.c $(pkg-config --cflags --libs triplewire) -o use_library
 *   ./use_library articles/ > graph.ttl
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <triplewire/triplewire.h>

static const char article[] =
  "Chile sent two prisoners to Bolivia on Monday, the interior ministry said.";

static void
print_message(void* data, const TwMessage* message)
{
  fprintf(data, "%s: TW%04d %s\n", message->file, message->code,
          message->message);
}

static TwOutcome
read_all(TwCorpus* corpus, char** paths, int n_paths)
{
  const TwInput input = {.size = sizeof(input),
                         .text = article,
                         .length = strlen(article),
                         .id = "own",
                         .publisher = "The Example",
                         .date = "2025-06-03"};
  TwOutcome outcome = tw_corpus_add_text(corpus, &input);
  for (int i = 0; outcome == TW_DONE && i < n_paths; ++i) {
    outcome = tw_corpus_add_path(corpus, paths[i]);
  }
  return outcome;
}

int
main(int argc, char** argv)
{
  const TwSettings settings = {.size = sizeof(settings),
                               .data_dir = getenv("TRIPLEWIRE_DATA"),
                               .on_message = print_message,
                               .data = stderr};
  TwEngine* engine = NULL;
  TwCorpus* corpus = NULL;
  const char* turtle = NULL;
  size_t length = 0;
  TwOutcome outcome = tw_engine_open(&settings, &engine);
  if (outcome == TW_DONE) {
    outcome = tw_corpus_new(engine, NULL, &corpus);
  }
  if (outcome == TW_DONE) {
    outcome = read_all(corpus, argv + 1, argc - 1);
  }
  if (outcome == TW_DONE) {
    outcome = tw_corpus_make(corpus, "ttl", &turtle, &length);
  }
  if (outcome == TW_DONE) {
    fwrite(turtle, 1, length, stdout);
  } else {
    fprintf(stderr, "use_library: %s\n", tw_outcome_text(outcome));
  }
  tw_corpus_free(corpus);
  tw_engine_free(engine);
  return (int)outcome;
}
