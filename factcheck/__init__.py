"""factcheck: fact-check worksheets for newsrooms."""

__version__ = "0.1.0"
