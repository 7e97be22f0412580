#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# The real window, left alone: says how much of a core it takes. Usage: idle.sh PROGRAM FOLDER SOURCE...
# Works on FOLDER/dossier.gpkg. Prints the hundredths of a second that it worked in five seconds, all threads together.
set -u
program=$1 folder=$2
shift 2
export HOME=$folder XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
export LIBGL_ALWAYS_SOFTWARE=1

fail() { echo "failed: $1"; cat "$folder/log" 2>/dev/null; exit 1; }
Xvfb -displayfd 4 -screen 0 1600x1000x24 -nolisten tcp 4>"$folder/display" 2>/dev/null &
server=$!
window=$server
trap 'kill $window $server 2>/dev/null; wait 2>/dev/null' EXIT
for _ in $(seq 200); do [ -s "$folder/display" ] && break; sleep 0.1; done
[ -s "$folder/display" ] || fail "the display did not start"
export DISPLAY=:$(cat "$folder/display")

printf 'settle\nshot %s/settled.png\n' "$folder" >"$folder/script"
"$program" "$folder/dossier.gpkg" "$@" --script "$folder/script" --size 1280x800 2>"$folder/log" &
window=$!
for _ in $(seq 600); do [ -s "$folder/settled.png" ] && break; sleep 0.1; done
[ -s "$folder/settled.png" ] || fail "it did not settle"

worked() { awk '{print $14 + $15}' "/proc/$window/stat"; }
# What is read ahead of the view comes to an end, too.
for _ in $(seq 60); do
    before=$(worked)
    sleep 1
    [ $(($(worked) - before)) -le 2 ] && break
done
before=$(worked)
sleep 5
echo $(($(worked) - before))
