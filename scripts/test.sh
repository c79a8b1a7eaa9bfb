#!/usr/bin/env bash
# `make test` and `make check`: one stage after the other, ending at the first that fails, with the time of each.
# The closing line adds up what the test runners themselves counted.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

SCOPE=${1:-all}
export NO_COLOR=1 CARGO_TERM_COLOR=never CARGO_TERM_PROGRESS_WHEN=never

# Nothing of the user's is read or written.
FOLLOWTHROUGH_HOME=$(mktemp -d)
export FOLLOWTHROUGH_HOME
unset FOLLOWTHROUGH_WORKSPACE
trap 'rm -rf "$FOLLOWTHROUGH_HOME"' EXIT

LOGS=$OUT/logs/test
rm -rf "$LOGS"
mkdir -p "$LOGS"
TIMES=()

# closing FAILED_AT_LEAST: the last line.
closing() {
  cat /dev/null "$LOGS"/*.log | awk -v least="$1" '
    function number_before(word,   i) {
      for (i = 2; i <= NF; i++) if ($i ~ "^" word "[,;]?$") return $(i - 1) + 0
      return 0
    }
    /^ *Summary \[/ || /^ *Tests  / || /^test result: / { passed += number_before("passed"); failed += number_before("failed") }
    $2 == "pass" && NF == 3 { passed += $3 }
    $2 == "fail" && NF == 3 { failed += $3 }
    END { printf "%d passed, %d failed\n", passed, failed < least ? least : failed }'
}

# stage NAME COMMAND...
stage() {
  local name=$1 log code start=$SECONDS
  shift
  log=$LOGS/$(printf '%02d' "${#TIMES[@]}")-${name//[^a-zA-Z]/-}.log
  say "── $name"
  # Not as a condition, because there a shell goes on after what fails.
  set +e
  (
    set -e
    "$@"
  ) </dev/null 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  if [[ $code -ne 0 ]]; then
    say "── $name failed after $((SECONDS - start)) s"
    closing 1
    exit 1
  fi
  TIMES+=("$(printf '%6d s  %s' $((SECONDS - start)) "$name")")
  say "── $name: $((SECONDS - start)) s"
}

in_ui() {
  (cd ui && "$@")
}

rust_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --cargo-quiet --status-level slow "$@"
  else
    cargo test --quiet --no-fail-fast "$@"
  fi
}

# journeys FOLDER: one file at a time, because two windows on two cores wait for each other.
journeys() {
  local files=("$1"/*.test.mjs)
  [[ -e ${files[0]} ]] || fail "There are no journeys in $1."
  node --test --test-concurrency=1 --test-timeout=300000 --test-reporter=spec "${files[@]}"
}

set_up() {
  need_window
  need_ui
  [[ $SCOPE != all ]] || packages "to drive a browser and the real window in the tests" \
    chromium webkit2gtk-driver xvfb xauth fonts-noto-core fonts-noto-cjk xdotool
}

stage "Set-up" set_up
stage "Formatting" cargo fmt --all --check
stage "UI types" in_ui npm run --silent typecheck
stage "UI lint" in_ui npm run --silent lint
stage "UI unit tests" in_ui npm run --silent test
stage "UI build" build_ui
stage "Clippy" cargo clippy --workspace --all-targets --quiet -- --deny warnings
if [[ $SCOPE == all ]]; then
  # Programs and tests in one go, so that every crate is compiled once, with one set of features.
  stage "Rust build" cargo build --workspace --bins --tests --quiet
  stage "Rust tests" rust_tests --workspace
  stage "Journeys in Chromium" journeys tests/e2e/chromium
  stage "Journeys in the real window" journeys tests/e2e/window
else
  stage "Tests of the pure crates" rust_tests --package followthrough-model --package followthrough-change \
    --package followthrough-import --package followthrough-report
fi

say ""
printf '%s\n' "${TIMES[@]}"
say ""
closing 0
