# make run    the bot: on Telegram with a BOT_TOKEN (in .env), else the same conversation in this terminal
# make test   what a change must pass: lint, types, tests
# make lock   write requirements.lock anew from what pip resolves now
# make translations   take changed sentences over into the catalogues
#
# Both make .venv and install what they need the first time. PYTHON names the interpreter (3.11 or newer);
# TORCH_INDEX another package index for torch, such as the CPU builds' https://download.pytorch.org/whl/cpu

PYTHON ?= python3
TORCH_INDEX ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
TORCH := $(shell grep '^torch==' requirements.lock)

.PHONY: run test lock translations

run: $(VENV)/.installed
	@$(BIN)/python -m bot

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(VENV)/.installed: pyproject.toml requirements.lock | $(BIN)/pip
	@echo "Installing what the bot needs; that takes a few minutes the first time ..."
	@$(if $(TORCH_INDEX),$(PIP) install --extra-index-url $(TORCH_INDEX) $(TORCH))
	@$(PIP) install --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install --constraint requirements.lock --editable '.[dev]'
	@touch $@

# Debian ships venv without pip unless python3-venv is installed: then the system's pip puts one in.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python --quiet --quiet install pip; }

lock: $(VENV)/.installed-dev
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' | grep -Ev '^(nvidia|cuda|triton)' > requirements.lock

# After a sentence has changed: take it over into the catalogues in bot/locales, then translate what is empty there.
translations: $(VENV)/.installed
	@$(BIN)/pybabel -q extract -k Message --no-location --omit-header --width 120 -o $(VENV)/messages.pot bot
	@$(BIN)/pybabel -q update -i $(VENV)/messages.pot -d bot/locales --omit-header --no-fuzzy-matching --ignore-obsolete --width 120
