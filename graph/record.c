/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/record.h"

#include "base/utf8.h"
#include "graph/moment.h"
#include "ontology/fold.h"

/* Code points are counted once, in steps of this many bytes. */
#define STEP 256

/* An article that is being taken. */
typedef struct {
  TwRecords* records;
  const TwReading* reading;
  TwDiagSink* sink;
  size_t* counts; ///< Code points before each step
} Taking;

TwStatus
tw_records_init(TwRecords* records)
{
  *records = (TwRecords){.arena = tw_arena_new(0),
                         .scratch = tw_arena_new(0),
                         .folding = tw_arena_new(0),
                         .seen = TW_MAP_INIT};
  return !records->arena || !records->scratch || !records->folding
           ? TW_ERR_NOMEM
           : tw_intern_init(&records->texts);
}

void
tw_records_clear(TwRecords* records)
{
  tw_map_clear(&records->seen);
  tw_intern_clear(&records->texts);
  tw_arena_free(records->scratch);
  tw_arena_free(records->folding);
  tw_arena_free(records->arena);
}

void
tw_records_forget(TwRecords* records)
{
  tw_map_clear(&records->seen);
  records->articles.at = NULL;
  records->articles.count = records->articles.capacity = 0;
  tw_arena_reset(records->arena);
  tw_arena_reset(records->scratch);
  tw_arena_reset(records->folding);
  tw_intern_seal(&records->texts);
}

TwStr
tw_records_text(TwRecords* records, TwStr text)
{
  uint32_t id = 0;
  if (!text.len) {
    return TW_STR("");
  }
  if (tw_intern(&records->texts, text, &id) != TW_OK) {
    return (TwStr){NULL, 0};
  }
  return tw_intern_text(&records->texts, id);
}

TwStr
tw_records_folded(TwRecords* records, TwStr text)
{
  tw_arena_reset(records->folding);
  const TwStr folded = tw_fold(records->folding, text);
  return text.len && !folded.s ? folded : tw_records_text(records, folded);
}

/* Copies a text into `*out`. */
static TwStatus
take(TwRecords* records, TwStr text, TwStr* out)
{
  *out = tw_records_text(records, text);
  return out->s ? TW_OK : TW_ERR_NOMEM;
}

/* --- Spans --- */

static TwStatus
count_steps(Taking* taking)
{
  const TwStr source = taking->reading->document->source;
  const size_t n = source.len / STEP + 1;
  taking->counts = TW_NEW(taking->records->scratch, size_t, n);
  if (!taking->counts) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 1; i < n; ++i) {
    const TwStr step = tw_str_slice(source, (i - 1) * STEP, i * STEP);
    taking->counts[i] = taking->counts[i - 1] + tw_utf8_count(step, step.len);
  }
  return TW_OK;
}

static uint32_t
chars_before(const Taking* taking, size_t byte)
{
  const TwStr source = taking->reading->document->source;
  const TwStr step = tw_str_slice(source, byte / STEP * STEP, byte);
  return (uint32_t)(taking->counts[byte / STEP] +
                    tw_utf8_count(step, step.len));
}

static TwStatus
take_bytes(const Taking* taking, TwSpan span, TwGraphBytes* out)
{
  *out = (TwGraphBytes){(uint32_t)span.start, (uint32_t)span.end};
  return span.start > span.end ||
             span.end > taking->reading->document->source.len
           ? TW_ERR_INTERNAL
           : TW_OK;
}

static TwStatus
take_words(const Taking* taking, TwSpan span, TwGraphWords* out)
{
  *out = (TwGraphWords){.exact = TW_STR("")};
  TW_TRY(take_bytes(taking, span, &out->bytes));
  return take(
    taking->records,
    tw_str_slice(taking->reading->document->source, span.start, span.end),
    &out->exact);
}

static TwStatus
take_span(const Taking* taking, TwSpan span, TwGraphSpan* out)
{
  TwGraphWords words;
  TW_TRY(take_words(taking, span, &words));
  *out = (TwGraphSpan){.exact = words.exact, .bytes = words.bytes};
  if (span.start < span.end) {
    out->char_start = chars_before(taking, span.start);
    out->char_end = chars_before(taking, span.end);
  }
  return TW_OK;
}

/* --- Entities --- */

/* What a group's words are evidence of. */
static TwStatus
take_group(const Taking* taking, const TwEntity* entity, TwEntityRecord* out)
{
  TwArena* const arena = taking->records->arena;
  TwGraphSpan* const words = TW_NEW(arena, TwGraphSpan, 1);
  uint32_t* const of = TW_NEW(arena, uint32_t, entity->n_of);
  if (!words || !of) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < entity->n_of; ++i) {
    if (entity->of[i] < taking->reading->n_entities) {
      of[out->n_of++] = entity->of[i];
    }
  }
  out->of = of;
  out->words = words;
  return take_span(taking, entity->span, words);
}

static TwStatus
take_forms(const Taking* taking, const TwEntity* entity, TwEntityRecord* out)
{
  TwRecords* const records = taking->records;
  TwStr* const forms = TW_NEW(records->arena, TwStr, entity->n_forms);
  if (!forms) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < entity->n_forms; ++i) {
    TW_TRY(take(records, entity->forms[i], &forms[i]));
  }
  out->forms = forms;
  out->n_forms = (uint32_t)entity->n_forms;
  return TW_OK;
}

static TwStatus
take_entity(const Taking* taking, const TwEntity* entity, TwEntityRecord* out)
{
  TwRecords* const records = taking->records;
  *out = (TwEntityRecord){.type = entity->type,
                          .in_text = entity->in_text,
                          .n_mentions = entity->n_mentions,
                          .count = entity->count,
                          .membership = entity->membership,
                          .thing = TW_NO_THING};
  /* What only furniture names may have no name in running text. */
  TW_TRY(
    take(records,
         entity->name.len || !entity->n_forms ? entity->name : entity->forms[0],
         &out->name));
  TW_TRY(take(records, entity->id, &out->id));
  TW_TRY(take(records, entity->country, &out->country));
  TW_TRY(take(records, entity->region, &out->region));
  TW_TRY(take(records, entity->canonical, &out->canonical));
  TW_TRY(take_bytes(taking, entity->span, &out->bytes));
  out->folded = tw_records_folded(records, out->name);
  if (!out->folded.s) {
    return TW_ERR_NOMEM;
  }
  if (entity->n_forms) {
    TW_TRY(take_forms(taking, entity, out));
  }
  return entity->type == TW_TYPE_GROUP || entity->n_of
           ? take_group(taking, entity, out)
           : TW_OK;
}

/* --- Roles --- */

static void
complain(const Taking* taking, const TwFact* fact, const TwRole* role,
         const char* why)
{
  tw_diag_warn(taking->sink, 4002, taking->reading->document->name,
               "rule %.*s: %.*s of %.*s %s, it is left out",
               TW_STR_ARG(fact->rule), TW_STR_ARG(role->role),
               TW_STR_ARG(fact->term), why);
}

/* What the schema says may stand there. */
typedef struct {
  const TwProperty* property;
  TwClassSet classes;
  unsigned literals;
} Place;

static bool
find_place(const TwFact* fact, const TwRole* role, TwRoleRecord* out,
           Place* place)
{
  if (!tw_schema_role(fact->term, role->role, &out->property)) {
    return false;
  }
  if (out->property) {
    *place =
      (Place){out->property, out->property->range, out->property->literals};
    return true;
  }
  const TwProperty* const relation = tw_schema_property(fact->term);
  out->is_subject = tw_str_equal(role->role, relation->subject_end);
  *place = out->is_subject
             ? (Place){relation, relation->domain, 0}
             : (Place){relation, relation->range, relation->literals};
  return true;
}

static bool
holds_class(TwClassSet set, TwType type)
{
  const TwClass* const class_ = tw_schema_class(tw_type_name(type));
  return class_ && (set & tw_schema_bit(class_));
}

/* A literal as the property wants it. False if it cannot hold it. */
static bool
fit_literal(const Place* place, TwStr text, TwRoleRecord* out)
{
  TwMoment moment;
  uint64_t number = 0;
  if (place->literals & TW_LITERAL_DATE && tw_moment_read(text, &moment)) {
    out->kind = TW_VALUE_DATE;
    return true;
  }
  if (place->literals & TW_LITERAL_INTEGER && tw_str_to_u64(text, &number)) {
    out->kind = TW_VALUE_NUMBER;
    return true;
  }
  out->kind = TW_VALUE_TEXT;
  return (place->literals & TW_LITERAL_STRING) != 0;
}

/* TW_NONE if the value may not stand there. */
static TwStatus
take_value(const Taking* taking, const TwRole* role, const Place* place,
           TwRoleRecord* out)
{
  TwStr text = role->text;
  if (role->entity < taking->reading->n_entities) {
    const TwEntity* const entity = &taking->reading->entities[role->entity];
    if (holds_class(place->classes, entity->type)) {
      out->kind = TW_VALUE_THING;
      out->entity = role->entity;
      return TW_OK;
    }
    text = entity->name;
  }
  text = tw_str_trim(text);
  if (!text.len || !fit_literal(place, text, out)) {
    return TW_NONE;
  }
  TW_TRY(take(taking->records, text, &out->text));
  out->folded = tw_records_folded(taking->records, text);
  return out->folded.s ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
take_role(const Taking* taking, const TwFact* fact, const TwRole* role,
          TwRoleRecord* out)
{
  Place place = {NULL, 0, 0};
  *out = (TwRoleRecord){.entity = TW_NO_ENTITY,
                        .certainty = role->certainty,
                        .inferred = role->inferred,
                        .approximate = role->approximate};
  if (!find_place(fact, role, out, &place)) {
    complain(taking, fact, role, "is not in the vocabulary");
    return TW_NONE;
  }
  const TwStatus status = take_value(taking, role, &place, out);
  if (status == TW_NONE) {
    complain(taking, fact, role, "may not have this value");
  }
  if (status == TW_OK && role->evidence.end > role->evidence.start) {
    out->evidence = TW_NEW(taking->records->arena, TwGraphSpan, 1);
    if (!out->evidence) {
      return TW_ERR_NOMEM;
    }
    TW_TRY(take_span(taking, role->evidence, out->evidence));
  }
  return status == TW_OK ? take_bytes(taking, role->span, &out->bytes) : status;
}

/* --- Facts --- */

static TwStatus
take_roles(const Taking* taking, const TwFact* fact, TwFactRecord* out)
{
  TwRoleRecord* const roles =
    TW_NEW(taking->records->arena, TwRoleRecord, fact->n_roles);
  if (!roles) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < fact->n_roles; ++i) {
    const TwStatus status =
      take_role(taking, fact, &fact->roles[i], &roles[out->n_roles]);
    out->n_roles += status == TW_OK;
    if (status != TW_OK && status != TW_NONE) {
      return status;
    }
  }
  out->roles = roles;
  return TW_OK;
}

static TwStatus
take_fact(const Taking* taking, const TwFact* fact, TwFactRecord* out)
{
  TwRecords* const records = taking->records;
  const TwProperty* const relation = tw_schema_property(fact->term);
  *out = (TwFactRecord){
    .class_ = fact->is_event ? tw_schema_class(fact->term)
                             : tw_schema_relation(fact->term),
    .relation = relation && relation->subject_end.len ? relation : NULL,
    .is_event = fact->is_event,
    .certainty = fact->certainty,
    .negated = fact->negated,
    .recap = fact->recap,
    .event = fact->event,
    .thing = TW_NO_THING,
    .speaker = fact->speaker < taking->reading->n_entities ? fact->speaker
                                                           : TW_NO_ENTITY,
  };
  TW_TRY(take(records, fact->status, &out->status));
  TW_TRY(take(records, fact->speaker_text, &out->speaker_text));
  TW_TRY(take(records, fact->rule, &out->rule));
  TW_TRY(take_span(taking, fact->evidence, &out->evidence));
  TW_TRY(take_words(taking, fact->trigger, &out->trigger));
  TW_TRY(take_span(taking, fact->cue, &out->cue));
  return take_roles(taking, fact, out);
}

/* --- The article --- */

static TwStatus
take_document(const Taking* taking, TwGraphDocument* out)
{
  TwRecords* const records = taking->records;
  const TwDocument* const document = taking->reading->document;
  *out =
    (TwGraphDocument){.n_bytes = document->source.len,
                      .n_chars = chars_before(taking, document->source.len),
                      .publisher_thing = TW_NO_THING,
                      .copy_of = TW_NO_THING};
  TW_TRY(take(records, document->sha256, &out->sha256));
  TW_TRY(take(records, document->id, &out->id));
  TW_TRY(take(records, document->name, &out->name));
  TW_TRY(take(records, document->url, &out->url));
  TW_TRY(take(records, document->publisher, &out->publisher));
  TW_TRY(take(records, document->publisher_how, &out->publisher_how));
  TW_TRY(take(records, document->agency, &out->agency));
  TW_TRY(take(records, document->title, &out->title));
  TW_TRY(take(records, document->language, &out->language));
  TW_TRY(take(records, document->date, &out->date));
  return take(records, document->date_how, &out->date_how);
}

static bool
has_name(const TwEntityRecord* entity, TwStr folded, TwStr name)
{
  bool found = tw_str_equal(entity->folded, folded) ||
               tw_str_equal(entity->canonical, name);
  for (size_t i = 0; i < entity->n_forms; ++i) {
    found = found || tw_str_equal(entity->forms[i], name);
  }
  return found;
}

/* Finds the publisher among the entities, or adds it. */
static TwStatus
take_publisher(const Taking* taking, TwArticleRecord* article)
{
  const TwStr name = article->document.publisher;
  const TwStr folded = tw_records_folded(taking->records, name);
  article->publisher = TW_NO_ENTITY;
  if (!folded.len) {
    return folded.s ? TW_OK : TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < article->n_entities; ++i) {
    if (article->entities[i].type == TW_TYPE_NEWS_ORGANIZATION &&
        has_name(&article->entities[i], folded, name)) {
      article->publisher = i;
      return TW_OK;
    }
  }
  article->publisher = (uint32_t)article->n_entities;
  article->entities[article->n_entities++] =
    (TwEntityRecord){.type = TW_TYPE_NEWS_ORGANIZATION,
                     .name = name,
                     .folded = folded,
                     .id = TW_STR(""),
                     .country = TW_STR(""),
                     .region = TW_STR(""),
                     .canonical = TW_STR(""),
                     .thing = TW_NO_THING};
  return TW_OK;
}

static TwStatus
take_article(const Taking* taking, TwArticleRecord* article)
{
  const TwReading* const reading = taking->reading;
  TwArena* const arena = taking->records->arena;
  TW_TRY(take_document(taking, &article->document));
  TW_TRY(tw_shingles_make(taking->reading->document->source,
                          taking->records->arena, &article->shingles));
  article->entities = TW_NEW(arena, TwEntityRecord, reading->n_entities + 1);
  article->facts = TW_NEW(arena, TwFactRecord, reading->n_facts);
  if (!article->entities || !article->facts) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < reading->n_entities; ++i) {
    TW_TRY(take_entity(taking, &reading->entities[i], &article->entities[i]));
  }
  article->n_entities = reading->n_entities;
  TW_TRY(take_publisher(taking, article));
  for (size_t i = 0; i < reading->n_facts; ++i) {
    TwFactRecord* const fact = &article->facts[article->n_facts];
    TW_TRY(take_fact(taking, &reading->facts[i], fact));
    article->n_facts += fact->n_roles && (fact->class_ || fact->relation);
  }
  return TW_OK;
}

/* --- Articles with one text --- */

/* How much is known of an article beside its text. */
static int
count_known(const TwGraphDocument* document)
{
  return (document->date.len > 0) + (document->publisher.len > 0) +
         (document->url.len > 0) + (document->title.len > 0);
}

/* Which of two articles with one text counts, whichever came first: the one of
 * which more is known, then that whose words come first. */
static bool
is_better(const TwGraphDocument* a, const TwGraphDocument* b)
{
  const TwStr left[] = {a->id,   a->url,      a->publisher, a->title,
                        a->date, a->language, a->name};
  const TwStr right[] = {b->id,   b->url,      b->publisher, b->title,
                         b->date, b->language, b->name};
  int order = count_known(b) - count_known(a);
  for (size_t i = 0; !order && i < sizeof(left) / sizeof(left[0]); ++i) {
    order = tw_str_compare(left[i], right[i]);
  }
  return order < 0;
}

static void
leave_out(const Taking* taking, TwStr name)
{
  tw_diag_warn(taking->sink, 4001, name,
               "another article has the same text, this one is left out");
}

static TwStatus
put(const Taking* taking, const TwArticleRecord* article)
{
  TwRecords* const records = taking->records;
  uint64_t at = 0;
  if (tw_map_get(&records->seen, article->document.sha256, &at) == TW_OK) {
    TwArticleRecord* const other = &records->articles.at[at];
    if (!is_better(&article->document, &other->document)) {
      leave_out(taking, article->document.name);
      return TW_NONE;
    }
    leave_out(taking, other->document.name);
    *other = *article;
    return TW_OK;
  }
  TwArticleRecord* const kept = TW_VEC_PUSH(records->arena, &records->articles);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = *article;
  return tw_map_set(&records->seen, article->document.sha256,
                    records->articles.count - 1);
}

TwStatus
tw_records_add(TwRecords* records, const TwReading* reading, TwDiagSink* sink)
{
  if (reading->document->source.len > UINT32_MAX) {
    return TW_ERR_LIMIT;
  }
  tw_arena_reset(records->scratch);
  Taking taking = {records, reading, sink, NULL};
  TwArticleRecord article = {.n_facts = 0};
  TW_TRY(count_steps(&taking));
  TW_TRY(take_article(&taking, &article));
  return put(&taking, &article);
}

bool
tw_record_is_named(const TwArticleRecord* article, TwStr name)
{
  return tw_str_equal(article->document.id, name) ||
         tw_str_equal(article->document.sha256, name);
}
