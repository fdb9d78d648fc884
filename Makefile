# `make serve` and `make test` work from a fresh clone: they install what they
# miss. The tools and their versions stand in tools.env.

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node_modules/.bin:$(CURDIR)/.tools/python/bin:$(PATH)
# Where the browser tests find the release.
export DIST := $(CURDIR)/dist

STAGE := scripts/stage
WASM := --target wasm32-unknown-unknown
# What is tested in Firefox and WebKit too; everything is in Chromium. All tests
# run in each: ENGINES=firefox,webkit cargo test --test browser
FEATURES := places:: plain:: saves:: visit:: embeds:: take::

.PHONY: serve build test measure measure-large bench bench-pages check-sources setup snapshots clean

## Builds the page and serves it at the address it prints.
serve: build
	cargo run --quiet --bin serve dist

## Writes the release to dist/, and fails when the page is too large.
build:
	scripts/setup build
	scripts/app
	rm -rf dist
	cargo run --quiet --bin release target/trunk dist

## Runs everything: style, lints, tests, the release, and the browsers.
test:
	$(STAGE) setup scripts/setup
	$(STAGE) format cargo fmt --check
	$(STAGE) lint cargo clippy --quiet --all-targets -- -D warnings
	$(STAGE) lint-browser cargo clippy --quiet --test browser --test measure --test large --test bench --test pages -- -D warnings
	$(STAGE) lint-wasm cargo clippy --quiet $(WASM) --lib --bin standing-invitation --bin bench-engine -- -D warnings
	$(STAGE) crates scripts/deny
	$(STAGE) unit cargo test
	$(STAGE) release $(MAKE) --no-print-directory build
	$(STAGE) package frictionless validate dist/data/datapackage.json
	$(STAGE) browser cargo test --test browser
	$(STAGE) taken python3 scripts/judge target/taken
	$(STAGE) browser-firefox env ENGINES=firefox cargo test --test browser -- $(FEATURES)
	$(STAGE) browser-webkit env ENGINES=webkit cargo test --test browser -- $(FEATURES)

## Measures how fast the page gets to a reader with a slow line.
measure: build
	cargo test --quiet --test measure

## Measures the page with 10,000 and 50,000 generated records.
measure-large: build
	cargo test --quiet --test large

## Measures the engine beside crossfilter2, over up to a million records.
bench:
	scripts/setup
	scripts/bench
	cargo test --quiet --test bench

## Loads the page beside vis-timeline and TimelineJS3 with the same records.
bench-pages: build
	scripts/pages
	cargo test --quiet --test pages

## Holds the claims against the texts of their sources: SOURCES=<folder of SOURCE-ID.txt>.
check-sources:
	$(if $(SOURCES),,$(error say where the texts are: make check-sources SOURCES=<folder>))
	cargo run --quiet --bin check-sources "$(SOURCES)"

## Installs what is missing, for the build and for the tests.
setup:
	scripts/setup

## Accepts what the tests see now as what they expect.
snapshots:
	UPDATE_EXPECT=1 cargo test

## Removes all that was built or installed here.
clean:
	cargo clean
	rm -rf dist .tools
