#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Each header compiles alone, in C11 and, the public one, in C++.
set -u
cd "${srcdir:-$(dirname "$0")/..}" || exit 99
flags="-I. -I${builddir:-.} ${TW_CPPFLAGS:--D_DEFAULT_SOURCE} -fsyntax-only"
bad=0
n=0
for header in $(find base ontology extract graph output lib cli include \
  -name '*.h' | LC_ALL=C sort); do
  # The flags are words.
  # shellcheck disable=SC2086
  ${CC:-cc} -x c -std=c11 -Wall -Wextra -Werror -Iinclude $flags "$header" ||
    bad=$((bad + 1))
  n=$((n + 1))
done
for header in include/triplewire/*.h; do
  [ -f "$header" ] || continue
  command -v "${CXX:-c++}" > /dev/null || continue
  # shellcheck disable=SC2086
  "${CXX:-c++}" -x c++ -Wall -Werror -Iinclude $flags "$header" ||
    bad=$((bad + 1))
done
echo "headers: $n, $bad of them do not stand alone"
[ $bad -eq 0 ]
