/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/namesake.h"

#include "base/map.h"
#include "graph/person.h"

#include <stdlib.h>

/* Of those of one name each is held against so many that came out next. */
#define NEIGHBOURS 8

/* A name is common if by chance half a person more would have both its given
 * name and its surname, each of which so many have. */
#define MANY 8

/* --- Who is named --- */

typedef struct {
  TwStr date;
  uint32_t number;
  uint32_t ref;
} Named;

static int
by_number(const void* left, const void* right)
{
  const Named* const a = left;
  const Named* const b = right;
  if (a->number != b->number) {
    return a->number < b->number ? -1 : 1;
  }
  const int order = tw_str_compare(a->date, b->date);
  return order ? order : (a->ref > b->ref) - (a->ref < b->ref);
}

static bool
has_namesakes(const TwEntityRef* ref)
{
  return ref->shared && (ref->type == TW_TYPE_PERSON || ref->has_home);
}

static TwStatus
collect_named(const TwPeople* people, Named** out_named, size_t* out_n)
{
  const TwContexts* const contexts = &people->contexts;
  size_t n = 0;
  for (size_t i = 0; i < contexts->n; ++i) {
    n += has_namesakes(&people->refs[i]);
  }
  Named* const named = TW_NEW(people->fusion->scratch, Named, n);
  if (!named) {
    return TW_ERR_NOMEM;
  }
  n = 0;
  for (uint32_t i = 0; i < contexts->n; ++i) {
    const TwEntityRef* const ref = &people->refs[i];
    if (has_namesakes(ref)) {
      named[n++] =
        (Named){people->fusion->articles[ref->article]->document.date,
                contexts->number[i], i};
    }
  }
  if (n) {
    qsort(named, n, sizeof(*named), by_number);
  }
  *out_named = named;
  *out_n = n;
  return TW_OK;
}

static size_t
end_of_number(const Named* named, size_t n, size_t first)
{
  size_t end = first + 1;
  while (end < n && named[end].number == named[first].number) {
    ++end;
  }
  return end;
}

/* The name of a person; of anything else one without words. */
static TwPersonName
name_of(const TwPeople* people, const Named* named)
{
  const TwEntityRef* const ref = &people->refs[named->ref];
  return tw_person_name(ref->type == TW_TYPE_PERSON
                          ? tw_entity_of(people->fusion, ref)->folded
                          : TW_STR(""));
}

/* --- Common names --- */

typedef struct {
  TwMap given;
  TwMap surnames;
  uint64_t n_names;
} Census;

static TwStatus
count_word(TwMap* map, TwStr word)
{
  uint64_t n = 0;
  const TwStatus status = tw_map_get(map, word, &n);
  return status == TW_OK || status == TW_NONE ? tw_map_set(map, word, n + 1)
                                              : status;
}

static TwStatus
take_census(const TwPeople* people, const Named* named, size_t n,
            Census* census)
{
  for (size_t i = 0; i < n; i = end_of_number(named, n, i)) {
    const TwPersonName name = name_of(people, &named[i]);
    if (name.n) {
      TW_TRY(count_word(&census->given, name.words[0]));
      TW_TRY(count_word(&census->surnames, name.words[name.n - 1]));
      census->n_names += 1;
    }
  }
  return TW_OK;
}

static bool
is_common(const Census* census, const TwPersonName* name)
{
  uint64_t given = 0;
  uint64_t surname = 0;
  return name->n == 2 &&
         tw_map_get(&census->given, name->words[0], &given) == TW_OK &&
         tw_map_get(&census->surnames, name->words[1], &surname) == TW_OK &&
         given >= MANY && surname >= MANY &&
         2 * given * surname > census->n_names;
}

/* --- Those of one name --- */

/* Those of one name while they are told apart. */
typedef struct {
  TwPeople* people;
  const Named* named; ///< By date
  size_t n;
  TwPersona* personas;
  uint32_t* heads; ///< Of each: the first one who is the same
} Namesakes;

static uint32_t
head_of(const Namesakes* namesakes, uint32_t i)
{
  while (namesakes->heads[i] != i) {
    i = namesakes->heads[i];
  }
  return i;
}

static TwStatus
hold_against(Namesakes* namesakes, uint32_t i, uint32_t k)
{
  TwPeople* const people = namesakes->people;
  const uint32_t a = head_of(namesakes, i);
  const uint32_t b = head_of(namesakes, k);
  if (a == b) {
    return TW_OK;
  }
  const TwVerdict verdict = tw_judge(
    &namesakes->personas[i], &namesakes->personas[k], TW_NAME_EQUAL, false);
  if (verdict.judgement == TW_JUDGED_SAME) {
    namesakes->heads[a < b ? b : a] = a < b ? a : b;
    return TW_OK;
  }
  return tw_people_tell(people, namesakes->named[i].ref,
                        namesakes->named[k].ref, verdict);
}

#define LETTERS 26

/* The place of a country's code among all codes of two letters. */
static size_t
place_of(TwStr country)
{
  return country.len == 2 && country.s[0] >= 'A' && country.s[0] <= 'Z' &&
             country.s[1] >= 'A' && country.s[1] <= 'Z'
           ? (size_t)(country.s[0] - 'A') * LETTERS +
               (size_t)(country.s[1] - 'A')
           : 0;
}

/* The country that most of the figure are likely of; of several the first. */
static TwStr
country_of(const TwPeople* people, const TwFigure* figure)
{
  uint32_t counts[LETTERS * LETTERS] = {0};
  TwStr best = TW_STR("");
  uint32_t most = 0;
  for (uint32_t i = figure->first; i < figure->end; ++i) {
    const TwStr country = people->refs[people->members.at[i]].country;
    const uint32_t n = country.len ? ++counts[place_of(country)] : 0;
    if (n > most || (n && n == most && tw_str_compare(country, best) < 0)) {
      best = country;
      most = n;
    }
  }
  return best;
}

/* A figure of those whose head is `head`. */
static TwStatus
add_figure(Namesakes* namesakes, uint32_t head)
{
  TwPeople* const people = namesakes->people;
  TwArena* const arena = people->fusion->scratch;
  TwFigure* const figure = TW_VEC_PUSH(arena, &people->figures);
  if (!figure) {
    return TW_ERR_NOMEM;
  }
  figure->first = (uint32_t)people->members.count;
  figure->persona.name = namesakes->personas[head].name;
  figure->number = namesakes->named[head].number;
  figure->next = UINT32_MAX;
  figure->head = (uint32_t)people->figures.count - 1;
  figure->is_split = namesakes->heads[0] != head;
  for (uint32_t i = head; i < namesakes->n; ++i) {
    figure->is_split = figure->is_split || head_of(namesakes, i) != head;
    if (head_of(namesakes, i) == head) {
      uint32_t* const member = TW_VEC_PUSH(arena, &people->members);
      if (!member) {
        return TW_ERR_NOMEM;
      }
      *member = namesakes->named[i].ref;
    }
  }
  figure->end = (uint32_t)people->members.count;
  figure->country = country_of(people, figure);
  return TW_OK;
}

/* True if nothing but the name needs to be looked at. */
static bool
is_clear(const Namesakes* namesakes)
{
  const TwPersona* const personas = namesakes->personas;
  bool is_clear = !personas[0].name.n;
  for (size_t i = 1; is_clear && i < namesakes->n; ++i) {
    is_clear = tw_str_equal(personas[i].home, personas[0].home);
  }
  return is_clear || namesakes->n == 1;
}

static TwStatus
prepare(Namesakes* namesakes, const Census* census)
{
  TwPeople* const people = namesakes->people;
  const TwPersonName name = name_of(people, &namesakes->named[0]);
  namesakes->personas =
    TW_NEW(people->fusion->scratch, TwPersona, namesakes->n);
  namesakes->heads = TW_NEW(people->fusion->scratch, uint32_t, namesakes->n);
  if (!namesakes->personas || !namesakes->heads) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < namesakes->n; ++i) {
    const TwEntityRef* const ref = &people->refs[namesakes->named[i].ref];
    namesakes->personas[i] = (TwPersona){.name = name,
                                         .home = ref->country,
                                         .is_home_known = ref->is_home_known,
                                         .is_common = is_common(census, &name)};
    namesakes->heads[i] = i;
  }
  for (uint32_t i = 0; !is_clear(namesakes) && i < namesakes->n; ++i) {
    TW_TRY(tw_context_of(&people->contexts, &namesakes->named[i].ref, 1,
                         &namesakes->personas[i].context));
  }
  return TW_OK;
}

/* Those of one name, [0, n): who of them are one. An entry of the gazetteer
 * is. */
static TwStatus
part_namesakes(TwPeople* people, const Census* census, const Named* named,
               size_t n)
{
  Namesakes namesakes = {.people = people, .named = named, .n = n};
  const bool is_entry = people->refs[named[0].ref].key.s[0] == '=';
  TW_TRY(prepare(&namesakes, census));
  for (uint32_t i = 0; i < n; ++i) {
    if (is_entry) {
      namesakes.heads[i] = 0;
    }
    for (uint32_t k = i + 1; !is_entry && k < n && k <= i + NEIGHBOURS; ++k) {
      TW_TRY(hold_against(&namesakes, i, k));
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (namesakes.heads[i] == i) {
      TW_TRY(add_figure(&namesakes, i));
    }
  }
  return TW_OK;
}

static TwStatus
find_figures(TwPeople* people, Census* census)
{
  Named* named = NULL;
  size_t n = 0;
  TW_TRY(collect_named(people, &named, &n));
  TW_TRY(take_census(people, named, n, census));
  for (size_t i = 0; i < n;) {
    const size_t end = end_of_number(named, n, i);
    TW_TRY(part_namesakes(people, census, &named[i], end - i));
    i = end;
  }
  return TW_OK;
}

/* --- Keys --- */

/* Where another of the name is of the same country, the first article tells
 * which one it is. */
static bool
needs_article(const TwPeople* people, const TwFigure* figure)
{
  const TwFigure* const figures = people->figures.at;
  const size_t self = (size_t)(figure - figures);
  size_t first = self;
  while (first && figures[first - 1].number == figure->number) {
    --first;
  }
  for (size_t f = first;
       f < people->figures.count && figures[f].number == figure->number; ++f) {
    if (f != self && tw_str_equal(figures[f].country, figure->country)) {
      return true;
    }
  }
  return false;
}

static TwStatus
key_of(const TwPeople* people, const TwFigure* figure, TwStr* out)
{
  uint32_t least = people->members.at[figure->first];
  for (uint32_t m = figure->first; m < figure->end; ++m) {
    least = people->members.at[m] < least ? people->members.at[m] : least;
  }
  const TwEntityRef* const ref = &people->refs[least];
  TwBuf* const text = &people->fusion->text;
  tw_buf_addf(text, "%.*s%.*s", TW_STR_ARG(ref->key),
              TW_STR_ARG(figure->country));
  if (figure->is_split && needs_article(people, figure)) {
    tw_buf_addf(
      text, "#%.*s",
      TW_STR_ARG(people->fusion->articles[ref->article]->document.sha256));
  }
  return tw_fusion_key(people->fusion, out);
}

/* All that are one get the key of the one with the fullest name. */
static TwStatus
give_keys(TwPeople* people)
{
  for (uint32_t f = 0; f < people->figures.count; ++f) {
    if (people->figures.at[f].head != f) {
      continue;
    }
    const uint32_t fullest = tw_people_fullest(people, f);
    TwStr key;
    TW_TRY(key_of(people, &people->figures.at[fullest], &key));
    for (uint32_t x = f; x != UINT32_MAX; x = people->figures.at[x].next) {
      const TwFigure* const figure = &people->figures.at[x];
      for (uint32_t m = figure->first; m < figure->end; ++m) {
        TwEntityRef* const ref = &people->refs[people->members.at[m]];
        ref->key = key;
        ref->country = people->figures.at[fullest].country;
        ref->is_led = ref->is_led || x != fullest;
        ref->reasons |= figure->verdict.reasons;
        ref->score = figure->verdict.score;
      }
    }
  }
  return TW_OK;
}

TwStatus
tw_namesake_run(TwFusion* fusion, TwEntityRef* refs, size_t n,
                TwJudgedVec* judged)
{
  TwPeople people = {.fusion = fusion, .refs = refs, .judged = judged};
  Census census = {TW_MAP_INIT, TW_MAP_INIT, 0};
  TwStatus status = tw_contexts_open(fusion, refs, n, &people.contexts);
  if (status == TW_OK) {
    status = find_figures(&people, &census);
  }
  tw_map_clear(&census.given);
  tw_map_clear(&census.surnames);
  TW_TRY(status);
  TW_TRY(tw_people_join(&people));
  return give_keys(&people);
}
