# make run: serve with demo data · make test: everything CI runs · make install: the environment alone
# make bench SIZE=office|province|nation: a made country on the bench · make spark: its indicators on a Spark cluster (Java 17)
PORT ?= 8000
PYTHON ?= python3
SIZE ?= office
BIN := .venv/bin

.PHONY: run test install lock bench spark docs clean

run: install
	@PORT=$(PORT) $(BIN)/sidamping serve --demo

test:
	@.ci/run

install: .venv/.installed

.venv/.installed: pyproject.toml uv.lock $(BIN)/uv
	@UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --frozen --inexact --quiet
	@touch $@

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "SiDamping perlu Python 3.11 atau lebih baru (needs Python 3.11 or newer)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Pasang dahulu (install first): apt-get install -y python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'

lock: $(BIN)/uv
	@$(BIN)/uv lock

bench: install
	@$(BIN)/python -m bench.nation --size $(SIZE)

spark: install
	@UV_PROJECT_ENVIRONMENT=.venv-spark $(BIN)/uv sync --frozen --no-dev --quiet --extra spark
	@PYTHONPATH=. .venv-spark/bin/python -m bench.spark --size $(SIZE)

docs: install
	@$(BIN)/python -m tools.pages

clean:
	@rm -rf .venv .venv-spark dist build
