#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# The schema of packs is what its generator makes of the loader's tables, and
# it tells good packs from broken ones.
set -u
program=${TRIPLEWIRE:-./triplewire}
case $program in /*) ;; *) program=$(pwd)/$program ;; esac
cd "${srcdir:-$(dirname "$0")/..}" || exit 99
if ! python3 -c 'import jsonschema, yaml
jsonschema.Draft202012Validator' 2> /dev/null; then
  echo "skipped: python3-jsonschema or python3-yaml is not there"
  exit 77
fi
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
bad=0
python3 -B rules/make_schema.py "$scratch/rules.schema.json" || bad=1
cmp rules/rules.schema.json "$scratch/rules.schema.json" || bad=1
"$program" rules new harbour > "$scratch/harbour.yaml" || bad=1
python3 -B tests/schema.py "$scratch/harbour.yaml" || bad=1
[ $bad -eq 0 ]
