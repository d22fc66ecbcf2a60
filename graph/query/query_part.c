/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_asking.h"

/* Rasqal holds each row of a SELECT DISTINCT against each other one. Where it
 * stands alone inside of a query, it is asked by itself, its rows are made
 * distinct here, and the query around it is asked of the rows: they are quads
 * of their own then, and the pattern that finds them stands in its place. */

#define ROW "tag:triplewire,2026:row:"
#define COLUMN "tag:triplewire,2026:column:"

/* The number of an IRI that ends with a number. */
static TwStatus
number_iri(TwQuads* quads, TwBuf* text, const char* stem, size_t i,
           uint32_t* out_id)
{
  tw_buf_reset(text);
  tw_buf_addf(text, "%s%zu", stem, i);
  const TwTerm term = {.kind = TW_TERM_IRI, .text = tw_buf_str(text)};
  TW_TRY(tw_buf_status(text));
  return tw_quads_number(quads, &term, out_id);
}

static TwStatus
add_rows(const TwRows* rows, TwQuads* quads, TwBuf* text)
{
  for (size_t i = 0; i < rows->rows.count; ++i) {
    TwQuadIds ids = {.part = {[TW_GRAPH] = TW_DEFAULT_GRAPH}};
    TW_TRY(number_iri(quads, text, ROW, i, &ids.part[TW_SUBJECT]));
    for (size_t k = 0; k < rows->n_names; ++k) {
      const TwCell* const cell = &rows->rows.at[i][k];
      if (!cell->is_bound || cell->is_blank) {
        return TW_NONE;
      }
      TW_TRY(number_iri(quads, text, COLUMN, k, &ids.part[TW_PREDICATE]));
      const TwStatus status =
        tw_quads_number(quads, &cell->term, &ids.part[TW_OBJECT]);
      if (status != TW_OK) {
        return status == TW_ERR_STORE ? TW_NONE : status;
      }
      TW_TRY(tw_quads_add_ids(quads, &ids));
    }
  }
  return TW_OK;
}

TwStatus
tw_query_part_quads(const TwRows* rows, TwQuads** out_quads)
{
  TwBuf text = TW_BUF_INIT;
  TwQuads* const quads = tw_quads_new();
  const TwStatus status = quads ? add_rows(rows, quads, &text) : TW_ERR_NOMEM;
  tw_buf_clear(&text);
  if (status != TW_OK) {
    tw_quads_free(quads);
    return status;
  }
  *out_quads = quads;
  return TW_OK;
}

void
tw_query_part_pattern(const TwQueryTraits* part, TwBuf* out)
{
  for (size_t k = 0; k < part->n_names; ++k) {
    tw_buf_addf(out, " ?" TW_QUERY_OWN "row <" COLUMN "%zu> ?%.*s .", k,
                TW_STR_ARG(part->names[k]));
  }
}
