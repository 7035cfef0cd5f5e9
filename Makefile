# What can be done in this folder. Needs Python 3.11 or later, make and git; `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet
CITATION := .venv-citation
ATLAS := src/destalinization/exporters/atlas/front
SPARK := .venv-spark
FUZZ := .venv-fuzz
SECONDS := 3600
UNWANTED := *.pyc */.DS_Store */.coverage */Thumbs.db

# What the user has set for other work must not lead pip or Python out of the virtual environment.
unexport PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_NO_DEPS
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test format lint types tests coverage test-spark check-data fix-data readme docs dist atlas picture citation
.PHONY: bench performance counts counts-fix release fuzz mutants test-versions test-wheel downstream test-pyodide clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target what; do printf '%-14s %s\n' "$$target" "$$what"; done

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

tests: $(VENV)/.developing ## run all tests
	$(BIN)/pytest --numprocesses auto

coverage: $(VENV)/.developing ## run all tests and measure the coverage of branches, which takes twice as long
	$(BIN)/pytest --numprocesses auto --cov --cov-report=term

test-spark: ## resolve names with PySpark: the tests, and 20 million rows; needs Java, and loads 480 MB once
	@if command -v java >/dev/null || [ -n "$$JAVA_HOME" ]; then $(MAKE) --no-print-directory $(SPARK)/.installed spark; \
	else echo "skipped: Spark needs Java, such as openjdk-17-jre-headless"; fi

.PHONY: spark
spark:
	@if $(SPARK)/bin/python -c "import pyspark" 2>/dev/null; then \
	$(SPARK)/bin/pytest tests/test_frames_spark.py && $(SPARK)/bin/python tests/benchmarks/spark.py; \
	else echo "skipped: PySpark cannot be installed here"; fi

fuzz: $(FUZZ)/.installed ## fuzz what reads from others, an hour in all, or SECONDS=...; needs atheris
	@if $(FUZZ)/bin/python -c "import atheris" 2>/dev/null; then \
	$(FUZZ)/bin/python tests/fuzz/fuzz.py --seconds $(SECONDS); \
	else echo "skipped: atheris cannot be installed here"; fi

test-versions: $(VENV)/.developing ## run all tests on the wheel that `make dist` built, with every Python that is found
	$(BIN)/nox --session suite sdist lowest

test-wheel: $(VENV)/.developing ## run all tests on the wheel with one Python, with coverage, the core tests with the others, with the sdist and the lowest versions
	$(BIN)/nox --session "suite-$$($(BIN)/python -c 'import sys; print("{}.{}".format(*sys.version_info))')" core-3.12 core-3.13 core-3.14 sdist lowest

downstream: $(VENV)/.developing ## check and run a project that depends on the wheel
	$(BIN)/nox --session downstream

test-pyodide: $(VENV)/.developing ## run the core tests with CPython 3.14 in Pyodide; needs node, and loads 15 MB
	@if command -v npm >/dev/null; then $(BIN)/python tests/pyodide/core_tests.py; else echo "skipped: Pyodide needs node and npm"; fi

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
	$(BIN)/twine check --strict dist/*.whl dist/*.tar.gz
	$(BIN)/pydistcheck $(UNWANTED:%=--expected-files '!%') dist/*.whl dist/*.tar.gz

atlas: $(ATLAS)/node_modules ## build the atlas's page from its sources; needs node
	cd $(ATLAS) && npm run --silent build

picture: $(VENV)/.picturing ## take the picture of the atlas for README and documentation; needs Chromium
	$(BIN)/python scripts/picture.py

citation: $(CITATION)/.installed ## validate CITATION.cff
	$(CITATION)/bin/cffconvert --validate

bench: $(VENV)/.measuring ## measure speed, size and memory, beside other libraries; nothing is asserted
	$(BIN)/python tests/benchmarks/run.py

performance: $(VENV)/.measuring ## measure the same, and write docs/performance.md; wants a quiet machine
	$(BIN)/python tests/benchmarks/run.py --fix

counts: $(VENV)/.developing ## compare counted instructions with those recorded, and size and memory with their limits; needs valgrind
	$(BIN)/python tests/benchmarks/counts.py

counts-fix: $(VENV)/.developing ## record the counted instructions
	$(BIN)/python tests/benchmarks/counts.py --fix

release: $(VENV)/.developing ## put a release into build/release-VERSION: VERSION=1.2.3 [PREVIOUS=its wheel or JSON] [FINAL=yes]
	$(BIN)/python scripts/release.py $(VERSION) $(if $(PREVIOUS),--previous $(PREVIOUS)) $(if $(FINAL),--final)

clean: ## remove everything that make made
	rm -rf build dist .nox .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache $(VENV) $(CITATION) $(SPARK) $(FUZZ) $(ATLAS)/node_modules
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
	@if $(SPARK)/bin/python -c "import pyspark" 2>/dev/null; then touch $@; fi

# On its own, since atheris is there for a few versions of Python and systems alone.
$(FUZZ)/.installed: pyproject.toml
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --upgrade pip
	$(FUZZ)/bin/python -m pip install --quiet --editable .
	-$(FUZZ)/bin/python -m pip install --quiet --only-binary atheris --group fuzz
	@if $(FUZZ)/bin/python -c "import atheris" 2>/dev/null; then touch $@; fi

# On its own, since cffconvert pins an old jsonschema.
$(CITATION)/.installed: pyproject.toml
	$(PYTHON) -m venv $(CITATION)
	$(CITATION)/bin/python -m pip install --quiet --upgrade pip
	$(CITATION)/bin/python -m pip install --quiet --group citation
	@touch $@
