/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/fold.h"
#include "ontology/gazetteer_image.h"
#include "ontology/table.h"

/* The bit that a type's names get. */
static uint32_t
bits_of(TwType type)
{
  static const struct {
    TwType type;
    uint32_t bit;
  } rows[] = {
    {TW_TYPE_COUNTRY, TW_GAZ_COUNTRY},
    {TW_TYPE_CITY, TW_GAZ_CITY},
    {TW_TYPE_FACILITY, TW_GAZ_FACILITY},
    {TW_TYPE_PLACE, TW_GAZ_REGION},
    {TW_TYPE_NATIONALITY, TW_GAZ_NATIONALITY},
    {TW_TYPE_VEHICLE, TW_GAZ_FACILITY}, /* A thing with a name of its own */
    {TW_TYPE_ORGANIZATION, TW_GAZ_ORGANIZATION},
    {TW_TYPE_PERSON, TW_GAZ_PERSON},
    {TW_TYPE_ROLE, TW_GAZ_TITLE},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    if (tw_type_is(type, rows[i].type)) {
      return rows[i].bit;
    }
  }
  return 0;
}

/* Adds one word to a key; a possessive ending is a word of its own, as the
 * tokenizer has it. */
static size_t
add_word(TwBuf* key, TwStr word, size_t n_words)
{
  static const TwStr endings[] = {{"'s", 2}, {"'", 1}};
  TwStr ending = {NULL, 0};
  for (size_t i = 0; !ending.len && i < 2; ++i) {
    if (word.len > endings[i].len && tw_str_ends(word, endings[i])) {
      ending = endings[i];
    }
  }
  if (n_words) {
    tw_buf_add_char(key, ' ');
  }
  tw_buf_add(key, tw_str_slice(word, 0, word.len - ending.len));
  if (!ending.len) {
    return n_words + 1;
  }
  tw_buf_add_char(key, ' ');
  tw_buf_add(key, ending);
  return n_words + 2;
}

/* The folded words of `text` joined by spaces; commas stand alone. */
static size_t
make_key(TwBuf* key, TwStr folded)
{
  size_t n_words = 0;
  size_t start = 0;
  for (size_t i = 0; i <= folded.len; ++i) {
    const char c = i < folded.len ? folded.s[i] : ' ';
    if (c != ' ' && c != ',') {
      continue;
    }
    if (i > start) {
      n_words = add_word(key, tw_str_slice(folded, start, i), n_words);
    }
    if (c == ',') {
      n_words = add_word(key, TW_STR(","), n_words);
    }
    start = i + 1;
  }
  return n_words;
}

TwStatus
tw_gaz_builder_key(TwGazBuilder* builder, TwStr text, uint32_t bits,
                   uint32_t meaning)
{
  TwBuf folded = TW_BUF_INIT;
  TwBuf key = TW_BUF_INIT;
  tw_fold_add(&folded, text);
  const size_t n_words = make_key(&key, tw_buf_str(&folded));
  TwStatus status = tw_buf_status(&folded);
  if (status == TW_OK) {
    status = tw_buf_status(&key);
  }
  if (status == TW_OK && (!n_words || n_words > TW_GAZ_MAX_WORDS)) {
    status = TW_ERR_LIMIT;
  }
  if (status == TW_OK) {
    TwGazRow* const row = TW_VEC_PUSH(builder->arena, &builder->rows);
    const TwStr copy = tw_arena_copy(builder->arena, tw_buf_str(&key));
    if (!row || tw_arena_failed(builder->arena)) {
      status = TW_ERR_NOMEM;
    } else {
      *row = (TwGazRow){copy, bits, meaning};
    }
  }
  tw_buf_clear(&folded);
  tw_buf_clear(&key);
  return status;
}

TwStatus
tw_gaz_builder_meaning(TwGazBuilder* builder, const TwGazEntry* entry,
                       uint32_t* out_meaning)
{
  TwArena* const arena = builder->arena;
  TwGazEntry* const copy = TW_VEC_PUSH(arena, &builder->meanings);
  if (!copy) {
    return TW_ERR_NOMEM;
  }
  *copy = *entry;
  copy->name = tw_arena_copy(arena, entry->name);
  copy->id = tw_arena_copy(arena, entry->id);
  copy->country = tw_arena_copy(arena, entry->country);
  copy->region = tw_arena_copy(arena, entry->region);
  *out_meaning = (uint32_t)builder->meanings.count - 1;
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
refuse(size_t cell, const char* text, size_t* bad_cell, const char** why)
{
  *bad_cell = cell;
  *why = text;
  return TW_ERR_RULE;
}

static TwStatus
add_aliases(TwGazBuilder* builder, TwStr aliases, uint32_t bits,
            uint32_t meaning)
{
  TwStr rest = aliases;
  TwStr alias;
  while (rest.len && tw_str_next(&rest, '|', &alias)) {
    TW_TRY(tw_gaz_builder_key(builder, tw_str_trim(alias), bits, meaning));
  }
  return TW_OK;
}

/* Reads "2024", "2024-05" or "2024-05-08" as YYYYMMDD; what is left open is
 * `open`: the first day, or one after the last. Empty is 0. */
static bool
read_day(TwStr text, TwStr open, uint32_t* out_day)
{
  char digits[8];
  TwBuf whole = TW_BUF_INIT;
  uint64_t day = 0;
  size_t n = 0;
  *out_day = 0;
  if (!text.len) {
    return true;
  }
  tw_buf_add(&whole, text);
  tw_buf_add(&whole, tw_str_slice(open, text.len, open.len));
  for (size_t i = 0; i < whole.len && n < sizeof(digits); ++i) {
    if (i != 4 && i != 7) {
      digits[n++] = whole.s[i];
    }
  }
  const bool is_day = (text.len == 4 || text.len == 7 || text.len == 10) &&
                      whole.len == 10 && whole.s[4] == '-' &&
                      whole.s[7] == '-' &&
                      tw_str_to_u64((TwStr){digits, n}, &day);
  tw_buf_clear(&whole);
  *out_day = (uint32_t)day;
  return is_day;
}

static TwStatus
take_thing(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
           const char** why)
{
  (void)line;
  TwGazBuilder* const builder = data;
  const TwType type = tw_type_find(cells[TW_GAZ_COLUMN_TYPE]);
  const uint32_t bits = bits_of(type);
  uint64_t weight = 0;
  if (!bits) {
    return refuse(TW_GAZ_COLUMN_TYPE, "this is no type of names", bad_cell,
                  why);
  }
  if (cells[TW_GAZ_COLUMN_COUNTRY].len != 0 &&
      cells[TW_GAZ_COLUMN_COUNTRY].len != 2) {
    return refuse(TW_GAZ_COLUMN_COUNTRY,
                  "a country is two letters (ISO 3166-1)", bad_cell, why);
  }
  if (cells[TW_GAZ_COLUMN_WEIGHT].len &&
      (!tw_str_to_u64(cells[TW_GAZ_COLUMN_WEIGHT], &weight) ||
       weight > UINT32_MAX)) {
    return refuse(TW_GAZ_COLUMN_WEIGHT, "a weight is a number below 4294967296",
                  bad_cell, why);
  }
  uint32_t from = 0;
  uint32_t to = 0;
  if (!read_day(cells[TW_GAZ_COLUMN_FROM], TW_STR("0000-01-01"), &from)) {
    return refuse(TW_GAZ_COLUMN_FROM, "a day is YYYY-MM-DD, YYYY-MM or YYYY",
                  bad_cell, why);
  }
  if (!read_day(cells[TW_GAZ_COLUMN_TO], TW_STR("0000-12-31"), &to)) {
    return refuse(TW_GAZ_COLUMN_TO, "a day is YYYY-MM-DD, YYYY-MM or YYYY",
                  bad_cell, why);
  }
  const TwGazEntry entry = {type,
                            cells[TW_GAZ_COLUMN_NAME],
                            cells[TW_GAZ_COLUMN_ID],
                            cells[TW_GAZ_COLUMN_COUNTRY],
                            cells[TW_GAZ_COLUMN_REGION],
                            (uint32_t)weight,
                            from,
                            to};
  uint32_t meaning = 0;
  TW_TRY(tw_gaz_builder_meaning(builder, &entry, &meaning));
  TwStatus status =
    tw_gaz_builder_key(builder, cells[TW_GAZ_COLUMN_NAME], bits, meaning);
  if (status == TW_ERR_LIMIT) {
    return refuse(TW_GAZ_COLUMN_NAME, "a name has one to eight words", bad_cell,
                  why);
  }
  if (status == TW_OK) {
    status = add_aliases(builder, cells[TW_GAZ_COLUMN_ALIASES], bits, meaning);
  }
  return status == TW_ERR_LIMIT
           ? refuse(TW_GAZ_COLUMN_ALIASES, "an alias has one to eight words",
                    bad_cell, why)
           : status;
}

TwStatus
tw_gaz_builder_things(TwGazBuilder* builder, TwStr file, TwStr text,
                      TwDiagSink* sink)
{
  static const TwTableFormat format = {TW_GAZ_COLUMN_TYPE + 1, TW_GAZ_N_COLUMNS,
                                       take_thing};
  return tw_table_read(&format, file, text, builder, sink);
}
