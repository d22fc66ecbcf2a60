/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/type.h"

#include <stddef.h>

typedef struct {
  TwStr name;
  TwType parent;
} Row;

#define ROW(name, parent)                                                      \
  {                                                                            \
    {(name), sizeof(name) - 1}, (parent)                                       \
  }

static const Row rows[TW_TYPE_COUNT] = {
  [TW_TYPE_NONE] = ROW("", TW_TYPE_NONE),
  [TW_TYPE_PERSON] = ROW("Person", TW_TYPE_NONE),
  [TW_TYPE_ORGANIZATION] = ROW("Organization", TW_TYPE_NONE),
  [TW_TYPE_CARTEL] = ROW("Cartel", TW_TYPE_ORGANIZATION),
  [TW_TYPE_GOVERNMENT_BODY] = ROW("GovernmentBody", TW_TYPE_ORGANIZATION),
  [TW_TYPE_NEWS_ORGANIZATION] = ROW("NewsOrganization", TW_TYPE_ORGANIZATION),
  [TW_TYPE_PLACE] = ROW("Place", TW_TYPE_NONE),
  [TW_TYPE_COUNTRY] = ROW("Country", TW_TYPE_PLACE),
  [TW_TYPE_REGION] = ROW("Region", TW_TYPE_PLACE),
  [TW_TYPE_CITY] = ROW("City", TW_TYPE_PLACE),
  [TW_TYPE_FACILITY] = ROW("Facility", TW_TYPE_PLACE),
  [TW_TYPE_VEHICLE] = ROW("Vehicle", TW_TYPE_NONE),
  [TW_TYPE_GROUP] = ROW("Group", TW_TYPE_NONE),
  [TW_TYPE_NAME] = ROW("Name", TW_TYPE_NONE),
  [TW_TYPE_NATIONALITY] = ROW("Nationality", TW_TYPE_NONE),
  [TW_TYPE_ROLE] = ROW("Role", TW_TYPE_NONE),
  [TW_TYPE_DATE] = ROW("Date", TW_TYPE_NONE),
  [TW_TYPE_TIME] = ROW("Time", TW_TYPE_NONE),
  [TW_TYPE_DURATION] = ROW("Duration", TW_TYPE_NONE),
  [TW_TYPE_SET] = ROW("Set", TW_TYPE_NONE),
  [TW_TYPE_NUMBER] = ROW("Number", TW_TYPE_NONE),
  [TW_TYPE_MONEY] = ROW("Money", TW_TYPE_NONE),
  [TW_TYPE_AGE] = ROW("Age", TW_TYPE_NONE),
  [TW_TYPE_ORDINAL] = ROW("Ordinal", TW_TYPE_NONE),
};

TwStr
tw_type_name(TwType type)
{
  return (size_t)type < TW_TYPE_COUNT ? rows[type].name : rows[0].name;
}

TwType
tw_type_find(TwStr name)
{
  for (size_t i = 1; i < TW_TYPE_COUNT; ++i) {
    if (tw_str_equal(rows[i].name, name)) {
      return (TwType)i;
    }
  }
  return TW_TYPE_NONE;
}

TwType
tw_type_parent(TwType type)
{
  return (size_t)type < TW_TYPE_COUNT ? rows[type].parent : TW_TYPE_NONE;
}

bool
tw_type_is(TwType type, TwType ancestor)
{
  while (type != TW_TYPE_NONE && type != ancestor) {
    type = tw_type_parent(type);
  }
  return type == ancestor;
}
