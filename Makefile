# Two commands: `make worksheets` and `make test`. Each makes the environment .venv first where it is missing.
.PHONY: worksheets test lint format bench clean

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

$(ready): pyproject.toml constraints.txt .ci/setup
	.ci/setup
	touch $@

clean:
	rm -rf .venv build
