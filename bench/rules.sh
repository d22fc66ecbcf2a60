#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What rules cost by their number: builds the facts of a corpus with 100, 1,000
# and 5,000 generated rules beside those of the house. Half are frames, half
# patterns, each with a word of its own: with "spread" words drawn evenly from
# the corpus, so that more rules meet more of the text; with "idle" a hundred of
# these and made-up words for the rest, so that only their number grows.
#
#   bench/rules.sh CORPUS.jsonl[.xz] [RUNS]
set -eu
. "$(dirname "$0")/corpus.sh"
printf '{"id": "a", "text": "One short line."}\n' > "$scratch/line.jsonl"

# Words that stand there more than once, in an order that means nothing
LC_ALL=C tr -cs 'a-z' '\n' < "$scratch/all.jsonl" | grep -E '^[a-z]{5,12}$' |
  LC_ALL=C sort | uniq -d | awk '{ print (NR * 7919) % 100003, $1 }' |
  LC_ALL=C sort -n | cut -d' ' -f2 > "$scratch/spread"
head -n 100 "$scratch/spread" > "$scratch/idle"

# make_rules N WORDS FOLDER: packs of 500 rules
make_rules() {
  mkdir -p "$3"
  awk -v n="$1" -v dir="$3" '
    function word(i) { return i in list ? list[i] : "madeup" i }
    { list[k++] = $1 }
    END {
      for (i = 0; i < n; ++i) {
        if (i % 500 == 0) {
          file = dir "/pack" int(i / 500) ".yaml"
          printf "pack: bench%d\nversion: 1\nlanguage: en\nrules:\n", \
            i / 500 > file
        }
        printf "  - id: bench.r%d\n", i > file
        if (i % 2) {
          printf "    frame: Transfer\n    trigger: {verb: %s, noun: %s}\n", \
            word(i), word(i) > file
          printf "    roles:\n" \
            "      by: {at: subject, type: [Country, Person]}\n" \
            "      person: {at: object, type: [Person, Group], list: true}\n" \
            "      destination: {at: to, type: Place}\n" \
            "    require: [person, destination]\n" > file
        } else {
          printf "    match: \"<Person person> ,? [%s] (of|for) ~ " \
            "<Person|Organization of>\"\n" \
            "    emit: [{relative: {person: person, of: of}}]\n", \
            word(i) > file
        }
        printf "    examples:\n      - {text: a, gives: none}\n" \
          "      - {text: a, gives: {person: b}}\n" > file
      }
    }' "$2"
}

median() { sort -n | sed -n "$(( ($1 + 1) / 2 ))p"; }

# measure FOLDER FILE: seconds of processor time
measure() {
  /usr/bin/time -f '%U' -o "$scratch/time" \
    "$program" build --jobs 1 --quiet --rules "$1" -o "$scratch/facts.tsv" \
    "$2" > /dev/null 2>&1
  tail -n 1 "$scratch/time"
}

printf '%-8s %8s %10s %10s\n' words rules seconds start-up
for words in idle spread; do
  for n in 100 1000 5000; do
    make_rules "$n" "$scratch/$words" "$scratch/$words$n"
    i=0
    : > "$scratch/runs"
    : > "$scratch/starts"
    while [ $i -lt "$runs" ]; do
      measure "$scratch/$words$n" "$scratch/line.jsonl" >> "$scratch/starts"
      measure "$scratch/$words$n" "$scratch/all.jsonl" >> "$scratch/runs"
      i=$((i + 1))
    done
    printf '%-8s %8s %10s %10s\n' "$words" "$n" \
      "$(median "$runs" < "$scratch/runs")" \
      "$(median "$runs" < "$scratch/starts")"
  done
done
