#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the examples of all rules, those of docs/rules.md included, with PCRE2's
# JIT and without, and lint over them.
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
exit $failed
