/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/** triplewire as a library: articles in, a knowledge graph out.
 *
 *   TwEngine* engine = NULL;
 *   TwCorpus* corpus = NULL;
 *   const char* turtle = NULL;
 *   size_t length = 0;
 *   if (!tw_engine_open(NULL, &engine) &&
 *       !tw_corpus_new(engine, NULL, &corpus) &&
 *       !tw_corpus_add_path(corpus, "articles/") &&
 *       !tw_corpus_make(corpus, "ttl", &turtle, &length)) {
 *     fwrite(turtle, 1, length, stdout);
 *   }
 *   tw_corpus_free(corpus);
 *   tw_engine_free(engine);
 *
 * Text is UTF-8. Nothing here prints, ends the process, or depends on the
 * locale. Engines may be shared by threads; a corpus belongs to one. Making
 * and saving fork a child for the layout of the drawing, and use Redland and
 * Graphviz, which are not thread-safe: let one thread at a time do that. */
#ifndef TRIPLEWIRE_TRIPLEWIRE_H
#define TRIPLEWIRE_TRIPLEWIRE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a call came to. The numbers are the exit codes of the program. */
typedef enum {
  TW_DONE = 0,       ///< All is well
  TW_WRONG_CALL = 2, ///< An argument, a rule or a table is wrong
  TW_UNREADABLE = 3, ///< A document cannot be read
  TW_UNWRITTEN = 4,  ///< Something cannot be written; errno says why
  TW_LIMITED = 5,    ///< A document is larger than the limit
  TW_BROKEN = 6      ///< Memory ran out, or an error inside
} TwOutcome;

typedef enum { TW_IS_NOTE, TW_IS_WARNING, TW_IS_ERROR } TwWeight;

/** Something to tell people. Lives until the callback returns; texts end with
 * a NUL and are never NULL. */
typedef struct {
  TwWeight weight;
  int code;         ///< Stable; docs/errors.md has an entry for each
  const char* file; ///< What it is about, or ""
  size_t line;      ///< From 1; 0 if not known
  size_t column;    ///< In code points, from 1; 0 if not known
  const char* message;
  const char* hint; ///< What to do, or ""
} TwMessage;

/** How to open an engine. Zero it and set `size` to sizeof(TwSettings), so
 * that later versions can add members. */
typedef struct {
  size_t size;
  const char* data_dir; ///< Folder with rules, lexicons and gazetteer; NULL for
                        ///< the installed one
  const char* const* rule_dirs; ///< More rule packs
  size_t n_rule_dirs;
  const char* const* gazetteers; ///< More tables of names
  size_t n_gazetteers;
  int no_jit; ///< Interpret patterns instead of compiling them
  void (*on_message)(void* data, const TwMessage* message); ///< Or NULL
  void* data;
} TwSettings;

/** Rules and names, compiled. Read-only. */
typedef struct TwEngine TwEngine;

/// "0.1.0"; static
const char*
tw_version(void);

/// A few words for an outcome; static, never NULL
const char*
tw_outcome_text(TwOutcome outcome);

/// Opens rules and names; `settings` may be NULL and is copied but for what it
/// points to, which must outlive the engine. Returns owned.
TwOutcome
tw_engine_open(const TwSettings* settings, TwEngine** out_engine);

/// Accepts NULL. No corpus of the engine may be left.
void
tw_engine_free(TwEngine* engine);

typedef enum {
  TW_TRIPLES_SAFE, ///< Of statements that are asserted, positive and not
                   ///< contested
  TW_TRIPLES_ALL,
  TW_TRIPLES_NONE
} TwTriples;

/** How to make a graph. Zero it and set `size`. */
typedef struct {
  size_t size;
  const char* base;  ///< What IRIs begin with; NULL for the default
  TwTriples triples; ///< Which statements get triples beside their claims
  const char* title; ///< Of the drawing; NULL to make one
  size_t max_nodes;  ///< Of the drawing; 0 for the default
  size_t max_bytes;  ///< Of one document; 0: no limit
  const char* temporary_dir; ///< Where the articles wait to be written, in a
                             ///< file without a name; NULL for /tmp
} TwCorpusSettings;

/** Articles that become one graph. */
typedef struct TwCorpus TwCorpus;

/// An empty corpus; borrows the engine. `settings` may be NULL; what it points
/// to must outlive the corpus. Returns owned.
TwOutcome
tw_corpus_new(const TwEngine* engine, const TwCorpusSettings* settings,
              TwCorpus** out_corpus);

/// Accepts NULL
void
tw_corpus_free(TwCorpus* corpus);

/** An article in memory. Zero it and set `size`; what is not known is NULL. */
typedef struct {
  size_t size;
  const char* text;
  size_t length; ///< Of `text`, in bytes
  const char* id;
  const char* url;
  const char* publisher;
  const char* title;
  const char* language; ///< BCP 47
  const char* date;     ///< YYYY-MM-DD
} TwInput;

/// Reads an article; TW_UNREADABLE if it is empty or no UTF-8. One that is
/// there already is left out, with a message.
TwOutcome
tw_corpus_add_text(TwCorpus* corpus, const TwInput* input);

/// Reads a file, a folder or JSON lines, as the program does. What cannot be
/// read is told and left out; TW_UNREADABLE if that is all of it.
TwOutcome
tw_corpus_add_path(TwCorpus* corpus, const char* path);

/// Makes the graph in a form: "ttl", "nq", "svg", "dot", "tsv" (facts), "csv"
/// (claims), "jsonl" (the articles) or "txt" (report). The bytes live until the
/// next call with this corpus. Nothing can be added after that (TW_WRONG_CALL).
TwOutcome
tw_corpus_make(TwCorpus* corpus, const char* form, const char** out_bytes,
               size_t* out_length);

/// Writes every form to a folder, as `triplewire build -o DIR` does: whole or
/// not at all. Nothing can be added after that.
TwOutcome
tw_corpus_save(TwCorpus* corpus, const char* dir);

#ifdef __cplusplus
}
#endif

#endif
