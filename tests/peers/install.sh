#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# install.sh FOLDER: puts the npm validators into FOLDER/node_modules, once for each state of the lock file.
# Exit code 77 (skipped) where npm is missing or the registry cannot be reached.
#
# geojsonhint asks for nomnom at a git address, for its command line only. The lock file names nomnom@1.8.1 of the registry
# in that place, by hand: npm 9 stumbles over an override of a git address. "npm ci" takes the lock file as it is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
command -v npm >/dev/null || { echo "skipped: npm is not there"; exit 77; }
mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
if ! cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        { echo "skipped: the npm registry gives no validators (is there a network?)"; exit 77; }
    cp "$here/package-lock.json" "$folder/installed-lock.json"
fi
