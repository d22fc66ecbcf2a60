/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Bodies, gangs and facilities that no table names: a head noun and the
 * capitalised words around it. */
#include "extract/mention/body_head.h"

#define MAX_BODY_WORDS 12
/* People of a town that is rarely meant alone, and of one that is rather meant
 * than the park or the valley that its name sounds like. */
#define RARELY_ALONE 100000
#define RATHER_THAN_PARK 70000
#define RATHER_THAN_VALLEY 15000
#define PER_WORD 20
#define COUNTRYS 30      /* the country is part of the name */
#define MAX_DESCRIBING 4 /* Words of "the Cali-based far-right Velmo party" */
#define NAMED 10         /* for the head noun: the whole beats its parts */

static bool
is_capital_head(const TwScan* scan, const TwBodyHead* head)
{
  return scan->tokens[head->end - 1].shape & TW_SHAPE_CAPITAL &&
         scan->tokens[head->first].shape & TW_SHAPE_CAPITAL;
}

/* People that a body is of: "New People's Army", "Workers' Party". */
static bool
is_folk(const TwScan* scan, uint32_t i)
{
  return tw_lexicon_find_kind(scan->words, scan->tokens[i].fold,
                              TW_WORD_KIND_FOLK);
}

/* True if a possessive may stand at `i` inside a name: "Sheriff's", "Patsy's",
 * but not "Mexico's". */
static bool
is_inner_possessive(const TwScan* scan, uint32_t i, uint32_t first)
{
  if (i == first || (!tw_scan_is(scan, i, TW_WORD_POSSESSIVE) &&
                     scan->tokens[i].tag != TW_TAG_POS)) {
    return false;
  }
  const TwToken* const owner = &scan->tokens[i - 1];
  if (owner->gaz & TW_GAZ_TITLE || is_folk(scan, i - 1)) {
    return true;
  }
  return i == first + 1 && owner->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
         !(owner->gaz & (TW_GAZ_PLACES | TW_GAZ_NATIONALITY)) &&
         !scan->known[i - 1];
}

/* True if "and" at `i` joins two words of one name, as in "Fish and Wildlife
 * Service": behind a body, a place, a title, letters or a person's full name
 * another thing begins. */
static bool
joins_words(const TwScan* scan, uint32_t i)
{
  const TwToken* const before = &scan->tokens[i - 1];
  const bool name = before->gaz & TW_GAZ_SURNAME &&
                    !(before->gaz & TW_GAZ_WORD) && i > 1 &&
                    tw_scan_capital(scan, i - 2) &&
                    tw_scan_gaz(scan, i - 2, TW_GAZ_GIVEN | TW_GAZ_TITLE);
  return !(before->gaz & (TW_GAZ_ORG_NOUN | TW_GAZ_TITLE | TW_GAZ_PLACES)) &&
         !tw_scan_gaz(scan, i + 1, TW_GAZ_ORG_NOUN) &&
         (scan->shouted || !(before->shape & TW_SHAPE_UPPER)) && !name;
}

/* One word that no table has is a name of its own: "Velmo and Crime Stoppers
 * Group" are two. */
static bool
is_unknown(const TwScan* scan, uint32_t i, uint32_t first)
{
  return i == first && !scan->tokens[i].gaz && !scan->shouted;
}

/* True for what parts two things: "Media Advisory – Velmo Court". */
static bool
is_dash(const TwScan* scan, uint32_t i)
{
  return scan->tokens[i].shape & TW_SHAPE_SPACE_BEFORE && i + 1 < scan->end &&
         scan->tokens[i + 1].shape & TW_SHAPE_SPACE_BEFORE;
}

/* "Jailed For Robbing Velmo Bank": the body begins behind what was done. */
static bool
is_deed(const TwScan* scan, uint32_t i)
{
  return scan->headline && scan->tokens[i].tag == TW_TAG_VBG &&
         tw_scan_is(scan, i - 1,
                    TW_WORD_FUNCTION | TW_WORD_OF | TW_WORD_JOIN |
                      TW_WORD_PLACE_PREPOSITION);
}

/* True if token `i` can stand before the head noun of a name that starts at
 * `first`. */
static bool
is_modifier(const TwScan* scan, uint32_t i, uint32_t first)
{
  if (scan->taken[i] || tw_scan_headline_verb(scan, i) ||
      (i == first &&
       (tw_scan_is(scan, i, TW_WORD_FORMER) || is_deed(scan, i)))) {
    return false;
  }
  if (tw_scan_capital(scan, i)) {
    return true;
  }
  if (is_inner_possessive(scan, i, first)) {
    return true;
  }
  return i > first &&
         ((tw_scan_is(scan, i, TW_WORD_AND) && joins_words(scan, i) &&
           !is_unknown(scan, i - 1, first)) ||
          (tw_scan_is(scan, i, TW_WORD_HYPHEN) && !is_dash(scan, i)) ||
          tw_scan_gaz(scan, i, TW_GAZ_PARTICLE));
}

static bool
is_smaller(const TwScan* scan, uint32_t entry, uint32_t people)
{
  uint32_t index = 0;
  TwGazEntry meaning;
  return tw_scan_meaning(scan, entry, TW_TYPE_PLACE, false, &index, &meaning) &&
         meaning.weight < people;
}

/* A small town's name before a head noun is rather a surname ("Carlton
 * hotel"), or means some other place: "the Red Hill gang". */
static bool
is_other_place(const TwScan* scan, uint32_t first, const TwBodyHead* head,
               uint32_t bits, uint32_t entry)
{
  const bool surname =
    (bits & (TW_GAZ_SURNAME | TW_GAZ_WORD | TW_GAZ_REGION)) == TW_GAZ_SURNAME;
  return (surname ||
          (head->first - first > 1 && tw_scan_definite(scan, first - 1))) &&
         bits & TW_GAZ_PLACES && is_smaller(scan, entry, RARELY_ALONE);
}

/* True if the words go on with the name of a place: "(Red) HILL gang". */
static bool
is_inside_place(const TwScan* scan, uint32_t first, uint32_t limit)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_scan_capital(scan, first - 1) &&
         tw_scan_longest(scan, first - 1, limit, &bits, &entry) > 1 &&
         bits & TW_GAZ_PLACES;
}

/* True if the words before a small head noun name it: a nationality never
 * does, a place only some. */
static bool
is_named(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t n = tw_scan_longest(scan, first, head->first, &bits, &entry);
  if (is_inside_place(scan, first, head->first)) {
    return false;
  }
  if (!n || first + n < head->first) {
    return !tw_scan_gaz(scan, head->first - 1, TW_GAZ_NATIONALITY) &&
           !tw_scan_gaz(scan, head->first - 1, TW_GAZ_TITLE);
  }
  if (bits & (TW_GAZ_NATIONALITY | TW_GAZ_COUNTRY)) {
    return false;
  }
  if (is_other_place(scan, first, head, bits, entry)) {
    return true;
  }
  if (head->by_place && bits & TW_GAZ_PLACES) {
    return true;
  }
  return !(bits & (TW_GAZ_PLACES | TW_GAZ_TITLE | TW_GAZ_ORG_NOUN |
                   TW_GAZ_ORGANIZATION)) &&
         !(bits & TW_GAZ_WORD && n == 1 &&
           !(bits & (TW_GAZ_SURNAME | TW_GAZ_GIVEN)));
}

/* True for what describes a body behind its article: "the RULING Velmo party",
 * "the FAR-RIGHT Velmo movement". */
static bool
describes(const TwScan* scan, uint32_t i)
{
  static const bool words[TW_TAG_COUNT] = {
    [TW_TAG_JJ] = true, [TW_TAG_VBG] = true, [TW_TAG_VBN] = true,
    [TW_TAG_NN] = true, [TW_TAG_RB] = true,  [TW_TAG_HYPH] = true,
  };
  return words[scan->tokens[i].tag] && !tw_scan_capital(scan, i) &&
         !tw_scan_gaz(scan, i, TW_GAZ_ORG_NOUN);
}

/* "the Velmo network", but "Olga's party", "a Marxist group", "the rebel party
 * RVQ" */
static bool
is_called(const TwScan* scan, uint32_t first, uint32_t end)
{
  uint32_t lead = first - 1;
  while (first > scan->first && lead > scan->first &&
         lead + MAX_DESCRIBING >= first && describes(scan, lead)) {
    --lead;
  }
  return tw_scan_definite(scan, lead) && !tw_scan_capital(scan, end) &&
         !tw_scan_gaz(scan, first, TW_GAZ_NATIONALITY | TW_GAZ_COUNTRY) &&
         !tw_scan_is(scan, first, TW_WORD_PEOPLE | TW_WORD_ACRONYM);
}

/* "14th" */
static bool
is_ordinal(const TwToken* token)
{
  const TwStr fold = token->fold;
  return token->shape & TW_SHAPE_DIGIT && fold.len > 2 &&
         fold.s[fold.len - 1] >= 'a' && fold.s[fold.len - 3] <= '9';
}

/* Words before the head that make no name of it: "the Court", "Our Police". */
static bool
has_name_words(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  TwBodyHead whole;
  uint32_t i = first;
  if (tw_body_head_match(scan, first, head->end, &whole)) {
    i = whole.end; /* "International Airport" is all head */
  }
  for (; i < head->first; ++i) {
    if (is_ordinal(&scan->tokens[i])) {
      return true; /* "14th Brigade" */
    }
    if (tw_scan_capital(scan, i) &&
        !tw_scan_is(scan, i, TW_WORD_CALENDAR | TW_WORD_FUNCTION)) {
      return true;
    }
  }
  return false;
}

/* Two bodies may be one name ("Roads and Harbours Department"), two places
 * and two papers are two. */
static bool
joins_places(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  for (uint32_t i = first; i < head->first; ++i) {
    if (tw_scan_is(scan, i, TW_WORD_AND)) {
      return tw_type_is(head->type, TW_TYPE_PLACE) ||
             head->type == TW_TYPE_NEWS_ORGANIZATION;
    }
  }
  return false;
}

/* True if a country may begin the name of a body: "the Kenya Roads Authority",
 * but "Kenya Army officers". */
static bool
is_countrys(const TwScan* scan, uint32_t first)
{
  return tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) &&
         tw_scan_gaz(scan, first, TW_GAZ_COUNTRY) &&
         !tw_scan_gaz(scan, first, TW_GAZ_NATIONALITY) &&
         !(scan->tokens[first].shape &
           (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION));
}

static void
take(const TwScan* scan, TwMention* mention, uint32_t first, uint32_t end,
     const TwBodyHead* head)
{
  const int score = PER_WORD * (int)(end - first) + NAMED +
                    (is_countrys(scan, first) ? COUNTRYS : 0);
  if (score > mention->score) {
    *mention = tw_mention_unlisted(head->type, first, end, score);
  }
}

/* The end of what follows "Ministry of": capitalised words, joined; those of a
 * place are not: "Island of Velmora in the Gulf". */
static uint32_t
complement(const TwScan* scan, const TwBodyHead* head, uint32_t limit)
{
  const uint32_t i = head->end;
  uint32_t end = i;
  uint32_t at = i + 1;
  const uint32_t joins =
    tw_type_is(head->type, TW_TYPE_PLACE)
      ? TW_WORD_ARTICLE
      : TW_WORD_ARTICLE | TW_WORD_AND | TW_WORD_OF | TW_WORD_JOIN;
  if (!tw_scan_is(scan, i, TW_WORD_OF | TW_WORD_JOIN) &&
      !tw_scan_gaz(scan, i, TW_GAZ_PARTICLE)) {
    return i;
  }
  while (at < limit && at < i + MAX_BODY_WORDS) {
    if (tw_scan_capital(scan, at) && !tw_scan_is(scan, at, TW_WORD_CALENDAR)) {
      end = ++at;
    } else if (tw_scan_is(scan, at, joins) ||
               tw_scan_gaz(scan, at, TW_GAZ_PARTICLE)) {
      ++at;
    } else {
      break;
    }
    if (at - end > 2) {
      break;
    }
  }
  return end;
}

static bool
has_head(const TwScan* scan, uint32_t i, uint32_t end)
{
  for (; i < end; ++i) {
    if (tw_scan_gaz(scan, i, TW_GAZ_ORG_NOUN) && tw_scan_capital(scan, i)) {
      return true;
    }
  }
  return false;
}

/* A given name and a surname, which is not all of the complement. */
static bool
is_full_name(const TwScan* scan, uint32_t i, uint32_t start)
{
  return i > start + 1 && tw_scan_capital(scan, i - 1) &&
         tw_scan_full_name(scan, i);
}

/* Cuts a complement before a person, and before "and" where a place or title
 * follows: "the Ministry of Justice and Omar Prado". */
static uint32_t
cut_complement(const TwScan* scan, uint32_t start, uint32_t end)
{
  for (uint32_t i = start + 1; i < end; ++i) {
    uint32_t entry = 0;
    uint32_t first = 0;
    const uint32_t n = tw_title_match(scan, i, &entry, &first);
    /* In "Ministry of Health spokesman" the title begins with a small word. */
    const bool whole =
      n && tw_scan_capital(scan, i) == tw_scan_capital(scan, i + n - 1);
    if ((whole && tw_scan_gaz(scan, i + n, TW_GAZ_GIVEN)) ||
        is_full_name(scan, i, start)) {
      return tw_scan_is(scan, i - 1, TW_WORD_AND) ? i - 1 : i;
    }
    if (tw_scan_is(scan, i, TW_WORD_AND) &&
        (has_head(scan, i + 1, end) ||
         tw_scan_gaz(scan, i + 1,
                     TW_GAZ_COUNTRY | TW_GAZ_NATIONALITY | TW_GAZ_GIVEN |
                       TW_GAZ_CITY) ||
         tw_scan_is(scan, i + 1, TW_WORD_ARTICLE))) {
      return i;
    }
  }
  return end;
}

/* "Ministry of", "Office for"; papers take none, and places only "of". */
static bool
takes_complement(const TwScan* scan, const TwBodyHead* head)
{
  if (!tw_type_is(head->type, TW_TYPE_PLACE)) {
    return head->type == TW_TYPE_ORGANIZATION ||
           head->type == TW_TYPE_GOVERNMENT_BODY ||
           (head->type == TW_TYPE_CARTEL &&
            tw_scan_gaz(scan, head->end, TW_GAZ_PARTICLE));
  }
  /* "the island of Cuba" is Cuba */
  return tw_scan_is(scan, head->end, TW_WORD_OF) &&
         (head->type == TW_TYPE_FACILITY ||
          !tw_scan_gaz(scan, head->end + 1, TW_GAZ_PLACES));
}

/* "Mount Velmora", "Lake Santa Rosa": one word, more where a table knows it. */
static uint32_t
behind_front(const TwScan* scan, const TwBodyHead* head, uint32_t limit)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t i = head->end;
  if (!head->front || i >= limit || !tw_scan_capital(scan, i) ||
      tw_scan_is(scan, i, TW_WORD_CALENDAR | TW_WORD_FUNCTION) ||
      tw_scan_gaz(scan, i,
                  TW_GAZ_TITLE | TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN)) {
    return i;
  }
  if (tw_scan_longest(scan, head->first, limit, &bits, &entry) > 1 &&
      bits & TW_GAZ_PLACES) {
    return i; /* A town of that name */
  }
  if (tw_type_is(head->type, TW_TYPE_ORGANIZATION)) {
    return tw_scan_words_end(scan, i, limit); /* "Radio Costa Azul" */
  }
  const uint32_t n = tw_scan_longest(scan, i, limit, &bits, &entry);
  return i + (n > 1 ? n : 1);
}

/* True if a large word behind a head noun is no person or title: "the
 * Gang Unit" is no gang. */
static bool
is_head_of_more(const TwScan* scan, uint32_t i)
{
  return tw_scan_capital(scan, i) &&
         !tw_scan_gaz(scan, i, TW_GAZ_TITLE | TW_GAZ_GIVEN | TW_GAZ_SURNAME);
}

/* "Sheriff's Department" is a name without more words. */
static bool
is_office(const TwBodyHead* head)
{
  return head->type == TW_TYPE_GOVERNMENT_BODY && head->end - head->first >= 3;
}

static bool
is_region(const TwBodyHead* head)
{
  return tw_type_is(head->type, TW_TYPE_PLACE) &&
         head->type != TW_TYPE_FACILITY;
}

/* What stands before a county is no part of its name: "Deputy", "Local". */
static bool
begins_title(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i, TW_WORD_MODIFIER) ||
         tw_scan_gaz(scan, i, TW_GAZ_TITLE);
}

/* True if a small head noun at `i` is only somebody's: "MOREL'S jail term". */
static bool
is_owned(const TwScan* scan, uint32_t i, uint32_t first)
{
  return i > first + 1 && tw_scan_is(scan, i - 1, TW_WORD_POSSESSIVE) &&
         !tw_scan_gaz(scan, i - 2, TW_GAZ_TITLE);
}

/* True if a title or what somebody is stands before given names and the head
 * noun: "Velmo Police Officer Olga Maria PARK". What begins with a title may be
 * called after somebody: "Mayor Olga Park". */
static bool
is_titled(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  uint32_t i = head->first - 1;
  while (i > scan->first && tw_scan_capital(scan, i) &&
         tw_scan_gaz(scan, i, TW_GAZ_GIVEN)) {
    --i;
  }
  return i + 1 < head->first &&
         tw_scan_gaz(scan, i, TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN) &&
         (i != first || tw_scan_capital(scan, i - 1));
}

/* True if the head noun is rather a surname: "actor Ana HARBOUR", "Dr. PARK".
 */
static bool
is_surname(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  if (head->type != TW_TYPE_FACILITY || head->first == first ||
      head->end - head->first != 1 ||
      !tw_scan_gaz(scan, head->first, TW_GAZ_SURNAME)) {
    return false;
  }
  if (head->first == first + 1 && tw_scan_gaz(scan, first, TW_GAZ_TITLE)) {
    return scan->tokens[first].shape & TW_SHAPE_ABBREVIATION;
  }
  return is_titled(scan, first, head) ||
         (head->first == first + 1 && scan->known[first] & TW_KNOWN_GIVEN &&
          scan->known[head->first] & TW_KNOWN_SURNAME);
}

/* True if a table has all the words for a town: "Spring Valley". A park or
 * square is rather none: "Ozone Park" is one of the largest. */
static bool
is_town(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_type_is(head->type, TW_TYPE_PLACE) && first < head->first &&
         tw_scan_longest(scan, first, head->end, &bits, &entry) ==
           head->end - first &&
         bits & TW_GAZ_CITY &&
         !is_smaller(scan, entry,
                     is_region(head) ? RATHER_THAN_VALLEY : RATHER_THAN_PARK) &&
         !tw_scan_definite(scan, first - 1);
}

/* True if the head noun makes a name from `first` when written small, too. */
static bool
may_be_small(const TwScan* scan, uint32_t first, const TwBodyHead* head)
{
  return (head->lower || (head->called && is_called(scan, first, head->end))) &&
         !is_owned(scan, head->first, first);
}

/* The head noun at `i` as the end, or near the end, of a name from `first`. */
static void
try_head(const TwScan* scan, uint32_t first, uint32_t i, uint32_t limit,
         TwMention* mention)
{
  TwBodyHead head;
  if (!tw_body_head_match(scan, i, limit, &head)) {
    return;
  }
  const bool capital = is_capital_head(scan, &head);
  if (!capital && !may_be_small(scan, first, &head)) {
    return;
  }
  const bool named = first < i && has_name_words(scan, first, &head) &&
                     (capital || is_named(scan, first, &head));
  /* "Huyó de la CÁRCEL" */
  const bool own = scan->foreign && first < i && !tw_scan_capital(scan, i - 1);
  if (own || joins_places(scan, first, &head) ||
      is_surname(scan, first, &head) || is_town(scan, first, &head) ||
      (is_region(&head) && begins_title(scan, first)) ||
      ((head.type == TW_TYPE_CARTEL || head.large) &&
       is_head_of_more(scan, head.end))) {
    return;
  }
  const bool paper = !capital && head.type == TW_TYPE_NEWS_ORGANIZATION;
  if (named || (capital && is_office(&head))) {
    take(scan, mention, first, paper ? head.first : head.end, &head);
  }
  const uint32_t behind =
    capital && first == i ? behind_front(scan, &head, limit) : head.end;
  if (behind > head.end) {
    take(scan, mention, first, behind, &head);
  }
  if (capital && !head.large && takes_complement(scan, &head)) {
    const uint32_t end = complement(scan, &head, limit);
    const uint32_t cut = cut_complement(scan, head.end, end);
    if (cut > head.end + 1) {
      take(scan, mention, first, cut, &head);
    }
  }
}

bool
tw_body_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention)
{
  *mention = (TwMention){.score = 0};
  const TwToken* const token = &scan->tokens[i];
  const bool number =
    token->shape & TW_SHAPE_DIGIT && !scan->taken[i] &&
    tw_str_find(token->fold, TW_STR("-"), 0) >= token->fold.len &&
    tw_scan_capital(scan, i + 1);
  if ((!tw_scan_capital(scan, i) && !number) ||
      tw_scan_is(scan, i, TW_WORD_CALENDAR | TW_WORD_FUNCTION)) {
    return false;
  }
  for (uint32_t at = i + number; at < limit && at < i + MAX_BODY_WORDS; ++at) {
    try_head(scan, i, at, limit, mention);
    if (!is_modifier(scan, at, i)) {
      break;
    }
  }
  return mention->score > 0 &&
         (!number || mention->type == TW_TYPE_CARTEL ||
          (mention->type == TW_TYPE_GOVERNMENT_BODY && is_ordinal(token)));
}
