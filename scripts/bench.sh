#!/usr/bin/env bash
# `make bench`: our times against hand-written limits, in one process; the table here, the figures in out/bench.json.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_compiler
exec cargo run --release --package followthrough-bench -- "$@"
