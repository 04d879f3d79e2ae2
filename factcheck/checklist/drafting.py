"""The text of a new checklist file, with comments that explain it."""

from __future__ import annotations

import json
from collections.abc import Sequence

_FILE = """\
# yaml-language-server: $schema={schema}
type: {type}  # the same as the file's name
title: {title}
priority: normal  # high, normal or low: the order on the sheet

# Words that mean the same here. Each also stands for its other forms: launch is launches, launched, launching.
# '"Launch"', in both kinds of quotation marks, is only that, in that letter case.
words:
  word: [{words}]

# What to pick out of the sentence. Kinds: number count quantity money percent time name person role organisation
# place law vote quote text
fields:
{fields}
value: {value}  # the field that sources are compared on

# <group> or <field>; ... is up to four other words; (this | that); optional?; a & b in either order
phrases:
{phrases}

# Not where the sentence also has one of these:
# except:
#   - missile defence

questions:
  - {question}

# Where a checker can look it up:
# references:
#   - name: UN Security Council meeting records
#     url: https://research.un.org/en/docs/sc/quick/meetings

# Tried each time the file is loaded. "finds" may also say what a field holds: {{{value}: ...}}
examples:
  - text: {example}
    finds: {{}}
  - text: {counterexample}
    finds: nothing
"""

_FIELDS = {"time": "when", "text": "what", "organisation": "body", "person": "who", "name": "who"}
"""What the compared field is called where its kind is no good name for it."""


def draft(
    kind_of_assertion: str,
    *,
    title: str,
    words: Sequence[str],
    kind: str,
    example: str,
    counterexample: str,
    question: str,
    schema: str,
) -> str:
    """The file's text, with what is given quoted as YAML needs it. ``schema`` is the schema's address, for editors."""
    value = _FIELDS.get(kind, kind)
    fields = {value: kind} | {name: other for name, other in (("place", "place"), ("when", "time")) if other != kind}
    counted = kind in ("number", "count", "quantity")
    phrases = [f"<{value} of word>", f"<word> &6 <{value}>"] if counted else [f"<word> &6 <{value}>"]
    return _FILE.format(
        schema=schema,
        type=kind_of_assertion,
        title=_quoted(title),
        words=", ".join(_quoted(word) for word in words if word),
        fields="\n".join(f"  {name}: {each}" for name, each in fields.items()),
        value=value,
        phrases="\n".join(f"  - {phrase}" for phrase in phrases),
        question=_quoted(question),
        example=_quoted(example),
        counterexample=_quoted(counterexample),
    )


def _quoted(text: str) -> str:
    """A JSON string is a YAML string."""
    return json.dumps(text, ensure_ascii=False)
