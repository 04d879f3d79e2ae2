"""Articles to spaCy documents: which pipeline, its tokens, its sentences, and one ``Doc`` per article."""

from __future__ import annotations

from factcheck.english.documents import read
from factcheck.english.pipeline import load
from factcheck.english.sentences import sentences

__all__ = ["load", "read", "sentences"]
