#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Patterns match the same whether PCRE2 compiles or interprets them, and rules
# give the same whatever their files are called: over a sample of articles, if
# they are there (tests/same_bytes.sh has the examples, tests/rules.sh those of
# the rules).
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
corpora=${TRIPLEWIRE_GOLD:-$srcdir/../shared}/corpora/articles
[ -d "$corpora" ] || { echo "skipped: no articles at $corpora"; exit 77; }
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

for name in news clusters releases; do
  head -n 40 "$corpora/$name.jsonl"
done > "$scratch/sample.jsonl"

# facts OUT OPTION...: what rules make of the sample
facts() {
  out=$1
  shift
  "$program" build --quiet -o "$scratch/$out.csv" "$@" "$scratch/sample.jsonl" \
    > "$scratch/said" 2>&1 || { cat "$scratch/said"; failed=$((failed + 1)); }
}

# check WHAT A B
check() {
  if [ -s "$scratch/$2.csv" ] && cmp -s "$scratch/$2.csv" "$scratch/$3.csv"; then
    passed=$((passed + 1))
  else
    echo "FAIL $1"
    diff "$scratch/$2.csv" "$scratch/$3.csv" | head -n 10
    failed=$((failed + 1))
  fi
}

facts compiled
facts interpreted --no-jit
check 'patterns interpreted' compiled interpreted

# The same packs, read in the opposite order.
data=${TRIPLEWIRE_DATA:-$PWD/share}
mkdir "$scratch/data"
for part in "$data"/*; do
  [ "${part##*/}" = rules ] || ln -s "$part" "$scratch/data/"
done
n=999
find "$data/rules/" -name '*.yaml' | LC_ALL=C sort | while read -r pack; do
  language=$(basename "$(dirname "$pack")")
  mkdir -p "$scratch/data/rules/$language"
  cp "$pack" "$scratch/data/rules/$language/$n.yaml"
  n=$((n - 1))
done
TRIPLEWIRE_DATA=$scratch/data facts reordered
check 'packs in another order' compiled reordered

echo "jit: $passed passed, $failed failed"
[ $failed -eq 0 ]
