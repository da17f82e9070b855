# Breakeven. `make` or `make help` lists the targets.
SWIFT ?= swift
# On Linux the program carries Swift's libraries with it: it starts faster, and runs where Swift
# isn't installed. On macOS they are part of the system.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE := $(SWIFT) build -c release $(STATIC) --product breakeven
BREAKEVEN := .build/release/breakeven
BENCHMARKS := $(SWIFT) build -c release $(STATIC) --product BreakevenBenchmarks

.DEFAULT_GOAL := help
.PHONY: report test example api costs docs lint format check record bench guard fuzz mutate browser \
  faults sanitize scale sbom licences dist help setup

NOW := --backtest --since 2025-05-31
THEN := --as-of 2025-05-31

report: setup ## Build and write both sample studies into Reports/, in three languages and as one file
	$(RELEASE)
	$(BREAKEVEN) --quiet report --fresh $(NOW) --output Reports
	@$(BREAKEVEN) --quiet report --fresh $(THEN) --output Reports/2025-05-31 >/dev/null
	@for language in zh-Hant zh-Hans; do \
	  $(BREAKEVEN) --quiet report $(NOW) --language $$language --output Reports/$$language >/dev/null \
	  && $(BREAKEVEN) --quiet report $(THEN) --language $$language --output Reports/2025-05-31/$$language \
	    >/dev/null || exit 1; \
	done
	@$(BREAKEVEN) --quiet report $(NOW) --format html --output Reports/report.html >/dev/null

test: setup ## Build and run all tests
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

# Shares the build folder, so that the dependencies are not built once more; what SwiftPM has kept of
# another package's plan would be taken for the example's.
SHARED := --disable-build-manifest-caching --scratch-path
example: setup ## Build, test and run the examples: an evaluator in Swift, Breakeven embedded
	cd Examples/AdTiming && $(SWIFT) test $(SHARED) ../../.build
	$(SWIFT) run --package-path Examples/AdTiming $(SHARED) .build ad-timing
	$(SWIFT) run --package-path Examples/Embedding $(SHARED) .build embedding

api: setup ## Compare the public API with docs/api; RECORD=1 records it anew
	$(SWIFT) build
	.ci/api

costs: setup ## Add one of each kind of thing to a copy and count the files that it takes
	Tests/Costs/run

docs: setup ## Build the documentation of the libraries with DocC; warnings are errors
	$(SWIFT) build
	.ci/docs

lint: ## Check the format of all Swift sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples Benchmarks Fuzz

format: ## Format all Swift sources in place
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples Benchmarks Fuzz

check: setup ## Check the model files and list every mistake in them
	$(RELEASE)
	$(BREAKEVEN) model check

record: setup ## Record the snapshots of reports and command output anew (look at the diff)
	-RECORD_SNAPSHOTS=1 $(SWIFT) test
	git diff --stat -- Tests

bench: setup ## Time the engine beside other programs, about 10 minutes; QUICK=1: under 2
	$(RELEASE)
	$(BENCHMARKS)
	test -d .venv || python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --requirement Benchmarks/peers/requirements.txt
	.venv/bin/python Benchmarks/run.py $(if $(QUICK),--quick)

guard: setup ## Count the instructions of the benchmark's job; more or fewer than recorded is an error
	$(BENCHMARKS)
	Benchmarks/guard

fuzz: setup ## Fuzz the readers, MINUTES=10 for all of them or SECONDS=20 for each
	Fuzz/run $(if $(SECONDS),SECONDS_EACH=$(SECONDS),MINUTES=$(or $(MINUTES),10)) TARGETS="$(TARGETS)"

mutate: setup ## Run the program on COUNT=20000 mutated studies; SEED=1
	$(RELEASE)
	Fuzz/mutate --count $(or $(COUNT),20000) --seed $(or $(SEED),1) --breakeven $(BREAKEVEN)

# Chromium is the system's own; what drives it, and axe-core, come with the packages of Python.
FILE ?= .build/report.html
browser: setup ## Open the report in one file of HTML in Chromium and check every page; QUICK=1: a few
ifeq ($(FILE),.build/report.html)
	$(RELEASE)
	$(BREAKEVEN) --quiet --store .build/browser.sqlite report --format html --output $(FILE) --overwrite
endif
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
	  || { echo "installing chromium"; as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq \
	  && $$as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; }
	test -d .venv || python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --requirement Tests/Browser/requirements.txt
	.venv/bin/python Tests/Browser/check $(FILE) --most 1200000 $(if $(QUICK),--quick)

scale: setup ## Evaluate large studies; too much time, memory or store is an error
	$(RELEASE)
	Tests/Scale/run

faults: setup ## Kill, fill, lock and damage at random: ROUNDS=20 of each kind, MINUTES=0.5 of a crowd
	$(RELEASE)
	Tests/Faults/run --program $(BREAKEVEN) --rounds $(or $(ROUNDS),20) --minutes $(or $(MINUTES),0.5)

sanitize: setup ## Run the tests with the sanitizers; ONLY=thread (address, undefined) runs one
	SWIFT="$(SWIFT)" Tests/Sanitizers/run $(ONLY)

licences: setup ## Hold the licences of all packages against those that are allowed
	$(SWIFT) package resolve
	Distribution/sbom --check

sbom: licences ## List what the program is made of, as CycloneDX, into .build/sbom.cdx.json
	Distribution/sbom --output .build/sbom.cdx.json

dist: setup ## Make the archive with program, completions, manual page and models; TWICE=1 compares two
	$(SWIFT) package resolve
	SWIFT="$(SWIFT)" Distribution/dist $(if $(TWICE),--twice)

setup: ## Install what a build needs beside Swift: the headers of SQLite and zlib
	@if ! command -v $(SWIFT) >/dev/null 2>&1; then \
	  echo "Swift 6.2 or later is needed: https://www.swift.org/install" >&2; exit 1; fi
	@if [ "$$(uname)" = Linux ]; then \
	  wanted=""; \
	  has() { [ -e "/usr/include/$$1" ] || ls /usr/include/*/"$$1" >/dev/null 2>&1; }; \
	  has sqlite3.h || wanted="libsqlite3-dev"; \
	  has zlib.h || wanted="$$wanted zlib1g-dev"; \
	  if [ -n "$$wanted" ]; then \
	    echo "installing $$wanted"; \
	    as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    $$as_root apt-get update -qq && $$as_root apt-get install -y -qq $$wanted; fi; fi

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
