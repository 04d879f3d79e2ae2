# Two commands: `make worksheets` and `make test`. Each makes the environment .venv first where it is missing.
.PHONY: worksheets test lint format bench docs clean

ready := .venv/.ready

worksheets: $(ready)
	.venv/bin/factcheck worksheet seeds --out build

test: $(ready)
	.venv/bin/python -m pytest

lint: $(ready)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

format: $(ready)
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: $(ready)
	.venv/bin/python -m benchmarks $(DATA)

docs: $(ready)
	COLUMNS=100 .venv/bin/python -m typer factcheck.cli utils docs --name factcheck --title Commands > docs/commands.md

$(ready): pyproject.toml constraints.txt .ci/setup
	.ci/setup
	touch $@

clean:
	rm -rf .venv build
