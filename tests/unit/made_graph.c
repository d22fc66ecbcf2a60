/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/made_graph.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_THINGS 600
#define MAX_CLAIMS 2000
#define MAX_DOCUMENTS 40
#define MAX_CONFLICTS 40

typedef struct {
  const char* kind;
  uint32_t about;
  const char* predicate;
  uint32_t silent; ///< An article, or TW_NO_THING
} Dispute;

struct MadeGraph {
  TwArena* arena;
  TwGraphDocument documents[MAX_DOCUMENTS];
  size_t n_documents;
  TwGraphThing things[MAX_THINGS];
  size_t n_things;
  MadeClaim claims[MAX_CLAIMS];
  size_t n_claims;
  Dispute disputes[MAX_CONFLICTS];
  size_t n_disputes;
  uint32_t places[MAX_THINGS]; ///< Of each handle in the sorted things
  TwGraph graph;
};

static TwStr
text_of(MadeGraph* made, const char* a, const char* b)
{
  const TwStr parts[] = {tw_str(a), tw_str(b)};
  const TwStr text = tw_arena_join(made->arena, parts, 2, TW_STR(""));
  ck_assert_ptr_nonnull(text.s);
  return text;
}

static void*
array_of(MadeGraph* made, size_t count, size_t size)
{
  void* const array = tw_arena_alloc(made->arena, count + 1, size);
  ck_assert_ptr_nonnull(array);
  return array;
}

MadeGraph*
made_graph_new(void)
{
  MadeGraph* const made = calloc(1, sizeof(*made));
  ck_assert_ptr_nonnull(made);
  made->arena = tw_arena_new(0);
  ck_assert_ptr_nonnull(made->arena);
  return made;
}

void
made_graph_free(MadeGraph* made)
{
  tw_arena_free(made->arena);
  free(made);
}

uint32_t
made_document(MadeGraph* made, const char* publisher, const char* date,
              const char* url)
{
  ck_assert_uint_lt(made->n_documents, MAX_DOCUMENTS);
  char name[32];
  snprintf(name, sizeof(name), "%02zu", made->n_documents);
  made->documents[made->n_documents] =
    (TwGraphDocument){.iri = text_of(made, "doc/", name),
                      .id = text_of(made, "a", name),
                      .publisher = text_of(made, publisher, ""),
                      .date = text_of(made, date, ""),
                      .url = text_of(made, url, ""),
                      .publisher_thing = TW_NO_THING,
                      .copy_of = TW_NO_THING};
  return (uint32_t)made->n_documents++;
}

uint32_t
made_thing(MadeGraph* made, TwType type, const char* term, const char* label)
{
  ck_assert_uint_lt(made->n_things, MAX_THINGS);
  char start[64];
  snprintf(start, sizeof(start), "%s/", term);
  made->things[made->n_things] =
    (TwGraphThing){.iri = text_of(made, start, label),
                   .term = text_of(made, term, ""),
                   .type = type,
                   .is_event = type == TW_TYPE_NONE,
                   .label = text_of(made, label, "")};
  return (uint32_t)made->n_things++;
}

uint32_t
made_relation(MadeGraph* made, const char* term, const char* label)
{
  const uint32_t relation = made_thing(made, TW_TYPE_NONE, term, label);
  made->things[relation].is_event = false;
  return relation;
}

TwGraphThing*
made_thing_at(MadeGraph* made, uint32_t thing)
{
  return &made->things[thing];
}

MadeClaim*
made_link(MadeGraph* made, uint32_t document, uint32_t subject,
          const char* predicate, uint32_t object)
{
  ck_assert_uint_lt(made->n_claims, MAX_CLAIMS);
  MadeClaim* const claim = &made->claims[made->n_claims++];
  *claim = (MadeClaim){.subject = subject,
                       .predicate = predicate,
                       .object = object,
                       .text = "",
                       .document = document,
                       .status = "",
                       .speaker = TW_NO_THING};
  return claim;
}

MadeClaim*
made_value(MadeGraph* made, uint32_t document, uint32_t subject,
           const char* predicate, const char* text)
{
  MadeClaim* const claim =
    made_link(made, document, subject, predicate, TW_NO_THING);
  claim->text = text_of(made, text, "").s;
  return claim;
}

void
made_conflict(MadeGraph* made, const char* kind, uint32_t about,
              const char* predicate)
{
  ck_assert_uint_lt(made->n_disputes, MAX_CONFLICTS);
  made->disputes[made->n_disputes++] =
    (Dispute){kind, about, predicate, TW_NO_THING};
}

void
made_omission(MadeGraph* made, uint32_t about, const char* predicate,
              uint32_t document)
{
  made_conflict(made, "omission", about, predicate);
  made->disputes[made->n_disputes - 1].silent = document;
}

static int
compare_things(const void* a, const void* b)
{
  return tw_str_compare(((const TwGraphThing*)a)->iri,
                        ((const TwGraphThing*)b)->iri);
}

static void
sort_things(MadeGraph* made)
{
  TwStr iris[MAX_THINGS];
  for (size_t i = 0; i < made->n_things; ++i) {
    iris[i] = made->things[i].iri;
  }
  qsort(made->things, made->n_things, sizeof(TwGraphThing), compare_things);
  for (size_t i = 0; i < made->n_things; ++i) {
    for (uint32_t k = 0; k < made->n_things; ++k) {
      if (tw_str_equal(made->things[k].iri, iris[i])) {
        made->places[i] = k;
      }
    }
  }
  for (size_t i = 0; i < made->n_claims; ++i) {
    MadeClaim* const claim = &made->claims[i];
    claim->subject = made->places[claim->subject];
    claim->object =
      claim->object == TW_NO_THING ? TW_NO_THING : made->places[claim->object];
    claim->speaker = claim->speaker == TW_NO_THING
                       ? TW_NO_THING
                       : made->places[claim->speaker];
  }
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_facts(const MadeClaim* a, const MadeClaim* b)
{
  int order = compare_numbers(a->subject, b->subject);
  order = order ? order : strcmp(a->predicate, b->predicate);
  order = order ? order : compare_numbers(a->object, b->object);
  return order ? order : strcmp(a->text, b->text);
}

static int
compare_claims(const void* a, const void* b)
{
  const MadeClaim* const x = a;
  const MadeClaim* const y = b;
  const int order = compare_facts(x, y);
  return order ? order : compare_numbers(x->document, y->document);
}

static TwValueKind
kind_of(const MadeClaim* claim)
{
  uint64_t number = 0;
  if (claim->object != TW_NO_THING) {
    return TW_VALUE_THING;
  }
  if (!strcmp(claim->predicate, "date")) {
    return TW_VALUE_DATE;
  }
  return tw_str_to_u64(tw_str(claim->text), &number) ? TW_VALUE_NUMBER
                                                     : TW_VALUE_TEXT;
}

/* Says the claim in words, so that a tooltip has some. */
static TwStr
quote(MadeGraph* made, const MadeClaim* claim)
{
  const TwStr parts[] = {
    made->things[claim->subject].label, tw_str(claim->predicate),
    claim->object == TW_NO_THING ? tw_str(claim->text)
                                 : made->things[claim->object].label};
  return tw_arena_join(made->arena, parts, 3, TW_STR(" "));
}

static void
add_document(TwGraphThing* thing, uint32_t document)
{
  uint32_t* const documents = (uint32_t*)thing->documents;
  size_t i = 0;
  while (i < thing->n_documents && documents[i] < document) {
    ++i;
  }
  if (i == thing->n_documents || documents[i] != document) {
    memmove(&documents[i + 1], &documents[i],
            (thing->n_documents - i) * sizeof(documents[0]));
    documents[i] = document;
    ++thing->n_documents;
  }
}

static void
count_sources(const MadeGraph* made, TwStatement* statement,
              const MadeClaim* claims)
{
  const uint32_t n = statement->end_claim - statement->first_claim;
  statement->certainty = TW_DENIED;
  statement->negated = true;
  for (uint32_t i = 0; i < n; ++i) {
    bool is_new_document = true;
    bool is_new_source = true;
    for (uint32_t k = 0; k < i; ++k) {
      is_new_document &= claims[k].document != claims[i].document;
      is_new_source &=
        !tw_str_equal(made->documents[claims[k].document].publisher,
                      made->documents[claims[i].document].publisher);
    }
    statement->n_documents += is_new_document;
    statement->n_sources += is_new_source;
    statement->negated &= claims[i].negated;
    if (claims[i].certainty < statement->certainty) {
      statement->certainty = claims[i].certainty;
    }
  }
}

static void
fill_claims(MadeGraph* made, TwGraphClaim* claims, TwStatement* statements)
{
  uint32_t s = 0;
  for (uint32_t i = 0; i < made->n_claims; ++i) {
    const MadeClaim* const claim = &made->claims[i];
    if (i && compare_facts(claim, claim - 1)) {
      ++s;
    }
    TwStatement* const statement = &statements[s];
    if (!statement->predicate.len) {
      *statement = (TwStatement){.subject = claim->subject,
                                 .predicate = tw_str(claim->predicate),
                                 .kind = kind_of(claim),
                                 .object = claim->object,
                                 .text = tw_str(claim->text),
                                 .status = tw_str(claim->status),
                                 .first_claim = i};
    }
    statement->end_claim = i + 1;
    claims[i] = (TwGraphClaim){.statement = s,
                               .evidence = {.document = claim->document,
                                            .bytes = {10 * i, 10 * i + 9},
                                            .exact = quote(made, claim)},
                               .certainty = claim->certainty,
                               .negated = claim->negated,
                               .speaker = claim->speaker,
                               .thing = claim->subject};
    add_document(&made->things[claim->subject], claim->document);
    if (claim->object != TW_NO_THING) {
      add_document(&made->things[claim->object], claim->document);
    }
  }
  made->graph.n_statements = made->n_claims ? s + 1 : 0;
}

static void
fill_conflicts(MadeGraph* made, TwStatement* statements)
{
  TwConflict* const conflicts =
    array_of(made, made->n_disputes, sizeof(TwConflict));
  for (size_t i = 0; i < made->n_disputes; ++i) {
    const Dispute* const dispute = &made->disputes[i];
    const uint32_t about = made->places[dispute->about];
    uint32_t* const list =
      array_of(made, made->graph.n_statements, sizeof(uint32_t));
    conflicts[i] = (TwConflict){.kind = tw_str(dispute->kind),
                                .about = about,
                                .predicate = tw_str(dispute->predicate),
                                .statements = list,
                                .silent = &dispute->silent,
                                .n_silent = dispute->silent != TW_NO_THING};
    for (uint32_t s = 0; s < made->graph.n_statements; ++s) {
      if (statements[s].subject == about &&
          tw_str_equal(statements[s].predicate, conflicts[i].predicate)) {
        statements[s].contested = true;
        list[conflicts[i].n_statements++] = s;
      }
    }
  }
  made->graph.conflicts = conflicts;
  made->graph.n_conflicts = made->n_disputes;
}

const TwGraph*
made_graph_finish(MadeGraph* made)
{
  sort_things(made);
  qsort(made->claims, made->n_claims, sizeof(MadeClaim), compare_claims);
  TwGraphClaim* const claims =
    array_of(made, made->n_claims, sizeof(TwGraphClaim));
  TwStatement* const statements =
    array_of(made, made->n_claims, sizeof(TwStatement));
  for (size_t i = 0; i < made->n_things; ++i) {
    made->things[i].documents =
      array_of(made, made->n_documents, sizeof(uint32_t));
  }
  fill_claims(made, claims, statements);
  for (size_t i = 0; i < made->graph.n_statements; ++i) {
    count_sources(made, &statements[i],
                  &made->claims[statements[i].first_claim]);
  }
  fill_conflicts(made, statements);
  made->graph.arena = made->arena;
  made->graph.base = TW_STR("https://example.org/");
  made->graph.documents = made->documents;
  made->graph.n_documents = made->n_documents;
  made->graph.things = made->things;
  made->graph.n_things = made->n_things;
  made->graph.statements = statements;
  made->graph.claims = claims;
  made->graph.n_claims = made->n_claims;
  return &made->graph;
}

MadeStory
made_story(MadeGraph* made)
{
  MadeStory story = {
    .papers = {made_document(made, "Evening Bell", "2025-03-05", ""),
               made_document(made, "Evening Bell", "2025-03-06", ""),
               made_document(made, "Valley Times", "2025-03-05",
                             "https://valley.example/1")},
    .transfer = made_thing(made, TW_TYPE_NONE, "Transfer", "transfer"),
    .chile = made_thing(made, TW_TYPE_COUNTRY, "Country", "Chile"),
    .spain = made_thing(made, TW_TYPE_COUNTRY, "Country", "Spain"),
    .person = made_thing(made, TW_TYPE_PERSON, "Person", "Ada Ruiz"),
    .cartel = made_thing(made, TW_TYPE_CARTEL, "Cartel", "Grey Cartel"),
    .minister = made_thing(made, TW_TYPE_PERSON, "Person", "Leo Sanz"),
  };
  made_thing_at(made, story.transfer)->date = TW_STR("2025-03-04");
  for (int i = 0; i < 3; ++i) {
    const uint32_t paper = story.papers[i];
    made_link(made, paper, story.transfer, "origin", story.chile);
    made_link(made, paper, story.transfer, "by", story.chile);
    made_link(made, paper, story.transfer, "destination", story.spain);
    made_value(made, paper, story.transfer, "count", i == 2 ? "13" : "12")
      ->speaker = story.minister;
  }
  made_link(made, story.papers[0], story.transfer, "person", story.person);
  made_link(made, story.papers[0], story.transfer, "cartel", story.cartel)
    ->certainty = TW_ALLEGED;
  made_link(made, story.papers[2], story.person, "leads", story.cartel)
    ->certainty = TW_ACCUSED;
  made_link(made, story.papers[2], story.person, "memberOf", story.cartel)
    ->certainty = TW_ACCUSED;
  made_conflict(made, "contradiction", story.transfer, "count");
  return story;
}
