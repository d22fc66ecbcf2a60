#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# How well the gold articles are read: a line a set and measure. Run it in the
# build folder; TRIPLEWIRE_GOLD as for tests/seeds/score.sh.
#
#   bench/quality.sh              prints the lines
#   bench/quality.sh --record     appends the figures that count to
#                                 bench/quality.tsv, too, with the day and the
#                                 commit
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

status=0
srcdir=$top "$top/tests/seeds/score.sh" > "$scratch/scores" || status=$?
if [ $status -ne 0 ]; then
  cat "$scratch/scores"
  exit $status
fi

# Below "== set": "name P 0.1 R 0.2 F1 0.3 ..." of the scorers, and "text: 0.95
# of N words, ..." of the trainer.
awk '
  /^== / { set = $2; sub(/:$/, "", set); next }
  set == "tagger" && / of [0-9]+ words/ {
    name = $0
    sub(/: .*/, "", name)
    value = $0
    sub(/^[^:]*: /, "", value)
    sub(/ .*/, "", value)
    gsub(/ /, "-", name)
    print set "\t" name "\t-\t-\t" value
    next
  }
  / F1? +[0-9.]+/ && / P +[0-9.]+/ {
    name = $1
    for (i = 1; i < NF; ++i) {
      if ($i == "P") p = $(i + 1)
      if ($i == "R") r = $(i + 1)
      if ($i == "F1" || $i == "F") f = $(i + 1)
    }
    print set "\t" name "\t" p "\t" r "\t" f
  }' "$scratch/scores" > "$scratch/lines"

# The figures that are kept: set and measure
kept='
seeds entities|seeds all|fused all|gold entities|gold relations|gold events|gold all|
roles all|times strict|times relaxed|times value|mentions strict|
mentions relaxed|tagger pudnews|tagger pudnews-as-headlines'
kept=$(printf '%s' "$kept" | tr -d '\n' | tr ' ' '\t')

printf 'set\tmeasure\tP\tR\tF1\n'
cat "$scratch/lines"
if [ "${1:-}" = --record ]; then
  table=$top/bench/quality.tsv
  [ -f "$table" ] ||
    printf '# day\tcommit\tset\tmeasure\tP\tR\tF1\n' > "$table"
  day=$(git -C "$top" log -1 --format=%cs)
  commit=$(git -C "$top" rev-parse --short HEAD)
  grep -E "^($kept)	" "$scratch/lines" |
    sed "s/^/$day	$commit	/" >> "$table"
fi
