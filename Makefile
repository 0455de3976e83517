# fangzhi: newspaper pages → knowledge graph. `make help` lists what can be made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PAGES ?= seeds
OUT ?= out

.DEFAULT_GOAL := graph
.PHONY: graph test test-slow score bench docs lint lock clean help

graph: $(READY)  ## build out/graph.ttl and out/graph.html from seeds/ (PAGES=folder OUT=folder for others)
	@$(BIN)/kg build $(PAGES) --out $(OUT)

test: $(READY)  ## run the test suite
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not slow"

test-slow: $(READY)  ## run the few long tests: installation from nothing, the notebook
	@$(BIN)/python -m pytest -q -m slow

score: $(READY)  ## compare with the annotated pages in tests/gold (ERRORS=1 lists what is missed and too much, MARKDOWN=1 adds the README's table)
	@$(BIN)/python tests/scoring.py $(if $(ERRORS),--errors) $(if $(MARKDOWN),--markdown)

bench: $(READY)  ## measure speed beside jieba.posseg and write docs/performance.md (QUICK=1 for a short run)
	@$(BIN)/python tests/bench/bench.py $(if $(QUICK),--quick,--write docs/performance.md)

docs: $(READY)  ## make build/docs/ontology.html: the terms of the ontology, in Chinese and English
	@$(BIN)/python docs/ontology.py

lint: $(READY)  ## check style (ruff) and types (mypy)
	@$(BIN)/ruff check .
	@$(BIN)/mypy

lock:  ## take the newest versions that pyproject.toml allows into requirements.lock
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/pip install -qq --disable-pip-version-check ".[dev]"
	@{ echo "# Exact versions for make and CI, taken from pyproject.toml by 'make lock'."; \
	   build/lock/bin/pip freeze --exclude fangzhi; } > requirements.lock
	@rm -rf build/lock
	@echo "requirements.lock: $$(grep -c == requirements.lock) packages"

clean:  ## remove everything that was made, the virtual environment too
	@rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 18

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "fangzhi needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 2; }
	@echo "setting up $(VENV) (once, a minute or two)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
