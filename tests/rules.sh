#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the examples of all rules, those of docs/rules.md included, with PCRE2's
# JIT and without, and lint over them. What is wrong with a pack that stands
# among the built-in ones is told by lint, not when an article happens to need
# it.
set -u
program=${TRIPLEWIRE:-./triplewire}
[ -x "$program" ] || { echo "skipped: there is no program"; exit 77; }
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
failed=0

# Each block of the page that is a pack becomes one.
awk -v dir="$scratch" '
  /^```yaml$/ { file = dir "/doc" ++n ".yaml"; next }
  /^```$/ { file = "" }
  file { print > file }
' "${srcdir:-$(dirname "$0")/..}/docs/rules.md"
[ -f "$scratch/doc3.yaml" ] || { echo "docs/rules.md has no packs"; failed=1; }

"$program" rules test --rules "$scratch" || failed=1
"$program" rules test --no-jit --rules "$scratch" || failed=1
"$program" rules lint --rules "$scratch" || failed=1

data=${TRIPLEWIRE_DATA:-$(dirname "$program")/share}

# A pack of rules has many wordings to hold; common and crimes are words.
for pack in "$data"/rules/*/*.yaml; do
  case ${pack##*/} in common.yaml | crimes.yaml) continue ;; esac
  give=$(grep -cE 'gives:( \{|$)' "$pack")
  none=$(grep -c 'gives: none' "$pack")
  [ "$give" -ge 25 ] && [ "$none" -ge 15 ] ||
    { echo "FAIL $pack: $give examples give, $none give nothing"; failed=1; }
done
mkdir "$scratch/data" "$scratch/data/rules"
for folder in "$data"/*; do
  [ "${folder##*/}" = rules ] || ln -s "$(realpath "$folder")" "$scratch/data/"
done
awk 'BEGIN {
  printf "pack: huge\nversion: 1\nlanguage: en\nsets:\n  all: [word"
  for (i = 0; i < 9000; i++) printf ", word%dof", i
  print "]\nrules:\n- {id: r, match: \"<Person a> {all}\", emit: []}"
}' > "$scratch/data/rules/huge.yaml"
TRIPLEWIRE_DATA=$scratch/data "$program" rules lint 2>&1 |
  grep -q 'TW2113.*PCRE2 refuses the pattern: ' ||
  { echo "FAIL a pattern that PCRE2 refuses passes lint"; failed=1; }
exit $failed
