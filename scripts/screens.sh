#!/usr/bin/env bash
# `make screens`: a small picture of every screen in light, dark and Arabic and at 400 % zoom, with an index, in docs/screens.
# The table of screens is tests/e2e/chromium/screens.mjs.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_compiler
need_ui
packages "to take the pictures in a browser" chromium fonts-noto-core fonts-noto-cjk
build_ui
quietly screens-build cargo build --package followthrough-host --package followthrough-cli
rm -rf docs/screens
export FOLLOWTHROUGH_SCREENS=$ROOT/docs/screens
quietly screens node --test --test-timeout=600000 tests/e2e/chromium/screens.test.mjs
say "$(find docs/screens -name '*.webp' | wc -l) pictures in docs/screens, $(du -sh docs/screens | cut -f1)."
