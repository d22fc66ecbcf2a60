/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/reading_form.h"

#include <stddef.h>

#define MEMBER(Struct, name, kind)                                             \
  {                                                                            \
#    name, kind, offsetof(Struct, name), 0                                     \
  }
#define ARRAY(Struct, name, kind)                                              \
  {                                                                            \
#    name, kind, offsetof(Struct, name), offsetof(Struct, n_##name)            \
  }
#define FORM(name, members)                                                    \
  const TwForm name = {members, sizeof(members) / sizeof((members)[0])}

static const TwFormMember raw[] = {
  MEMBER(TwRaw, name, TW_FORM_TEXT),     MEMBER(TwRaw, id, TW_FORM_TEXT),
  MEMBER(TwRaw, url, TW_FORM_TEXT),      MEMBER(TwRaw, publisher, TW_FORM_TEXT),
  MEMBER(TwRaw, title, TW_FORM_TEXT),    MEMBER(TwRaw, date, TW_FORM_TEXT),
  MEMBER(TwRaw, language, TW_FORM_TEXT), MEMBER(TwRaw, text, TW_FORM_TEXT),
};
FORM(tw_form_raw, raw);

/* Its source is the text of the article as it was found. */
static const TwFormMember document[] = {
  MEMBER(TwDocument, name, TW_FORM_TEXT),
  MEMBER(TwDocument, id, TW_FORM_TEXT),
  MEMBER(TwDocument, sha256, TW_FORM_TEXT),
  MEMBER(TwDocument, url, TW_FORM_TEXT),
  MEMBER(TwDocument, publisher, TW_FORM_TEXT),
  MEMBER(TwDocument, publisher_how, TW_FORM_TEXT),
  MEMBER(TwDocument, agency, TW_FORM_TEXT),
  MEMBER(TwDocument, title, TW_FORM_TEXT),
  MEMBER(TwDocument, language, TW_FORM_TEXT),
  MEMBER(TwDocument, date, TW_FORM_TEXT),
  MEMBER(TwDocument, date_how, TW_FORM_TEXT),
  MEMBER(TwDocument, today, TW_FORM_TEXT),
  MEMBER(TwDocument, place, TW_FORM_TEXT),
};
FORM(tw_form_document, document);

static const TwFormMember entity[] = {
  MEMBER(TwEntity, type, TW_FORM_TYPE),
  MEMBER(TwEntity, name, TW_FORM_TEXT),
  MEMBER(TwEntity, span, TW_FORM_SPAN),
  MEMBER(TwEntity, id, TW_FORM_TEXT),
  MEMBER(TwEntity, country, TW_FORM_TEXT),
  MEMBER(TwEntity, region, TW_FORM_TEXT),
  MEMBER(TwEntity, canonical, TW_FORM_TEXT),
  ARRAY(TwEntity, forms, TW_FORM_TEXTS),
  MEMBER(TwEntity, n_mentions, TW_FORM_NUMBER),
  MEMBER(TwEntity, in_text, TW_FORM_BOOL),
  MEMBER(TwEntity, count, TW_FORM_NUMBER),
  MEMBER(TwEntity, membership, TW_FORM_CERTAINTY),
  ARRAY(TwEntity, of, TW_FORM_ENTITIES),
  MEMBER(TwEntity, described, TW_FORM_BOOL),
};
FORM(tw_form_entity, entity);

static const TwFormMember fact[] = {
  MEMBER(TwFact, term, TW_FORM_TEXT),
  MEMBER(TwFact, is_event, TW_FORM_BOOL),
  ARRAY(TwFact, roles, TW_FORM_ROLES),
  MEMBER(TwFact, certainty, TW_FORM_CERTAINTY),
  MEMBER(TwFact, negated, TW_FORM_BOOL),
  MEMBER(TwFact, recap, TW_FORM_BOOL),
  MEMBER(TwFact, status, TW_FORM_TEXT),
  MEMBER(TwFact, speaker, TW_FORM_ENTITY),
  MEMBER(TwFact, speaker_text, TW_FORM_TEXT),
  MEMBER(TwFact, evidence, TW_FORM_SPAN),
  MEMBER(TwFact, trigger, TW_FORM_SPAN),
  MEMBER(TwFact, cue, TW_FORM_SPAN),
  MEMBER(TwFact, rule, TW_FORM_TEXT),
  MEMBER(TwFact, event, TW_FORM_NUMBER),
};
FORM(tw_form_fact, fact);

static const TwFormMember role[] = {
  MEMBER(TwRole, role, TW_FORM_TEXT),
  MEMBER(TwRole, entity, TW_FORM_ENTITY),
  MEMBER(TwRole, text, TW_FORM_TEXT),
  MEMBER(TwRole, type, TW_FORM_TYPE),
  MEMBER(TwRole, span, TW_FORM_SPAN),
  MEMBER(TwRole, evidence, TW_FORM_SPAN),
  MEMBER(TwRole, certainty, TW_FORM_CERTAINTY),
  MEMBER(TwRole, inferred, TW_FORM_BOOL),
  MEMBER(TwRole, approximate, TW_FORM_BOOL),
};
FORM(tw_form_role, role);
