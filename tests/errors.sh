#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Each code that the sources define has an entry in docs/errors.md, each entry
# a code, and they stand in order.
set -u
cd "${srcdir:-$(dirname "$0")/..}" || exit 99
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
folders='base ontology extract graph output lib cli'
# shellcheck disable=SC2086
grep -rhoE '\b[A-Z_]*(CODE|PACK|STORE)_[A-Z0-9_]+( =)? [1-6][0-9]{3}\b' \
  $folders --include='*.[ch]' | grep -oE '[0-9]{4}$' | LC_ALL=C sort -u \
  > "$scratch/defined"
sed -n 's/^## TW\([0-9]*\)$/\1/p' docs/errors.md > "$scratch/listed"
LC_ALL=C sort -u "$scratch/listed" > "$scratch/documented"
bad=0
if ! cmp -s "$scratch/listed" "$scratch/documented"; then
  echo "errors: docs/errors.md is not in order"
  diff "$scratch/listed" "$scratch/documented" | head -n 5
  bad=1
fi
for code in $(LC_ALL=C comm -23 "$scratch/defined" "$scratch/documented"); do
  echo "errors: no entry for TW$code"
  bad=1
done
while read -r code; do
  # shellcheck disable=SC2086
  grep -rqE "\b$code\b" $folders --include='*.[ch]' && continue
  echo "errors: nothing says TW$code"
  bad=1
done < "$scratch/documented"
[ $bad -eq 0 ]
