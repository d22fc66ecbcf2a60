/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_AGREE_H
#define TW_LIB_AGREE_H

#include "base/diag.h"

#include <stdbool.h>

/* Whether the files of a bundle say the same. What does not is told to the
 * sink as an error and counted. */

/// Compares the triples of two graph files. TW_ERR_STORE, TW_ERR_READ.
TwStatus
tw_agree_triples(const char* path, const char* other, TwDiagSink* sink,
                 size_t* n_wrong);

/// Holds the rows of a table of facts that are about events or relations with
/// ends of their own against their number. TW_ERR_READ with errno.
TwStatus
tw_agree_facts(const char* path, size_t n_told, TwDiagSink* sink,
               size_t* n_wrong);

/// Holds the rows of a CSV file with a head against the number of claims.
/// TW_ERR_READ with errno.
TwStatus
tw_agree_rows(const char* path, size_t n_claims, TwDiagSink* sink,
              size_t* n_wrong);

#endif
