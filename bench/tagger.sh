#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# How fast the tagger is on the text of a corpus of JSON lines: millions of
# words a second on one core, median of RUNS runs. Each run begins with empty
# memory, so what it costs to learn a word is in it; cutting the text into words
# is not. Run it in the build folder behind `make tagger`.
#
#   bench/tagger.sh CORPUS.jsonl[.xz] [RUNS]
set -eu

trainer=./train-tagger
data=${TRIPLEWIRE_DATA:-./share}
corpus=$1
runs=${2:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

case $corpus in
  *.xz) xz -dc "$corpus" ;;
  *) cat "$corpus" ;;
esac | python3 -c '
import json, re, sys
word = re.compile(r"\w+(?:[-\u2019\x27.]\w+)*|[^\w\s]")
for line in sys.stdin:
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", json.loads(line)["text"]):
        for text in word.findall(sentence)[:2000]:
            print(text + "\tNN")
        print()
' > "$scratch/words"

i=0
while [ $i -lt "$runs" ]; do
  "$trainer" "$data" "$data" 1.0 -- "$scratch/words" |
    sed -n '1s/.* of \([0-9]*\) words, \([0-9.]*\) million.*/\2 \1/p'
  i=$((i + 1))
done | sort -n | sed -n "$(((runs + 1) / 2))p" |
  awk '{ print $1 " million words a second, " $2 " words" }'
