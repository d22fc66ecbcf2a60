#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Reads the gold articles, if a folder with them is there, and prints the
# table of the scorers. It has no threshold: it tells, it does not judge.
#
#   TRIPLEWIRE_GOLD   folder that holds seeds, seeds-gold, corpora and score
#                     (default: shared beside the checkout)
#
# The tagger is measured where `make train-tagger` has built its trainer.
set -eu

top=$(cd "${srcdir:-$(dirname "$0")/../..}" && pwd)
program=${TRIPLEWIRE:-./triplewire}
data=${TRIPLEWIRE_DATA:-./share}
gold=${TRIPLEWIRE_GOLD:-$top/../shared}

if [ ! -d "$gold/seeds" ] || [ ! -f "$gold/score/score_facts.py" ]; then
  echo "skipped: no gold articles beside the checkout"
  exit 77
fi
command -v python3 >/dev/null || { echo "skipped: python3 is not there"; exit 77; }

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

score_facts() {
  "$program" build --quiet --per-document -o "$out/$1" "$2"
  echo "== $1: facts"
  python3 "$gold/score/score_facts.py" "$3" "$out/$1/facts" --by-type
}

score_facts seeds "$gold/seeds" "$gold/seeds-gold"
if [ -f "$gold/seeds-gold/fused.tsv" ]; then
  mkdir "$out/merged" "$out/merged-gold"
  cp "$gold/seeds-gold/fused.tsv" "$out/merged-gold/000.tsv"
  python3 "$top/tests/seeds/fused.py" "$out/seeds" > "$out/merged/000.tsv"
  echo "== fused: facts"
  python3 "$gold/score/score_facts.py" "$out/merged-gold" "$out/merged" \
    --by-type
fi
if [ -f "$gold/corpora/gold-texts.jsonl" ]; then
  score_facts gold "$gold/corpora/gold-texts.jsonl" "$gold/corpora/gold"
fi

for kind in times mentions; do
  corpus=$gold/corpora/$kind/dev.jsonl
  [ -f "$corpus" ] || continue
  "$program" mentions --quiet --unit=char "$corpus" > "$out/$kind.tsv"
  echo "== $kind"
  python3 "$gold/score/score_spans.py" "$kind" "$corpus" "$out/$kind.tsv"
done

if [ -f "$gold/corpora/roles/dev.tsv" ]; then
  "$program" rules positions --quiet --unit=char \
    "$gold"/corpora/articles/*.jsonl "$gold/corpora/gold-texts.jsonl" \
    > "$out/roles.tsv"
  echo "== roles"
  python3 "$gold/score/score_roles.py" "$gold/corpora/roles/dev.tsv" \
    "$out/roles.tsv" --by-role
fi

if [ -x ./train-tagger ] && command -v xz >/dev/null; then
  echo "== tagger"
  for text in pudnews ewt; do
    [ -f "$gold/corpora/pos/$text.dev.xz" ] || continue
    xz -dc "$gold/corpora/pos/$text.dev.xz" > "$out/$text"
    ./train-tagger "$data" "$data" 1.0 -- "$out/$text" |
      sed "s|^$out/||"
  done
fi
