/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/map.h"
#include "ontology/gazetteer_image.h"

#include <stdlib.h>
#include <string.h>

/* An image being made: the parts, and the offset of each text so far. */
typedef struct {
  TwGazBuilder* builder;
  TwGazItem* items;
  uint32_t n_items;
  uint32_t* refs;
  uint32_t n_refs;
  TwBuf text;
  TwMap offsets;
} Work;

uint64_t
tw_gaz_hash(uint64_t so_far, TwStr word)
{
  const uint64_t mixed = (so_far ^ tw_str_hash(word)) * 0x9E3779B97F4A7C15u;
  return mixed ^ (mixed >> 29);
}

/* The meaning that is meant first stands first: a country, then by weight. */
static int
compare_meanings(const TwGazEntry* a, const TwGazEntry* b)
{
  const bool a_country = a->type == TW_TYPE_COUNTRY;
  if (a_country != (b->type == TW_TYPE_COUNTRY)) {
    return a_country ? -1 : 1;
  }
  if (a->weight != b->weight) {
    return a->weight > b->weight ? -1 : 1;
  }
  const int id = tw_str_compare(a->id, b->id);
  const int name = tw_str_compare(a->name, b->name);
  if (id || name || a->type != b->type) {
    return id ? id : name ? name : (int)a->type - (int)b->type;
  }
  return a->from != b->from ? a->from < b->from ? -1 : 1
                            : (a->to > b->to) - (a->to < b->to);
}

static int
compare_entries(const void* a, const void* b)
{
  return compare_meanings(a, b);
}

static int
compare_rows(const void* left, const void* right)
{
  const TwGazRow* const a = left;
  const TwGazRow* const b = right;
  const int key = tw_str_compare(a->key, b->key);
  if (key) {
    return key;
  }
  return a->meaning < b->meaning ? -1 : a->meaning > b->meaning;
}

/* Sorts the meanings, likeliest first, and leads the rows to their new
 * places: a row's meanings are then in order when its rows are. */
static TwStatus
sort_meanings(TwGazBuilder* builder)
{
  typedef struct {
    TwGazEntry entry;
    uint32_t old;
  } Sorted;
  const size_t n = builder->meanings.count;
  Sorted* const sorted = TW_NEW(builder->arena, Sorted, n);
  uint32_t* const place = TW_NEW(builder->arena, uint32_t, n);
  if (n && (!sorted || !place)) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    sorted[i] = (Sorted){builder->meanings.at[i], (uint32_t)i};
  }
  if (n) {
    qsort(sorted, n, sizeof(Sorted), compare_entries);
  }
  for (size_t i = 0; i < n; ++i) {
    builder->meanings.at[i] = sorted[i].entry;
    place[sorted[i].old] = (uint32_t)i;
  }
  for (size_t i = 0; i < builder->rows.count; ++i) {
    TwGazRow* const row = &builder->rows.at[i];
    row->meaning =
      row->meaning == UINT32_MAX ? UINT32_MAX : place[row->meaning];
  }
  return TW_OK;
}

static size_t
first_word(TwStr key)
{
  const size_t space = tw_str_find(key, TW_STR(" "), 0);
  return space < key.len ? space : key.len;
}

/* A longer key needs an entry of its first word, which says how far to look. */
static TwStatus
add_first_words(TwGazBuilder* builder)
{
  const size_t n = builder->rows.count;
  TwStr last = {NULL, 0};
  for (size_t i = 0; i < n; ++i) {
    const TwStr key = builder->rows.at[i].key;
    const TwStr word = tw_str_slice(key, 0, first_word(key));
    if (word.len < key.len && !tw_str_equal(word, last)) {
      TwGazRow* const row = TW_VEC_PUSH(builder->arena, &builder->rows);
      if (!row) {
        return TW_ERR_NOMEM;
      }
      *row = (TwGazRow){word, 0, UINT32_MAX};
      last = word;
    }
  }
  return TW_OK;
}

static uint32_t
add_text(Work* work, TwStr text)
{
  uint64_t offset = 0;
  if (!text.len || tw_map_get(&work->offsets, text, &offset) == TW_OK) {
    return (uint32_t)offset;
  }
  const uint16_t length =
    (uint16_t)(text.len < UINT16_MAX ? text.len : UINT16_MAX);
  offset = work->text.len;
  tw_buf_add(&work->text, (TwStr){(const char*)&length, sizeof(length)});
  tw_buf_add(&work->text, tw_str_slice(text, 0, length));
  if (work->text.len % 2) {
    tw_buf_add_char(&work->text, '\0');
  }
  if (tw_map_set(&work->offsets, text, offset) != TW_OK) {
    work->text.failed = true;
  }
  return (uint32_t)offset;
}

static uint8_t
count_words(TwStr key)
{
  uint8_t n = 1;
  for (size_t i = 0; i < key.len; ++i) {
    n = (uint8_t)(n + (key.s[i] == ' '));
  }
  return n;
}

/* Makes one item of each run of rows with the same key. A space sorts before
 * all that can follow a word, so the keys that a word starts stand behind
 * it. */
static void
make_items(Work* work)
{
  const TwGazRow* const rows = work->builder->rows.at;
  const size_t n = work->builder->rows.count;
  TwGazItem* head = NULL;
  for (size_t i = 0; i < n;) {
    TwGazItem* const item = &work->items[work->n_items++];
    const TwStr key = rows[i].key;
    const uint8_t n_words = count_words(key);
    *item = (TwGazItem){add_text(work, key), 0, work->n_refs, 0, n_words, 1};
    for (; i < n && tw_str_equal(rows[i].key, key); ++i) {
      item->bits |= rows[i].bits;
      const uint32_t meaning = rows[i].meaning;
      const bool again =
        item->n_refs && work->refs[work->n_refs - 1] == meaning;
      if (meaning != UINT32_MAX && !again && item->n_refs < UINT16_MAX) {
        work->refs[work->n_refs++] = meaning;
        ++item->n_refs;
      }
    }
    head = n_words == 1 ? item : head;
    if (head && n_words > head->longest) {
      head->longest = n_words;
    }
  }
}

static uint64_t
hash_key(TwStr key)
{
  uint64_t hash = 0;
  TwStr rest = key;
  TwStr word;
  while (tw_str_next(&rest, ' ', &word)) {
    hash = tw_gaz_hash(hash, word);
  }
  return hash;
}

/* Open addressing; the table is at most five eighths full. */
static TwGazSlot*
make_slots(const Work* work, uint32_t* out_n)
{
  uint32_t n = 16;
  while ((uint64_t)n * 5 < (uint64_t)work->n_items * 8) {
    n *= 2;
  }
  TwGazSlot* const slots = TW_NEW(work->builder->arena, TwGazSlot, n);
  const TwGazRow* row = work->builder->rows.at;
  for (uint32_t i = 0; slots && i < work->n_items; ++i) {
    const TwStr key = row->key;
    const uint64_t hash = hash_key(key);
    uint32_t at = (uint32_t)hash & (n - 1);
    while (slots[at].entry) {
      at = (at + 1) & (n - 1);
    }
    slots[at] = (TwGazSlot){(uint32_t)(hash >> 32), i + 1};
    while (i + 1 < work->n_items && tw_str_equal(row->key, key)) {
      ++row;
    }
  }
  *out_n = n;
  return slots;
}

static void
add_part(TwBuf* out, const void* part, size_t count, size_t size)
{
  if (count) {
    tw_buf_add(out, (TwStr){part, count * size});
  }
}

/* The filter of the keys of several words. */
static TwGazFilter*
make_filter(const Work* work)
{
  const TwGazBuilder* const builder = work->builder;
  TwGazFilter* const filter = TW_NEW(builder->arena, TwGazFilter, 1);
  for (size_t i = 0; filter && i < builder->rows.count; ++i) {
    TwStr rest = builder->rows.at[i].key;
    TwStr word;
    uint64_t hash = 0;
    size_t n_words = 0;
    while (tw_str_next(&rest, ' ', &word)) {
      hash = tw_gaz_hash(hash, word);
      ++n_words;
    }
    if (n_words > 1) {
      filter->bits[tw_gaz_filter_word(hash)] |= tw_gaz_filter_bit(hash);
    }
  }
  return filter;
}

static TwStatus
write_parts(Work* work, TwBuf* out)
{
  const TwGazBuilder* const builder = work->builder;
  const size_t n_meanings = builder->meanings.count;
  TwGazMeaning* const meanings =
    TW_NEW(builder->arena, TwGazMeaning, n_meanings);
  TwGazHead head = {TW_GAZ_MAGIC,
                    TW_GAZ_VERSION,
                    TW_GAZ_ORDER,
                    0,
                    work->n_items,
                    work->n_refs,
                    (uint32_t)n_meanings,
                    0,
                    0};
  const TwGazFilter* const filter = make_filter(work);
  const TwGazSlot* const slots = make_slots(work, &head.n_slots);
  if (!filter || !slots || (n_meanings && !meanings)) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n_meanings; ++i) {
    const TwGazEntry* const entry = &builder->meanings.at[i];
    meanings[i] = (TwGazMeaning){add_text(work, entry->name),
                                 add_text(work, entry->id),
                                 add_text(work, entry->region),
                                 entry->weight,
                                 entry->from,
                                 entry->to,
                                 {0, 0},
                                 (uint8_t)entry->type,
                                 0};
    memcpy(meanings[i].country, entry->country.len ? entry->country.s : "\0\0",
           2);
  }
  head.n_text = (uint32_t)work->text.len;
  add_part(out, &head, 1, sizeof(head));
  add_part(out, filter, 1, sizeof(*filter));
  add_part(out, slots, head.n_slots, sizeof(*slots));
  add_part(out, work->items, work->n_items, sizeof(*work->items));
  add_part(out, work->refs, work->n_refs, sizeof(*work->refs));
  add_part(out, meanings, n_meanings, sizeof(*meanings));
  add_part(out, work->text.s, work->text.len, 1);
  TW_TRY(tw_buf_status(&work->text));
  return tw_buf_status(out);
}

TwStatus
tw_gaz_builder_image(TwGazBuilder* builder, TwBuf* out)
{
  TW_TRY(sort_meanings(builder));
  TW_TRY(add_first_words(builder));
  const size_t n = builder->rows.count;
  if (n) {
    qsort(builder->rows.at, n, sizeof(TwGazRow), compare_rows);
  }
  Work work = {.builder = builder,
               .items = TW_NEW(builder->arena, TwGazItem, n + 1),
               .refs = TW_NEW(builder->arena, uint32_t, n + 1),
               .text = TW_BUF_INIT,
               .offsets = TW_MAP_INIT};
  if (!work.items || !work.refs) {
    return TW_ERR_NOMEM;
  }
  tw_buf_add(&work.text, (TwStr){"\0\0", 2});
  make_items(&work);
  const TwStatus status = write_parts(&work, out);
  tw_buf_clear(&work.text);
  tw_map_clear(&work.offsets);
  return status;
}
