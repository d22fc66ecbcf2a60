/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/triples.h"

#include "base/alloc.h"
#include "base/map.h"
#include "graph/store/quads.h"
#include "ontology/schema.h"
#include "ontology/vocab.h"
#include "tests/unit/check_quads.h"
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

static Made made[3];
static Made* const articles[] = {&made[0], &made[1], &made[2]};

/* Three articles with all there is: events, relations of both kinds, groups,
 * hedges, speakers, conflicts, an interval, bad text. */
static const TwGraph*
fuse_all(TwFuser* fuser)
{
  made_transfer(&made[0], "The Post",
                "Peru flew 12 alleged members of the Red Hand to Chile, Eva "
                "Prado said.\xef\xbf\xbf",
                "2024-05-06", 12);
  const uint32_t group = made_entity(
    &made[0], TW_TYPE_GROUP, "12 alleged members of the Red Hand", "", "");
  const uint32_t hand =
    made_entity(&made[0], TW_TYPE_CARTEL, "Red Hand", "", "");
  const uint32_t eva =
    made_entity(&made[0], TW_TYPE_PERSON, "Eva Prado", "", "");
  made[0].of[0] = hand;
  made[0].entities[group].of = made[0].of;
  made[0].entities[group].n_of = 1;
  made[0].entities[group].count = 12;
  made[0].entities[group].membership = TW_ALLEGED;
  made_thing(&made[0], "person", group);
  made_thing(&made[0], "cartel", hand)->certainty = TW_ALLEGED;
  made[0].facts[0].cue = made[0].entities[group].span;
  made[0].facts[0].speaker = eva;
  made[0].document.url = TW_STR("https://post.example/a b");
  made[0].document.title = TW_STR("A flight");
  made_fact(&made[0], "holdsRole", false, "said")->status = TW_STR("former");
  made_thing(&made[0], "person", eva);
  made_literal(&made[0], "role", TW_TYPE_ROLE, "minister");
  made_transfer(&made[1], "B", "Peru flew 13 to Chile.", "2024-05-06", 13);
  made[1].facts[0].recap = true;
  made[1].facts[0].speaker_text = TW_STR("a judge");
  made_start(&made[2], "", "", "The Red Hand was founded by Ana Rey in Lima.");
  const uint32_t ana = made_entity(&made[2], TW_TYPE_PERSON, "Ana Rey", "", "");
  const uint32_t red =
    made_entity(&made[2], TW_TYPE_CARTEL, "Red Hand", "", "");
  const uint32_t lima =
    made_entity(&made[2], TW_TYPE_CITY, "Lima", "geonames:3936456", "PE");
  made_fact(&made[2], "founded", false, "founded");
  made_thing(&made[2], "person", ana);
  made_thing(&made[2], "org", red);
  made_literal(&made[2], "date", TW_TYPE_DATE, "../1999")->inferred = true;
  made_fact(&made[2], "basedIn", false, "in");
  made_thing(&made[2], "org", red);
  made_thing(&made[2], "place", lima);
  return made_fuse(fuser, articles, NULL, 3);
}

/* --- Guarantee: every class and property is in the vocabulary, with its
 * domain and range --- */

typedef struct {
  TwMap classes; ///< IRI of a node -> set of classes
} Types;

static TwStatus
learn_type(void* data, const TwQuad* quad)
{
  Types* const types = data;
  const TwClass* const class_ = tw_schema_class_of(quad->object.text);
  if (!tw_str_equal(quad->predicate.text, TW_PROPERTY_RDF_TYPE)) {
    return TW_OK;
  }
  ck_assert_msg(class_ != NULL, "no class %.*s", TW_STR_ARG(quad->object.text));
  uint64_t set = 0;
  if (tw_map_get(&types->classes, quad->subject.text, &set) == TW_NONE) {
    set = 0;
  }
  return tw_map_set(&types->classes, quad->subject.text,
                    set | tw_schema_bit(class_));
}

static TwClassSet
classes_of(const Types* types, TwStr iri)
{
  uint64_t set = 0;
  if (tw_schema_property_of(iri)) {
    return tw_schema_bit(tw_schema_class(TW_STR("rdf:Property")));
  }
  if (tw_schema_class_of(iri)) {
    return tw_schema_bit(tw_schema_class(TW_STR("rdfs:Class")));
  }
  return tw_map_get(&types->classes, iri, &set) == TW_OK ? set : 0;
}

static unsigned
literal_of(const TwTerm* term)
{
  static const struct {
    const char* iri;
    TwLiteral literal;
  } literals[] = {
    {"", TW_LITERAL_STRING},
    {"http://www.w3.org/2001/XMLSchema#integer", TW_LITERAL_INTEGER},
    {"http://www.w3.org/2001/XMLSchema#boolean", TW_LITERAL_BOOLEAN},
    {"http://www.w3.org/2001/XMLSchema#date", TW_LITERAL_DATE},
    {"http://www.w3.org/2001/XMLSchema#gYearMonth", TW_LITERAL_YEAR_MONTH},
    {"http://www.w3.org/2001/XMLSchema#gYear", TW_LITERAL_YEAR},
    {"http://www.w3.org/2001/XMLSchema#anyURI", TW_LITERAL_IRI},
  };
  for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); ++i) {
    if (tw_str_equal(term->datatype, tw_str(literals[i].iri))) {
      return literals[i].literal;
    }
  }
  return 0;
}

static TwStatus
check_terms(void* data, const TwQuad* quad)
{
  const Types* const types = data;
  const TwProperty* const property =
    tw_schema_property_of(quad->predicate.text);
  ck_assert_msg(property != NULL, "no property %.*s",
                TW_STR_ARG(quad->predicate.text));
  ck_assert_msg(property->domain & classes_of(types, quad->subject.text),
                "%.*s of %.*s", TW_STR_ARG(property->name),
                TW_STR_ARG(quad->subject.text));
  const bool fits =
    quad->object.kind == TW_TERM_LITERAL
      ? property->literals & literal_of(&quad->object) ||
          property->range == UINT64_MAX
      : property->range & classes_of(types, quad->object.text) ||
          property->range == UINT64_MAX;
  ck_assert_msg(fits, "%.*s is %.*s", TW_STR_ARG(property->name),
                TW_STR_ARG(quad->object.text));
  return TW_OK;
}

START_TEST(everything_is_in_the_vocabulary)
{
  TwFuser* const fuser = made_fuser();
  TwQuads* const quads = tw_quads_new();
  Types types = {TW_MAP_INIT};
  ck_assert_int_eq(tw_triples_add(fuse_all(fuser), quads), TW_OK);
  ck_assert_uint_gt(check_quads_count(quads), 200);
  ck_assert_int_eq(tw_quads_each(quads, learn_type, &types), TW_OK);
  ck_assert_int_eq(tw_quads_each(quads, check_terms, &types), TW_OK);
  tw_map_clear(&types.classes);
  tw_quads_free(quads);
  tw_fuser_free(fuser);
}
END_TEST

/* --- What is said --- */

typedef struct {
  TwStr subject; ///< The end of its IRI, or empty: any
  TwStr predicate;
  TwStr object; ///< The end of it, or empty: any
  TwStr graph;  ///< The end of it
  size_t n;
} Wanted;

static TwStatus
count_wanted(void* data, const TwQuad* quad)
{
  Wanted* const wanted = data;
  wanted->n += tw_str_ends(quad->subject.text, wanted->subject) &&
               tw_str_equal(quad->predicate.text, wanted->predicate) &&
               tw_str_ends(quad->object.text, wanted->object) &&
               tw_str_ends(quad->graph, wanted->graph);
  return TW_OK;
}

static size_t
count(const TwGraph* graph, TwStr subject, TwStr predicate, const char* object)
{
  Wanted wanted = {subject, predicate, tw_str(object), TW_STR(""), 0};
  TwQuads* const quads = tw_quads_new();
  ck_assert_int_eq(tw_triples_add(graph, quads), TW_OK);
  ck_assert_int_eq(tw_quads_each(quads, count_wanted, &wanted), TW_OK);
  tw_quads_free(quads);
  return wanted.n;
}

START_TEST(direct_triples_are_what_nobody_contests)
{
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = fuse_all(fuser);
  const TwStr any = TW_STR("");
  ck_assert_uint_eq(count(graph, any, TW_PROPERTY_ORIGIN, "country/peru"), 1);
  ck_assert_uint_eq(count(graph, any, TW_PROPERTY_DATE, "2024-05-06"), 1);
  ck_assert_uint_eq(count(graph, any, TW_PROPERTY_COUNT, ""), 0);
  ck_assert_uint_eq(count(graph, any, TW_PROPERTY_MEMBER_OF, ""), 0);
  ck_assert_uint_eq(
    count(graph, TW_STR("person/ana-rey"), TW_PROPERTY_FOUNDED, "org/red-hand"),
    1);
  ck_assert_uint_eq(count(graph, TW_STR("org/red-hand"), TW_PROPERTY_FOUNDED_ON,
                          "interval/.._1999"),
                    1);
  ck_assert_uint_eq(
    count(graph, any, TW_PROPERTY_CONFLICT_KIND, "contradiction"), 1);
  ck_assert_uint_eq(count(graph, any, TW_PROPERTY_ALTERNATIVE, ""), 2);
  ck_assert_uint_eq(count(graph, TW_STR("city/lima-3936456"),
                          TW_PROPERTY_SKOS_EXACT_MATCH,
                          "https://sws.geonames.org/3936456/"),
                    1);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(each_claim_has_its_parts)
{
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = fuse_all(fuser);
  const TwStr parts[] = {TW_PROPERTY_RDF_SUBJECT, TW_PROPERTY_RDF_PREDICATE,
                         TW_PROPERTY_RDF_OBJECT, TW_PROPERTY_EVIDENCE,
                         TW_PROPERTY_RULE};
  for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    ck_assert_uint_eq(count(graph, TW_STR(""), parts[i], ""), graph->n_claims);
  }
  ck_assert_uint_eq(
    count(graph, TW_STR(""), TW_PROPERTY_CLAIMED_BY, "person/eva-prado"), 6);
  ck_assert_uint_eq(count(graph, TW_STR(""), TW_PROPERTY_CLAIMED_BY, "a judge"),
                    4);
  ck_assert_uint_eq(
    count(graph, TW_STR(""), TW_PROPERTY_OA_EXACT, "said.\xef\xbf\xbd"), 1);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(a_graph_that_is_added_again_adds_nothing)
{
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = fuse_all(fuser);
  TwQuads* const quads = tw_quads_new();
  ck_assert_int_eq(tw_triples_add(graph, quads), TW_OK);
  const size_t n = check_quads_count(quads);
  ck_assert_int_eq(tw_triples_add(graph, quads), TW_OK);
  ck_assert_uint_eq(check_quads_count(quads), n);
  tw_quads_free(quads);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(memory_that_runs_out_is_said)
{
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = fuse_all(fuser);
  TwStatus status = TW_ERR_NOMEM;
  for (size_t i = 0; status != TW_OK; ++i) {
    ck_assert_uint_lt(i, 100000);
    tw_alloc_fail_after(i);
    TwQuads* const quads = tw_quads_new();
    status = quads ? tw_triples_add(graph, quads) : TW_ERR_NOMEM;
    tw_quads_free(quads);
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert(status == TW_OK || status == TW_ERR_NOMEM);
  }
  tw_fuser_free(fuser);
}
END_TEST

Suite*
test_triples_suite(void)
{
  const TTest* const tests[] = {
    everything_is_in_the_vocabulary, direct_triples_are_what_nobody_contests,
    each_claim_has_its_parts,        a_graph_that_is_added_again_adds_nothing,
    memory_that_runs_out_is_said,
  };
  return SUITE_OF("triples", tests);
}
