#!/usr/bin/env bash
# `make bench-ui`: how quick the window is and what it holds, on a generated workspace; the table here, the figures in
# out/bench-ui.json. FOLLOWTHROUGH_BENCH_SIZE=tenth takes a tenth of the 300,000 recommendations, 1,000,000 commitments and
# 5,000,000 updates, which take hours to make (once: the file stays in out/bench-ui); hundredth is for trying it out.
# Arguments name the parts that are wanted (start chromium size core keys memory); none: all.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_window
need_ui
packages "to drive a browser and the real window" chromium webkit2gtk-driver xvfb xauth fonts-noto-core fonts-noto-cjk
build_ui
say "Building the release of the window, of the test host and of an empty window."
cargo build --release --quiet --package followthrough-bench
cargo build --release --quiet --package followthrough-desktop --package followthrough-host --package followthrough-cli \
  --bins --example empty_window

SIZE=${FOLLOWTHROUGH_BENCH_SIZE:-whole}
say "The workspace to measure on ($SIZE): made if it is not there yet."
file=$("$TARGET/release/followthrough-bench" --workspace out/bench-ui "$SIZE" | tee /dev/stderr | tail -n 1)
FOLLOWTHROUGH_TEST_PROFILE=release exec node tests/bench-ui/main.mjs "$file" "$@"
