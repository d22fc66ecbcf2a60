/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/place.h"

/* Of a name with more meanings the likeliest are looked at. */
#define MAX_MEANINGS 100
/* Points of a city before the region of its name. */
#define CITY_FIRST 3

/* Points of the evidence for a place. A name alone never reaches SURE: half
 * of all bare hits in crime news are surnames. */
enum {
  SURE = 20,
  COUNTRY_BASE = 34,
  REGION_BASE = 18,
  CITY_BASE = 8,
  LONG_NAME = 16, /* each word behind the first */
  PREPOSITION = 14,
  LOCATIVE = 26,
  BEFORE_LIST = 10,
  BEFORE_TITLE = 14,  /* "Alaska Governor" */
  BEFORE_NOUN = 10,   /* "a Brooklyn mother" */
  BEFORE_REGION = 22, /* "Springfield, Missouri" */
  AFTER_CITY = 22,
  IN_LIST = 16,
  KNOWN = 16,
  LOCAL = 14,      /* a city of a country that is named */
  LARGE = 10,      /* a million people */
  MIDDLING = 4,    /* a hundred thousand */
  BEFORE_BODY = 8, /* "Houston police" */
  ALSO_NAME = -12,
  ALSO_WORD = -18,
  KNOWN_PERSON = -60,
  BEFORE_VERB = 14,     /* "Moscow protested" */
  DISTRICT_OF = -80,    /* "Northern District of Iowa" is a court's */
  BEFORE_SURNAME = -30, /* "Jordan Prado" */
  BEFORE_NAME = -14,    /* "Rosa Prado Airport" */
};

/* "US", "IN" and other short forms are places in upper case only, and in "Ana
 * Paz del Río" stands none. */
static bool
has_right_case(const TwScan* scan, uint32_t first, uint32_t end)
{
  const TwToken* const token = &scan->tokens[first];
  if (end - first > 1 && !(token->shape & TW_SHAPE_CAPITAL) &&
      tw_scan_capital(scan, first - 1)) {
    return false;
  }
  if (end - first > 1 || token->fold.len > 3) {
    return true;
  }
  if (token->shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION)) {
    return !(token->gaz & TW_GAZ_WORD) || !scan->headline;
  }
  return !(token->gaz & TW_GAZ_WORD) && token->fold.len == 3;
}

/* True if a place of the tables ends before token `end`. A given name alone
 * behind other large words is rather a person. */
static bool
ends_place(const TwScan* scan, uint32_t end)
{
  if (tw_scan_gaz(scan, end - 1, TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN) &&
      tw_scan_capital(scan, end - 1)) {
    return true;
  }
  for (uint32_t n = 1; n <= 4 && end - n + 1 > scan->first; ++n) {
    uint32_t bits = 0;
    uint32_t entry = 0;
    if (tw_scan_capital(scan, end - n) &&
        tw_scan_longest(scan, end - n, end, &bits, &entry) == n &&
        bits & (TW_GAZ_COUNTRY | TW_GAZ_REGION | TW_GAZ_CITY) &&
        !(n == 1 && bits & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
          tw_scan_capital(scan, end - 2))) {
      return true;
    }
  }
  return false;
}

/* True if the place is an item of a list, or stands behind the city it is
 * the region of. */
static bool
is_in_list(const TwScan* scan, uint32_t first)
{
  uint32_t i = first;
  while (
    i > scan->first && first - i < 3 &&
    tw_scan_is(scan, i - 1,
               TW_WORD_COMMA | TW_WORD_OPEN | TW_WORD_AND | TW_WORD_ARTICLE)) {
    --i;
  }
  return i < first && i > scan->first && ends_place(scan, i);
}

/* True if a region or country stands behind a comma or in brackets. */
static bool
is_before_region(const TwScan* scan, uint32_t end)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_scan_is(scan, end, TW_WORD_COMMA | TW_WORD_OPEN) &&
         tw_scan_longest(scan, end + 1, scan->end, &bits, &entry) &&
         bits & (TW_GAZ_COUNTRY | TW_GAZ_REGION) &&
         scan->tokens[end + 1].shape & TW_SHAPE_CAPITAL;
}

/* True if another place follows in a list. */
static bool
is_before_list(const TwScan* scan, uint32_t end)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_scan_is(scan, end, TW_WORD_COMMA | TW_WORD_AND) &&
         tw_scan_capital(scan, end + 1) &&
         tw_scan_longest(scan, end + 1, scan->end, &bits, &entry) &&
         bits & (TW_GAZ_COUNTRY | TW_GAZ_REGION | TW_GAZ_CITY) &&
         !(bits & TW_GAZ_GIVEN && tw_scan_capital(scan, end + 2));
}

static int
preposition_score(const TwScan* scan, uint32_t first)
{
  const uint32_t before = tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) ||
                              tw_scan_is(scan, first - 1, TW_WORD_DIRECTION)
                            ? first - 1
                            : first;
  return tw_scan_is(scan, before - 1, TW_WORD_LOCATIVE)            ? LOCATIVE
         : tw_scan_is(scan, before - 1, TW_WORD_PLACE_PREPOSITION) ? PREPOSITION
         : tw_scan_is(scan, before - 1, TW_WORD_OF) &&
             tw_scan_is(scan, before - 2, TW_WORD_SETTLEMENT)
           ? LOCATIVE
         : tw_scan_is(scan, before - 1, TW_WORD_OF)
           ? (tw_scan_gaz(scan, before - 2, TW_GAZ_TITLE) ? PREPOSITION
                                                          : PREPOSITION / 2)
         : tw_scan_is(scan, first - 1, TW_WORD_DIRECTION) ? PREPOSITION
                                                          : 0;
}

/* Points for a small noun right behind: of a body, or of a person. */
static int
noun_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  if (end >= scan->end) {
    return 0;
  }
  if (scan->tokens[end].shape & TW_SHAPE_CAPITAL) {
    return tw_scan_gaz(scan, end, TW_GAZ_TITLE) ? BEFORE_TITLE : 0;
  }
  int score = tw_scan_gaz(scan, end, TW_GAZ_ORG_NOUN) ? BEFORE_BODY : 0;
  if (tw_scan_gaz(scan, end, TW_GAZ_PERSON_NOUN | TW_GAZ_TITLE)) {
    score = BEFORE_NOUN;
  }
  return tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) ? score * 2 : score;
}

/* True if a verb follows that the place may be the subject of: a capital that
 * stands for those who govern there. */
static bool
is_before_verb(const TwScan* scan, uint32_t end)
{
  if (end >= scan->end || scan->headline) {
    return false;
  }
  const uint8_t tag = scan->tokens[end].tag;
  return tag == TW_TAG_VBD || tag == TW_TAG_VBZ || tag == TW_TAG_MD;
}

static int
context_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  return (tw_scan_is(scan, end, TW_WORD_SEAT) ? LOCATIVE : 0) +
         preposition_score(scan, first) + noun_score(scan, first, end) +
         (is_before_region(scan, end) ? BEFORE_REGION : 0) +
         (is_before_verb(scan, end) && !tw_scan_capital(scan, first - 1)
            ? BEFORE_VERB
            : 0) +
         (is_in_list(scan, first) ? IN_LIST : 0) +
         (is_before_list(scan, end) ? BEFORE_LIST : 0);
}

static int
word_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  int score = 0;
  const TwToken* const token = &scan->tokens[first];
  if (end - first > 1) {
    score += LONG_NAME * (int)(end - first - 1);
  } else {
    score += token->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) ? ALSO_NAME : 0;
    score += token->gaz & TW_GAZ_WORD && !(token->shape & TW_SHAPE_UPPER)
               ? ALSO_WORD
               : 0;
    /* "Jordan Prado left Jordan, Montana" */
    score += scan->known[first] & (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN) &&
                 !is_before_region(scan, end)
               ? KNOWN_PERSON
               : 0;
  }
  if (tw_scan_capital(scan, end)) {
    score += scan->known[end] & TW_KNOWN_SURNAME ? BEFORE_SURNAME
             : scan->tokens[end].gaz & TW_GAZ_TITLE ||
                 token->gaz & TW_GAZ_COUNTRY || end - first > 1
               ? 0
               : BEFORE_NAME;
  }
  if (scan->known[first] & TW_KNOWN_PLACE) {
    return score + KNOWN;
  }
  const bool local =
    scan->known[first] & TW_KNOWN_LOCAL && !tw_scan_capital(scan, first - 1);
  return score + (local ? LOCAL : 0);
}

static int
meaning_score(const TwGazEntry* meaning)
{
  const int size = meaning->weight >= 1000000  ? LARGE
                   : meaning->weight >= 100000 ? MIDDLING
                                               : 0;
  switch (meaning->type) {
  case TW_TYPE_COUNTRY:
    return COUNTRY_BASE;
  case TW_TYPE_REGION:
  case TW_TYPE_PLACE:
    return REGION_BASE / (meaning->weight < 300000 ? 2 : 1) + size;
  default:
    return CITY_BASE + size;
  }
}

int
tw_place_score(const TwScan* scan, uint32_t first, uint32_t end, uint32_t entry,
               TwMention* mention)
{
  uint32_t index = 0;
  TwGazEntry meaning;
  if (!has_right_case(scan, first, end) ||
      !tw_scan_meaning(scan, entry, TW_TYPE_PLACE, false, &index, &meaning)) {
    return 0;
  }
  const bool region = meaning.type == TW_TYPE_REGION;
  const bool after_city =
    first > scan->first + 1 &&
    tw_scan_is(scan, first - 1, TW_WORD_COMMA | TW_WORD_OPEN) &&
    ends_place(scan, first - 1);
  if (region && scan->tokens[first].fold.len <= 2 && !after_city) {
    return 0;
  }
  int score = meaning_score(&meaning) + context_score(scan, first, end) +
              word_score(scan, first, end);
  score += after_city && meaning.type != TW_TYPE_CITY ? AFTER_CITY : 0;
  score += region && end - first > 1 && tw_scan_is(scan, end, TW_WORD_OF) &&
               tw_scan_gaz(scan, end - 1, TW_GAZ_PLACE_NOUN) &&
               tw_scan_capital(scan, end + 1)
             ? DISTRICT_OF
             : 0;
  *mention = (TwMention){.type = meaning.type,
                         .first = first,
                         .end = end,
                         .head = end - 1,
                         .score = score,
                         .entry = entry,
                         .meaning = index};
  return score >= SURE ? score : 0;
}

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

/* A region says nothing about its city of the same name. */
static bool
is_city_too(const Context* context, const TwMention* mention)
{
  const size_t n = tw_gazetteer_meanings(context->gazetteer, mention->entry);
  for (size_t i = 0; i < n && i < MAX_MEANINGS; ++i) {
    if (tw_gazetteer_meaning(context->gazetteer, mention->entry, i).type ==
        TW_TYPE_CITY) {
      return true;
    }
  }
  return false;
}

/* True if the mention tells where the article plays. */
static bool
is_hint(const Context* context, const TwMention* mention)
{
  return mention->entry != TW_NO_ENTRY &&
         (mention->type == TW_TYPE_COUNTRY ||
          mention->type == TW_TYPE_NATIONALITY ||
          (mention->type == TW_TYPE_REGION && !is_city_too(context, mention)));
}

static TwStatus
count_place(Context* context, const TwMention* mention)
{
  if (!is_hint(context, mention)) {
    return TW_OK;
  }
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
    status = count_place(&context, &mentions->at[i]);
  }
  bool chosen = false;
  for (size_t i = 0; status == TW_OK && i < mentions->count; ++i) {
    TwMention* const mention = &mentions->at[i];
    const bool done = chosen;
    chosen = i + 1 < mentions->count &&
             choose_region(&context, article, mention, mention + 1);
    if (!done && tw_type_is(mention->type, TW_TYPE_PLACE) &&
        mention->type != TW_TYPE_FACILITY && mention->entry != TW_NO_ENTRY) {
      choose(&context, article, mention, i);
    }
  }
  tw_map_clear(&context.regions);
  return status;
}
