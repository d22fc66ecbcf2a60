/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* triplewire-gazetteer FOLDER IMAGE: makes the image of the tables in FOLDER.
 * A tool of the build, not installed. */
#include "base/file.h"
#include "ontology/gazetteer_image.h"
#include "ontology/table.h"

#include <stdlib.h>

/* What the rows of a table of words mean. */
typedef struct {
  const char* file;
  uint32_t bits;
  struct {
    const char* mark;
    uint32_t bits;
  } marks[2];   /* of the second column */
  TwType type;  /* of the word's meaning; NONE: the second column names it */
  bool meaning; /* true if the word has a meaning */
} Table;

static const Table word_tables[] = {
  {"given.tsv",
   TW_GAZ_GIVEN,
   {{"f", TW_GAZ_FEMALE}, {"m", TW_GAZ_MALE}},
   TW_TYPE_NONE,
   false},
  {"surnames.tsv",
   TW_GAZ_SURNAME,
   {{"h", TW_GAZ_HISPANIC}},
   TW_TYPE_NONE,
   false},
  {"words.tsv", TW_GAZ_WORD, {{0}}, TW_TYPE_NONE, false},
  {"particles.tsv", TW_GAZ_PARTICLE, {{0}}, TW_TYPE_NONE, false},
  {"person_nouns.tsv", TW_GAZ_PERSON_NOUN, {{0}}, TW_TYPE_NONE, false},
  {"titles.tsv", TW_GAZ_TITLE, {{0}}, TW_TYPE_ROLE, true},
  {"org_nouns.tsv", TW_GAZ_ORG_NOUN, {{0}}, TW_TYPE_NONE, true},
  {"place_nouns.tsv", TW_GAZ_PLACE_NOUN, {{0}}, TW_TYPE_NONE, true},
};

static const char* const thing_tables[] = {
  "countries.tsv",  "nationalities.tsv", "regions.tsv", "cities.tsv",
  "places.tsv",     "airports.tsv",      "cartels.tsv", "organisations.tsv",
  "publishers.tsv", "parties.tsv",       "teams.tsv",
};

typedef struct {
  TwGazBuilder* builder;
  const Table* table;
} Reader;

static uint32_t
mark_bits(const Table* table, TwStr mark)
{
  for (size_t i = 0; i < 2; ++i) {
    if (table->marks[i].mark &&
        tw_str_equal(mark, tw_str(table->marks[i].mark))) {
      return table->marks[i].bits;
    }
  }
  return 0;
}

/* A title's meaning is named by its full form and has its class for an id;
 * a head noun's says of what type the body or place is, keeps the marks of
 * the third column as its region and is named by its full form in the fourth.
 */
static TwStatus
add_meaning(const Reader* reader, const TwStr* cells, uint32_t* out_meaning)
{
  const Table* const table = reader->table;
  const bool title = table->type != TW_TYPE_NONE;
  const TwStr full = cells[title ? 2 : 3];
  const TwGazEntry entry = {
    .type = title ? table->type : tw_type_find(cells[1]),
    .name = full.len ? full : cells[0],
    .id = title ? cells[1] : TW_STR("noun"),
    .region = title ? TW_STR("") : cells[2],
  };
  return entry.type == TW_TYPE_NONE
           ? TW_ERR_RULE
           : tw_gaz_builder_meaning(reader->builder, &entry, out_meaning);
}

static TwStatus
take_word(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
          const char** why)
{
  (void)line;
  const Reader* const reader = data;
  uint32_t meaning = UINT32_MAX;
  if (reader->table->meaning) {
    *bad_cell = 1;
    *why = "this is no type";
    TW_TRY(add_meaning(reader, cells, &meaning));
  }
  return tw_gaz_builder_key(
    reader->builder, cells[0],
    reader->table->bits | mark_bits(reader->table, cells[1]), meaning);
}

static void
print_diag(void* data, const TwDiag* diag)
{
  (void)data;
  tw_diag_print(stderr, diag, false);
}

/* Reads `folder`/`file` and gives it to the words' or the things' reader. */
static TwStatus
add_table(TwGazBuilder* builder, const char* folder, const char* file,
          const Table* table, TwDiagSink* sink)
{
  static const TwTableFormat format = {1, 4, take_word};
  TwBuf text = TW_BUF_INIT;
  const TwStr parts[] = {tw_str(folder), tw_str(file)};
  const TwStr path = tw_arena_join(builder->arena, parts, 2, TW_STR("/"));
  TwStatus status = path.s ? tw_file_read(path.s, 0, &text) : TW_ERR_NOMEM;
  if (status != TW_OK) {
    tw_diag_error(sink, 2312, path, "the table cannot be read");
  } else if (table) {
    Reader reader = {builder, table};
    status = tw_table_read(&format, path, tw_buf_str(&text), &reader, sink);
  } else {
    status = tw_gaz_builder_things(builder, path, tw_buf_str(&text), sink);
  }
  tw_buf_clear(&text);
  return status;
}

/* The country of a code is looked up by its id. */
static TwStatus
add_country_codes(TwGazBuilder* builder)
{
  for (uint32_t i = 0; i < builder->meanings.count; ++i) {
    const TwGazEntry* const entry = &builder->meanings.at[i];
    if (entry->type == TW_TYPE_COUNTRY) {
      TW_TRY(tw_gaz_builder_key(builder, entry->id, TW_GAZ_COUNTRY, i));
    }
  }
  return TW_OK;
}

static TwStatus
add_tables(TwGazBuilder* builder, const char* folder, TwDiagSink* sink)
{
  for (size_t i = 0; i < sizeof(word_tables) / sizeof(word_tables[0]); ++i) {
    TW_TRY(
      add_table(builder, folder, word_tables[i].file, &word_tables[i], sink));
  }
  for (size_t i = 0; i < sizeof(thing_tables) / sizeof(thing_tables[0]); ++i) {
    TW_TRY(add_table(builder, folder, thing_tables[i], NULL, sink));
  }
  return add_country_codes(builder);
}

static TwStatus
write_image(const char* path, TwStr image)
{
  TwWriter* writer = NULL;
  TW_TRY(tw_writer_open(path, &writer));
  tw_writer_add(writer, image);
  return tw_writer_commit(writer);
}

int
main(int argc, char** argv)
{
  if (argc != 3) {
    fputs("usage: triplewire-gazetteer FOLDER IMAGE\n", stderr);
    return tw_status_exit(TW_ERR_USAGE);
  }
  TwDiagSink sink = {print_diag, NULL, {0}};
  TwGazBuilder builder = {.arena = tw_arena_new(1 << 20)};
  TwBuf image = TW_BUF_INIT;
  TwStatus status =
    builder.arena ? add_tables(&builder, argv[1], &sink) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = tw_gaz_builder_image(&builder, &image);
  }
  if (status == TW_OK) {
    status = write_image(argv[2], tw_buf_str(&image));
  }
  if (status != TW_OK) {
    fprintf(stderr, "triplewire-gazetteer: %s\n", tw_status_text(status));
  }
  tw_buf_clear(&image);
  tw_arena_free(builder.arena);
  return tw_status_exit(status);
}
