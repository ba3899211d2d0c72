# The two commands: `make serve` to see the site while you write, `make test` before you send it.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1
# The moment of the last commit; of this project's own, not of one around it.
export SOURCE_DATE_EPOCH ?= $(shell test -z "$$(git rev-parse --show-prefix 2>/dev/null)" && \
  git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help serve test test-all quick check format site offline pdf epub bench lock lint browser clean

help:
	@echo "make serve      the site at http://127.0.0.1:8000, refreshed as you save"
	@echo "make check      every problem in data and pages"
	@echo "make format     data files in their one style, the table of calls in CONTRIBUTING"
	@echo "make quick      check, lint, and the tests that need neither the built site nor a browser"
	@echo "make test       what continuous integration runs for a change"
	@echo "make test-all   the same and what takes long, as each week"
	@echo "make site       the site in site/"
	@echo "make offline    a zip of it to read without a network"
	@echo "make pdf        a PDF of the story and of each section, from the site in site/, linked on its page of data"
	@echo "make epub       an EPUB of the site in site/, linked there too"
	@echo "make lint       style and imports of the code, style of data, the workflows"
	@echo "make bench      timings"
	@echo "make lock       the locked packages, from pyproject.toml"
	@echo "make clean      nothing left of builds and caches"

serve: $(VENV)/run.done check
	$(RUN) -m mkdocs serve --strict --dev-addr 127.0.0.1:8000

check: $(VENV)/run.done
	$(RUN) -m macros check

# Data files in their one style, with the line that gives editors their help.
format: $(VENV)/run.done
	$(RUN) -m macros format

# Built aside and put in place when whole: a fault leaves the last good site as it was.
site: $(VENV)/run.done
	$(RUN) -m mkdocs build --strict --quiet

# A copy to read without a network: unpack it and open index.html.
offline: $(VENV)/run.done
	folder=build/offline-$$$$; trap "rm -rf $$folder" EXIT; \
	DIRECTORY_URLS=false $(RUN) -m mkdocs build --strict --quiet --site-dir $$folder && \
	$(RUN) -m scripts.offline $$folder build/jackson-vanik-offline.zip

# Into the built site, so that they are published with it; its page of data then tells their sizes.
pdf: $(VENV)/dev.done browser
	test -d site || $(MAKE) site
	$(RUN) -m scripts.pdf site site/pdf

epub: $(VENV)/dev.done
	test -d site || $(MAKE) site
	$(RUN) -m scripts.epub site site/epub/jackson-vanik.epub

test: $(VENV)/dev.done check lint browser
	$(RUN) -m pytest -n auto --dist loadgroup -m "not wide"

# Every page at every width in both palettes, every other engine, and ten times as many examples where tests make them
# up; continuous integration runs it each week.
test-all: $(VENV)/dev.done check lint browser
	FUZZ=10 $(RUN) -m pytest -n auto --dist loadgroup

# What needs neither the built site nor a browser.
quick: $(VENV)/dev.done check lint
	$(RUN) -m pytest -n auto -m "not wide and not site"

lint: $(VENV)/dev.done
	$(RUN) -m ruff check
	$(VENV)/bin/lint-imports --no-logo --cache-dir build/imports
	$(RUN) -m macros format --check
	$(VENV)/bin/zizmor --offline --quiet --persona=auditor .github
	$(VENV)/bin/actionlint

browser: $(VENV)/dev.done
	$(RUN) -m scripts.browser
	$(RUN) tests/readability.py

bench: $(VENV)/dev.done
	$(RUN) -m benchmarks

# A stamp newer than the lock says that the locked packages are installed.
$(VENV)/run.done: requirements.txt | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/dev.done: requirements-dev.txt | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/run.done

$(VENV)/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)

# Needs uv; writes no address of any registry into the locks.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --extra dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf build site .pytest_cache .ruff_cache
