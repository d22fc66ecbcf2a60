#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the unit tests and the main job under valgrind: no byte may be read that
# was not written, none be lost. `make check-valgrind`; it takes minutes.
set -u
cd "${builddir:-.}" || exit 99
command -v valgrind > /dev/null || {
  echo "skipped: valgrind is not there"
  exit 77
}
export CK_FORK=no CK_DEFAULT_TIMEOUT=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# A child that is forked for a query or a layout ends in the middle of it: only
# the report of the program itself counts.
check() {
  what=$1
  shift
  valgrind --suppressions="$srcdir/tests/valgrind.supp" --leak-check=full --errors-for-leak-kinds=definite \
    --log-file="$scratch/%p" "$@" > "$scratch/said" 2>&1 &
  pid=$!
  wait $pid
  status=$?
  if [ $status -eq 0 ] && grep -q 'ERROR SUMMARY: 0 errors' "$scratch/$pid"
  then
    passed=$((passed + 1))
  else
    echo "FAIL $what: exit $status"
    tail -n 10 "$scratch/said"
    grep -v 'Memcheck\|Copyright\|Command:' "$scratch/$pid" | head -n 40
    failed=$((failed + 1))
  fi
}

for program in ${1:-check_*}; do
  case $program in
    *.*) ;;
    check_output)
      # A layout under valgrind runs over its budget of memory.
      for suite in label bundle diagram diagram_words turtle facts report; do
        export CK_RUN_SUITE=$suite
        check "$program $suite" "./$program"
      done
      unset CK_RUN_SUITE
      ;;
    *) check "$program" "./$program" ;;
  esac
done
# Code made just in time looks to valgrind as if it read what was not written.
check build ./triplewire build --quiet --no-jit -o "$scratch/graph.ttl" \
  -o "$scratch/evidence.csv" -o "$scratch/report.txt" -o "$scratch/s.jsonl" \
  "$srcdir/examples/articles"
check verify ./triplewire verify --quiet "$scratch/graph.ttl" \
  "$srcdir/examples/articles"
echo "valgrind: $passed passed, $failed failed"
[ $failed -eq 0 ]
