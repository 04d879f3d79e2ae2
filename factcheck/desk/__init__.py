"""The YAML files that a desk writes: checklists, ``form.yaml``, ``session.yaml``.

    file -> Source (source.py): every text knows its line and column -> faults of its shape, in words (schema.py)

What the names in such a file mean is the business of the room that asks for it.
"""

from factcheck.desk.schema import check, did_you_mean
from factcheck.desk.source import Located, Source, parse, read

__all__ = ["Located", "Source", "check", "did_you_mean", "parse", "read"]
