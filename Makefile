# Every target sets up what it needs, once: .venv with the versions that constraints.txt names.
# Needs make, git and Python 3.11 or newer. Say which Python with `make PYTHON=python3.12 ...`.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
# the build backend runs in an environment of its own, which --constraint does not reach
PINNED := --constraint constraints.txt --build-constraint constraints.txt

USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	"$$name" -c '$(USABLE)' >/dev/null 2>&1 && echo "$$name" && break; done)

# Where this is set every program that the tests start compiles the package again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check format bench fuzz advisories pins

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.runtime ## open the reader; ARGS="export content" for anything else
	@$(BIN)/briefing $(ARGS)

# Coverage counts branches too. The screen is partly held by looking at it, hence two floors.
# What slow tests do again with other data is not counted: tests/conftest.py says which.
# With ARGS (`make test ARGS="-k dates"`) only some tests run, and nothing is counted.
test: $(VENV)/.develop ## run the tests and hold the coverage; ARGS="-k dates" for some of them
ifdef ARGS
	@$(BIN)/pytest $(ARGS)
else
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --numprocesses auto --dist loadgroup
	@$(BIN)/coverage combine --quiet
	@$(call floor,--omit='briefing/tui/*',95,outside the screen)
	@$(call floor,--include='briefing/tui/*',85,of the screen)
endif

floor = $(BIN)/coverage report $(1) --format=total --fail-under=$(2) >/dev/null 2>&1 \
	|| { $(BIN)/coverage report $(1) --show-missing; echo 'coverage $(3) is below $(2)%'; exit 1; }

check: $(VENV)/.develop ## look for faults without running anything: format, lint, types, layers, spelling
	@failed=0; for tool in 'ruff format --check' 'ruff check' mypy 'lint-imports --no-logo' codespell; do \
		echo "$$tool"; $(BIN)/$$tool || failed=1; done; exit $$failed

format: $(VENV)/.develop ## write the code as `make check` wants it
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(VENV)/.develop ## measure speed and memory; results in benchmarks/results.md
	@$(BIN)/python -m benchmarks $(ARGS)

fuzz: $(VENV)/.develop ## try for an hour to break it; figures in docs/reliability.md; ARGS="loader --seconds 30"
	@$(BIN)/python -m tests.fuzz $(ARGS)

advisories: $(VENV)/.develop ## hold constraints.txt against a copy of PyPA's advisory database; DB=FOLDER
	@$(BIN)/python -m tests.advisories $(DB)

pins: $(VENV)/.python ## renew constraints.txt: the newest version of everything that pyproject.toml allows
	$(BIN)/python -m venv --clear $(VENV)/pins
	$(VENV)/pins/bin/python -m pip install --quiet --upgrade pip
	$(VENV)/pins/bin/python -m pip install --quiet --editable . --group dev
	@sed -n '/^#/p' constraints.txt >$(VENV)/pins.txt
	$(VENV)/pins/bin/python -m pip freeze --all --exclude-editable --exclude setuptools >>$(VENV)/pins.txt
	@mv $(VENV)/pins.txt constraints.txt
	@rm -r $(VENV)/pins

# -- set-up ---------------------------------------------------------------------------------------

$(VENV)/.python:
	@"$(PYTHON)" -c '$(USABLE)' 2>/dev/null || { echo 'Python 3.11 or newer with its venv module is needed' \
		'(Debian, Ubuntu: apt install python3 python3-venv).' \
		'If it has another name: make PYTHON=/where/it/is' >&2; exit 1; }
	@echo 'Setting up $(VENV) with $(PYTHON)'
	@"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: pyproject.toml constraints.txt | $(VENV)/.python
	@echo 'Installing briefing'
	@$(PIP) install --upgrade --constraint constraints.txt pip
	@$(PIP) install $(PINNED) --editable .
	@touch $@

$(VENV)/.develop: $(VENV)/.runtime
	@echo 'Installing the tools for tests and checks'
	@$(PIP) install $(PINNED) --group dev
	@touch $@
