# One build profile (dev) and always --workspace: any other choice selects other features and
# compiles the query engine anew. Whatever is made lies in target/, .venv/, archive/, output/, live/.

TARGET   := $(or $(CARGO_TARGET_DIR),target)
PORTBOOK := $(TARGET)/debug/portbook
TOOLS    := $(TARGET)/tools
DENY_AT  := 0.20.2
DENY     := $(TOOLS)/cargo-deny-$(DENY_AT)/bin/cargo-deny
PYTHON   := .venv/installed
BROWSER  := .venv/browser/installed
# Where a folder of published files lies, if there is one.
export PORTBOOK_REAL ?= ../shared/real

.NOTPARALLEL:
.PHONY: help run run-live test check book check-cluster check-store check-deploy check-sinks check-metadata conformance faults mutants fuzz bench-readers bench-builds bench-bulk bench-stages bench-queries bench-sinks bench-catalog clean build fmt lint doc deny spelling

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## run the pipeline on the recordings, then test the article's claims
	@$(PORTBOOK) run --replay

run-live: build $(DENY) ## the same against the live sites, in live/; and look for advisories
	@$(PORTBOOK) run --archive live/archive --output live/output; code=$$?; \
	$(DENY) check advisories && exit $$code

test: build $(PYTHON) $(BROWSER) ## pass the tests
	cargo test --workspace --no-fail-fast

check: fmt spelling deny lint doc test ## what a change must pass: tests, format, lints, docs, licences, spelling

# A program with the cluster, or with object stores, has other features of nearly everything: both lie
# in one folder of their own, with one set of features.
WITH_ENGINES := --workspace --features portbook-cli/cluster,portbook-cli/store,portbook-tests/cluster,portbook-tests/store
ENGINES      := $(abspath $(TARGET))/engines

check-cluster: ## test a cluster of processes, half an hour on two busy cores to build, once, then five minutes
	CARGO_TARGET_DIR=$(ENGINES) cargo build $(WITH_ENGINES)
	CARGO_TARGET_DIR=$(ENGINES) cargo test $(WITH_ENGINES) --test cluster --test leaf -- --nocapture --test-threads 1

check-store: $(PYTHON) $(TOOLS)/store/installed $(TOOLS)/azurite/installed ## test object stores beside servers of S3 and Azure, in the same build
	CARGO_TARGET_DIR=$(ENGINES) cargo build $(WITH_ENGINES)
	PORTBOOK_STORES=$(abspath $(TOOLS)) CARGO_TARGET_DIR=$(ENGINES) cargo test $(WITH_ENGINES) --test store -- --nocapture --test-threads 1

check-deploy: build $(PYTHON) $(TOOLS)/airflow/installed $(TOOLS)/dagster/installed ## run deploy/ in Airflow and Dagster too, which are large, and skip nothing
	PORTBOOK_DEPLOY=$(abspath $(TOOLS)) cargo test --workspace --test deploy -- --nocapture

check-sinks: build $(PYTHON) $(TOOLS)/clickhouse/installed $(TOOLS)/dbt/installed $(TOOLS)/snowflake/installed ## test warehouses with all of ClickHouse, dbt and an emulator of Snowflake, which are large
	PORTBOOK_SINKS=$(abspath $(TOOLS)) cargo test --workspace --test sinks -- --nocapture

check-metadata: build $(PYTHON) $(TOOLS)/metadata/installed $(TOOLS)/citation/installed ## validate the metadata with all validators, some of which are large
	PORTBOOK_VALIDATORS=$(abspath $(TOOLS)) cargo test --workspace --test end_to_end described -- --nocapture

conformance: build ## parse published files, if a folder of them is at hand, like the recordings
	cargo test --workspace --test end_to_end conformance -- --nocapture --test-threads 1
	cargo test --workspace --test differential -- --nocapture

faults: build $(PYTHON) ## break runs at every place, as the reliability table says: figures and seed; half an hour
	PORTBOOK_FAULTS=whole cargo test --workspace --test faults --test sinks -- --nocapture

mutants: build ## one thing wrong in every recorded table: the rule that catches it, as a matrix
	cargo test --workspace --test mutants -- --nocapture

MDBOOK_AT := 0.5.4
MDBOOK   := $(TOOLS)/mdbook-$(MDBOOK_AT)/bin/mdbook
SITE     := https://github.com/portbook/portbook/blob/main

book: $(MDBOOK) ## make a book of docs/ in target/book; mdbook takes some minutes to compile, once
	$(MDBOOK) build docs --dest-dir $(abspath $(TARGET)/book)
	@# What lies outside of docs/ is a link to the repository.
	@sed -i -E 's#href="\.\./([^"]*)\.html#href="$(SITE)/\1.md#g; s#href="\.\./#href="$(SITE)/#g' $(TARGET)/book/*.html
	@sed -i -E 's#href="\.\./\.\./([^"]*)\.html#href="$(SITE)/\1.md#g; s#href="\.\./\.\./#href="$(SITE)/#g' $(TARGET)/book/decisions/*.html

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

bench-bulk: build $(PYTHON) ## measure ten years of bulk data beside Polars and DuckDB; half an hour and 12 GB in target/, goes on where it was stopped
	.venv/bin/python benches/bulk/bulk.py $(PORTBOOK) $(TARGET)/bulk

bench-sinks: build $(PYTHON) $(TOOLS)/dlt/installed ## load 1.5 million rows into PostgreSQL beside psql and dlt
	.venv/bin/python benches/sinks.py $(PORTBOOK) $(TARGET)/bench-sinks $(TOOLS)/dlt/bin/python

bench-catalog: build $(PYTHON) ## measure the catalog of all recordings: first, again, and what pages weigh
	.venv/bin/python benches/catalog.py $(PORTBOOK)

PLACE    := $(TARGET)/bulk-queries

bench-queries: $(PYTHON) ## ask thirty million rows beside DuckDB, in PLACE (5 GB, made once), of an optimised build (20 minutes, once)
	cargo build --workspace --release
	.venv/bin/python benches/bulk/queries.py $(TARGET)/release/portbook $(PLACE)

bench-stages: ## measure each stage of reading in bulk by itself, optimised (20 minutes to compile, once)
	cargo bench --workspace --bench stages

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

$(MDBOOK):
	cargo install --locked --profile dev --root $(TOOLS)/mdbook-$(MDBOOK_AT) --target-dir $(TOOLS)/build mdbook@$(MDBOOK_AT)
	@rm -rf $(TOOLS)/build

$(PYTHON): tests/requirements.txt
	@python3 -c "import ensurepip, venv" || { \
		echo "python3 with venv is needed, for tests with other readers and for spelling (Debian: python3-venv)" >&2; exit 1; }
	python3 -m venv --clear .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@

# A browser with the libraries it needs, and what drives it, all from npm.
$(BROWSER): tests/browser/package-lock.json $(PYTHON)
	@mkdir -p $(@D)
	@cp tests/browser/package.json tests/browser/package-lock.json $(@D)
	PATH="$(abspath .venv/bin):$$PATH" npm ci --silent --no-audit --no-fund --prefix $(@D)
	@touch $@

# Azure's store, on this machine.
$(TOOLS)/azurite/installed: tests/tests/store/package-lock.json $(PYTHON)
	@mkdir -p $(@D)
	@cp tests/tests/store/package.json tests/tests/store/package-lock.json $(@D)
	PATH="$(abspath .venv/bin):$$PATH" npm ci --silent --no-audit --no-fund --prefix $(@D)
	@touch $@

define environment
	python3 -m venv --clear $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
endef

$(TOOLS)/dlt/installed: benches/requirements-dlt.txt
	$(environment)

$(TOOLS)/%/installed: deploy/%/requirements.txt
	$(environment)

$(TOOLS)/%/installed: tests/tests/sinks/%.txt
	$(environment)

$(TOOLS)/%/installed: tests/validators/%.txt
	$(environment)

$(TOOLS)/%/installed: tests/tests/store/%.txt
	$(environment)
