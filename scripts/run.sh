#!/usr/bin/env bash
# `make run`: the window on the sample workspace, or the same job in the terminal where there is no display.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

in_window() {
  local file=$OUT/sample.followthrough
  need_window
  need_ui
  build_ui
  say "Compiling the window; the first time takes some minutes."
  cargo build --profile quick --package followthrough-desktop --package followthrough-cli
  if [[ ! -e $file ]]; then
    "$TARGET/quick/followthrough" sample "$file"
  fi
  say "Opening the window on ${file#"$ROOT"/}."
  exec "$TARGET/quick/followthrough-desktop" "$file"
}

# Shows a command as the officer would type it, and runs it.
show() {
  local line='$ followthrough' word
  for word; do
    if [[ $word == *[!A-Za-z0-9_./:=+-]* ]]; then line+=" '$word'"; else line+=" $word"; fi
  done
  say ""
  say "$line"
  "$TARGET/quick/followthrough" "$@"
}

in_terminal() {
  local file=out/tour.followthrough summary=out/summary.html first
  need_compiler
  say "No display here, so this goes through the terminal. Compiling the command line; the first time takes some minutes."
  cargo build --profile quick --package followthrough-cli
  # Made anew each time, and apart from the sample that the window opens, where work may have been done.
  rm -f "$file" "$file-wal" "$file-shm" "$summary"

  show sample "$file"
  first=$("$TARGET/quick/followthrough" -w "$file" overdue --limit 1 --json |
    sed -n 's/.*"commitment": *"\([^"]*\)".*/\1/p' | sed -n 1p)
  [[ -n $first ]] || fail "Nothing is overdue in the sample workspace, so there is nothing to record progress on."
  show -w "$file" log-update "$first" --status under_implementation \
    --text "Trial entry of make run: the lead reports that work has begun."
  show -w "$file" add-evidence "$first" --note "Trial entry of make run: noted from a telephone call." --date "$(date +%F)"
  show -w "$file" overdue --limit 10
  show -w "$file" summary --format html --output "$summary"

  say ""
  say "The status summary is in $summary: open it in any browser."
  say "The workspace is $file, and the program ${TARGET#"$ROOT"/}/quick/followthrough; --help lists what it can do."
  say "The window: run 'make run' in a desktop session, where DISPLAY or WAYLAND_DISPLAY is set."
}

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $(uname) == Darwin ]]; then
  in_window
else
  in_terminal
fi
