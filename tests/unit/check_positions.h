/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_POSITIONS_H
#define TW_TESTS_UNIT_CHECK_POSITIONS_H

/// What stands around the first token of the text that is the word `trigger`;
/// "none" if it calls for nothing. Static until the next call.
const char*
check_positions(const char* text, const char* trigger);

#endif
