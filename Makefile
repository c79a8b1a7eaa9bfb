# The commands worth remembering. Each installs what it is missing and says so; there is no other set-up step.
# What they do stands in scripts/.

.DEFAULT_GOAL := help
.PHONY: help run test check dev types bench bench-ui screens bundle audit clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Open the window on the sample workspace; without a display, do the same job in the terminal
	@scripts/run.sh

test: ## Everything: formatting, lints, Rust tests, UI tests, journeys in Chromium and in the real window
	@scripts/test.sh all

check: ## The quick part of test: formatting, lints, types, the UI's tests and those of the pure crates
	@scripts/test.sh quick

dev: ## The window with hot reload, for working on it
	@scripts/dev.sh

types: ## Write the window's TypeScript anew from the Rust list of commands
	@FOLLOWTHROUGH_WRITE_TYPES=1 cargo test --quiet --package followthrough-it types

bench: ## Our times against the limit, on a large generated workspace; the figures go to out/bench.json
	@scripts/bench.sh

screens: ## Pictures of every screen in light, dark, Arabic and at 400 %, in docs/screens
	@scripts/screens.sh

bench-ui: ## The window's times and memory, on a larger one; FOLLOWTHROUGH_BENCH_SIZE=tenth for a tenth of it
	@scripts/bench-ui.sh

bundle: ## Debian and RPM packages, in target/release/bundle
	@scripts/bundle.sh

audit: ## Licences and known faults of the Rust crates (needs cargo-deny and the network)
	@cargo deny check

clean: ## Remove what was built; out/, where the sample workspace is, stays
	@rm -rf target ui/dist ui/node_modules src-tauri/gen
