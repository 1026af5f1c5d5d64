# Everything a contributor needs. `make` alone prints this list.
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready
# What was compiled is kept: else each of some hundreds of processes compiles igreg, and each worker every test, anew.
unexport PYTHONDONTWRITEBYTECODE
NEW_ENOUGH := import sys; sys.exit(0 if sys.version_info >= (3, 11) else "igreg needs Python 3.11 or newer; this is %d.%d: make PYTHON=python3.11" % sys.version_info[:2])

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-history test quick lint types layers generated check-generated checks pytest coverage mutants browser bench bench-history bench-log bench-estate bench-imports hostile docs new-rule site installs wheel lock clean

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## Set up the development environment in .venv

# uv installs in a fifth of the time that pip takes. Where it cannot be had, or cannot reach the index, pip does it (decision 212).
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements-dev.lock
# What is installed has a name where it has a comma, at which `call` would cut it.
WITH_BROWSER := -e ".[browser,site]"
INSTALL = $(BIN)/python -m uv pip install --quiet --python $(BIN)/python -c requirements-dev.lock $(1) || $(PIP) --no-compile $(1)

$(READY): pyproject.toml requirements-dev.lock
	@$(PYTHON) -c '$(NEW_ENOUGH)'
	$(PYTHON) -m venv $(VENV)
	@$(PIP) --no-compile uv || echo "uv cannot be had here; pip installs, which takes a minute"
	$(call INSTALL,-e ".[dev]")
	@$(BIN)/python -m tools.compiled
	@touch $(READY)

# The demo needs igreg alone. Where `make setup` has been, it is there already.
DEMO := $(if $(wildcard $(READY)),$(READY),$(VENV)/.demo)

$(VENV)/.demo: pyproject.toml requirements-dev.lock
	@$(PYTHON) -c '$(NEW_ENOUGH)'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -e .
	@touch $(VENV)/.demo

demo: $(DEMO)  ## Look at the sample register: findings, a breach, three files to open, and how it all stands
	@$(BIN)/python -m tools.demo

demo-history: setup  ## Make a repository of 40 commits over two years from the sample register, to try the history on
	@rm -rf build/demo-history
	@$(BIN)/python -m tools.demo_history build/demo-history

test: setup  ## Run every check: style, types, layers, generated files, tests and their coverage (the thorough tests too: THOROUGH=1, as CI does)
	@$(MAKE) -j2 checks pytest

quick: setup  ## The same without the coverage, in some two thirds of the time
	@$(MAKE) -j2 checks pytest COVERAGE=

# In this order: what is quick fails before the tests begin, and the tests begin while the types are still looked at.
checks: lint types layers check-generated  ## Check style, types, layers and generated files, without the tests

lint: setup
	$(BIN)/ruff check src tests tools bench .github/actions
	$(BIN)/ruff format --check src tests tools bench .github/actions

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

check-generated: setup
	$(BIN)/python -m tools.generated --check

COVERAGE := --cov --cov-report=term
pytest: setup
	@$(BIN)/python -m compileall -q src/igreg
	$(BIN)/python -m pytest -n auto --dist loadfile $(COVERAGE) $(if $(THOROUGH),,-m "not thorough")

coverage: setup  ## Run all tests, the thorough ones too, with their branch coverage, which has a floor
	@$(MAKE) pytest THOROUGH=1

mutants: setup  ## Change the code in small ways, one at a time, and see whether a test fails (ARGS: see tools/mutants.py)
	$(BIN)/python -m tools.mutants $(ARGS)

browser: setup  ## Test the pages in a real Chromium, with axe-core (needs a Chromium on this machine)
	$(call INSTALL,$(WITH_BROWSER))
	IGREG_BROWSER=needed $(BIN)/python -m pytest tests/browser

generated: docs

docs: setup  ## Write the generated pages anew: rules, record format, README's help
	$(BIN)/python -m tools.generated

bench: setup  ## Measure igreg on a large register, beside its peers
	$(BIN)/python -m bench $(ARGS)

bench-history: setup  ## Measure commands of the history on 1,000 and 10,000 commits
	$(BIN)/python -m bench.history $(ARGS)

bench-log: setup  ## Measure the life of one record on 10,000 commits, beside Git
	$(BIN)/python -m bench.history_log $(ARGS)

bench-estate: setup  ## Measure a view over 300 registers and over 1,000 snapshots
	$(BIN)/python -m bench.estate $(ARGS)

bench-imports: setup  ## Measure an import of 200,000 rows of training, as CSV and as a workbook
	$(BIN)/python -m bench.imports $(ARGS)

hostile: setup  ## Give igreg some 1,500 hostile registers, and time each run
	$(BIN)/python -m bench.hostile $(ARGS)

new-rule: setup  ## Begin a rule: make new-rule name=my-fault family=leadership
	$(BIN)/python -m tools.new_rule "$(code)" "$(name)" "$(family)"

site: setup  ## Build the pages as a site into build/site; a dead link is an error
	$(call INSTALL,-e ".[site]")
	$(BIN)/python -m sphinx -q -W --keep-going -j 2 -c docs/site . build/site
	@echo "open build/site/docs/site/index.html"

installs: setup  ## Run every line of docs/install.md, those of pipx and uv too, and the hooks of pre-commit (asks the package index)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pipx uv pre-commit
	PATH="$(abspath $(BIN)):$$PATH" IGREG_INSTALL=index $(BIN)/python -m pytest tests/test_install.py tests/ci/test_pre_commit.py

wheel: setup  ## Build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist .

lock: setup  ## Write requirements-dev.lock from what is installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev,browser,site]"
	$(BIN)/python -m pip freeze --exclude-editable --disable-pip-version-check > requirements-dev.lock

clean:  ## Take away what was made
	rm -rf $(VENV) dist charts .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* build/mutants
