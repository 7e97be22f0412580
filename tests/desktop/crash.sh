#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# The real window is killed while a form is being filled in. Usage: crash.sh PROGRAM FOLDER begin|look SCRIPT
# `begin` types into a new finding of FOLDER/dossier.gpkg and kills the program; `look` plays SCRIPT in a new window.
set -u
program=$1 folder=$2 step=$3 script=${4:-}
export HOME=$folder XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config LIBGL_ALWAYS_SOFTWARE=1

fail() { echo "failed: $1"; cat "$folder/log" 2>/dev/null; exit 1; }
until_true() { # what, seconds, command…
    local what=$1 end=$((SECONDS + $2)); shift 2
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || fail "$what"
        sleep 0.1
    done
}

rm -f "$folder/display"
Xvfb -displayfd 4 -screen 0 1600x1000x24 -nolisten tcp 4>"$folder/display" 2>/dev/null &
server=$!
window=$server
trap 'kill $window $server 2>/dev/null; wait 2>/dev/null' EXIT
until_true "the display did not start" 20 test -s "$folder/display"
export DISPLAY=:$(cat "$folder/display")

if [ "$step" = look ]; then
    "$program" "$folder/dossier.gpkg" --language en --size 1280x800 --script "$script" 2>"$folder/log" || fail "the script"
    echo done
    exit 0
fi

"$program" "$folder/dossier.gpkg" --language en --size 1280x800 2>"$folder/log" &
window=$!
until_true "the window did not come" 60 xdotool search --name Doorgang
id=$(xdotool search --name Doorgang | head -1)
xdotool windowfocus --sync "$id"
picture() { import -window "$id" -depth 8 rgb:- 2>/dev/null | md5sum; }
at_rest() {
    local first; first=$(picture)
    for _ in 1 2 3; do sleep 0.1; [ "$(picture)" = "$first" ] || return 1; done
}
changed() { [ "$(picture)" != "$before" ]; }
does() { # what must be seen to happen, command…
    local what=$1; shift
    before=$(picture)
    "$@"
    until_true "nothing was seen to happen: $what" 20 changed
    until_true "the window did not come to rest: $what" 60 at_rest
}

until_true "the window did not come to rest" 60 at_rest
does "the name is typed" xdotool type --delay 40 "Fatma"
does "the welcome goes away" xdotool key Return
does "the map gets the keyboard" xdotool mousemove --window "$id" 1100 640 click 1
does "a finding is begun at the cross-hair" xdotool key n
does "the first category is chosen" xdotool key Return
does "a measure is typed" xdotool type --delay 40 "0.85"
# What is typed is shown at once and kept on disk a moment later, on a busy machine a longer one.
until_true "the measure was not kept" 60 grep --quiet --text "0\.85" "$folder/dossier.gpkg" "$folder/dossier.gpkg-wal"
until_true "the window did not come to rest: the measure is kept" 60 at_rest
kill -KILL $window
wait $window 2>/dev/null
echo done
