/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_TYPE_H
#define TW_ONTOLOGY_TYPE_H

#include "base/str.h"

#include <stdbool.h>

/** What a span of text can be. Things have a class of the same name in
 * triplewire.ttl; values (from TW_TYPE_NATIONALITY on) end as literals, or
 * point to a thing, as a nationality does to its country. */
typedef enum {
  TW_TYPE_NONE,
  TW_TYPE_PERSON,
  TW_TYPE_ORGANIZATION,
  TW_TYPE_CARTEL, ///< Any criminal organisation
  TW_TYPE_GOVERNMENT_BODY,
  TW_TYPE_NEWS_ORGANIZATION,
  TW_TYPE_PLACE,
  TW_TYPE_COUNTRY,
  TW_TYPE_REGION, ///< State, province, department, county
  TW_TYPE_CITY,
  TW_TYPE_FACILITY, ///< Airport, prison, court, hospital
  TW_TYPE_VEHICLE,
  TW_TYPE_GROUP,       ///< People counted or described: "37 alleged members"
  TW_TYPE_NAME,        ///< A name whose kind is not known
  TW_TYPE_NATIONALITY, ///< "Mexican"; its entity is the country
  TW_TYPE_ROLE,        ///< A title or office: "security minister"
  TW_TYPE_DATE,
  TW_TYPE_TIME,
  TW_TYPE_DURATION,
  TW_TYPE_SET, ///< "every Monday"
  TW_TYPE_NUMBER,
  TW_TYPE_MONEY,
  TW_TYPE_AGE,
  TW_TYPE_ORDINAL, ///< "third": a word of patterns, no annotation
  TW_TYPE_COUNT
} TwType;

/// The name as rules and TSV write it ("GovernmentBody"); static
TwStr
tw_type_name(TwType type);

/// The type of that name, or TW_TYPE_NONE
TwType
tw_type_find(TwStr name);

/// The type above, or TW_TYPE_NONE: Cartel's is Organization, City's is Place
TwType
tw_type_parent(TwType type);

/// True if `type` is `ancestor` or stands below it
bool
tw_type_is(TwType type, TwType ancestor);

#endif
