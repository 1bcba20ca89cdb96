# `make run` serves a training station; `make test` runs everything; `make check` a minute or two.
# On a fresh machine nothing is needed but make and Python 3.11 or newer.

PORT ?= 8000
DATA ?= data
BIN := .venv/bin
CODE := src tests benches tools
# Tests start hundreds of processes; each would compile all of serai anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-dev run test check lint postgresql bench clean

help:
	@echo "make run     a station with the Baghuz 2019 training operation on http://localhost:$(PORT)"
	@echo "make test    every check and every test, browser journeys and PostgreSQL included"
	@echo "make check   the fast part of it, a minute or two: before every commit"
	@echo "make bench   the measurements in benches/"
	@echo "make setup   only .venv with serai in it; make clean throws away what was made"

setup:
	@sh tools/setup.sh run

setup-dev:
	@sh tools/setup.sh dev

run: setup
	@$(BIN)/serai demo --data "$(DATA)" --port $(PORT)

test: setup-dev
	@sh tools/debian.sh
	@echo "Lint and types; meanwhile every statement on PostgreSQL"
	@$(MAKE) --no-print-directory -j2 lint postgresql
	@echo "SQLite, journeys, and everything else"
	@$(BIN)/python -m pytest -n 2 --doctest-modules tests src/serai/core

check: setup-dev lint
	@$(BIN)/python -m pytest -n 2 -m "not journey and not slow" \
		--doctest-modules tests src/serai/core

lint:
	@$(BIN)/ruff format --check --quiet $(wildcard $(CODE)) || \
		{ echo "Not formatted; run $(BIN)/ruff format $(CODE)"; exit 1; }
	@$(BIN)/ruff check --quiet $(wildcard $(CODE))
	@$(BIN)/djlint src --lint --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

postgresql: setup-dev
	@$(BIN)/python tests/postgresql/run.py

bench: setup-dev
	@set -e; for bench in benches/*.py; do echo "== $$bench"; $(BIN)/python "$$bench"; done

clean:
	@rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests benches tools -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Gone: .venv and caches. The station in ./$(DATA) stays; delete it yourself if you mean to."
