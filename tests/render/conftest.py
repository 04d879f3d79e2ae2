"""The pages are tested on the session that the worksheet's tests make."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "worksheet"))
