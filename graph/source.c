/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/source.h"

#include <stdlib.h>

/* Of the shingles of the shorter article so many percent must stand in the
 * other one, too, and so many at all (some 60 words in a row). */
#define MIN_PERCENT 60
#define MIN_SHARED 16
/* A shingle of more articles is a phrase of the house, no text. */
#define MAX_ARTICLES 48

typedef struct {
  uint32_t shingle;
  uint32_t article;
} Entry;

typedef struct {
  uint32_t a;
  uint32_t b;
} Pair;

typedef struct {
  TwFusion* fusion;
  TW_VEC(Pair) pairs;
  uint32_t* head; ///< By article: the one it is a copy of, or itself
} Copies;

/* --- Copies --- */

static int
by_shingle(const void* left, const void* right)
{
  const Entry* const a = left;
  const Entry* const b = right;
  if (a->shingle != b->shingle) {
    return a->shingle < b->shingle ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

static int
by_pair(const void* left, const void* right)
{
  const Pair* const a = left;
  const Pair* const b = right;
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

/* The pairs of the articles [first, end) that share a shingle. */
static TwStatus
add_pairs(Copies* copies, const Entry* entries, size_t n)
{
  for (size_t i = 0; n <= MAX_ARTICLES && i < n; ++i) {
    for (size_t k = i + 1; k < n; ++k) {
      Pair* const pair = TW_VEC_PUSH(copies->fusion->scratch, &copies->pairs);
      if (!pair) {
        return TW_ERR_NOMEM;
      }
      *pair = (Pair){entries[i].article, entries[k].article};
    }
  }
  return TW_OK;
}

static TwStatus
find_pairs(Copies* copies)
{
  const TwFusion* const fusion = copies->fusion;
  size_t n = 0;
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    n += fusion->articles[a]->shingles.n;
  }
  Entry* const entries = TW_NEW(fusion->scratch, Entry, n);
  if (!entries) {
    return TW_ERR_NOMEM;
  }
  n = 0;
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    const TwShingles* const shingles = &fusion->articles[a]->shingles;
    for (size_t i = 0; i < shingles->n; ++i) {
      entries[n++] = (Entry){shingles->at[i], a};
    }
  }
  if (n) {
    qsort(entries, n, sizeof(*entries), by_shingle);
  }
  for (size_t i = 0; i < n;) {
    size_t end = i + 1;
    while (end < n && entries[end].shingle == entries[i].shingle) {
      ++end;
    }
    TW_TRY(add_pairs(copies, &entries[i], end - i));
    i = end;
  }
  if (copies->pairs.count) {
    qsort(copies->pairs.at, copies->pairs.count, sizeof(*copies->pairs.at),
          by_pair);
  }
  return TW_OK;
}

/* --- Which was there first --- */

typedef struct {
  TwStr date;
  uint32_t article;
} Day;

/* By day, those without one last; then by hash. */
static int
by_day(const void* left, const void* right)
{
  const Day* const a = left;
  const Day* const b = right;
  if (!a->date.len != !b->date.len) {
    return a->date.len ? -1 : 1;
  }
  const int order = tw_str_compare(a->date, b->date);
  return order ? order : (a->article > b->article) - (a->article < b->article);
}

/* The articles in the order in which they came out, and the place of each. */
static TwStatus
rank_articles(const TwFusion* fusion, Day** out_days, uint32_t** out_ranks)
{
  const size_t n = fusion->n_articles;
  Day* const days = TW_NEW(fusion->scratch, Day, n);
  uint32_t* const ranks = TW_NEW(fusion->scratch, uint32_t, n);
  if (!days || !ranks) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t a = 0; a < n; ++a) {
    days[a] = (Day){fusion->articles[a]->document.date, a};
  }
  if (n) {
    qsort(days, n, sizeof(*days), by_day);
  }
  for (uint32_t i = 0; i < n; ++i) {
    ranks[days[i].article] = i;
  }
  *out_days = days;
  *out_ranks = ranks;
  return TW_OK;
}

/* Articles of one paper are one source anyway, and papers have forms. */
static bool
is_copy(const TwFusion* fusion, Pair pair, size_t n_shared)
{
  const TwArticleRecord* const a = fusion->articles[pair.a];
  const TwArticleRecord* const b = fusion->articles[pair.b];
  const size_t least =
    a->shingles.n < b->shingles.n ? a->shingles.n : b->shingles.n;
  return n_shared >= MIN_SHARED && n_shared * 100 >= least * MIN_PERCENT &&
         !(a->document.publisher.len &&
           tw_str_equal(a->document.publisher, b->document.publisher));
}

/* Keeps of the pairs those that are copies, the later article first, as
 * ranks. */
static void
keep_copies(Copies* copies, const uint32_t* ranks)
{
  Pair* const pairs = copies->pairs.at;
  size_t kept = 0;
  for (size_t i = 0; i < copies->pairs.count;) {
    const Pair pair = pairs[i];
    size_t n_shared = 0;
    for (; i < copies->pairs.count && !by_pair(&pairs[i], &pair); ++i) {
      ++n_shared;
    }
    if (is_copy(copies->fusion, pair, n_shared)) {
      const uint32_t x = ranks[pair.a];
      const uint32_t y = ranks[pair.b];
      pairs[kept++] = x > y ? (Pair){x, y} : (Pair){y, x};
    }
  }
  copies->pairs.count = kept;
  if (kept) {
    qsort(pairs, kept, sizeof(*pairs), by_pair);
  }
}

/* Each article is a copy of the first one that shares its words and is none
 * itself. */
static TwStatus
find_copies(Copies* copies)
{
  TwFusion* const fusion = copies->fusion;
  Day* days = NULL;
  uint32_t* ranks = NULL;
  TW_TRY(rank_articles(fusion, &days, &ranks));
  TW_TRY(find_pairs(copies));
  keep_copies(copies, ranks);
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    fusion->articles[a]->document.copy_of = TW_NO_THING;
  }
  for (size_t i = 0; i < copies->pairs.count; ++i) {
    const uint32_t later = days[copies->pairs.at[i].a].article;
    const uint32_t first = days[copies->pairs.at[i].b].article;
    uint32_t* const copy_of = &fusion->articles[later]->document.copy_of;
    if (*copy_of == TW_NO_THING &&
        fusion->articles[first]->document.copy_of == TW_NO_THING) {
      *copy_of = first;
    }
  }
  return TW_OK;
}

/* --- Numbers --- */

/* The number of the paper of that name, which gets one if it has none. */
static TwStatus
number_of(TwFusion* fusion, TwMap* papers, TwStr name, uint32_t* n,
          uint32_t* out_number)
{
  uint64_t number = *n;
  const TwStr folded = tw_records_folded(fusion->records, name);
  if (!folded.s) {
    return TW_ERR_NOMEM;
  }
  if (!folded.len || tw_map_get(papers, folded, &number) == TW_NONE) {
    ++*n;
    if (folded.len) {
      TW_TRY(tw_map_set(papers, folded, number));
    }
  }
  *out_number = (uint32_t)number;
  return TW_OK;
}

static TwStatus
number_all(TwFusion* fusion, TwMap* papers, uint32_t* articles,
           uint32_t* things, uint32_t* n)
{
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    const TwGraphDocument* const document = &fusion->articles[a]->document;
    const TwStr source =
      document->agency.len ? document->agency : document->publisher;
    TW_TRY(number_of(fusion, papers, source, n, &articles[a]));
  }
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    const uint32_t head = fusion->articles[a]->document.copy_of;
    articles[a] = articles[head == TW_NO_THING ? a : head];
  }
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwGraphThing* const thing = &fusion->things[t];
    things[t] = TW_NO_THING;
    if (thing->type == TW_TYPE_NEWS_ORGANIZATION) {
      TW_TRY(number_of(fusion, papers, thing->label, n, &things[t]));
    }
  }
  return TW_OK;
}

TwStatus
tw_source_run(TwFusion* fusion, TwSourceNumbers* out_numbers)
{
  Copies copies = {.fusion = fusion};
  TwMap papers = TW_MAP_INIT;
  uint32_t n = 0;
  TW_TRY(find_copies(&copies));
  uint32_t* const articles =
    TW_NEW(fusion->scratch, uint32_t, fusion->n_articles);
  uint32_t* const things = TW_NEW(fusion->scratch, uint32_t, fusion->n_things);
  const TwStatus status = articles && things
                            ? number_all(fusion, &papers, articles, things, &n)
                            : TW_ERR_NOMEM;
  tw_map_clear(&papers);
  *out_numbers = (TwSourceNumbers){n, articles, things};
  return status;
}

uint32_t
tw_source_of(const TwSourceNumbers* numbers, const TwGraphClaim* claim)
{
  const uint32_t paper = claim->speaker == TW_NO_THING
                           ? TW_NO_THING
                           : numbers->thing[claim->speaker];
  return paper == TW_NO_THING ? numbers->article[claim->evidence.document]
                              : paper;
}
