/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/made_reading.h"

#include "base/buf.h"
#include "base/sha256.h"
#include "tests/unit/check_text.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

static TwSpan
find(const Made* made, const char* words)
{
  const TwStr text = tw_str(words);
  const size_t at = tw_str_find(made->document.source, text, 0);
  return at == SIZE_MAX || !text.len ? (TwSpan){0, 0}
                                     : (TwSpan){at, at + text.len};
}

void
made_start(Made* made, const char* publisher, const char* date,
           const char* text)
{
  memset(made, 0, sizeof(*made));
  tw_sha256_hex(tw_str(text), made->sha256);
  made->document = (TwDocument){.name = TW_STR("made.txt"),
                                .id = TW_STR("made"),
                                .sha256 = {made->sha256, 64},
                                .source = tw_str(text),
                                .publisher = tw_str(publisher),
                                .language = TW_STR("en"),
                                .date = tw_str(date)};
  made->reading = (TwReading){.document = &made->document,
                              .entities = made->entities,
                              .facts = made->facts};
}

uint32_t
made_entity(Made* made, TwType type, const char* name, const char* id,
            const char* country)
{
  const size_t i = made->reading.n_entities++;
  ck_assert_uint_lt(i, MADE_MAX);
  made->entities[i] = (TwEntity){.type = type,
                                 .name = tw_str(name),
                                 .span = find(made, name),
                                 .id = tw_str(id),
                                 .country = tw_str(country),
                                 .n_mentions = 1,
                                 .in_text = true};
  return (uint32_t)i;
}

TwFact*
made_fact(Made* made, const char* term, bool is_event, const char* trigger)
{
  const size_t i = made->reading.n_facts++;
  ck_assert_uint_lt(i, MADE_MAX);
  made->facts[i] = (TwFact){.term = tw_str(term),
                            .is_event = is_event,
                            .roles = made->roles[i],
                            .speaker = TW_NO_ENTITY,
                            .evidence = {0, made->document.source.len},
                            .trigger = find(made, trigger),
                            .rule = TW_STR("test.rule/active"),
                            .event = (uint32_t)i};
  return &made->facts[i];
}

static TwRole*
add_role(Made* made, TwRole role)
{
  const size_t i = made->reading.n_facts - 1;
  TwFact* const fact = &made->facts[i];
  ck_assert_uint_lt(fact->n_roles, MADE_MAX);
  made->roles[i][fact->n_roles] = role;
  return &made->roles[i][fact->n_roles++];
}

TwRole*
made_thing(Made* made, const char* role, uint32_t entity)
{
  return add_role(made, (TwRole){.role = tw_str(role),
                                 .entity = entity,
                                 .type = made->entities[entity].type,
                                 .span = made->entities[entity].span});
}

TwRole*
made_literal(Made* made, const char* role, TwType type, const char* value)
{
  return add_role(made, (TwRole){.role = tw_str(role),
                                 .entity = TW_NO_ENTITY,
                                 .text = tw_str(value),
                                 .type = type,
                                 .span = find(made, value)});
}

void
made_transfer(Made* made, const char* publisher, const char* text,
              const char* date, int count)
{
  static const char* const counts[] = {"0", "1", "2", "3",  "4",  "5",  "6",
                                       "7", "8", "9", "10", "11", "12", "13"};
  made_start(made, publisher, "2024-05-07", text);
  const uint32_t peru =
    made_entity(made, TW_TYPE_COUNTRY, "Peru", "iso:PE", "PE");
  const uint32_t chile =
    made_entity(made, TW_TYPE_COUNTRY, "Chile", "iso:CL", "CL");
  made_fact(made, "Transfer", true, "flew");
  made_thing(made, "origin", peru);
  made_thing(made, "destination", chile);
  if (date[0]) {
    made_literal(made, "date", TW_TYPE_DATE, date);
  }
  if (count) {
    made_literal(made, "count", TW_TYPE_NUMBER, counts[count]);
  }
}

TwFuser*
made_fuser(void)
{
  const TwFuseOptions options = {.direct = TW_DIRECT_SAFE};
  TwFuser* fuser = NULL;
  ck_assert_int_eq(tw_fuser_new(&options, &fuser), TW_OK);
  return fuser;
}

const TwGraph*
made_fuse(TwFuser* fuser, Made* const* articles, const size_t* order, size_t n)
{
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  const TwGraph* graph = NULL;
  for (size_t i = 0; i < n; ++i) {
    const Made* const made = articles[order ? order[i] : i];
    ck_assert_int_eq(tw_fuser_add(fuser, &made->reading, &sink), TW_OK);
  }
  ck_assert_uint_eq(sink.counts[TW_WARNING], 0);
  ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
  return graph;
}

const TwGraph*
made_fused(TwFuser** out_fuser, Made* const* articles, size_t n)
{
  *out_fuser = made_fuser();
  return made_fuse(*out_fuser, articles, NULL, n);
}

/* --- Dump --- */

static char dump[1 << 16];

static void
dump_statement(TwBuf* out, const TwGraph* graph, const TwStatement* statement)
{
  tw_buf_addf(
    out, "  %.*s %.*s%s%s%s%s %u/%u %.*s\n", TW_STR_ARG(statement->predicate),
    TW_STR_ARG(statement->kind == TW_VALUE_THING
                 ? graph->things[statement->object].iri
                 : statement->text),
    statement->status.len ? " former" : "", statement->negated ? " not" : "",
    statement->contested ? " contested" : "",
    statement->direct ? " direct" : "", (unsigned)statement->n_documents,
    (unsigned)statement->n_sources,
    TW_STR_ARG(tw_certainty_name(statement->certainty)));
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    tw_buf_addf(out, "    %.*s %u %u-%u\n", TW_STR_ARG(graph->claims[c].iri),
                (unsigned)graph->claims[c].evidence.document,
                (unsigned)graph->claims[c].evidence.char_start,
                (unsigned)graph->claims[c].evidence.char_end);
  }
}

const char*
made_dump(const TwGraph* graph)
{
  TwBuf out = TW_BUF_INIT;
  size_t s = 0;
  for (size_t i = 0; i < graph->n_documents; ++i) {
    tw_buf_addf(&out, "%.*s %u\n", TW_STR_ARG(graph->documents[i].iri),
                (unsigned)graph->documents[i].n_claims);
  }
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    tw_buf_addf(&out, "%.*s %.*s \"%.*s\" %.*s\n", TW_STR_ARG(thing->iri),
                TW_STR_ARG(thing->term), TW_STR_ARG(thing->label),
                TW_STR_ARG(thing->date));
    for (; s < graph->n_statements && graph->statements[s].subject == i; ++s) {
      dump_statement(&out, graph, &graph->statements[s]);
    }
  }
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    const TwConflict* const conflict = &graph->conflicts[i];
    tw_buf_addf(&out, "%.*s %.*s %.*s %zu\n", TW_STR_ARG(conflict->iri),
                TW_STR_ARG(conflict->kind), TW_STR_ARG(conflict->predicate),
                conflict->n_statements);
  }
  for (size_t i = 0; i < graph->n_identities; ++i) {
    const TwIdentity* const identity = &graph->identities[i];
    tw_buf_addf(&out, "%.*s %.*s %.*s %.*s\n", TW_STR_ARG(identity->iri),
                TW_STR_ARG(graph->things[identity->a].iri),
                TW_STR_ARG(graph->things[identity->b].iri),
                TW_STR_ARG(identity->judgement));
  }
  ck_assert_uint_eq(s, graph->n_statements);
  ck_assert_uint_lt(out.len, sizeof(dump));
  memcpy(dump, tw_buf_str(&out).s, out.len + 1);
  tw_buf_clear(&out);
  return dump;
}

const TwConflict*
made_only_conflict(const TwGraph* graph, const char* kind)
{
  ck_assert_msg(graph->n_conflicts == 1, "not one conflict in\n%s",
                made_dump(graph));
  ck_assert_str(graph->conflicts[0].kind, kind);
  return &graph->conflicts[0];
}

bool
made_is_direct(const TwGraph* graph, const char* predicate, const char* object)
{
  for (size_t i = 0; i < graph->n_statements; ++i) {
    const TwStatement* const statement = &graph->statements[i];
    const TwStr value = statement->kind == TW_VALUE_THING
                          ? graph->things[statement->object].label
                          : statement->text;
    if (tw_str_equal(statement->predicate, tw_str(predicate)) &&
        tw_str_equal(value, tw_str(object))) {
      return statement->direct;
    }
  }
  ck_abort_msg("no %s %s in\n%s", predicate, object, made_dump(graph));
  return false;
}
