#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Reads each broken pack below tests/broken/ alone and holds what is said of it
# to NAME.txt: place, caret, what was expected, the nearest name.
# `broken.sh --accept` writes what came out, to be reviewed as a difference.
set -u
program=${TRIPLEWIRE:-./triplewire}
[ -x "$program" ] || { echo "skipped: there is no program"; exit 77; }
case $program in /*) ;; *) program=$(pwd)/$program ;; esac
case ${TRIPLEWIRE_DATA:-/} in
  /*) ;;
  *) TRIPLEWIRE_DATA=$(pwd)/$TRIPLEWIRE_DATA; export TRIPLEWIRE_DATA ;;
esac
cd "${srcdir:-$(dirname "$0")/..}/tests/broken" || exit 99
got=$(mktemp) || exit 99
trap 'rm -f "$got"' EXIT
passed=0
failed=0
for pack in *.yaml; do
  want=${pack%.yaml}.txt
  "$program" rules lint --bare --rules "$pack" > "$got" 2>&1
  echo "exit status $?" >> "$got"
  if [ "${1:-}" = --accept ]; then
    cp "$got" "$want"
  elif cmp -s "$want" "$got"; then
    passed=$((passed + 1))
  else
    echo "FAIL $pack"
    diff -u "$want" "$got"
    failed=$((failed + 1))
  fi
done
echo "broken packs: $passed passed, $failed failed"
[ $failed -eq 0 ]
