#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# The unit tests of every floor under valgrind's memcheck, two floors at a
# time; about three minutes. TW_QUICK leaves it out.
set -u
here=$(cd "${srcdir:-$(dirname "$0")/..}" && pwd)
cd "${builddir:-.}" || exit 99

skip() {
  echo "skipped: $1"
  exit 77
}

[ -z "${TW_QUICK:-}" ] || skip "only the quick tests were asked for"
[ -z "${TW_SANITIZED:-}" ] || skip "the program was built with sanitizers"
command -v valgrind > /dev/null || skip "valgrind is not there"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CK_FORK=no CK_DEFAULT_TIMEOUT=0
unset MAKEFLAGS MFLAGS

# The longest first.
for floor in graph text ingest mention output rule base ontology lib; do
  [ ! -x "check_$floor" ] || echo "$floor"
done > "$work/floors"
[ -s "$work/floors" ] || skip "there are no unit tests"

# shellcheck disable=SC2016
xargs -P 2 -I FLOOR sh -c '
  ./libtool --mode=execute valgrind -q --error-exitcode=9 \
    --suppressions="$1/tests/valgrind.supp" ./check_FLOOR \
    > "$2/FLOOR.log" 2>&1 && echo FLOOR >> "$2/passed"' \
  sh "$here" "$work" < "$work/floors"

passed=0 failed=0
while read -r floor; do
  if grep -qx "$floor" "$work/passed"; then
    passed=$((passed + 1))
  else
    echo "FAIL $floor under valgrind"
    grep -E '^==|:[EF]:' "$work/$floor.log" | head -n 40
    failed=$((failed + 1))
  fi
done < "$work/floors"
echo "valgrind: $passed passed, $failed failed"
[ $failed -eq 0 ]
