#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# 100,000 files in folders, and as many lines; a file that is no text among
# them.
. "$srcdir/tests/faults/common.sh"

n=100000
for folder in 0 1 2 3 4 5 6 7 8 9; do mkdir -p "many/$folder"; done
awk -v n=$n 'BEGIN {
  for (i = 0; i < n; ++i) {
    file = "many/" i % 10 "/" i ".txt"
    if (i == 77777) printf "Jos\351\n" > file
    else if (i % 1000) print "Nothing happened in room " i "." > file
    else print "Chile sent " i + 2 " prisoners to Peru on 3 June 2025." > file
    close(file)
  }
}'
expect '100,000 files' 0 'many/7/77777.txt.*error\[TW1004\]' build -o out many
grep -q "^$((n - 1)) articles, 1 set aside" stderr.log && pass ||
  fail "not all were counted: $(tail -n 1 stderr.log)"
[ "$(wc -l < out/sources.jsonl)" -eq $((n - 1)) ] && pass ||
  fail 'not all are among the sources'

finish 'many files'
