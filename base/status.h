/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_STATUS_H
#define TW_BASE_STATUS_H

/** What an operation came to. Every function that can fail returns one. */
typedef enum {
  TW_OK = 0,
  TW_NONE,         ///< Nothing there, and that is no error
  TW_ERR_NOMEM,    ///< Memory ran out
  TW_ERR_USAGE,    ///< The command line asks for something impossible
  TW_ERR_RULE,     ///< A rule pack, gazetteer or table is wrong
  TW_ERR_INPUT,    ///< A document cannot be read
  TW_ERR_ENCODING, ///< Bytes are not in the encoding they should be in
  TW_ERR_READ,     ///< The system refused to read
  TW_ERR_WRITE,    ///< The system refused to write
  TW_ERR_LIMIT,    ///< A limit was hit; what was cut is reported
  TW_ERR_STORE,    ///< The triple store refused
  TW_ERR_QUERY,    ///< A query is wrong or not supported
  TW_ERR_CHILD,    ///< A child process died or ran over its budget
  TW_ERR_INTERNAL, ///< A promise between two of our modules was broken
} TwStatus;

#if defined(__GNUC__)
#  define TW_MUST_USE __attribute__((warn_unused_result))
#  define TW_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#  define TW_MUST_USE
#  define TW_PRINTF(f, a)
#endif

/// Returns from the function with the status of `expr` unless it is TW_OK
#define TW_TRY(expr)                                                           \
  do {                                                                         \
    const TwStatus tw_try_status_ = (expr);                                    \
    if (tw_try_status_ != TW_OK) {                                             \
      return tw_try_status_;                                                   \
    }                                                                          \
  } while (0)

/// A short English description of `status`; never NULL, static
const char*
tw_status_text(TwStatus status);

/// The exit code of the program that ended with `status` (see docs/errors.md)
int
tw_status_exit(TwStatus status);

#endif
