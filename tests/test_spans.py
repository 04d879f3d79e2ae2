from hypothesis import given
from hypothesis import strategies as st

from factcheck.spans import Spans

PAIRS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))))


@given(PAIRS)
def test_what_is_reserved_is_disjoint_and_held(pairs: list[tuple[int, int]]) -> None:
    spans = Spans()
    kept = [pair for pair in pairs if spans.reserve(*pair)]
    assert sorted(kept) == list(zip(spans.starts, spans.ends, strict=True))
    assert all(end <= start for end, start in zip(spans.ends, spans.starts[1:], strict=False))
    for offset in range(240):
        assert spans.holds(offset) == any(start <= offset < end for start, end in kept)


@given(PAIRS)
def test_nothing_is_refused_without_an_overlap(pairs: list[tuple[int, int]]) -> None:
    spans, kept = Spans(), []
    for start, end in pairs:
        free = all(end <= other_start or other_end <= start for other_start, other_end in kept)
        assert spans.reserve(start, end) == free
        kept += [(start, end)] if free else []


def test_at_gives_the_last_stretch_that_starts_before() -> None:
    spans = Spans([(10, 20), (0, 5)])
    assert [spans.at(offset) for offset in (0, 4, 7, 10, 99)] == [0, 0, 0, 1, 1]
    assert Spans().at(3) == 0
