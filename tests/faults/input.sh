#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Documents that cannot be read are set aside with a code, and never end a run
# as long as another one can be read.
. "$srcdir/tests/faults/common.sh"

# aside NAME CODE: NAME alone gives nothing, beside a good one it is left out
aside() {
  expect "$1 alone" 3 "error\\[$2\\]" build -o alone "$1"
  expect "$1 alone tells that there is nothing" 3 'error\[TW1002\]' \
    build -o alone "$1"
  expect "$1 beside another" 0 "error\\[$2\\]" build -o beside "$1" good.txt
  expect "$1 under --strict" "${3:-1}" "error\\[$2\\]" \
    build --strict -o beside "$1" good.txt
  if grep -q "$2" beside/report.txt; then
    pass
  else
    fail "$1 is not in the report"
  fi
}

: > empty.txt
printf ' \n\t\n' > blank.txt
printf '\357\273\277' > mark.txt
head -c 3000 /dev/zero > nul.txt
printf 'Ana Robles met Jos\351 Ibarra.\n' > latin1.txt
printf 'A\0n\0a\0 \0m\0e\0t\0 \0h\0i\0m\0.\0\n\0' > utf16le.txt
printf '\0A\0n\0a\0 \0m\0e\0t\0 \0h\0i\0m\0.\0\n' > utf16be.txt
printf '{"id": 1, "text": "Ana left' > cut.jsonl
printf '[{"id": 1, "text": "Ana left."}]\n' > array.jsonl
printf '{"id": 1, "title": "Ana left."}\n' > textless.jsonl
printf '{"id": 1, "text": ["Ana left."]}\n' > list.jsonl

aside empty.txt TW1003
aside blank.txt TW1003
aside mark.txt TW1003
aside nul.txt TW1006
aside latin1.txt TW1004
aside utf16le.txt TW1005
aside utf16be.txt TW1005
aside cut.jsonl TW1008
aside array.jsonl TW1008
aside textless.jsonl TW1009
aside list.jsonl TW1012
aside missing.txt TW1001

expect 'a hint to Latin-1' 0 'encoding=latin-1' build -o beside latin1.txt \
  good.txt
expect 'Latin-1 when told' 0 '' build --encoding=latin-1 -o told latin1.txt
expect 'UTF-16 when told' 0 '' build --encoding=utf-16le -o told utf16le.txt
expect 'an encoding nobody knows' 2 'TW1011' build --encoding=ebcdic -o told \
  good.txt
expect 'a folder without files' 3 'TW1002' build -o told "$(mktemp -d -p .)"

# A NUL inside is text
printf 'Chile sent two\0 prisoners to Bolivia on 3 June 2025.\n' > one_nul.txt
expect 'a single NUL' 0 '' build -o one_nul one_nul.txt
expect 'a single NUL verifies' 0 '' verify one_nul
printf '\357\273\277Chile sent two prisoners to Bolivia.\r\n\r\nAna left.\r\n' \
  > crlf.txt
expect 'a byte-order mark and CR' 0 '' build -o crlf crlf.txt
expect 'a byte-order mark and CR verify' 0 '' verify crlf

# Nothing that was there is touched
expect 'a first run' 0 '' build -o kept good.txt
sums kept > before
expect 'a run that reads nothing' 3 TW1002 build -o kept empty.txt
sums kept > after
same 'a run that reads nothing changes the folder' before after

# A line of 50 MB, with and without an end
awk 'BEGIN { for (i = 0; i < 1000000; ++i)
  printf "Ana Robles of Lima met the judge on 3 June 2025; " }' > long.txt
aside long.txt TW1007 5
{
  printf '{"id": "long", "text": "'
  cat long.txt
  printf '"}\n{"id": "short", "text": "Ana Robles left Chile on 3 June 2025."}\n'
} > long.jsonl
expect 'a line of 50 MB among others' 0 TW1007 build -o long long.jsonl
head -c 2000000 long.txt > less.txt
expect 'a line of 2 MB is cut and said to be' 0 TW3101 build -o long less.txt
expect 'what was cut verifies' 0 '' verify long

# A file that nobody but its owner may read
printf 'Ana left Lima.\n' > closed.txt
chmod 000 closed.txt
mkdir -p open && cp good.txt open && cp closed.txt open/closed.txt
chmod 000 open/closed.txt
chmod 777 . open
if unprivileged test ! -r closed.txt && unprivileged test -x "$program"; then
  unprivileged "$program" build -o closed closed.txt 2> stderr.log
  [ $? -eq 3 ] && grep -q 'closed.txt: error\[TW1001\]' stderr.log && pass ||
    fail 'an unreadable file alone'
  unprivileged "$program" build -o opened open 2> stderr.log
  [ $? -eq 0 ] && grep -q 'closed.txt: error\[TW1001\]' stderr.log && pass ||
    fail 'an unreadable file in a folder'
else
  echo 'skipped: no way to give up the rights of root'
fi

finish 'faults of input'
