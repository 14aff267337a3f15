# Everything runs in the project's own .venv, which `install` makes and keeps up to date (scripts/bootstrap.sh).
.DEFAULT_GOAL := help
.PHONY: help install demo test lint lint-style lint-format lint-types lint-layers format bench lock clean

BIN := .venv/bin
CODE := $(wildcard src tests bench)
STORE := out/demo.sqlite

# spaCy gains nothing from threads on single reports, and pytest-xdist already uses the cores.
export OMP_NUM_THREADS ?= 1

help:
	@echo "make install   .venv with dateline, every extra and the test tools"
	@echo "make demo      read samples/ and answer a question about them"
	@echo "make test      the whole test suite"
	@echo "make lint      ruff, mypy --strict, import-linter"
	@echo "make format    let ruff format and mend what it can"
	@echo "make bench     the scoreboard: benchmarks and speed"
	@echo "make lock      resolve the dependencies anew into requirements.lock"
	@echo "make clean     remove .venv, .tools, out and caches"

install:
	@sh scripts/bootstrap.sh install

demo: install
	@mkdir -p out && rm -f $(STORE)*
	@$(BIN)/dateline read samples --store $(STORE) --retrieved 2021-09-12
	@$(BIN)/dateline ask "Who are the National Resistance Front and what do they want?" --store $(STORE)
	@printf '%s\n' '' 'What was read is kept in $(STORE). Ask it more:' \
		'  $(BIN)/dateline ask "What did the Taliban say about Panjshir?" --store $(STORE)' \
		'  $(BIN)/dateline ask "Who leads the National Resistance Front?" --store $(STORE)' \
		'or read reports of your own into another: $(BIN)/dateline read --help'

test: install
	$(BIN)/pytest -n 2

# make --keep-going lint shows the findings of all four at once.
lint: lint-style lint-format lint-types lint-layers
lint-style: install
	$(BIN)/ruff check
lint-format: install
	$(BIN)/ruff format --check
lint-types: install
	$(BIN)/mypy $(CODE)
lint-layers: install
	$(BIN)/lint-imports --no-logo

format: install
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: install
	$(BIN)/python -m bench

lock:
	@sh scripts/bootstrap.sh lock

clean:
	rm -rf .venv .tools out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
