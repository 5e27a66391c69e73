# One build profile (dev) and always --workspace: any other choice selects other features and
# compiles the query engine anew. Whatever is made lies in target/, .venv/, archive/, output/, live/.

TARGET   := $(or $(CARGO_TARGET_DIR),target)
PORTBOOK := $(TARGET)/debug/portbook
TOOLS    := $(TARGET)/tools
DENY_AT  := 0.20.2
DENY     := $(TOOLS)/cargo-deny-$(DENY_AT)/bin/cargo-deny
PYTHON   := .venv/installed
# Where a folder of published files lies, if there is one.
export PORTBOOK_REAL ?= ../shared/real

.NOTPARALLEL:
.PHONY: help run run-live test check check-deploy conformance faults mutants fuzz bench-readers bench-builds bench-bulk bench-queries clean build fmt lint doc deny spelling

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## run the pipeline on the recordings, then test the article's claims
	@$(PORTBOOK) run --replay

run-live: build $(DENY) ## the same against the live sites, in live/; and look for advisories
	@$(PORTBOOK) run --archive live/archive --output live/output; code=$$?; \
	$(DENY) check advisories && exit $$code

test: build $(PYTHON) ## pass the tests
	cargo test --workspace --no-fail-fast

check: fmt spelling deny lint doc test ## what a change must pass: tests, format, lints, docs, licences, spelling

check-deploy: build $(PYTHON) $(TOOLS)/airflow/installed $(TOOLS)/dagster/installed ## run deploy/ in Airflow and Dagster too, which are large, and skip nothing
	PORTBOOK_DEPLOY=$(abspath $(TOOLS)) cargo test --workspace --test deploy -- --nocapture

conformance: build ## parse published files, if a folder of them is at hand, like the recordings
	cargo test --workspace --test end_to_end conformance -- --nocapture --test-threads 1
	cargo test --workspace --test differential -- --nocapture

faults: build $(PYTHON) ## break runs at every place, as the reliability table says: figures and seed; half an hour
	PORTBOOK_FAULTS=whole cargo test --workspace --test faults -- --nocapture

mutants: build ## one thing wrong in every recorded table: the rule that catches it, as a matrix
	cargo test --workspace --test mutants -- --nocapture

FUZZ     := sniff number period delimited layout
SECONDS  := 600

fuzz: ## fuzz each target for SECONDS (600); needs a nightly compiler and cargo-fuzz
	@for target in $(FUZZ); do \
		cargo +nightly fuzz run $$target -- -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2048 || exit 1; \
	done

bench-readers: build $(PYTHON) ## measure the readers beside python-calamine, openpyxl and xlrd, into benches/runs/
	.venv/bin/python benches/readers.py $(PORTBOOK) $(PORTBOOK_REAL)

bench-builds: build $(PYTHON) ## measure builds of a long history: nothing new, one release more, all of it
	.venv/bin/python benches/builds.py $(PORTBOOK)

bench-bulk: build $(PYTHON) ## measure ten years of bulk data beside Polars and DuckDB; half an hour and 6 GB in target/
	.venv/bin/python benches/bulk/bulk.py $(PORTBOOK) $(TARGET)/bulk

PLACE    := $(TARGET)/bulk-queries

bench-queries: build $(PYTHON) ## ask thirty million rows beside DuckDB, in PLACE (5 GB, made once)
	.venv/bin/python benches/bulk/queries.py $(PORTBOOK) $(PLACE)

clean: ## remove what was built; archive, output and live stay
	rm -rf $(TARGET) .venv

build:
	@test -x $(PORTBOOK) || echo "first build: about 6 minutes on two cores, because the query engine (DataFusion) is compiled once" >&2
	@cargo build --workspace

fmt:
	cargo fmt --all --check

lint:
	cargo clippy --workspace --all-targets -- -D warnings

doc:
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

deny: $(DENY)
	$(DENY) --locked check bans licenses sources

spelling: $(PYTHON)
	.venv/bin/typos

# The dev profile: a minute or two on two cores; its release profile is slow to link (fat LTO).
$(DENY):
	cargo install --locked --profile dev --root $(TARGET)/tools/cargo-deny-$(DENY_AT) \
		--target-dir $(TARGET)/tools/build cargo-deny@$(DENY_AT)
	@rm -rf $(TARGET)/tools/build

$(PYTHON): tests/requirements.txt
	@python3 -c "import ensurepip, venv" || { \
		echo "python3 with venv is needed, for tests with other readers and for spelling (Debian: python3-venv)" >&2; exit 1; }
	python3 -m venv --clear .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@

$(TOOLS)/%/installed: deploy/%/requirements.txt
	python3 -m venv --clear $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
