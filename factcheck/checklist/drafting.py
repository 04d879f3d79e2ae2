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
# "Launch" inside a second pair of quotation marks is only that, in that letter case.
words:
  subject: [{words}]

# What to pick out of the sentence. Kinds: number count quantity money percent time name person role organisation
# place law vote quote text
fields:
  value: {kind}
  place: place
  when: time
value: value  # the field that sources are compared on

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
#     url: https://www.un.org/securitycouncil/content/meetings-records

# Tried each time the file is loaded. "finds" may also say what a field holds: {{value: 14}}
examples:
  - text: {example}
    finds: {{}}
  - text: {counterexample}
    finds: nothing
"""


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
    counted = kind in ("number", "count", "quantity")
    phrases = ["<value of subject>", "<subject> &6 <value>"] if counted else ["<subject> &6 <value>"]
    return _FILE.format(
        schema=schema,
        type=kind_of_assertion,
        title=_quoted(title),
        words=", ".join(_quoted(word) for word in words if word),
        kind=kind,
        phrases="\n".join(f"  - {phrase}" for phrase in phrases),
        question=_quoted(question),
        example=_quoted(example),
        counterexample=_quoted(counterexample),
    )


def _quoted(text: str) -> str:
    """A JSON string is a YAML string."""
    return json.dumps(text, ensure_ascii=False)
