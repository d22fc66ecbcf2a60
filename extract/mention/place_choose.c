/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Which of the places of one name an article means. */
#include "extract/mention/place.h"

/* Of a name with more meanings the likeliest are looked at. */
#define MAX_MEANINGS 100
/* Points of a city before the region of its name. */
#define CITY_FIRST 3
/* Points of a country before a region of its name, of about its size. */
#define COUNTRY_FIRST 1

/* Where the country stands among all codes of two letters, or -1. */
static int
country_index(TwStr code)
{
  return code.len == 2 && code.s[0] >= 'A' && code.s[0] <= 'Z' &&
             code.s[1] >= 'A' && code.s[1] <= 'Z'
           ? (code.s[0] - 'A') * 26 + code.s[1] - 'A'
           : -1;
}

void
tw_countries_add(TwCountries* countries, TwStr code)
{
  const int index = country_index(code);
  if (index >= 0) {
    countries->has[index] = true;
    countries->any = true;
  }
}

bool
tw_place_is_local(const TwGazetteer* gazetteer, const TwToken* token,
                  const TwCountries* countries)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  if (!countries->any || !(token->gaz & TW_GAZ_CITY) ||
      token->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME | TW_GAZ_WORD) ||
      tw_gazetteer_longest(gazetteer, &token->fold, 1, &bits, &entry) != 1) {
    return false;
  }
  const size_t n = tw_gazetteer_meanings(gazetteer, entry);
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    const TwGazEntry meaning = tw_gazetteer_meaning(gazetteer, entry, i);
    const int index = country_index(meaning.country);
    if (meaning.type == TW_TYPE_CITY && index >= 0 && countries->has[index]) {
      return true;
    }
  }
  return false;
}

/* The end of the sentence of token `i`, by bisection. */
static uint32_t
sentence_end(const TwArticle* article, uint32_t i)
{
  size_t low = 0;
  size_t high = article->sentences.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (article->sentences.at[middle].end <= i) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < article->sentences.count ? article->sentences.at[low].end : i;
}

/* What a place is by the office behind it: "GEORGIA's governor" is of a region,
 * "GEORGIA's president" of a country. */
static TwType
type_by_office(const TwGazetteer* gazetteer, const TwArticle* article,
               const TwMention* place)
{
  const TwToken* const tokens = article->tokens.at;
  TwStr words[3];
  size_t n = 0;
  const uint32_t end = sentence_end(article, place->first);
  uint32_t i = place->end;
  i += i < end && tokens[i].tag == TW_TAG_POS;
  while (n < sizeof(words) / sizeof(words[0]) && i < end) {
    words[n++] = tokens[i++].fold;
  }
  uint32_t bits = 0;
  uint32_t entry = 0;
  if (!tw_gazetteer_longest(gazetteer, words, n, &bits, &entry) ||
      !(bits & TW_GAZ_TITLE)) {
    return TW_TYPE_NONE;
  }
  const TwStr class_ = tw_gazetteer_meaning(gazetteer, entry, 0).id;
  return tw_str_equal(class_, TW_STR("region"))  ? TW_TYPE_REGION
         : tw_str_equal(class_, TW_STR("state")) ? TW_TYPE_COUNTRY
                                                 : TW_TYPE_NONE;
}

/* Chooses among the meanings of a place that has such an office; false if it
 * has none. */
static bool
choose_by_office(const TwGazetteer* gazetteer, const TwArticle* article,
                 TwMention* place)
{
  const TwType type = type_by_office(gazetteer, article, place);
  const size_t n = place->entry == TW_NO_ENTRY || type == TW_TYPE_NONE
                     ? 0
                     : tw_gazetteer_meanings(gazetteer, place->entry);
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    if (tw_gazetteer_meaning(gazetteer, place->entry, i).type == type) {
      place->type = type;
      place->meaning = (uint32_t)i;
      return true;
    }
  }
  return false;
}

/* Where the article plays: how often each country and region is named. */
typedef struct {
  const TwGazetteer* gazetteer;
  const TwMentionVec* mentions;
  uint32_t countries[26 * 26];
  TwMap regions;
} Context;

static uint32_t*
country_count(Context* context, TwStr code)
{
  const int index = country_index(code);
  return index < 0 ? NULL : &context->countries[index];
}

/* True if the name of the mention is one of that type, too. */
static bool
may_mean(const Context* context, const TwMention* mention, TwType type)
{
  const size_t n = tw_gazetteer_meanings(context->gazetteer, mention->entry);
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    if (tw_gazetteer_meaning(context->gazetteer, mention->entry, i).type ==
        type) {
      return true;
    }
  }
  return false;
}

/* True if the mention tells where the article plays: a region says nothing
 * about its city of the same name, nor a country about its namesake. */
static bool
is_hint(const Context* context, const TwMention* mention)
{
  if (mention->entry == TW_NO_ENTRY) {
    return false;
  }
  switch (mention->type) {
  case TW_TYPE_NATIONALITY:
    return true;
  case TW_TYPE_COUNTRY:
    return !may_mean(context, mention, TW_TYPE_REGION);
  case TW_TYPE_REGION:
    return !may_mean(context, mention, TW_TYPE_CITY) &&
           !may_mean(context, mention, TW_TYPE_COUNTRY);
  default:
    return false;
  }
}

static TwStatus
count_place(Context* context, const TwMention* mention)
{
  const TwGazEntry place =
    tw_gazetteer_meaning(context->gazetteer, mention->entry, mention->meaning);
  uint32_t* const count = country_count(context, place.country);
  if (count) {
    ++*count;
  }
  if (mention->type == TW_TYPE_REGION && place.region.len) {
    uint64_t n = 0;
    (void)tw_map_get(&context->regions, place.region, &n);
    return tw_map_set(&context->regions, place.region, n + 1);
  }
  return TW_OK;
}

/* Hints that the article speaks of the country or region of `meaning`; its
 * own mention, if it is a hint, gives none. */
static int
support(Context* context, const TwGazEntry* meaning, bool own)
{
  const uint32_t* const count = country_count(context, meaning->country);
  uint64_t regions = 0;
  (void)tw_map_get(&context->regions, meaning->region, &regions);
  const uint64_t countries = count ? *count : 0;
  const uint64_t hints =
    (regions > own ? 3 : 0) + (countries > own ? countries - own : 0);
  return hints < 5 ? (int)hints : 5;
}

/* The region or country right behind the mention, or NULL. */
static const TwMention*
qualifier(const TwArticle* article, const TwMentionVec* mentions, size_t i)
{
  const TwMention* const place = &mentions->at[i];
  const TwMention* const next =
    i + 1 < mentions->count ? &mentions->at[i + 1] : NULL;
  if (!next || next->first != place->end + 1 || next->entry == TW_NO_ENTRY ||
      (next->type != TW_TYPE_REGION && next->type != TW_TYPE_COUNTRY)) {
    return NULL;
  }
  const TwStr mark = article->tokens.at[place->end].fold;
  return mark.len == 1 && (mark.s[0] == ',' || mark.s[0] == '(') ? next : NULL;
}

static int
fit(Context* context, const TwArticle* article, const TwGazEntry* meaning,
    size_t self, bool own)
{
  const TwMention* const next = qualifier(article, context->mentions, self);
  if (next) {
    const TwGazEntry within =
      tw_gazetteer_meaning(context->gazetteer, next->entry, next->meaning);
    const bool same = within.type == TW_TYPE_REGION
                        ? tw_str_equal(within.region, meaning->region)
                        : tw_str_equal(within.country, meaning->country);
    if (same && meaning->type != within.type) {
      return 1000;
    }
  }
  return support(context, meaning, own);
}

/* In these countries a region is better known than its city of that name. */
static bool
is_region_first(TwStr country)
{
  return tw_str_equal(country, TW_STR("US")) ||
         tw_str_equal(country, TW_STR("MX"));
}

/* Points for a city that its region is named after: "Lisbon". */
static int
city_points(const Context* context, const TwMention* mention,
            const TwGazEntry* city)
{
  const size_t n = tw_gazetteer_meanings(context->gazetteer, mention->entry);
  if (city->type != TW_TYPE_CITY || is_region_first(city->country)) {
    return 0;
  }
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    const TwGazEntry other =
      tw_gazetteer_meaning(context->gazetteer, mention->entry, i);
    if (other.type == TW_TYPE_REGION && other.region.len &&
        tw_str_equal(other.region, city->region)) {
      return CITY_FIRST;
    }
  }
  return 0;
}

/* A small namesake needs more than one hint to beat a large one. */
static int
size_points(uint32_t weight)
{
  int points = 0;
  for (uint32_t size = 20000; size < weight && points < 8; size *= 4) {
    ++points;
  }
  return points;
}

static void
choose(Context* context, const TwArticle* article, TwMention* mention,
       size_t self)
{
  const size_t n = tw_gazetteer_meanings(context->gazetteer, mention->entry);
  const bool own = is_hint(context, mention);
  int best = -1;
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    const TwGazEntry meaning =
      tw_gazetteer_meaning(context->gazetteer, mention->entry, i);
    if (!tw_type_is(meaning.type, TW_TYPE_PLACE) ||
        tw_str_equal(meaning.id, TW_STR("noun"))) {
      continue;
    }
    const int points = fit(context, article, &meaning, self, own) * 2 +
                       size_points(meaning.weight) +
                       (meaning.type == TW_TYPE_COUNTRY ? COUNTRY_FIRST : 0) +
                       city_points(context, mention, &meaning);
    if (points > best) {
      best = points;
      mention->meaning = (uint32_t)i;
      mention->type = meaning.type;
    }
  }
}

/* "London, Ontario": what stands behind the comma is the region of one of the
 * towns, even if a town is called so, too. False if it is not. */
static bool
choose_region(const Context* context, const TwArticle* article,
              const TwMention* place, TwMention* next)
{
  const TwGazetteer* const gazetteer = context->gazetteer;
  const TwStr mark = article->tokens.at[place->end].fold;
  if (place->entry == TW_NO_ENTRY || next->entry == TW_NO_ENTRY ||
      next->first != place->end + 1 || place->type != TW_TYPE_CITY ||
      !tw_str_equal(mark, TW_STR(","))) {
    return false;
  }
  const size_t n = tw_gazetteer_meanings(gazetteer, place->entry);
  const size_t n_next = tw_gazetteer_meanings(gazetteer, next->entry);
  for (size_t k = 0; k < n_next && k < MAX_MEANINGS; ++k) {
    const TwGazEntry region = tw_gazetteer_meaning(gazetteer, next->entry, k);
    for (size_t i = 0;
         region.type == TW_TYPE_REGION && i < n && i < MAX_MEANINGS; ++i) {
      const TwGazEntry city = tw_gazetteer_meaning(gazetteer, place->entry, i);
      if (city.type == TW_TYPE_CITY && city.region.len &&
          tw_str_equal(city.region, region.region)) {
        next->type = region.type;
        next->meaning = (uint32_t)k;
        return true;
      }
    }
  }
  return false;
}

TwStatus
tw_places_choose(const TwGazetteer* gazetteer, const TwArticle* article,
                 TwMentionVec* mentions)
{
  Context context = {
    .gazetteer = gazetteer, .mentions = mentions, .regions = TW_MAP_INIT};
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < mentions->count; ++i) {
    TwMention* const mention = &mentions->at[i];
    const bool sure =
      tw_type_is(mention->type, TW_TYPE_PLACE) &&
      (choose_by_office(gazetteer, article, mention) ||
       (i > 0 && choose_region(&context, article, mention - 1, mention)));
    status = sure || is_hint(&context, mention) ? count_place(&context, mention)
                                                : TW_OK;
  }
  bool chosen = false;
  for (size_t i = 0; status == TW_OK && i < mentions->count; ++i) {
    TwMention* const mention = &mentions->at[i];
    const bool done = chosen;
    chosen = i + 1 < mentions->count &&
             choose_region(&context, article, mention, mention + 1);
    if (!done && tw_type_is(mention->type, TW_TYPE_PLACE) &&
        mention->type != TW_TYPE_FACILITY && mention->entry != TW_NO_ENTRY &&
        !choose_by_office(gazetteer, article, mention)) {
      choose(&context, article, mention, i);
    }
  }
  tw_map_clear(&context.regions);
  return status;
}
