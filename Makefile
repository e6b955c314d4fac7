# netgov: `make demo` shows what it does, `make test` runs the suite. Both make .venv and install what they need.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The demo keeps its graph apart from the user's.
DEMO := env -u NETGOV_URI NETGOV_HOME=$(abspath $(VENV))/demo $(BIN)/netgov

.DEFAULT_GOAL := help
.PHONY: help demo test lint check quality serve bench clean

help:
	@echo "make demo    ingest the sample reports and ask a question"
	@echo "make test    run the tests"
	@echo "make check   run the linters, the type checker and the tests"
	@echo "make quality measure how well the sample reports are read, and write data/quality.json"
	@echo "make serve   serve the HTTP API on http://127.0.0.1:8000/docs"
	@echo "make bench   measure extraction and storage"
	@echo "make clean   remove .venv and everything generated"

demo: $(VENV)/installed
	@echo "$$ netgov ingest data/reports"
	@$(DEMO) ingest data/reports
	@echo "$$ netgov ask liaisons --with IETF"
	@$(DEMO) ask liaisons --with IETF

test: $(VENV)/installed-test
	$(BIN)/python -m pytest

lint: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint test

quality: $(VENV)/installed
	$(BIN)/netgov evaluate data/gold data/reports --card data/quality.json

serve: $(VENV)/installed
	$(BIN)/netgov serve

bench: $(VENV)/installed-test
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "netgov needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo "Installing netgov into $(VENV); the first time takes a minute or two."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml | $(BIN)/python
	@echo "Installing netgov and its test tools into $(VENV); the first time takes a minute or two."
	@$(PIP) install --editable '.[test]'
	@touch $@
