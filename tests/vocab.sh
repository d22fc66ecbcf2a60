#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# The vocabulary is good Turtle for two readers, and the tables of the program
# are those that their generators make of it and of the words of names.
set -u
cd "${srcdir:-$(dirname "$0")/..}" || exit 99
if ! command -v python3 > /dev/null; then
  echo "skipped: python3 is not there"
  exit 77
fi
bad=0
made=$(mktemp -d)
python3 -B ontology/make_vocab.py "$made" || bad=1
python3 -B ontology/make_person_words.py "$made" || bad=1
for file in vocab.h vocab.c person_words_table.h; do
  cmp "ontology/$file" "$made/$file" || bad=1
done
rm -rf "$made"
if command -v rapper > /dev/null; then
  rapper -q -i turtle -c ontology/triplewire.ttl || bad=1
fi
if command -v serdi > /dev/null; then
  serdi -q ontology/triplewire.ttl > /dev/null || bad=1
fi
[ $bad -eq 0 ]
