# netgov: `make demo` shows what it does, `make test` runs the suite. Both make .venv and install what they need.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# What pip then finds installed it does not fetch again, so that the wheel is the one whose hash is known.
PINNED := $(PIP) install --no-deps --only-binary :all: --require-hashes --requirement pinned.txt
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
	$(BIN)/python -m tests.structure

check: lint test

quality: $(VENV)/installed
	rm -f data/quality.json
	$(BIN)/netgov evaluate data/gold data/reports --card data/quality.json \
		--kind samples --text "sample reports that come along" --looked-at yes
	$(BIN)/netgov evaluate tests/gold tests/reports --card data/quality.json \
		--kind tests --text "reports of other forms, for the tests" --looked-at yes
	$(BIN)/netgov evaluate tests/unseen/gold tests/unseen/reports --card data/quality.json \
		--kind "first unseen" --text "reports by others, measured at first sight and learnt from since" --looked-at yes
	$(BIN)/netgov evaluate tests/held/gold tests/held/reports --card data/quality.json \
		--kind "held apart" --text "reports of eight kinds of body that nobody looked at while the grammar was written" \
		--looked-at no

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

$(VENV)/installed: pyproject.toml pinned.txt | $(BIN)/python
	@echo "Installing netgov into $(VENV); the first time takes a minute or two."
	@$(PINNED)
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml pinned.txt | $(BIN)/python
	@echo "Installing netgov and its test tools into $(VENV); the first time takes a minute or two."
	@$(PINNED)
	@$(PIP) install --editable '.[test]'
	@touch $@
