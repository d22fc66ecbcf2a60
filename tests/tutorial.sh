#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Does what docs/tutorial.md does: its commands print what stands there, its
# rules are those of examples/ships.
set -u
program=${TRIPLEWIRE:-./triplewire}
[ -x "$program" ] || { echo "skipped: there is no program"; exit 77; }
case $program in /*) ;; *) program=$(pwd)/$program ;; esac
case ${TRIPLEWIRE_DATA:-/} in
  /*) ;;
  *) TRIPLEWIRE_DATA=$(pwd)/$TRIPLEWIRE_DATA; export TRIPLEWIRE_DATA ;;
esac
top=$(cd "${srcdir:-$(dirname "$0")/..}" && pwd)
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

mkdir "$scratch/bin" "$scratch/ships"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" > "$scratch/bin/triplewire"
chmod +x "$scratch/bin/triplewire"
cp "$top"/examples/ships/* "$scratch/ships"
cd "$scratch/ships" || exit 99
PATH=$scratch/bin:$PATH
export PATH

# Each block becomes a file, 1.console, 2.yaml …
awk -v dir="$scratch" '
  /^```(console|yaml)$/ { file = dir "/" ++n "." substr($0, 4); next }
  /^```$/ { file = "" }
  file { print > file }
' "$top/docs/tutorial.md"

# The commands of a block and what each prints
replay() {
  while IFS= read -r line; do
    case $line in
      '$ '*)
        printf '%s\n' "$line"
        (eval "${line#\$ }") < /dev/null 2>&1
        ;;
    esac
  done < "$1"
}

for block in "$scratch"/*.console; do
  replay "$block" > "$scratch/got"
  if cmp -s "$block" "$scratch/got"; then
    passed=$((passed + 1))
  else
    diff -u "$block" "$scratch/got"
    failed=$((failed + 1))
  fi
done
for block in "$scratch"/*.yaml; do
  if awk -v want="$(cat "$block")" '{ all = all $0 "\n" }
    END { exit !index(all, want "\n") }' ships.yaml; then
    passed=$((passed + 1))
  else
    echo "this is not in examples/ships/ships.yaml:"
    cat "$block"
    failed=$((failed + 1))
  fi
done
echo "tutorial: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -ge 10 ]
