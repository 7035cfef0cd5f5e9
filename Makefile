# What can be done in this folder. Needs Python 3.11 or later, make and git; `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet
CITATION := .venv-citation
ATLAS := src/destalinization/exporters/atlas/front
SPARK := .venv-spark

# What the user has set for other work must not lead pip or Python out of the virtual environment.
unexport PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_NO_DEPS
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test format lint types tests test-spark check-data fix-data readme mutants docs dist atlas picture citation bench clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target what; do printf '%-11s %s\n' "$$target" "$$what"; done

run: $(VENV)/.installed ## write build/destalinization.json, count what is in it, and answer three questions
	@mkdir -p build
	$(BIN)/destalinization export json -o build/destalinization.json
	$(BIN)/destalinization stats --short
	@echo
	$(BIN)/python examples/three_questions.py

test: lint types tests ## check formatting, lint, types and imports, and run all tests

format: $(VENV)/.developing ## put the code into its form
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: $(VENV)/.developing ## check formatting, lint and which room imports which
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

types: $(VENV)/.developing ## check types with mypy and pyright
	$(BIN)/mypy
	$(BIN)/pyright

tests: $(VENV)/.developing ## run all tests, with branch coverage
	$(BIN)/pytest --numprocesses auto --cov --cov-report=term

test-spark: ## resolve names with PySpark: the tests, and 20 million rows; needs Java, and loads 480 MB once
	@if command -v java >/dev/null || [ -n "$$JAVA_HOME" ]; then $(MAKE) --no-print-directory $(SPARK)/.installed spark; \
	else echo "skipped: Spark needs Java, such as openjdk-17-jre-headless"; fi

.PHONY: spark
spark:
	@if $(SPARK)/bin/python -c "import pyspark" 2>/dev/null; then \
	$(SPARK)/bin/pytest tests/test_frames_spark.py && $(SPARK)/bin/python tests/benchmarks/spark.py; \
	else echo "skipped: PySpark cannot be installed here"; fi

mutants: $(VENV)/.developing ## put 300 faults into the code, one at a time, and see whether the tests notice
	nice $(BIN)/python scripts/mutation

check-data: $(VENV)/.installed ## hold the data against their laws
	$(BIN)/destalinization check

fix-data: $(VENV)/.installed ## rewrite the data in canonical form, and their index
	$(BIN)/destalinization check --fix

readme: $(VENV)/.installed ## renew the figures and the output of commands in README.md and docs/, docs/coverage.md, docs/formats.md and public_api.txt
	$(BIN)/python scripts/readme.py --fix
	$(BIN)/python scripts/coverage.py --fix
	$(BIN)/python scripts/formats.py --fix
	$(BIN)/python scripts/public_api.py --fix

docs: $(VENV)/.documenting ## make the documentation as a site in build/docs, and check it
	cd docs && ../$(BIN)/python -m website

dist: $(VENV)/.developing ## build sdist and wheel into dist/, twice, and compare them
	$(BIN)/python scripts/check_build.py
	$(BIN)/check-wheel-contents dist/*.whl
	$(BIN)/twine check --strict dist/*

atlas: $(ATLAS)/node_modules ## build the atlas's page from its sources; needs node
	cd $(ATLAS) && npm run --silent build

picture: $(VENV)/.picturing ## take the picture of the atlas for README and documentation; needs Chromium
	$(BIN)/python scripts/picture.py

citation: $(CITATION)/.installed ## validate CITATION.cff
	$(CITATION)/bin/cffconvert --validate

bench: $(VENV)/.measuring ## measure speed; nothing is asserted
	$(BIN)/python tests/benchmarks/run.py

clean: ## remove everything that make made
	rm -rf build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache $(VENV) $(CITATION) $(SPARK) $(ATLAS)/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(INSTALL) --editable . --group dev
	@touch $@

$(VENV)/.documenting: $(VENV)/.installed
	$(INSTALL) --group docs
	@touch $@

$(VENV)/.picturing: $(VENV)/.installed
	$(INSTALL) --group browser
	@touch $@

$(ATLAS)/node_modules: $(ATLAS)/package.json $(ATLAS)/package-lock.json
	cd $(ATLAS) && npm ci --silent
	@touch $@

$(VENV)/.measuring: $(VENV)/.installed
	$(INSTALL) --group bench
	@touch $@

# On its own, since PySpark is large; without it the rest is as it was.
$(SPARK)/.installed: pyproject.toml
	$(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/python -m pip install --quiet --upgrade pip
	$(SPARK)/bin/python -m pip install --quiet --editable . --group tests
	-$(SPARK)/bin/python -m pip install --quiet --group spark
	@touch $@

# On its own, since cffconvert pins an old jsonschema.
$(CITATION)/.installed: pyproject.toml
	$(PYTHON) -m venv $(CITATION)
	$(CITATION)/bin/python -m pip install --quiet --upgrade pip
	$(CITATION)/bin/python -m pip install --quiet --group citation
	@touch $@
