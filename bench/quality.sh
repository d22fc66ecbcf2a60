#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# How well the gold articles are read: a line a set and measure. Run it in the
# build folder; TRIPLEWIRE_GOLD as for tests/seeds/score.sh.
#
#   bench/quality.sh              prints the lines
#   bench/quality.sh --record     appends them to bench/quality.tsv, too, with
#                                 the day and the commit
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

# Lines of scores: "name P 0.1 R 0.2 F1 0.3 ..." below "== set"
awk '
  /^== / { set = $2; sub(/:$/, "", set); next }
  / F1 [0-9.]+/ && / P +[0-9.]+/ {
    name = $1
    for (i = 1; i < NF; ++i) {
      if ($i == "P") p = $(i + 1)
      if ($i == "R") r = $(i + 1)
      if ($i == "F1") f = $(i + 1)
    }
    print set "\t" name "\t" p "\t" r "\t" f
  }' "$scratch/scores" > "$scratch/lines"

printf 'set\tmeasure\tP\tR\tF1\n'
cat "$scratch/lines"
if [ "${1:-}" = --record ]; then
  day=$(git -C "$top" log -1 --format=%cs)
  commit=$(git -C "$top" rev-parse --short HEAD)
  grep -E '	(entities|relations|events|all|times|value|overlap)	' \
    "$scratch/lines" |
    sed "s/^/$day	$commit	/" >> "$top/bench/quality.tsv"
fi
