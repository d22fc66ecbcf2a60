/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/person.h"

#include "base/number.h"
#include "graph/neighbour.h"
#include "ontology/person_words.h"

#include <stdlib.h>

/* Of the pairs of one figure each is held against so many. */
#define NEIGHBOURS 8

/* So many articles tell what is told of somebody. */
#define MAX_ARTICLES 16

/* A word of fewer letters is no surname to look others up by, unless last. */
#define MIN_SURNAME 4

/* Of two who fit as well none does. */
#define NEAR 1

typedef struct {
  uint32_t a;
  uint32_t b;
  TwVerdict verdict;
} Pair;

/* A pair under one of its figures. */
typedef struct {
  uint32_t figure;
  uint32_t pair;
} End;

typedef struct {
  TwPeople* people;
  TwNeighbourVec entries; ///< Figures under parts of their names
  TW_VEC(Pair) pairs;
} Joining;

TwStatus
tw_people_tell(TwPeople* people, uint32_t a, uint32_t b, TwVerdict verdict)
{
  if (verdict.judgement == TW_JUDGED_UNRELATED) {
    return TW_OK;
  }
  TwJudged* const judged = TW_VEC_PUSH(people->fusion->scratch, people->judged);
  if (!judged) {
    return TW_ERR_NOMEM;
  }
  *judged =
    (TwJudged){.article = {people->refs[a].article, people->refs[b].article},
               .entity = {people->refs[a].entity, people->refs[b].entity},
               .verdict = verdict};
  return TW_OK;
}

/* --- Figures --- */

static const TwEntityRecord*
first_of(const TwPeople* people, const TwFigure* figure)
{
  return tw_entity_of(people->fusion,
                      &people->refs[people->members.at[figure->first]]);
}

static TwStatus
tell_context(TwPeople* people, TwFigure* figure)
{
  if (figure->is_told) {
    return TW_OK;
  }
  const uint32_t n = figure->end - figure->first;
  figure->is_told = true;
  return tw_context_of(&people->contexts, &people->members.at[figure->first],
                       n < MAX_ARTICLES ? n : MAX_ARTICLES,
                       &figure->persona.context);
}

/* True if an article tells of both. The members of a figure stand by date. */
static bool
share_article(const TwPeople* people, const TwFigure* a, const TwFigure* b)
{
  for (uint32_t i = a->first; i < a->end && i < a->first + MAX_ARTICLES; ++i) {
    for (uint32_t k = b->first; k < b->end; ++k) {
      if (people->refs[people->members.at[i]].article ==
          people->refs[people->members.at[k]].article) {
        return true;
      }
    }
  }
  return false;
}

/* True if an article of `a` uses the name of `b` for `a`. */
static bool
uses_name(const TwPeople* people, const TwFigure* a, const TwFigure* b)
{
  const TwStr name = first_of(people, b)->folded;
  for (uint32_t i = a->first; i < a->end && i < a->first + MAX_ARTICLES; ++i) {
    const TwEntityRecord* const entity =
      tw_entity_of(people->fusion, &people->refs[people->members.at[i]]);
    for (size_t k = 0; k < entity->n_forms; ++k) {
      if (tw_str_equal(
            tw_records_folded(people->fusion->records, entity->forms[k]),
            name)) {
        return true;
      }
    }
  }
  return false;
}

static TwNameFit
fit_of(const TwPeople* people, uint32_t a, uint32_t b)
{
  return tw_person_name_fit(&people->figures.at[a].persona.name,
                            &people->figures.at[b].persona.name);
}

/* Two who cannot be one: their names do not fit, or an article tells of both.
 * An article that tells of two of one name means the same one. */
static bool
are_apart(const TwPeople* people, uint32_t a, uint32_t b)
{
  const TwNameFit fit = fit_of(people, a, b);
  return fit == TW_NAME_APART ||
         (fit != TW_NAME_EQUAL && share_article(people, &people->figures.at[a],
                                                &people->figures.at[b]));
}

/* --- Blocks --- */

static TwStatus
add_entry(Joining* joining, uint32_t figure, TwStr surname, uint64_t salt)
{
  const TwPeople* const people = joining->people;
  TwNeighbour* const entry =
    TW_VEC_PUSH(people->fusion->scratch, &joining->entries);
  if (!entry) {
    return TW_ERR_NOMEM;
  }
  *entry =
    (TwNeighbour){.block = tw_u64_mix(tw_str_hash(surname), salt),
                  .text = first_of(people, &people->figures.at[figure])->folded,
                  .item = figure};
  return TW_OK;
}

/* The letter that given names begin with for which the word is used. */
static TwStatus
add_nicknames(Joining* joining, uint32_t figure, TwStr word, TwStr surname)
{
  const TwPersonWord* const row = tw_person_word(word, TW_PERSON_NICKNAME);
  TwStr rest = row ? row->values : TW_STR("");
  TwStr value;
  while (rest.len && tw_str_next(&rest, ' ', &value)) {
    if (value.s[0] != word.s[0]) {
      TW_TRY(add_entry(joining, figure, surname, (unsigned char)value.s[0]));
    }
  }
  return TW_OK;
}

/* Each word that may be a surname with the first letter of a given name. */
static TwStatus
add_surnames(Joining* joining, uint32_t figure)
{
  const TwPersonName* const name =
    &joining->people->figures.at[figure].persona.name;
  for (size_t given = 0; given < 2 && given + 1 < name->n; ++given) {
    for (size_t i = given + 1; i < name->n; ++i) {
      const TwStr surname = name->words[i];
      if (surname.len < MIN_SURNAME && i + 1 < name->n) {
        continue;
      }
      TW_TRY(add_entry(joining, figure, surname,
                       (unsigned char)name->words[given].s[0]));
      TW_TRY(add_nicknames(joining, figure, name->words[given], surname));
    }
  }
  return TW_OK;
}

/* The first and the last word as they sound, and in either order. */
static TwStatus
add_sounds(Joining* joining, uint32_t figure)
{
  const TwPersonName* const name =
    &joining->people->figures.at[figure].persona.name;
  const TwStr first = name->words[0];
  const TwStr last = name->words[name->n - 1];
  TwBuf* const text = &joining->people->fusion->text;
  char sound[64];
  if (first.len > sizeof(sound) || last.len > sizeof(sound)) {
    return TW_OK;
  }
  TW_TRY(
    add_entry(joining, figure, first, tw_str_hash(first) + tw_str_hash(last)));
  TW_TRY(
    add_entry(joining, figure, last, tw_str_hash(first) + tw_str_hash(last)));
  tw_buf_add(text, (TwStr){sound, tw_person_name_sound(first, sound)});
  tw_buf_add_char(text, ' ');
  tw_buf_add(text, (TwStr){sound, tw_person_name_sound(last, sound)});
  TwStatus status = tw_buf_status(text);
  if (status == TW_OK) {
    status = add_entry(joining, figure, tw_buf_str(text), ' ');
  }
  tw_buf_reset(text);
  return status;
}

/* --- Pairs --- */

static TwStatus
add_pair(void* data, uint32_t x, uint32_t y)
{
  Joining* const joining = data;
  TwPeople* const people = joining->people;
  const uint32_t a = x < y ? x : y;
  const uint32_t b = x < y ? y : x;
  TwFigure* const figures = people->figures.at;
  const TwNameFit fit = fit_of(people, a, b);
  if (fit == TW_NAME_APART || figures[a].number == figures[b].number) {
    return TW_OK;
  }
  Pair* const pair = TW_VEC_PUSH(people->fusion->scratch, &joining->pairs);
  if (!pair) {
    return TW_ERR_NOMEM;
  }
  *pair = (Pair){.a = a, .b = b};
  if (are_apart(people, a, b)) {
    pair->verdict = (TwVerdict){TW_JUDGED_APART, 0, TW_REASON_BOTH};
    return TW_OK;
  }
  TW_TRY(tell_context(people, &figures[a]));
  TW_TRY(tell_context(people, &figures[b]));
  pair->verdict = tw_judge(&figures[a].persona, &figures[b].persona, fit,
                           uses_name(people, &figures[a], &figures[b]) ||
                             uses_name(people, &figures[b], &figures[a]));
  return TW_OK;
}

static int
by_ends(const void* left, const void* right)
{
  const Pair* const a = left;
  const Pair* const b = right;
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

static int
by_score(const void* left, const void* right)
{
  const Pair* const a = left;
  const Pair* const b = right;
  return a->verdict.score != b->verdict.score
           ? (a->verdict.score < b->verdict.score ? 1 : -1)
           : by_ends(left, right);
}

static TwStatus
find_pairs(Joining* joining)
{
  for (uint32_t f = 0; f < joining->people->figures.count; ++f) {
    if (joining->people->figures.at[f].persona.name.n >= 2) {
      TW_TRY(add_surnames(joining, f));
      TW_TRY(add_sounds(joining, f));
    }
  }
  TW_TRY(tw_neighbours_visit(&joining->entries, add_pair, joining));
  Pair* const pairs = joining->pairs.at;
  size_t kept = 0;
  if (joining->pairs.count) {
    qsort(pairs, joining->pairs.count, sizeof(*pairs), by_ends);
  }
  for (size_t i = 0; i < joining->pairs.count; ++i) {
    if (!kept || by_ends(&pairs[kept - 1], &pairs[i])) {
      pairs[kept++] = pairs[i];
    }
  }
  joining->pairs.count = kept;
  return TW_OK;
}

/* --- Rivals --- */

static int
by_figure(const void* left, const void* right)
{
  const End* const a = left;
  const End* const b = right;
  return a->figure != b->figure ? (a->figure > b->figure ? 1 : -1)
                                : (a->pair > b->pair) - (a->pair < b->pair);
}

/* Of two pairs that share a figure: whether their other ends are not one, and
 * neither pair is much surer. */
static bool
are_rivals(const Joining* joining, uint32_t shared, const Pair* p,
           const Pair* q)
{
  const uint32_t x = p->a == shared ? p->b : p->a;
  const uint32_t y = q->a == shared ? q->b : q->a;
  return abs(p->verdict.score - q->verdict.score) <= NEAR &&
         are_apart(joining->people, x, y);
}

static void
part_rivals(Joining* joining, const End* ends, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = i + 1; k < n && k <= i + NEIGHBOURS; ++k) {
      Pair* const p = &joining->pairs.at[ends[i].pair];
      Pair* const q = &joining->pairs.at[ends[k].pair];
      if (are_rivals(joining, ends[i].figure, p, q)) {
        p->verdict.reasons |= TW_REASON_RIVALS;
        q->verdict.reasons |= TW_REASON_RIVALS;
      }
    }
  }
}

static TwStatus
find_rivals(Joining* joining)
{
  End* const ends =
    TW_NEW(joining->people->fusion->scratch, End, 2 * joining->pairs.count);
  size_t n = 0;
  if (!ends) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < joining->pairs.count; ++i) {
    if (joining->pairs.at[i].verdict.judgement == TW_JUDGED_SAME) {
      ends[n++] = (End){joining->pairs.at[i].a, i};
      ends[n++] = (End){joining->pairs.at[i].b, i};
    }
  }
  if (n) {
    qsort(ends, n, sizeof(*ends), by_figure);
  }
  for (size_t i = 0; i < n;) {
    size_t end = i + 1;
    while (end < n && ends[end].figure == ends[i].figure) {
      ++end;
    }
    part_rivals(joining, &ends[i], end - i);
    i = end;
  }
  return TW_OK;
}

/* --- Joining --- */

/* True if none of the one is apart from one of the other. */
static bool
may_join(const TwPeople* people, uint32_t a, uint32_t b)
{
  const TwFigure* const figures = people->figures.at;
  for (uint32_t x = a; x != UINT32_MAX; x = figures[x].next) {
    for (uint32_t y = b; y != UINT32_MAX; y = figures[y].next) {
      if (are_apart(people, x, y)) {
        return false;
      }
    }
  }
  return true;
}

static void
join(TwPeople* people, const Pair* pair)
{
  TwFigure* const figures = people->figures.at;
  const uint32_t a = figures[pair->a].head;
  const uint32_t b = figures[pair->b].head;
  const uint32_t least = a < b ? a : b;
  const uint32_t other = a < b ? b : a;
  uint32_t last = least;
  while (figures[last].next != UINT32_MAX) {
    last = figures[last].next;
  }
  figures[last].next = other;
  for (uint32_t x = other; x != UINT32_MAX; x = figures[x].next) {
    figures[x].head = least;
  }
  figures[pair->a].verdict = figures[pair->b].verdict = pair->verdict;
}

/* Joins the pair, or says why not. */
static TwStatus
settle(TwPeople* people, Pair* pair)
{
  const TwFigure* const a = &people->figures.at[pair->a];
  const TwFigure* const b = &people->figures.at[pair->b];
  TwVerdict* const verdict = &pair->verdict;
  if (a->head == b->head) {
    return TW_OK;
  }
  if (verdict->judgement == TW_JUDGED_SAME) {
    if (!(verdict->reasons & TW_REASON_RIVALS) &&
        may_join(people, a->head, b->head)) {
      join(people, pair);
      return TW_OK;
    }
    verdict->judgement = TW_JUDGED_UNDECIDED;
    verdict->reasons |= TW_REASON_RIVALS;
  }
  return tw_people_tell(people, people->members.at[a->first],
                        people->members.at[b->first], *verdict);
}

TwStatus
tw_people_join(TwPeople* people)
{
  Joining joining = {.people = people};
  TW_TRY(find_pairs(&joining));
  TW_TRY(find_rivals(&joining));
  if (joining.pairs.count) {
    qsort(joining.pairs.at, joining.pairs.count, sizeof(*joining.pairs.at),
          by_score);
  }
  for (size_t i = 0; i < joining.pairs.count; ++i) {
    TW_TRY(settle(people, &joining.pairs.at[i]));
  }
  return TW_OK;
}

uint32_t
tw_people_fullest(const TwPeople* people, uint32_t head)
{
  const TwFigure* const figures = people->figures.at;
  uint32_t best = head;
  for (uint32_t x = figures[head].next; x != UINT32_MAX; x = figures[x].next) {
    const TwEntityRecord* const a = first_of(people, &figures[x]);
    const TwEntityRecord* const b = first_of(people, &figures[best]);
    const size_t n = figures[x].persona.name.n;
    const size_t n_best = figures[best].persona.name.n;
    const bool is_better = (a->id.len != 0) != (b->id.len != 0) ? a->id.len != 0
                           : n != n_best                        ? n > n_best
                           : a->folded.len != b->folded.len
                             ? a->folded.len > b->folded.len
                             : tw_str_compare(a->folded, b->folded) < 0;
    best = is_better ? x : best;
  }
  return best;
}
