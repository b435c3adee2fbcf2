# Usage: make help. Everything is installed into .venv, on first use, and kept until the pins change.

PYTHON ?= python3
SITEURL ?=
OUTPUT ?= output
SEARCH ?=
KEEP_GOING ?=
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
FIT := $(VENV)/.fit
SEARCHER := $(if $(SEARCH),$(VENV)/.search)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
BUILD := $(BIN)/python -m generator.build --output "$(OUTPUT)" $(if $(SEARCH),--search) $(if $(filter-out 0,$(KEEP_GOING)),--keep-going)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html serve devserver publish clean check format test evaluate demo audit bench lock

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "Settings: PYTHON=$(PYTHON) OUTPUT=$(OUTPUT) PORT=$(PORT) SITEURL=$(SITEURL) SEARCH=$(SEARCH) KEEP_GOING=$(KEEP_GOING)"

html: $(RUNTIME) $(SEARCHER) ## build the site for local preview into output/
	@$(BUILD) --siteurl "$(SITEURL)" --port "$(PORT)"

serve: $(RUNTIME) $(SEARCHER) ## build the site and serve it at http://localhost:8000
	@$(BUILD) --port "$(PORT)" --serve

devserver: $(RUNTIME) $(SEARCHER) ## serve the site and build it again on every change
	@$(BUILD) --port "$(PORT)" --serve --watch

publish: ## build for hosting: make publish SITEURL=https://example.org
	@case "$(SITEURL)" in \
	  https://?*|http://?*) ;; \
	  *) echo "make publish: say where the site will live: make publish SITEURL=https://example.org" >&2; exit 2 ;; \
	esac
	@$(MAKE) --no-print-directory $(RUNTIME) $(SEARCHER)
	@$(BUILD) --siteurl "$(SITEURL)" --publish

clean: ## remove the built site and the caches; .venv stays
	rm -rf output .build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

check: $(DEV) ## lint, formatting, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## format the code and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: $(DEV) ## run the tests; ARGS="-k name" chooses
	$(BIN)/python -m pytest $(ARGS)

evaluate: $(DEV) $(FIT) ## measure on the evaluation sets: ARGS="--set aeb --worst 3"
	@$(BIN)/python -m tools.evaluate $(ARGS)

demo: $(RUNTIME) ## build a site of 100 invented stories in .build/demo/site
	@$(BIN)/python -m tools.demo $(ARGS)

# ARGS="--write" records the outcome in docs/audit.md.
audit: $(DEV) node_modules/.package-lock.json ## check the built pages: markup, links, access, speed, sizes
	@$(BIN)/python -m tools.audit $(ARGS)

bench: $(RUNTIME) ## time and memory of every stage
	@$(BIN)/python -m tools.bench $(ARGS)

# The lock files are made again by this alone; they name versions and hashes, never where to fetch from.
LOCKER := .build/lock
LOCK := $(LOCKER)/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: ## resolve the dependencies of pyproject.toml anew
	$(PYTHON) -m venv $(LOCKER)
	$(LOCKER)/bin/python -m pip --quiet install pip-tools
	$(LOCK) $(ARGS) --output-file requirements.txt pyproject.toml
	$(LOCK) $(ARGS) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	$(LOCK) $(ARGS) --extra fit --constraint requirements-dev.txt --output-file requirements-fit.txt pyproject.toml
	$(LOCK) $(ARGS) --extra search --constraint requirements.txt --output-file requirements-search.txt pyproject.toml
	rm -rf $(LOCKER)

$(RUNTIME): requirements.txt
	@echo "Making $(VENV) (once; a minute or less) ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: $(PYTHON) is older than Python 3.11; try make PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { echo "make: $(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@$(PIP) --requirement requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Adding the development tools to $(VENV) (once) ..." >&2
	@$(PIP) --requirement requirements-dev.txt
	@touch $@

$(FIT): requirements-fit.txt $(RUNTIME)
	@echo "Adding what fits weights to $(VENV) (once) ..." >&2
	@$(PIP) --requirement requirements-fit.txt
	@touch $@

$(VENV)/.search: requirements-search.txt $(RUNTIME)
	@echo "Adding the search to $(VENV) (once) ..." >&2
	@$(PIP) --requirement requirements-search.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json
	@sh tools/audit/install.sh
	@touch $@
