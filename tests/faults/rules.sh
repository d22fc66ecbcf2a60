#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# A rule or a table that is wrong ends the run before anything is read, with
# its place, its line and a caret.
. "$srcdir/tests/faults/common.sh"

mkdir broken
cat > broken/one.yaml << 'END'
pack: one
version: 1
language: en
rules:
  - id: one.first
    frame: Transfer
    trigger: {verb: [send]
    roles: {by: {at: subject}}
END
expect 'broken YAML' 2 'broken/one.yaml:[0-9]*:[0-9]*: error\[TW2' \
  build --rules=broken -o out good.txt
grep -q '^ *^$' stderr.log && pass || fail 'broken YAML has no caret'

cat > broken/one.yaml << 'END'
pack: one
version: 1
language: en
rules:
  - id: one.first
    frame: Journey
    trigger: {verb: [travel]}
    roles: {by: {at: subject, type: Person}}
END
expect 'a class that is not there' 2 \
  'broken/one.yaml:6:[0-9]*: error\[TW2' build --rules=broken -o out good.txt
grep -q '^ *^$' stderr.log && pass || fail 'an unknown class has no caret'
expect 'a folder of rules that is not there' 2 'nowhere.*error\[TW' \
  build --rules=nowhere -o out good.txt

printf 'Los Faroles\tCartel\tx:1\nLos Otros\tCartell\tx:2\n' > names.tsv
expect 'a bad row' 2 'names.tsv:2:11: error\[TW2301\]' \
  build --gazetteer=names.tsv -o out good.txt
grep -q '^ *^$' stderr.log && pass || fail 'a bad row has no caret'
expect 'a table that is not there' 2 'none.tsv: error\[TW2312\]' \
  build --gazetteer=none.tsv -o out good.txt
TRIPLEWIRE_DATA=$PWD/nowhere
export TRIPLEWIRE_DATA
expect 'data that are not there' 2 'error\[TW6005\]' build -o out good.txt
mkdir nowhere
expect 'data that are empty' 2 'error\[TW2' build -o out good.txt
[ ! -e out ] && pass || fail 'a refused run has written'

finish 'faults of rules'
