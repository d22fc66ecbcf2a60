#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Fifty random orders of the articles, read by a random number of threads, and
# fifty random splits, whose parts are read alone and then read or fused
# together: each gives the same bytes. The seed is fixed; TW_ROUNDS=500 takes more.
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
articles=$(cd "$srcdir/examples/articles" && pwd)
rounds=${TW_ROUNDS:-50}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
passed=0 failed=0

# Articles by name, and one text that three papers print
cp "$articles"/* .
for paper in Zenith Apex Meridian; do
  printf '{"id": "%s", "publisher": "The %s", "text": "%s"}\n' $paper $paper \
    'Ana Rey, a minister of Chile, was arrested in Lima on 3 May 2024.' \
    > "$paper.jsonl"
done
ls ./*.txt ./*.jsonl > names

build() {
  "$program" build --quiet "$@" 2> /dev/null
}

# shuffle ROUND < LINES: the lines in an order that the number alone decides
shuffle() {
  awk -v seed="$1" '
    function draw(n) { x = x * 16807 % 2147483647; return x % n }
    { line[NR] = $0 }
    END {
      x = seed * 7919 + 1
      for (i = 0; i < 9; i++) draw(2)
      for (i = NR; i > 0; i--) {
        k = draw(i) + 1
        print line[k]
        line[k] = line[i]
      }
    }'
}

# judge WHAT
judge() {
  for form in ttl nq tsv csv jsonl; do
    cmp -s "whole.$form" "out.$form" || {
      echo "FAIL $1: other bytes in out.$form"
      failed=$((failed + 1))
      return
    }
  done
  passed=$((passed + 1))
}

forms() {
  for form in ttl nq tsv csv jsonl; do echo "-o $1.$form"; done
}

# The names have no blanks.
# shellcheck disable=SC2046
build $(forms whole) $(cat names) || exit 99

round=0
while [ $round -lt "$rounds" ]; do
  round=$((round + 1))
  shuffle $round < names > order
  # shellcheck disable=SC2046
  build --jobs=$((round % 4 + 1)) $(forms out) $(cat order)
  judge "order $round"
  first=$((round % 11 + 1))
  head -n $first order > first
  tail -n +$((first + 1)) order > second
  if [ $((round % 2)) -eq 0 ]; then
    # shellcheck disable=SC2046
    build -o first-part.jsonl $(cat first)
    # shellcheck disable=SC2046
    build -o second-part.jsonl $(cat second)
    # shellcheck disable=SC2046
    build $(forms out) $(ls first-part.jsonl second-part.jsonl |
      shuffle $round)
  else
    # shellcheck disable=SC2046
    "$program" extract --quiet $(cat first) > first-part.nq 2> /dev/null
    # shellcheck disable=SC2046
    "$program" extract --quiet $(cat second) > second-part.nq 2> /dev/null
    # shellcheck disable=SC2046
    "$program" fuse --quiet $(forms out) \
      $(ls first-part.nq second-part.nq | shuffle $round) 2> /dev/null
  fi
  judge "split $round"
  rm -f first-part.* second-part.*
done

echo "orders: $passed passed, $failed failed"
[ $failed -eq 0 ]
