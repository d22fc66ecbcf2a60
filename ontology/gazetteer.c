/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/gazetteer.h"

#include "base/calendar.h"
#include "ontology/gazetteer_image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CODE_NOT_READ 2310
#define CODE_NOT_AN_IMAGE 2311

/* Entries of rows that a run added have this bit in their number. */
#define ADDED 0x80000000u

/* An image in memory, its parts as arrays. */
typedef struct {
  const TwGazHead* head;
  const TwGazFilter* phrases;
  const TwGazSlot* slots;
  const TwGazItem* items;
  const uint32_t* refs;
  const TwGazMeaning* meanings;
  const char* text;
} Image;

struct TwGazetteer {
  TwArena* arena;
  void* map;
  size_t map_size;
  Image compiled;
  Image added;
  TwGazBuilder builder; /* keeps the added rows for the next table */
  TwBuf added_bytes;
};

/* The text at the offset. The image is read where it is needed, and not all of
 * it is looked at when it is opened, so that what points nowhere is empty. */
static TwStr
text_at(const Image* image, uint32_t offset)
{
  uint16_t length = 0;
  const uint64_t n = image->head->n_text;
  if ((uint64_t)offset + sizeof(length) > n) {
    return (TwStr){NULL, 0};
  }
  memcpy(&length, image->text + offset, sizeof(length));
  return (uint64_t)offset + sizeof(length) + length > n
           ? (TwStr){NULL, 0}
           : (TwStr){image->text + offset + sizeof(length), length};
}

/* Lays `image` over the bytes; false if they are no sound image. */
static bool
read_image(const char* bytes, size_t size, Image* image)
{
  const TwGazHead* const head = (const TwGazHead*)bytes;
  if (size < sizeof(*head) || memcmp(head->magic, TW_GAZ_MAGIC, 8) ||
      head->version != TW_GAZ_VERSION || head->order != TW_GAZ_ORDER ||
      !head->n_slots || head->n_slots & (head->n_slots - 1)) {
    return false;
  }
  const uint64_t slots = sizeof(*head) + sizeof(TwGazFilter);
  const uint64_t items = slots + head->n_slots * (uint64_t)sizeof(TwGazSlot);
  const uint64_t refs = items + head->n_entries * (uint64_t)sizeof(TwGazItem);
  const uint64_t meanings = refs + head->n_refs * (uint64_t)sizeof(uint32_t);
  const uint64_t text =
    meanings + head->n_meanings * (uint64_t)sizeof(TwGazMeaning);
  if (text + head->n_text != size || head->n_entries >= ADDED) {
    return false;
  }
  *image = (Image){head,
                   (const TwGazFilter*)(bytes + sizeof(*head)),
                   (const TwGazSlot*)(bytes + slots),
                   (const TwGazItem*)(bytes + items),
                   (const uint32_t*)(bytes + refs),
                   (const TwGazMeaning*)(bytes + meanings),
                   bytes + text};
  return head->n_text >= sizeof(uint16_t);
}

static TwStatus
map_file(TwGazetteer* gazetteer, const char* path)
{
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0) {
    return TW_ERR_READ;
  }
  const bool known = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
  if (known && info.st_size > 0) {
    gazetteer->map_size = (size_t)info.st_size;
    gazetteer->map =
      mmap(NULL, gazetteer->map_size, PROT_READ, MAP_PRIVATE, fd, 0);
  }
  close(fd);
  if (!known) {
    errno = EINVAL;
  }
  return known && gazetteer->map != MAP_FAILED ? TW_OK : TW_ERR_READ;
}

TwStatus
tw_gazetteer_open(const char* path, TwDiagSink* sink,
                  TwGazetteer** out_gazetteer)
{
  *out_gazetteer = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwGazetteer* const gazetteer = arena ? TW_NEW(arena, TwGazetteer, 1) : NULL;
  if (!gazetteer) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  gazetteer->arena = arena;
  gazetteer->builder.arena = arena;
  TwStatus status = map_file(gazetteer, path);
  if (status != TW_OK) {
    tw_diag_error(sink, CODE_NOT_READ, tw_str(path),
                  "the gazetteer cannot be read: %s", strerror(errno));
  } else if (!read_image(gazetteer->map, gazetteer->map_size,
                         &gazetteer->compiled)) {
    status = TW_ERR_RULE;
    tw_diag_error(sink, CODE_NOT_AN_IMAGE, tw_str(path),
                  "this is no gazetteer of this version and machine");
  }
  if (status != TW_OK) {
    tw_gazetteer_free(gazetteer);
    return status;
  }
  *out_gazetteer = gazetteer;
  return TW_OK;
}

void
tw_gazetteer_free(TwGazetteer* gazetteer)
{
  if (!gazetteer) {
    return;
  }
  if (gazetteer->map && gazetteer->map != MAP_FAILED) {
    munmap(gazetteer->map, gazetteer->map_size);
  }
  tw_buf_clear(&gazetteer->added_bytes);
  tw_arena_free(gazetteer->arena);
}

TwStatus
tw_gazetteer_add(TwGazetteer* gazetteer, TwStr file, TwStr text,
                 TwDiagSink* sink)
{
  TW_TRY(tw_gaz_builder_things(&gazetteer->builder, file, text, sink));
  memset(&gazetteer->added, 0, sizeof(gazetteer->added));
  tw_buf_reset(&gazetteer->added_bytes);
  TW_TRY(tw_gaz_builder_image(&gazetteer->builder, &gazetteer->added_bytes));
  const TwStr bytes = tw_buf_str(&gazetteer->added_bytes);
  return read_image(bytes.s, bytes.len, &gazetteer->added) ? TW_OK
                                                           : TW_ERR_INTERNAL;
}

/* True if `key` is these words, joined by spaces. */
static bool
is_key(TwStr key, const TwStr* words, size_t n_words)
{
  size_t at = 0;
  for (size_t i = 0; i < n_words; ++i) {
    if (i && (at >= key.len || key.s[at++] != ' ')) {
      return false;
    }
    if (key.len - at < words[i].len ||
        memcmp(key.s + at, words[i].s, words[i].len) != 0) {
      return false;
    }
    at += words[i].len;
  }
  return at == key.len;
}

/* The index of the entry of these words, or UINT32_MAX. */
static uint32_t
find(const Image* image, uint64_t hash, const TwStr* words, size_t n_words)
{
  const uint32_t mask = image->head->n_slots - 1;
  const uint32_t tag = (uint32_t)(hash >> 32);
  uint32_t at = (uint32_t)hash & mask;
  for (uint32_t n = 0; n <= mask && image->slots[at].entry;
       ++n, at = (at + 1) & mask) {
    const uint32_t entry = image->slots[at].entry - 1;
    if (image->slots[at].tag == tag && entry < image->head->n_entries &&
        is_key(text_at(image, image->items[entry].key), words, n_words)) {
      return entry;
    }
  }
  return UINT32_MAX;
}

/* Like tw_gazetteer_longest in one image. Entries without a bit are there
 * only to say that longer ones start with their word. */
static size_t
longest_in(const Image* image, const TwGazFirst* first, size_t which,
           const TwStr* words, size_t n_words, uint32_t* out_entry)
{
  uint64_t hashes[TW_GAZ_MAX_WORDS];
  const size_t reach = first->reach[which];
  const size_t n = n_words < reach ? n_words : reach;
  if (!n) {
    return 0;
  }
  hashes[0] = first->hash;
  for (size_t i = 1; i < n; ++i) {
    hashes[i] = tw_gaz_hash(hashes[i - 1], words[i]);
  }
  for (size_t i = n; i > 1; --i) {
    if (!(image->phrases->bits[tw_gaz_filter_word(hashes[i - 1])] &
          tw_gaz_filter_bit(hashes[i - 1]))) {
      continue;
    }
    *out_entry = find(image, hashes[i - 1], words, i);
    if (*out_entry != UINT32_MAX && image->items[*out_entry].bits) {
      return i;
    }
  }
  *out_entry = first->entries[which];
  return first->bits[which] ? 1 : 0;
}

uint32_t
tw_gazetteer_word(const TwGazetteer* gazetteer, TwStr folded)
{
  const Image* const images[] = {&gazetteer->compiled, &gazetteer->added};
  const uint64_t hash = tw_gaz_hash(0, folded);
  uint32_t bits = 0;
  for (size_t i = 0; i < 2; ++i) {
    const uint32_t entry =
      images[i]->head ? find(images[i], hash, &folded, 1) : UINT32_MAX;
    bits |= entry == UINT32_MAX ? 0 : images[i]->items[entry].bits;
  }
  return bits;
}

static uint8_t
reach_of(const TwGazItem* item)
{
  return item->longest < TW_GAZ_MAX_WORDS ? item->longest : TW_GAZ_MAX_WORDS;
}

TwGazFirst
tw_gazetteer_first(const TwGazetteer* gazetteer, TwStr word)
{
  const Image* const images[] = {&gazetteer->compiled, &gazetteer->added};
  TwGazFirst first = {.hash = tw_gaz_hash(0, word)};
  for (size_t i = 0; i < 2; ++i) {
    const uint32_t entry =
      images[i]->head ? find(images[i], first.hash, &word, 1) : UINT32_MAX;
    first.entries[i] = entry;
    if (entry != UINT32_MAX) {
      first.bits[i] = images[i]->items[entry].bits;
      first.reach[i] = reach_of(&images[i]->items[entry]);
    }
  }
  return first;
}

size_t
tw_gazetteer_longest_from(const TwGazetteer* gazetteer, const TwGazFirst* first,
                          const TwStr* words, size_t n_words,
                          uint32_t* out_bits, uint32_t* out_entry)
{
  const Image* const images[] = {&gazetteer->compiled, &gazetteer->added};
  uint32_t entries[2] = {0, 0};
  const size_t n = longest_in(images[0], first, 0, words, n_words, &entries[0]);
  const size_t m = longest_in(images[1], first, 1, words, n_words, &entries[1]);
  const size_t which = m && m >= n;
  const size_t longest = which ? m : n;
  *out_entry = which ? entries[1] | ADDED : entries[0];
  *out_bits = longest == 1 ? first->bits[which]
              : longest    ? images[which]->items[entries[which]].bits
                           : 0;
  return longest;
}

size_t
tw_gazetteer_longest(const TwGazetteer* gazetteer, const TwStr* words,
                     size_t n_words, uint32_t* out_bits, uint32_t* out_entry)
{
  const TwGazFirst first =
    n_words ? tw_gazetteer_first(gazetteer, words[0]) : (TwGazFirst){.hash = 0};
  return tw_gazetteer_longest_from(gazetteer, &first, words, n_words, out_bits,
                                   out_entry);
}

static const Image*
image_of(const TwGazetteer* gazetteer, uint32_t entry)
{
  return entry & ADDED ? &gazetteer->added : &gazetteer->compiled;
}

size_t
tw_gazetteer_meanings(const TwGazetteer* gazetteer, uint32_t entry)
{
  const Image* const image = image_of(gazetteer, entry);
  const TwGazItem* const item = &image->items[entry & ~ADDED];
  const uint64_t end = (uint64_t)item->first_ref + item->n_refs;
  return end <= image->head->n_refs ? item->n_refs : 0;
}

TwGazEntry
tw_gazetteer_meaning(const TwGazetteer* gazetteer, uint32_t entry, size_t i)
{
  const Image* const image = image_of(gazetteer, entry);
  const TwGazItem* const item = &image->items[entry & ~ADDED];
  static const TwGazMeaning none = {.type = TW_TYPE_NONE};
  const uint32_t ref = image->refs[item->first_ref + i];
  const TwGazMeaning* const meaning =
    ref < image->head->n_meanings && image->meanings[ref].type < TW_TYPE_COUNT
      ? &image->meanings[ref]
      : &none;
  const size_t n_country = meaning->country[0] ? 2 : 0;
  return (TwGazEntry){(TwType)meaning->type,
                      text_at(image, meaning->name),
                      text_at(image, meaning->id),
                      {meaning->country, n_country},
                      text_at(image, meaning->region),
                      meaning->weight,
                      meaning->from,
                      meaning->to};
}

bool
tw_gazetteer_marked(const TwGazEntry* noun, TwStr mark)
{
  return tw_str_find(noun->region, mark, 0) < noun->region.len;
}

bool
tw_gazetteer_holds(const TwGazEntry* meaning, TwStr day)
{
  TwDay at;
  if ((!meaning->from && !meaning->to) || !tw_day_read(day, &at)) {
    return true;
  }
  const uint32_t number = (uint32_t)(at.year * 10000 + at.month * 100 + at.day);
  return number >= meaning->from && (!meaning->to || number <= meaning->to);
}

TwStatus
tw_gazetteer_country(const TwGazetteer* gazetteer, TwStr code,
                     TwGazEntry* out_entry)
{
  /* Each country's code is a key of its own: "iso:mx". */
  char key[] = "iso:xx";
  if (code.len != 2) {
    return TW_NONE;
  }
  for (size_t i = 0; i < 2; ++i) {
    const char c = code.s[i];
    key[4 + i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  const TwStr word = {key, 6};
  const Image* const image = &gazetteer->compiled;
  const uint32_t entry = find(image, tw_gaz_hash(0, word), &word, 1);
  if (entry == UINT32_MAX || !image->items[entry].n_refs) {
    return TW_NONE;
  }
  *out_entry = tw_gazetteer_meaning(gazetteer, entry, 0);
  return TW_OK;
}
