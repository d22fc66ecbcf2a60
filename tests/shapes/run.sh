#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Holds the checker of shapes against a SHACL engine: on the graph of the
# examples, which both must accept, and on graphs in which a thing is wrong,
# both name the same nodes and properties.
set -u

here=$(cd "${srcdir:-$(dirname "$0")/../..}" && pwd)
build=${builddir:-.}
program=${TRIPLEWIRE:-$build/triplewire}
python=$build/venv/bin/python
shapes=$here/ontology/shapes.ttl
"$python" -c 'import pyshacl' 2> /dev/null || {
  echo "skipped: no SHACL engine is there to compare with"
  exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0
graph=$scratch/whole.ttl

fault() {
  failed=$((failed + 1))
  echo "FAIL $*"
  diff "$scratch/engine" "$scratch/ours" | head -n 10
}

# compare WHAT GRAPH WANTED: both say the same; WANTED is how many faults
compare() {
  "$python" "$here/tests/shapes/engine.py" "$here/ontology/triplewire.ttl" \
    "$shapes" "$2" | LC_ALL=C sort -u > "$scratch/engine"
  "$program" check "$2" 2>&1 |
    sed -n 's/^.*TW4603.: <\([^>]*\)>[^<]*<\([^>]*\)>.*$/\1 \2/p' |
    LC_ALL=C sort -u > "$scratch/ours"
  if ! cmp -s "$scratch/engine" "$scratch/ours"; then
    fault "$1: the engine and the checker differ"
  elif [ "$(wc -l < "$scratch/ours")" -lt "$3" ]; then
    fault "$1: nobody sees it"
  else
    passed=$((passed + 1))
  fi
}

# change WHAT SCRIPT: the graph with one edit, made at the first place
change() {
  sed -e "$2" "$graph" > "$scratch/changed.ttl"
  if cmp -s "$graph" "$scratch/changed.ttl"; then
    fault "$1: the edit changes nothing"
  else
    compare "$1" "$scratch/changed.ttl" 1
  fi
}

"$program" build --quiet -o "$graph" "$here/examples/articles" || exit 99
compare "the graph of the examples" "$graph" 0
[ -s "$scratch/ours" ] && fault "the graph of the examples has faults"
change "another certainty" '0,/tw:certainty "asserted"/s//tw:certainty "sure"/'
change "another polarity" '0,/tw:polarity "positive"/s//tw:polarity "plus"/'
change "two polarities" \
  '0,/tw:polarity "positive"/s//tw:polarity "negative", "positive"/'
change "a claim without rule" '0,/tw:rule "[^"]*"/s//tw:recap true/'
change "an empty rule" '0,/tw:rule "[^"]*"/s//tw:rule ""/'
change "a rule that is a node" '0,/tw:rule "[^"]*"/s//tw:rule <x>/'
change "evidence that is no span" \
  '0,/tw:evidence <[^>]*>/s//tw:evidence <nowhere>/'
change "a cue that is words" '0,/tw:cue <[^>]*>/s//tw:cue "alleged"/'
change "a byte before the first" '0,/tw:byteStart [0-9]*/s//tw:byteStart -1/'
change "a number in words" '0,/tw:byteEnd [0-9]*/s//tw:byteEnd "nine"/'
change "a number that is none" \
  '0,/oa:start [0-9]*/s//oa:start "x"^^xsd:integer/'
change "two quotes" '0,/oa:exact "/s//oa:exact "other", "/'
change "a short hash" '0,/tw:sha256 "[0-9a-f]*"/s//tw:sha256 "12ab"/'
change "a day that is none" \
  '0,/schema:datePublished "[^"]*"/s//schema:datePublished "May"/'
change "no label" '0,/rdfs:label "[^"]*" ;/s//tw:countryCode "XX" ;/'
change "a long country" \
  '0,/tw:countryCode "[A-Z]*"/s//tw:countryCode "Peru"/'
change "another judgement" '0,/tw:judgement "[a-z]*"/s//tw:judgement "maybe"/'
change "another conflict" \
  '0,/tw:conflictKind "[a-z]*"/s//tw:conflictKind "quarrel"/'
change "a conflict of no claims" \
  '0,/tw:alternative <[^>]*>/s//tw:alternative <person\/nobody>/'

echo "shapes: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
