/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/lookup.h"

TwStatus
tw_lookup_open(const char* path, TwDiagSink* sink, TwLookup* lookup)
{
  *lookup = (TwLookup){NULL, NULL};
  TW_TRY(tw_store_open(NULL, sink, &lookup->store));
  TW_TRY(tw_store_read(lookup->store, path));
  return tw_store_quads(lookup->store, &lookup->quads);
}

void
tw_lookup_close(TwLookup* lookup)
{
  tw_store_free(lookup->store);
  *lookup = (TwLookup){NULL, NULL};
}

TwStatus
tw_lookup_iri(TwLookup* lookup, TwStr iri, uint32_t* out_id)
{
  const TwTerm term = {.kind = TW_TERM_IRI, .text = iri};
  const TwStatus status = tw_quads_term_id(lookup->quads, &term, out_id);
  if (status == TW_NONE) {
    *out_id = TW_NO_TERM;
    return TW_OK;
  }
  return status;
}

TwStatus
tw_lookup_find(TwLookup* lookup, uint32_t subject, uint32_t predicate,
               uint32_t object, TwQuadWalk* out_walk)
{
  const TwQuadIds pattern = {{TW_ANY_TERM, subject, predicate, object}};
  *out_walk = (TwQuadWalk){.quads = lookup->quads};
  if (subject == TW_NO_TERM || predicate == TW_NO_TERM ||
      object == TW_NO_TERM) {
    return TW_OK;
  }
  return tw_quads_find(lookup->quads, &pattern, true, out_walk);
}

TwStatus
tw_lookup_value(TwLookup* lookup, uint32_t subject, uint32_t predicate,
                uint32_t* out_object)
{
  TwQuadWalk walk;
  *out_object = TW_NO_TERM;
  TW_TRY(tw_lookup_find(lookup, subject, predicate, TW_ANY_TERM, &walk));
  const TwQuadIds* const found = tw_quad_walk_next(&walk);
  if (!found) {
    return TW_NONE;
  }
  const uint32_t object = found->part[TW_OBJECT];
  if (tw_quad_walk_next(&walk)) {
    return TW_NONE;
  }
  *out_object = object;
  return TW_OK;
}

TwStatus
tw_lookup_maybe(TwLookup* lookup, uint32_t subject, uint32_t predicate,
                uint32_t* out_object)
{
  const TwStatus status =
    tw_lookup_value(lookup, subject, predicate, out_object);
  return status == TW_NONE ? TW_OK : status;
}

TwStatus
tw_lookup_has(TwLookup* lookup, uint32_t subject, uint32_t predicate,
              uint32_t object)
{
  TwQuadWalk walk;
  TW_TRY(tw_lookup_find(lookup, subject, predicate, object, &walk));
  return tw_quad_walk_next(&walk) ? TW_OK : TW_NONE;
}

TwStr
tw_lookup_text(const TwLookup* lookup, uint32_t id)
{
  return id == TW_NO_TERM ? (TwStr){NULL, 0}
                          : tw_quads_term(lookup->quads, id).text;
}
