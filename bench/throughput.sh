#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# How fast and in how much memory `build` reads a corpus of JSON lines:
# 10 %, 30 % and 100 % of its lines, one core, median of RUNS runs, to Turtle.
#
#   bench/throughput.sh CORPUS.jsonl[.xz] [RUNS]
set -eu
. "$(dirname "$0")/corpus.sh"
lines=$(wc -l < "$scratch/all.jsonl")

median() { sort -n | sed -n "$(( ($1 + 1) / 2 ))p"; }

# measure FILE: "seconds kilobytes seconds-of-fusing" of one run
measure() {
  /usr/bin/time -f '%e %M' -o "$scratch/time" \
    "$program" build --log=json --jobs 1 -o "$scratch/graph.ttl" "$1" \
    2> "$scratch/log" > /dev/null
  fusing=$(sed -n 's/.*"read_milliseconds":\([0-9]*\),"milliseconds":\([0-9]*\).*/\1 \2/p' \
    "$scratch/log" | awk '{ printf "%.3f", ($2 - $1) / 1000 }')
  echo "$(tail -n 1 "$scratch/time") $fusing"
}

printf '%-8s %10s %10s %10s %12s %12s\n' share MB seconds MB/s 'peak MB' \
  'of it fusing'
for percent in 10 30 100; do
  head -n $((lines * percent / 100)) "$scratch/all.jsonl" > "$scratch/part.jsonl"
  : > "$scratch/runs"
  i=0
  while [ $i -lt "$runs" ]; do
    measure "$scratch/part.jsonl" >> "$scratch/runs"
    i=$((i + 1))
  done
  seconds=$(cut -d' ' -f1 "$scratch/runs" | median "$runs")
  peak=$(cut -d' ' -f2 "$scratch/runs" | median "$runs")
  fusing=$(cut -d' ' -f3 "$scratch/runs" | median "$runs")
  bytes=$(wc -c < "$scratch/part.jsonl")
  awk -v p="$percent" -v b="$bytes" -v s="$seconds" -v k="$peak" \
    -v f="$fusing" 'BEGIN {
    printf "%-8s %10.1f %10.2f %10.1f %12.0f %12.2f\n", p "%", b / 1e6, s,
           b / 1e6 / s, k / 1024, f }'
done

echo "start-up, median of 9 runs:"
i=0
: > "$scratch/runs"
while [ $i -lt 9 ]; do
  printf 'One short line.\n' > "$scratch/one.txt"
  start=$(date +%s%N)
  "$program" mentions --quiet "$scratch/one.txt" > /dev/null
  end=$(date +%s%N)
  echo $(((end - start) / 1000)) >> "$scratch/runs"
  i=$((i + 1))
done
echo "  $(median 9 < "$scratch/runs") microseconds for mentions of one line"
