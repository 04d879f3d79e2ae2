"""Checklists: one YAML file is one assertion type, with the phrases that find it."""

from factcheck.checklist.definition import CIRCUMSTANCES, Checklist, Example, Phrase, Reference
from factcheck.checklist.loading import load
from factcheck.checklist.matcher import Hit, Matcher

__all__ = ["CIRCUMSTANCES", "Checklist", "Example", "Hit", "Matcher", "Phrase", "Reference", "load"]
