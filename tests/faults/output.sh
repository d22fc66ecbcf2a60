#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What cannot be written is an error 5001 and exit 4; what was there before is
# untouched, and nothing is left behind.
. "$srcdir/tests/faults/common.sh"

expect 'a first run' 0 '' build --per-document -o kept good.txt
sums kept > before
printf '%s\n' 'Peru arrested Ana Robles on 4 June 2025.' > other.txt

# unchanged WHAT: the folder kept/ is as it was
unchanged() {
  sums kept > after
  same "$1: the folder has changed" before after
}

printf 'mine\n' > file
expect 'a file where the folder should be' 4 'file: error\[TW5001\]' \
  build -o file/ good.txt
expect 'a file without suffix' 4 'file: error\[TW5001\]' build -o file good.txt
printf 'mine\n' > expected
same 'the file in the way has changed' expected file

mkdir -p way/graph.ttl
expect 'a folder where a file should be' 4 'way/graph.ttl: error\[TW5001\]' \
  build -o way good.txt
[ "$(ls -A way)" = graph.ttl ] && pass || fail 'something is left in way/'

expect 'a folder that is not there' 4 'error\[TW5001\]' \
  build -o no/such/folder good.txt
expect 'a suffix that is not known' 2 'error\[TW5003\]' build -o out.json \
  good.txt
expect 'two folders' 2 'error\[TW5004\]' build -o kept -o other good.txt
expect 'parts without a folder' 2 'error\[TW5005\]' build --per-document \
  -o out.ttl good.txt
expect 'nowhere to write' 2 'error\[TW6004\]' build good.txt
[ ! -e other ] && [ ! -e out.ttl ] && pass || fail 'a refused run has written'
unchanged 'refused'

# A disk that is full
if [ -c /dev/full ]; then
  for suffix in ttl nq svg dot csv jsonl txt; do
    ln -s /dev/full "full.$suffix"
    expect "a full disk for .$suffix" 4 "full.$suffix: error\\[TW5001\\]" \
      build -o kept -o "full.$suffix" other.txt
  done
  "$program" mentions good.txt > /dev/full 2> stderr.log
  [ $? -eq 4 ] && grep -q 'TW5001' stderr.log && pass || fail 'mentions > full'
  "$program" build -o - good.txt > /dev/full 2> stderr.log
  [ $? -eq 4 ] && grep -q 'TW5001' stderr.log && pass || fail 'Turtle > full'
  "$program" query kept events > /dev/full 2> stderr.log
  [ $? -eq 4 ] && grep -q 'TW5001' stderr.log && pass || fail 'query > full'
  "$program" help > /dev/full 2> stderr.log
  [ $? -eq 4 ] && grep -q 'TW5001' stderr.log && pass || fail 'help > full'
  unchanged 'a full disk'
fi

# Files of one block at most: the first byte too many is refused
(
  ulimit -f 1
  "$program" build -o kept other.txt good.txt
) > stdout.log 2> stderr.log
[ $? -eq 4 ] && grep -q 'error\[TW5001\]' stderr.log && pass || {
  fail 'a file at its limit'
  head -n 5 stderr.log
}
unchanged 'a file at its limit'

# A disk of 64 KiB, where mounting is allowed
mkdir small
if mount -t tmpfs -o size=64k tmpfs small 2> /dev/null; then
  "$program" build -o small/out good.txt 2> stderr.log
  first=$?
  if [ $first -eq 0 ]; then
    sums small/out > before.small
    for i in 1 2 3 4 5 6 7 8 9; do
      sed "s/two/$i$i/; s/3 June/$i June/" good.txt > "many$i.txt"
    done
    "$program" build -o small/out many*.txt other.txt 2> stderr.log
    [ $? -eq 4 ] && grep -q 'TW5001' stderr.log && pass || fail 'a small disk'
    sums small/out > after.small
    same 'a small disk: the folder has changed' before.small after.small
  elif [ $first -eq 4 ]; then
    [ ! -e small/out ] && pass || fail 'a small disk: something is left'
  else
    fail "a small disk: exit $first"
  fi
  umount small
fi

# A folder in which nobody may write
mkdir locked && cp -r kept/. locked && chmod -R a-w locked
chmod 777 .
chmod 644 ./*.txt
if unprivileged test -x "$program" && ! unprivileged test -w locked; then
  unprivileged "$program" build -o locked other.txt 2> stderr.log
  [ $? -eq 4 ] && grep -q 'error\[TW5001\].*Permission denied' stderr.log &&
    pass || fail 'a folder without the right to write'
  sums locked > after.locked
  same 'the locked folder has changed' before after.locked
  unprivileged "$program" build -o locked/new other.txt 2> stderr.log
  [ $? -eq 4 ] && pass || fail 'a new folder without the right to make it'
else
  echo 'skipped: no way to give up the rights of root'
fi

# A pipe that is closed, an interrupt
mkfifo pipe
"$program" mentions good.txt good.txt > pipe 2> stderr.log &
pid=$!
exec 3< pipe
exec 3<&-
wait $pid
status=$?
[ $status -eq 0 ] || [ $status -eq 141 ] && pass ||
  fail "a closed pipe: exit $status"

mkfifo input
sh -c 'trap - INT; exec "$0" build -o kept - < input' "$program" \
  2> stderr.log &
pid=$!
exec 4> input
sleep 0.5
kill -TERM $pid
(sleep 20 && kill -KILL $pid) > /dev/null 2>&1 &
watch=$!
wait $pid
status=$?
kill $watch 2> /dev/null
exec 4>&-
[ $status -eq 143 ] && pass || fail "terminated: exit $status"
unchanged 'terminated'
[ -z "$(find . -name '*.tmp-*')" ] && pass || {
  fail 'temporary files are left'
  find . -name '*.tmp-*'
}

finish 'faults of output'
