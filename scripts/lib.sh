# shellcheck shell=bash
# What the scripts share: saying what is done, and installing what is missing. Sourced, never run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
OUT=$ROOT/out
# shellcheck disable=SC2034  # for the scripts that source this
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
cd "$ROOT"
mkdir -p "$OUT/logs"

say() {
  printf '%s\n' "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# quietly LOG COMMAND...: runs a command whose output matters only if it fails.
quietly() {
  local log=$OUT/logs/$1.log
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    # The cause stands at the top with some programs, at the end with others.
    if [[ $(wc -l <"$log") -gt 60 ]]; then
      { head -n 20 "$log" && say "[...]" && tail -n 40 "$log"; } >&2
    else
      cat "$log" >&2
    fi
    fail "This failed: $*. All it said is in ${log#"$ROOT"/}."
  fi
}

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt_install() {
  # Lists that are missing or old name packages that are no longer there.
  if [[ -z $(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
    as_root apt-get -o DPkg::Lock::Timeout=300 update || true
  fi
  local install=(apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "$@")
  as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}" && return
  as_root apt-get -o DPkg::Lock::Timeout=300 update
  as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}"
}

# packages PURPOSE NAME...: sees to it that Debian packages are there.
packages() {
  local purpose=$1 missing=() name
  shift
  if ! command -v dpkg-query >/dev/null; then
    say "Not a Debian system: taking it that what is needed $purpose is installed ($*)."
    return
  fi
  for name; do
    [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  say "Installing ${missing[*]} with apt, $purpose."
  if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
    fail "That needs root and there is no sudo: run as root 'apt-get install ${missing[*]}', then this again."
  fi
  quietly apt apt_install "${missing[@]}"
}

need_compiler() {
  command -v cargo >/dev/null || fail "Rust is needed: install it from rustup.rs, then this again."
  command -v cc >/dev/null || packages "to compile SQLite" gcc libc6-dev
}

need_window() {
  need_compiler
  packages "to compile and show the window" build-essential pkg-config libwebkit2gtk-4.1-dev
}

# The exact packages of ui/package-lock.json; npm notes in node_modules what it installed.
need_ui() {
  command -v npm >/dev/null || fail "Node 20.19 or later with npm is needed for the UI. Install it, then this again."
  local installed=ui/node_modules/.package-lock.json
  if [[ ! -e $installed || ui/package-lock.json -nt $installed ]]; then
    say "Installing the packages of the UI with npm, to build it and test it."
    (cd ui && quietly npm npm ci --no-audit --no-fund)
    touch "$installed"
  fi
}

# Builds the UI unless nothing that it is built from changed.
build_ui() {
  local built=ui/dist/index.html
  if [[ -e $built && -z $(find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -newer "$built" -print -quit) ]]; then
    return
  fi
  say "Building the UI."
  (cd ui && quietly ui-build npm run build)
}
