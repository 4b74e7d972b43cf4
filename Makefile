PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEEDED := $(VENV)/.installed
NEEDED_FOR_TESTS := $(VENV)/.installed-dev
PASSED := .check-passed
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --constraint constraints.txt --editable

# What the working tree holds right now; empty outside a git checkout, where nothing is taken as tested.
TREE := git rev-parse --git-dir >/dev/null 2>&1 && \
	git ls-files -z --cached --others --exclude-standard | sort -zu | xargs -0 sha256sum 2>&1 | sha256sum

.PHONY: run test check bench picture

run: $(NEEDED)
	@exec $(BIN)/python -m "$$($(BIN)/python -c 'import bot.settings as s; print(s.choose_program())')"

# One worker more than cores: some wait for a browser or for a process while the others reckon.
test: $(NEEDED_FOR_TESTS)
	@tree="$$($(TREE))"; \
	$(BIN)/python -m pytest -n 3 --dist worksteal && echo "$$tree" > $(PASSED)

check: $(NEEDED_FOR_TESTS)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@said="$$($(BIN)/lint-imports 2>&1)" || { echo "$$said"; exit 1; }
	@tree="$$($(TREE))"; \
	if [ -n "$$tree" ] && [ "$$tree" = "$$(cat $(PASSED) 2>/dev/null)" ]; \
	then echo "Тесты на этом дереве уже пройдены / The tests have passed on this tree"; \
	else $(MAKE) --no-print-directory test; fi

bench: $(NEEDED_FOR_TESTS)
	@$(BIN)/python -m benchmarks

picture: $(NEEDED_FOR_TESTS)
	@$(BIN)/python -m sandbox.page.snapshot docs/picture.png

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Нужен Python 3.11 или новее с venv / Python 3.11+ with venv is needed: apt install make python3-venv (make PYTHON=python3.12 …)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(NEEDED): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Устанавливаю / Installing…"
	@$(INSTALL) .
	@touch $@

$(NEEDED_FOR_TESTS): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Устанавливаю / Installing…"
	@$(INSTALL) '.[dev]'
	@touch $@ $(NEEDED)
