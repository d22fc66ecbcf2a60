# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What benchmarks of a corpus begin with; read by "." with CORPUS.jsonl[.xz]
# [RUNS] as parameters. Sets program, runs and scratch, a folder that goes at
# the end, and puts the corpus into $scratch/all.jsonl.
# shellcheck shell=sh disable=SC2034

program=${TRIPLEWIRE:-./triplewire}
runs=${2:-3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

case $1 in
  *.xz) xz -dc "$1" > "$scratch/all.jsonl" ;;
  *) cp "$1" "$scratch/all.jsonl" ;;
esac
