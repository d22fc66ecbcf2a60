/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_READING_FORM_H
#define TW_LIB_READING_FORM_H

#include "lib/reading.h"

/* The members of the JSON form, one table for each struct: what is written is
 * what is read. */

typedef enum {
  TW_FORM_TEXT,      ///< TwStr
  TW_FORM_TEXTS,     ///< const TwStr*, with the count behind it
  TW_FORM_SPAN,      ///< TwSpan: [start, end]
  TW_FORM_BOOL,      ///< bool
  TW_FORM_NUMBER,    ///< uint32_t
  TW_FORM_ENTITY,    ///< uint32_t: an entity, left out for TW_NO_ENTITY
  TW_FORM_ENTITIES,  ///< const uint32_t*, with the count behind it
  TW_FORM_TYPE,      ///< TwType, by its name
  TW_FORM_CERTAINTY, ///< TwCertainty, by its name
  TW_FORM_ROLES,     ///< const TwRole*, with the count behind it
} TwFormKind;

/** A member. */
typedef struct {
  const char* name;
  TwFormKind kind;
  size_t offset;   ///< In the struct
  size_t n_offset; ///< Of the count of an array, a size_t
} TwFormMember;

/** A struct. */
typedef struct {
  const TwFormMember* members;
  size_t n_members;
} TwForm;

extern const TwForm tw_form_raw;
extern const TwForm tw_form_document;
extern const TwForm tw_form_entity;
extern const TwForm tw_form_fact;
extern const TwForm tw_form_role;

#endif
