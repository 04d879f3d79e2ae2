"""python -m training convert|train|ship|evaluate: the steps from open treebanks to the shipped pipeline, in order."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factcheck.errors import FactcheckError
from training.corpora import WORK


def main() -> int:
    """Run one step; 1 where the input is at fault."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("convert", help="treebanks to documents with CLEAR labels, in training/work")
    step.add_argument("--corpora", type=Path, required=True, help="the folder that holds the paths of corpora.yaml")
    step = steps.add_parser("train", help="train on them, stage by stage; one core")
    step.add_argument("--out", type=Path, default=WORK / "model")
    step.add_argument("--first", type=int, default=1, help="go on with the stage of this number")
    step.add_argument(
        "--set", nargs=2, action="append", default=[], metavar=("KEY", "VALUE"), help="a setting of config.cfg"
    )
    step = steps.add_parser("ship", help="prune the trained pipeline and put it into the package")
    step.add_argument("--model", type=Path, help="its folder; what train made by default")
    step = steps.add_parser("evaluate", help="measure a pipeline on the test sets, raw text in")
    step.add_argument("--model", help="a name or folder; the shipped one by default")
    options = parser.parse_args()
    try:
        _run(options)
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace) -> None:
    match options.step:
        case "convert":
            from training.corpora import convert

            convert(options.corpora)
        case "train":
            from training.pipeline import train

            print(train(options.out, dict(options.set), first=options.first))
        case "ship":
            from training.pipeline import ship

            ship(options.model)
        case "evaluate":
            from training.evaluate import evaluate

            for line in evaluate(options.model):
                print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
