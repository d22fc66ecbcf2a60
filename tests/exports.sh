#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# The shared library shows only names of its own, and no floor has state: all
# that is not const hangs off what a caller holds.
set -u
cd "${builddir:-.}" || exit 99
for tool in nm objdump; do
  if ! command -v $tool > /dev/null; then
    echo "skipped: $tool is not there"
    exit 77
  fi
done
library=.libs/libtriplewire.so
if [ ! -f $library ] || nm -D $library | grep -q __asan; then
  echo "skipped: no plain shared library was built"
  exit 77
fi
bad=0
foreign=$(nm -D --defined-only $library | awk '{print $3}' | grep -v '^tw_')
if [ -n "$foreign" ]; then
  echo "exports: not ours: $foreign"
  bad=1
fi
state=$(objdump -t base/.libs/*.a ontology/.libs/*.a extract/.libs/*.a \
  graph/.libs/*.a output/.libs/*.a lib/.libs/*.a 2> /dev/null |
  awk -F '\t' '{n = split($1, left, " "); section = left[n]}
    section ~ /^\.(t?data|t?bss)/ && section !~ /^\.data\.rel\.ro/ &&
    $1 ~ / O / {sub(/^[0-9a-f]+ */, "", $2); print $2}')
if [ -n "$state" ]; then
  echo "exports: mutable state: $state"
  bad=1
fi
[ $bad -eq 0 ]
