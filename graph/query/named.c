/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"

/* Queries that come with the program. They keep to what the query engine gets
 * right, and fast: the triples of a group stand together, then its OPTIONALs,
 * then its filters; and what there are thousands of is put together by UNION
 * of whole patterns. */

#define EVENTS                                                                 \
  "tw:Transfer, tw:Arrest, tw:Killing, tw:Charge, tw:Sentence,\n"              \
  "      tw:Conversation, tw:Statement, tw:Escape, tw:Designation,\n"          \
  "      tw:Seizure, tw:Operation, tw:Total"

/* A claim without its object; what kinds of object there are, and each of them
 * as people read it. */
#define CLAIM                                                                  \
  "    ?c a tw:Claim ; rdf:subject ?s ; rdf:predicate ?property ;\n"           \
  "      tw:certainty ?certainty ; tw:polarity ?polarity ;\n"                  \
  "      tw:evidence ?span ; rdf:object "
#define QUOTED "    ?s rdfs:label ?about . ?span oa:exact ?quote .\n"
#define CLAIM_OF_THING CLAIM "?o .\n    ?o rdfs:label ?value .\n" QUOTED
#define CLAIM_OF_WORDS CLAIM "?value .\n" QUOTED
#define IS_WORDS "    FILTER(ISLITERAL(?value))\n"

#define OF_ARTICLE                                                             \
  "    ?c prov:wasDerivedFrom ?doc . ?doc schema:identifier ?article .\n"
#define BY_THING "    ?c tw:claimedBy ?who . ?who rdfs:label ?speaker .\n"
#define BY_WORDS "    ?c tw:claimedBy ?speaker .\n"
#define ARE_WORDS "    FILTER(ISLITERAL(?speaker) && ISLITERAL(?value))\n"
#define SPEAKER_IS_WORDS "    FILTER(ISLITERAL(?speaker))\n"

#define HAPPENED                                                               \
  "    ?p rdfs:label ?person .\n"                                              \
  "    OPTIONAL { ?e tw:date ?day }\n"                                         \
  "    OPTIONAL { ?e tw:date ?d . ?d rdfs:label ?time }\n"                     \
  "    OPTIONAL { ?e tw:place ?q . ?q rdfs:label ?place }\n"                   \
  "    FILTER(?what IN (" EVENTS "))\n"

static const TwNamedQuery queries[] = {
  {"events", "What happened, when and where",
   "SELECT (COALESCE(?time, ?day, \"\") AS ?date) ?event ?place WHERE {\n"
   "  ?e a ?class ; rdfs:label ?event .\n"
   "  OPTIONAL { ?e tw:date ?day }\n"
   "  OPTIONAL { ?e tw:date ?d . ?d rdfs:label ?time }\n"
   "  OPTIONAL { ?e tw:place ?p . ?p rdfs:label ?place }\n"
   "  FILTER(?class IN (" EVENTS "))\n"
   "}\n"},
  {"people", "To whom something happened: arrests, transfers, charges ...",
   "SELECT ?person ?what (COALESCE(?time, ?day, \"\") AS ?date) ?event\n"
   "  ?place\n"
   "WHERE {\n"
   "  {\n    ?e tw:person ?p ; a ?what ; rdfs:label ?event .\n" HAPPENED
   "  } UNION {\n    ?e tw:victim ?p ; a ?what ; rdfs:label ?event .\n" HAPPENED
   "  }\n"
   "}\n"},
  {"claims", "What is said of whom, how surely, in which words",
   "SELECT ?about ?property ?value ?certainty ?polarity ?quote WHERE {\n"
   "  {\n" CLAIM_OF_THING "  } UNION {\n" CLAIM_OF_WORDS IS_WORDS "  }\n"
   "}\n"},
  {"speakers", "Who says what about whom: named speakers and papers",
   "SELECT ?speaker ?about ?property ?value ?certainty ?polarity ?quote\n"
   "WHERE {\n"
   "  {\n" CLAIM_OF_THING BY_THING
   "  } UNION {\n" CLAIM_OF_THING BY_WORDS SPEAKER_IS_WORDS
   "  } UNION {\n" CLAIM_OF_WORDS BY_THING IS_WORDS
   "  } UNION {\n" CLAIM_OF_WORDS BY_WORDS ARE_WORDS "  }\n"
   "}\n"},
  {"sayings", "Who says what: statements with their words and articles",
   "SELECT (COALESCE(?label, ?who) AS ?speaker)\n"
   "  (COALESCE(?medium, ?words, \"\") AS ?via) ?polarity ?quote ?article\n"
   "WHERE {\n"
   "  ?c rdf:subject ?s ; rdf:predicate tw:speaker ; rdf:object ?who ;\n"
   "    tw:polarity ?polarity ; tw:evidence ?span ;\n"
   "    prov:wasDerivedFrom ?doc .\n"
   "  ?s a tw:Statement .\n"
   "  ?span oa:exact ?quote .\n"
   "  ?doc schema:identifier ?article .\n"
   "  OPTIONAL { ?who rdfs:label ?label }\n"
   "  OPTIONAL { ?v rdf:predicate tw:via ; rdf:object ?words ;\n"
   "    rdf:subject ?s ; tw:evidence ?span }\n"
   "  OPTIONAL { ?w rdf:predicate tw:via ; rdf:object ?m ;\n"
   "    rdf:subject ?s ; tw:evidence ?span . ?m rdfs:label ?medium }\n"
   "}\n"},
  {"accounts", "What each article says of an event, a relation or a person",
   "SELECT DISTINCT ?about ?property ?value ?certainty ?article WHERE {\n"
   "  {\n" CLAIM_OF_THING OF_ARTICLE
   "  } UNION {\n" CLAIM_OF_WORDS OF_ARTICLE IS_WORDS "  }\n"
   "}\n"},
  {"sums", "Whether the parts of a total add up, with the parts",
   "SELECT ?total ?stated ?computed ?outcome ?part ?count WHERE {\n"
   "  ?k a tw:Check ; tw:checkKind \"sum\" ; tw:about ?t ;\n"
   "    tw:stated ?stated ; tw:computed ?computed ; tw:outcome ?outcome ;\n"
   "    tw:part ?e .\n"
   "  ?t rdfs:label ?total .\n"
   "  ?e rdfs:label ?part ; tw:count ?count .\n"
   "}\n"},
  {"checks", "What was worked out again, on whose words it rests",
   "SELECT ?total ?kind ?stated ?computed ?outcome ?quote ?article WHERE {\n"
   "  ?k a tw:Check ; tw:checkKind ?kind ; tw:about ?t ; tw:stated ?stated ;\n"
   "    tw:computed ?computed ; tw:outcome ?outcome ; tw:restsOn ?c .\n"
   "  ?t rdfs:label ?total .\n"
   "  ?c tw:evidence ?span ; prov:wasDerivedFrom ?doc .\n"
   "  ?span oa:exact ?quote .\n"
   "  ?doc schema:identifier ?article .\n"
   "}\n"},
  {"conflicts", "Where the papers do not say the same, with their words",
   "SELECT ?about ?property ?kind (COALESCE(?label, ?o) AS ?value)\n"
   "  (COALESCE(?name, ?paper, ?doc) AS ?source) ?quote\n"
   "WHERE {\n"
   "  ?k a tw:Conflict ; tw:about ?s ; tw:conflictKind ?kind ;\n"
   "    tw:alternative ?c .\n"
   "  ?s rdfs:label ?about .\n"
   "  ?c rdf:predicate ?property ; rdf:object ?o ;\n"
   "    prov:wasDerivedFrom ?doc ; tw:evidence ?span .\n"
   "  ?span oa:exact ?quote .\n"
   "  OPTIONAL { ?o rdfs:label ?label }\n"
   "  OPTIONAL { ?doc schema:publisher ?paper }\n"
   "  OPTIONAL { ?doc schema:publisher ?who . ?who rdfs:label ?name }\n"
   "}\n"},
  {"omissions", "What an article leaves out of a list that others have",
   "SELECT DISTINCT ?about ?property ?value\n"
   "  (COALESCE(?name, ?paper, ?doc) AS ?left_out_by)\n"
   "WHERE {\n"
   "  ?k a tw:Conflict ; tw:about ?s ; tw:omittedBy ?doc ;\n"
   "    tw:onProperty ?property ; tw:alternative ?c .\n"
   "  ?s rdfs:label ?about .\n"
   "  ?c rdf:object ?o .\n"
   "  ?o rdfs:label ?value .\n"
   "  OPTIONAL { ?doc schema:publisher ?paper }\n"
   "  OPTIONAL { ?doc schema:publisher ?who . ?who rdfs:label ?name }\n"
   "}\n"},
  {"quotes", "What several articles quote of one speaker, in their wordings",
   "SELECT ?speaker ?quote ?wording\n"
   "  (COALESCE(?name, ?paper, ?doc) AS ?source)\n"
   "WHERE {\n"
   "  ?q a tw:Quote ; tw:quoted ?p ; rdfs:label ?quote ; tw:variant ?span .\n"
   "  ?p rdfs:label ?speaker .\n"
   "  ?span oa:exact ?wording ; prov:wasDerivedFrom ?doc .\n"
   "  OPTIONAL { ?doc schema:publisher ?paper }\n"
   "  OPTIONAL { ?doc schema:publisher ?who . ?who rdfs:label ?name }\n"
   "}\n"},
  {"members", "Who leads, founded or belongs to which body",
   "SELECT ?body ?relation ?person WHERE {\n"
   "  ?p ?relation ?b ; rdfs:label ?person .\n"
   "  ?b rdfs:label ?body .\n"
   "  FILTER(?relation IN (tw:leads, tw:founded, tw:memberOf))\n"
   "}\n"},
  {"offices", "Who holds or held which office",
   "SELECT ?person ?office ?of ?status WHERE {\n"
   "  ?r a tw:Role ; tw:person ?p ; tw:role ?office .\n"
   "  ?p rdfs:label ?person .\n"
   "  OPTIONAL { ?r tw:of ?b . ?b rdfs:label ?of }\n"
   "  OPTIONAL { ?r tw:status ?status }\n"
   "}\n"},
  {"sources", "How many articles say each thing, most told first",
   "SELECT ?about ?property ?value (COUNT(*) AS ?articles) WHERE {\n"
   "  { SELECT DISTINCT ?about ?property ?value ?doc WHERE {\n"
   "      ?c a tw:Claim ; rdf:subject ?s ; rdf:predicate ?property ;\n"
   "        rdf:object ?value ; prov:wasDerivedFrom ?doc .\n"
   "      ?s rdfs:label ?about .\n"
   "  } }\n"
   "}\n"
   "GROUP BY ?about ?property ?value\n"
   "ORDER BY DESC(?articles) ?about ?property STR(?value)\n"},
  {"articles", "The articles that were read, with their papers and dates",
   "SELECT ?date (COALESCE(?name, ?paper, \"\") AS ?source) ?title ?article\n"
   "WHERE {\n"
   "  ?article a schema:NewsArticle .\n"
   "  OPTIONAL { ?article schema:datePublished ?date }\n"
   "  OPTIONAL { ?article schema:headline ?title }\n"
   "  OPTIONAL { ?article schema:publisher ?paper }\n"
   "  OPTIONAL { ?article schema:publisher ?who . ?who rdfs:label ?name }\n"
   "}\n"},
  {"identities", "Names that were held to be one, apart, or left undecided",
   "SELECT ?judgement ?first ?second ?reason WHERE {\n"
   "  ?i a tw:Identity ; tw:compares ?a , ?b ; tw:judgement ?judgement ;\n"
   "    tw:reason ?reason .\n"
   "  ?a rdfs:label ?first .\n"
   "  ?b rdfs:label ?second .\n"
   "  FILTER(STR(?a) < STR(?b))\n"
   "}\n"},
};

const TwNamedQuery*
tw_query_named(size_t* out_n)
{
  *out_n = sizeof(queries) / sizeof(queries[0]);
  return queries;
}
