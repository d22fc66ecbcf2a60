#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What reading and fusing take as programs of their own, on all cores: 10 %,
# 30 % and 100 % of the lines of a corpus, RUNS runs by turns, the median of
# seconds by the clock and of the processors.
#
#   bench/halves.sh CORPUS.jsonl[.xz] [RUNS]
set -eu
. "$(dirname "$0")/corpus.sh"
lines=$(wc -l < "$scratch/all.jsonl")

# timed NAME COMMAND...: adds "seconds processor-seconds kilobytes" to NAME
timed() {
  name=$1
  shift
  /usr/bin/time -f '%e %U %S %M' -o "$scratch/time" "$@"
  tail -n 1 "$scratch/time" |
    awk '{ printf "%.2f %.2f %d\n", $1, $2 + $3, $4 }' >> "$scratch/$name"
}

# median NAME COLUMN
median() {
  cut -d' ' -f"$2" "$scratch/$1" | sort -n | sed -n "$(((runs + 1) / 2))p"
}

printf '%-6s %9s %14s %16s %14s %16s %12s\n' share articles 'read, clock' \
  'read, processor' 'fuse, clock' 'fuse, processor' 'fuse, MB'
for percent in 10 30 100; do
  rm -f "$scratch/read" "$scratch/fuse"
  head -n $((lines * percent / 100)) "$scratch/all.jsonl" > "$scratch/part.jsonl"
  i=0
  while [ $i -lt "$runs" ]; do
    # shellcheck disable=SC2016
    timed read sh -c '"$0" extract --quiet "$1" > "$2"' "$program" \
      "$scratch/part.jsonl" "$scratch/part.nq"
    timed fuse "$program" fuse --quiet -o "$scratch/fused" "$scratch/part.nq"
    i=$((i + 1))
  done
  printf '%-6s %9d %14s %16s %14s %16s %12d\n' "$percent %" \
    $((lines * percent / 100)) "$(median read 1)" "$(median read 2)" \
    "$(median fuse 1)" "$(median fuse 2)" $(($(median fuse 3) / 1024))
done
