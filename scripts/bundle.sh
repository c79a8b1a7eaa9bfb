#!/usr/bin/env bash
# `make bundle`: packages for Debian and for RPM systems, of the release build.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_window
need_ui
say "Building the release and its packages; Tauri's tool comes from npm the first time."
npx --yes @tauri-apps/cli@2 build --bundles deb,rpm
say "The packages are in ${TARGET#"$ROOT"/}/release/bundle."
