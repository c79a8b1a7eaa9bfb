#!/usr/bin/env bash
# `make dev`: the window with hot reload. Vite serves the UI, and Tauri's own tool compiles the shell again when Rust
# changes; it is fetched by npm at the first use.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_window
need_ui
file=$OUT/sample.followthrough
if [[ ! -e $file ]]; then
  cargo run --package followthrough-cli -- sample "$file"
fi
say "Starting the development server and the window; Tauri's tool comes from npm the first time."
exec npx --yes @tauri-apps/cli@2 dev -- -- "$file"
