# Usage: make help. Everything is installed into .venv, on first use, and kept until the pins change. What is served
# while it is worked on has a folder of its own, so that it never takes the place of a published site.

PYTHON ?= python3
SITEURL ?=
OUTPUT ?= output
PREVIEW = $(if $(filter file,$(origin OUTPUT)),.build/preview,$(OUTPUT))
SEARCH ?=
KEEP_GOING ?=
JOBS ?=
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
FIT := $(VENV)/.fit
SEARCHING := $(filter-out 0 no off false,$(SEARCH))
ifneq ($(filter-out 1 yes on true,$(SEARCHING)),)
$(error SEARCH=$(SEARCH) is neither on nor off; say SEARCH=1 or SEARCH=0)
endif
SEARCHER := $(if $(SEARCHING),$(VENV)/.search)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
# A source package would be built with whatever is newest: only those named here may be built, with what is pinned.
INSTALL := $(PIP) --no-build-isolation --use-pep517 --only-binary :all: --no-binary feedgen
BUILD := $(BIN)/python -m generator.build $(if $(SEARCHING),--search) $(if $(filter-out 0 no off false,$(KEEP_GOING)),--keep-going) \
	$(if $(JOBS),--jobs "$(JOBS)")

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html serve devserver publish desk pdf clean check format test fuzz evaluate demo audit bench large catalogues lock

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "Settings: PYTHON=$(PYTHON) OUTPUT=$(OUTPUT) PORT=$(PORT) SITEURL=$(SITEURL) SEARCH=$(SEARCH) KEEP_GOING=$(KEEP_GOING) JOBS=$(JOBS)"

html: $(RUNTIME) $(SEARCHER) ## build the site for local preview into output/
	@$(BUILD) --output "$(OUTPUT)" --siteurl "$(SITEURL)" --port "$(PORT)"

serve: $(RUNTIME) $(SEARCHER) ## build the site and serve it at http://localhost:8000
	@$(BUILD) --output "$(PREVIEW)" --port "$(PORT)" --serve

devserver: $(RUNTIME) $(SEARCHER) ## serve the site and build it again on every change
	@$(BUILD) --output "$(PREVIEW)" --port "$(PORT)" --serve --watch

publish: ## build for hosting: make publish SITEURL=https://example.org
	@case "$(SITEURL)" in \
	  https://?*|http://?*) ;; \
	  *) echo "make publish: say where the site will live: make publish SITEURL=https://example.org" >&2; exit 2 ;; \
	esac
	@$(MAKE) --no-print-directory $(RUNTIME) $(SEARCHER)
	@$(BUILD) --output "$(OUTPUT)" --siteurl "$(SITEURL)" --publish

desk: $(VENV)/.desk ## edit stories in a browser on this machine
	@$(BIN)/python -m generator desk $(if $(filter file,$(origin PORT)),,--port "$(PORT)")

pdf: $(VENV)/.pdf ## read captures that are PDF, too: adds a reader to .venv

clean: ## remove the built site and the caches; .venv stays
	@$(PYTHON) -m generator.output output
	rm -rf .build build dist news_digest.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

check: $(DEV) ## lint, formatting, types, import contracts
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python $(BIN)/lint-imports

format: $(DEV) ## format the code and mend what the linter can mend
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

test: $(DEV) ## run the tests; ARGS="-k name" chooses
	$(BIN)/python -m pytest $(ARGS)

fuzz: $(DEV) ## try the promises on 10,000 invented stories: ARGS="--seed 7 --cases 500"
	@$(BIN)/python -m tests.fuzz $(ARGS)

evaluate: $(DEV) $(FIT) ## measure on the evaluation sets: ARGS="--set aeb --worst 3"
	@$(BIN)/python -m tools.evaluate $(ARGS)

demo: $(RUNTIME) ## build a site of 100 invented stories in .build/demo/site
	@$(BIN)/python -m tools.demo $(ARGS)

# ARGS="--write" records the outcome in docs/audit.md.
audit: $(DEV) node_modules/.package-lock.json ## check the built pages: markup, links, access, evidence, print, speed
	@$(BIN)/python -m tools.audit $(ARGS)

bench: $(RUNTIME) ## time and memory of every stage
	@$(BIN)/python -m tools.bench $(ARGS)

large: $(RUNTIME) ## time and memory for 5 MB of each kind of input: ARGS="--kind table"
	@$(BIN)/python -m tools.large $(ARGS)

catalogues: $(RUNTIME) ## collect the site's words for translation: ARGS="--language fr" begins a language
	@$(BIN)/python -m tools.catalogues $(ARGS)

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
	$(LOCK) $(ARGS) --extra desk --constraint requirements.txt --output-file requirements-desk.txt pyproject.toml
	$(LOCK) $(ARGS) --extra pdf --constraint requirements.txt --output-file requirements-pdf.txt pyproject.toml
	$(LOCK) $(ARGS) --extra search --constraint requirements.txt --output-file requirements-search.txt pyproject.toml
	$(LOCK) $(ARGS) --only-build-deps --build-deps-for wheel --output-file requirements-build.txt pyproject.toml
	rm -rf $(LOCKER)

# A virtual environment whose Python has gone, or has become another, is made again.
ifneq ($(wildcard $(RUNTIME)),)
ifneq ($(shell $(BIN)/python -c 'import pip' 2>/dev/null && echo sound),sound)
.PHONY: $(RUNTIME)
endif
endif

$(RUNTIME): requirements.txt requirements-build.txt
	@sh tools/environment.sh "$(PYTHON)" "$(VENV)"
	@$(PIP) --only-binary :all: --requirement requirements-build.txt
	@$(INSTALL) --requirement requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Adding the development tools to $(VENV) (once) ..." >&2
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@

$(FIT): requirements-fit.txt $(RUNTIME)
	@echo "Adding what fits weights to $(VENV) (once) ..." >&2
	@$(INSTALL) --requirement requirements-fit.txt
	@touch $@

$(VENV)/.search: requirements-search.txt $(RUNTIME)
	@echo "Adding the search to $(VENV) (once) ..." >&2
	@$(INSTALL) --requirement requirements-search.txt
	@touch $@

$(VENV)/.desk: requirements-desk.txt $(RUNTIME)
	@echo "Adding the desk to $(VENV) (once) ..." >&2
	@$(INSTALL) --requirement requirements-desk.txt
	@touch $@

$(VENV)/.pdf: requirements-pdf.txt $(RUNTIME)
	@echo "Adding what reads PDF to $(VENV) (once) ..." >&2
	@$(INSTALL) --requirement requirements-pdf.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json
	@sh tools/audit/install.sh
	@touch $@
