/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/saying.h"

/* The rule of what the noun group itself says. */
#define GROUP_RULE TW_STR("group")

/* What claims of one fact share. */
typedef struct {
  TwFusion* fusion;
  const TwArticleRecord* article;
  const TwFactRecord* fact;
  TwSayingVec* sayings;
} Source;

static uint32_t
thing_of(const TwArticleRecord* article, uint32_t entity)
{
  return entity == TW_NO_ENTITY ? TW_NO_THING : article->entities[entity].thing;
}

/* What stands for a thing in the name of a claim: how the article calls it, so
 * that other articles do not change it. */
static TwStr
local_name(const TwArticleRecord* article, uint32_t entity)
{
  return entity == TW_NO_ENTITY ? TW_STR("") : article->entities[entity].name;
}

static void
add_bytes(TwBuf* out, TwGraphBytes span)
{
  tw_buf_add_char(out, '\n');
  tw_buf_add_number(out, span.start);
  tw_buf_add_char(out, '-');
  tw_buf_add_number(out, span.end);
}

/* Names the claim by its content. */
static TwStatus
name_claim(const Source* source, TwStr subject, TwStr object,
           const TwSaying* saying)
{
  TwBuf* const text = &source->fusion->text;
  TwGraphClaim* const claim = saying->claim;
  const TwStr parts[] = {source->article->document.sha256, claim->rule, subject,
                         saying->property->name, object};
  for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    tw_buf_add(text, parts[i]);
    tw_buf_add_char(text, '\n');
  }
  tw_buf_add_number(text, claim->certainty);
  tw_buf_add(text, claim->negated ? TW_STR(" 1") : TW_STR(" 0"));
  add_bytes(text, claim->evidence.bytes);
  add_bytes(text, claim->trigger.bytes);
  add_bytes(text, claim->value);
  return tw_fusion_iri(source->fusion, TW_STR("claim/"), &claim->iri);
}

static TwStatus
add_saying(const Source* source, TwSaying saying, TwGraphClaim claim,
           TwStr subject, TwStr object)
{
  TwFusion* const fusion = source->fusion;
  saying.claim = &fusion->claims[fusion->n_claims++];
  *saying.claim = claim;
  TW_TRY(name_claim(source, subject, object, &saying));
  if (saying.property->symmetric && saying.kind == TW_VALUE_THING &&
      saying.object < saying.subject) {
    const uint32_t other = saying.object;
    saying.object = saying.subject;
    saying.subject = other;
  }
  TwSaying* const kept = TW_VEC_PUSH(source->fusion->scratch, source->sayings);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = saying;
  return TW_OK;
}

/* A claim of the fact, without its value. */
static TwGraphClaim
begin(const Source* source, uint32_t subject)
{
  const TwFactRecord* const fact = source->fact;
  return (TwGraphClaim){.evidence = fact->evidence,
                        .trigger = fact->trigger,
                        .cue = fact->cue,
                        .certainty = fact->certainty,
                        .negated = fact->negated,
                        .recap = fact->recap,
                        .speaker = thing_of(source->article, fact->speaker),
                        .speaker_text = fact->speaker_text,
                        .rule = fact->rule,
                        .thing =
                          fact->thing == TW_NO_THING ? subject : fact->thing};
}

static TwStatus
add_role(const Source* source, uint32_t subject, TwStr subject_name,
         const TwProperty* property, const TwRoleRecord* role)
{
  const TwFactRecord* const fact = source->fact;
  TwGraphClaim claim = begin(source, subject);
  const TwSaying saying = {.subject = subject,
                           .property = property,
                           .status = fact->is_event ? TW_STR("") : fact->status,
                           .kind = role->kind,
                           .object = role->kind == TW_VALUE_THING
                                       ? thing_of(source->article, role->entity)
                                       : TW_NO_THING,
                           .text = role->text,
                           .folded = role->folded};
  claim.evidence = role->evidence ? *role->evidence : claim.evidence;
  claim.value = role->bytes;
  claim.inferred = role->inferred;
  claim.approximate = role->approximate;
  if (role->certainty > claim.certainty) {
    claim.certainty = role->certainty;
  }
  return add_saying(source, saying, claim, subject_name,
                    role->kind == TW_VALUE_THING
                      ? local_name(source->article, role->entity)
                      : role->text);
}

/* --- Events and relations that are nodes --- */

static TwStatus
add_status(const Source* source)
{
  const TwFactRecord* const fact = source->fact;
  if (!fact->status.len || fact->is_event) {
    return TW_OK;
  }
  const TwRoleRecord role = {.kind = TW_VALUE_TEXT,
                             .entity = TW_NO_ENTITY,
                             .text = fact->status,
                             .folded = fact->status};
  return add_role(source, fact->thing, fact->class_->name,
                  tw_schema_property(TW_STR("status")), &role);
}

static TwStatus
add_node(const Source* source)
{
  const TwFactRecord* const fact = source->fact;
  for (size_t i = 0; i < fact->n_roles; ++i) {
    TW_TRY(add_role(source, fact->thing, fact->class_->name,
                    fact->roles[i].property, &fact->roles[i]));
  }
  return add_status(source);
}

/* --- Relations with two ends --- */

/* Claims about an end: "founded on". */
static TwStatus
add_qualifier(const Source* source, const TwRoleRecord* end,
              const TwRoleRecord* role)
{
  if (end->kind != TW_VALUE_THING) {
    return TW_OK;
  }
  const TwEntityRecord* const entity = &source->article->entities[end->entity];
  const TwClass* const class_ = tw_schema_class(tw_type_name(entity->type));
  return class_ && tw_schema_may_have(class_, role->property)
           ? add_role(source, entity->thing, entity->name, role->property, role)
           : TW_OK;
}

static TwStatus
add_object(const Source* source, const TwRoleRecord* subject,
           const TwRoleRecord* object)
{
  const TwEntityRecord* const entity =
    &source->article->entities[subject->entity];
  /* A thing is no relative of itself. */
  if (object->kind == TW_VALUE_THING &&
      thing_of(source->article, object->entity) == entity->thing) {
    return TW_OK;
  }
  return add_role(source, entity->thing, entity->name, source->fact->relation,
                  object);
}

static TwStatus
add_relation(const Source* source)
{
  const TwFactRecord* const fact = source->fact;
  for (size_t s = 0; s < fact->n_roles; ++s) {
    const TwRoleRecord* const subject = &fact->roles[s];
    for (size_t o = 0; o < fact->n_roles; ++o) {
      const TwRoleRecord* const role = &fact->roles[o];
      if (role->property && !subject->property) {
        TW_TRY(add_qualifier(source, subject, role));
      } else if (!role->property && subject->is_subject && !role->is_subject &&
                 subject->kind == TW_VALUE_THING) {
        TW_TRY(add_object(source, subject, role));
      }
    }
  }
  return TW_OK;
}

/* --- Groups --- */

static bool
may_belong(const TwProperty* member_of, const TwEntityRecord* body)
{
  const TwClass* const class_ = tw_schema_class(tw_type_name(body->type));
  return class_ && tw_schema_may_fill(member_of, class_);
}

/* Notes that a fact speaks of the entity, if it is a group that is told of. */
static void
mark_group(const TwArticleRecord* article, uint32_t entity, bool* spoken)
{
  if (entity != TW_NO_ENTITY) {
    spoken[entity] = article->entities[entity].type == TW_TYPE_GROUP &&
                     article->entities[entity].words;
  }
}

static TwStatus
add_group(TwFusion* fusion, const TwArticleRecord* article, uint32_t e,
          TwSayingVec* sayings)
{
  const TwEntityRecord* const group = &article->entities[e];
  const TwProperty* const member_of = tw_schema_property(TW_STR("memberOf"));
  const TwFactRecord fact = {.certainty = group->membership,
                             .speaker = TW_NO_ENTITY,
                             .evidence = *group->words,
                             .thing = TW_NO_THING,
                             .status = TW_STR(""),
                             .speaker_text = TW_STR(""),
                             .rule = GROUP_RULE};
  const Source source = {fusion, article, &fact, sayings};
  for (size_t i = 0; i < group->n_of; ++i) {
    const TwEntityRecord* const body = &article->entities[group->of[i]];
    const TwRoleRecord role = {.kind = TW_VALUE_THING,
                               .entity = group->of[i],
                               .text = TW_STR(""),
                               .folded = TW_STR(""),
                               .bytes = group->bytes,
                               .certainty = group->membership};
    if (may_belong(member_of, body)) {
      TW_TRY(add_role(&source, group->thing, group->name, member_of, &role));
    }
  }
  return TW_OK;
}

/* Says what those groups belong to of which a fact speaks: which others the
 * article has depends on where rules looked. */
static TwStatus
add_groups(TwFusion* fusion, const TwArticleRecord* article,
           TwSayingVec* sayings)
{
  bool* const spoken = TW_NEW(fusion->scratch, bool, article->n_entities);
  if (!spoken) {
    return TW_ERR_NOMEM;
  }
  for (size_t f = 0; f < article->n_facts; ++f) {
    const TwFactRecord* const fact = &article->facts[f];
    mark_group(article, fact->speaker, spoken);
    for (size_t i = 0; i < fact->n_roles; ++i) {
      mark_group(article, fact->roles[i].entity, spoken);
    }
  }
  for (uint32_t e = 0; e < article->n_entities; ++e) {
    if (spoken[e]) {
      TW_TRY(add_group(fusion, article, e, sayings));
    }
  }
  return TW_OK;
}

/* Of a relation with two ends: subjects times objects, and each qualifier for
 * each end. */
static size_t
most_of_fact(const TwFactRecord* fact)
{
  size_t n_subjects = 0;
  size_t n_objects = 0;
  if (fact->class_) {
    return fact->n_roles + 1;
  }
  for (size_t i = 0; i < fact->n_roles; ++i) {
    const TwRoleRecord* const role = &fact->roles[i];
    n_subjects += !role->property && role->is_subject;
    n_objects += !role->property && !role->is_subject;
  }
  const size_t n_ends = n_subjects + n_objects;
  return n_subjects * n_objects + n_ends * (fact->n_roles - n_ends);
}

size_t
tw_saying_most(const TwArticleRecord* article)
{
  size_t most = 0;
  for (size_t f = 0; f < article->n_facts; ++f) {
    most += most_of_fact(&article->facts[f]);
  }
  for (size_t e = 0; e < article->n_entities; ++e) {
    most += article->entities[e].n_of;
  }
  return most;
}

TwStatus
tw_saying_article(TwFusion* fusion, uint32_t a, TwSayingVec* sayings)
{
  const TwArticleRecord* const article = fusion->articles[a];
  for (size_t f = 0; f < article->n_facts; ++f) {
    const Source source = {fusion, article, &article->facts[f], sayings};
    TW_TRY(article->facts[f].class_ ? add_node(&source)
                                    : add_relation(&source));
  }
  return add_groups(fusion, article, sayings);
}
