"""Whole pages: what is title, text, caption and furniture, and what the head says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.articles import read
from factcheck.models import Article

INITIALS = {"headline": "h", "body": "b", "caption": "c", "furniture": "f"}


def page(folder: Path, text: str, suffix: str = ".txt") -> Article:
    path = folder / f"page{suffix}"
    path.write_text(text, encoding="utf-8")
    return read(path, id="S1")


def kinds(article: Article) -> str:
    return "".join(INITIALS[paragraph.kind] for paragraph in article.paragraphs)


AGENCY = """\
Council backs harbour plan after four-hour debate

By JANE ROE
Associated Press
March 3, 2019 10:15 AM ET

NORTHPORT, Maine (AP) — The city council voted 7-2 on Tuesday to back a plan for the harbour.

Copyright law was not discussed, Mayor Ann Poe said. "Follow us to the quay," she told reporters.

Read more: What the harbour plan means for fishermen

The plan costs about $4 million.

What comes next

Officials said work would begin in June.

___

Associated Press writer John Doe contributed to this report from Augusta.

© 2019 The Associated Press. All rights reserved.
"""

DAILY = """\
Politics

Is the harbour plan too costly?

Jane Roe
Published Mon 4 Mar 2019 07.00 GMT
Last modified on Tue 5 Mar 2019 09.12 GMT

Share on Facebook
Share via Email

A view of the harbour at dawn. Photograph: John Doe/AFP/Getty Images

The harbour plan will cost more than first thought, the council’s auditor
said on Monday, adding that
about 40 boats must move.

• Sign up to our daily briefing

Related: Harbour plan: what we know

The vote is due next week.

Jane Roe is a reporter at the Daily.

Topics
Harbours
Local government
"""

WIRE = """\
MOSCOW, March 28, 2019 (Reuters) - The ministry has sent two planes
to the island, an official said on Thursday, and will
keep them there as long as is needed for the
specialists to finish.

The ministry said 99 people were on board.

(Reporting by Jane Roe; Editing by John Doe)

Our Standards: The Trust Principles.
"""

BLOG = """\
The fleet is coming home

By [Jane Roe](#)

Harbour Review, March 28, 2019

Region: [North](#), [Coast](#)

The fleet will come home in June, **Admiral Ann Poe** said, stressing that the

crews are well and that no ship was lost.

A Last Word

It was a long voyage.

*

Note to readers: please tell your friends.

Award-winning author Jane Roe lives in Northport. Reach her at jane@example.org.

Her walks along the coast are told in a book.

<http://example.org/book.html>

Copyright © [Jane Roe](#), Harbour Review, 2019

[Become a member](#)

Disclaimer: The views are the author's.

www.example.org holds material whose use has not been authorized by the copyright owner.
"""

PORTAL = """\
World News

Planes land in the northern capital

Published 28 March 2019 (10 hours 5 minutes ago)
The Daily Harbour

Image copyright Reuters
Image caption A plane on the tarmac at the airport

Two planes have landed in the capital, reportedly carrying dozens of troops.

RELATED:

Southern Port Sends Medicine

The planes carried 35 tons of cargo, the ministry said.

12 Likes

Subscribe to our newsletter to get the stories of the day.

Why it matters

Ties between both sides have been tense for months.

More on the crisis:

The short, medium and long story

Tags

Northland Southland
"""

MARKDOWN = """\
---
title: "Storm: 12 dead"
byline: Ann Poe
published: March 3, 2019
url: https://example.org/storm
---
# Storm kills 12

*Ann Poe*, [The Daily](http://example.org/a_b)

![Boats on the shore](boat.jpg)

**At least 12** people died, [officials said](http://example.org).

* two ships sank
* 30 houses burned

## Aftermath

Aid came on Sunday.

[Share](#) [Tweet](#)
"""


@pytest.mark.parametrize(
    ("text", "suffix", "expected", "said"),
    [
        (AGENCY, ".txt", "hfff" + "bbfb" + "hb" + "ff", (
            "Council backs harbour plan after four-hour debate", "Associated Press", "JANE ROE", date(2019, 3, 3))),
        (DAILY, ".txt", "fhfffffc" + "bffb" + "ffff", (
            "Is the harbour plan too costly?", None, "Jane Roe", date(2019, 3, 4))),
        (WIRE, ".txt", "bbff", (None, "Reuters", None, date(2019, 3, 28))),
        (BLOG, ".txt", "hfff" + "bhb" + "f" * 8, (
            "The fleet is coming home", "Harbour Review", "Jane Roe", date(2019, 3, 28))),
        (PORTAL, ".txt", "fhffcc" + "bffbffhb" + "ffff", (
            "Planes land in the northern capital", "The Daily Harbour", None, date(2019, 3, 28))),
        (MARKDOWN, ".md", "hfc" + "bbb" + "hb" + "f", ("Storm: 12 dead", None, "Ann Poe", date(2019, 3, 3))),
    ],
    ids=["agency", "daily", "wire", "blog", "portal", "markdown"],
)  # fmt: skip
def test_page(tmp_path: Path, text: str, suffix: str, expected: str, said: tuple[object, ...]) -> None:
    article = page(tmp_path, text, suffix)
    assert kinds(article) == expected
    assert (article.title, article.publisher, article.byline, article.published) == said


@pytest.mark.parametrize(
    ("line", "publisher", "byline", "published"),
    [
        ("The Daily, March 28, 2019", "The Daily", None, date(2019, 3, 28)),
        ("Published: 28 March 2019 10:15 GMT", None, None, date(2019, 3, 28)),
        ("2019-03-28T10:15:00Z", None, None, date(2019, 3, 28)),
        ("Thursday 28th March 2019", None, None, date(2019, 3, 28)),
        ("Posted on Mar. 28, 2019 by Jane Roe", None, "Jane Roe", date(2019, 3, 28)),
        ("28/03/2019", None, None, date(2019, 3, 28)),
        ("03/04/2019", None, None, None),
        ("By Jane Roe, The Daily, March 28, 2019", "The Daily", "Jane Roe", date(2019, 3, 28)),
        ("By Jane Roe and John Doe, Reuters", "Reuters", "Jane Roe and John Doe", None),
        ("By Jane Roe, John Doe and Ann Poe", None, "Jane Roe, John Doe and Ann Poe", None),
        ("By Jane Roe in Northport", None, "Jane Roe", None),
        ("By JANE ROE Associated Press", "Associated Press", "JANE ROE", None),
        ("By The Associated Press", None, "The Associated Press", None),
        ("Mar 28, 2019 | By Jane Roe", None, "Jane Roe", date(2019, 3, 28)),
        ("Updated 5:12 PM EST, Tue March 26, 2019", None, None, date(2019, 3, 26)),
    ],
)
def test_line_of_the_head(
    tmp_path: Path, line: str, publisher: str | None, byline: str | None, published: date | None
) -> None:
    article = page(tmp_path, f"A storm is coming\n\n{line}\n\nThe storm will come on Friday, the office said.\n")
    assert (article.title, article.publisher, article.byline, article.published) == (
        "A storm is coming", publisher, byline, published)  # fmt: skip
    assert kinds(article) == "hfb"


@pytest.mark.parametrize(
    ("opening", "publisher", "published"),
    [
        ("PORT ROE, Oct. 14, 2019 (Lakeside Press) - Eight boats", "Lakeside Press", date(2019, 10, 14)),
        ("March 3, 2019 (Lakeside Press) — Eight boats", "Lakeside Press", date(2019, 3, 3)),
        ("LONDON (AP) - Eight boats", "AP", None),
        ("LONDON (Lakeside Press) - Eight boats", None, None),
        ("On March 3, 2019 (a Sunday) - the first day of rain - eight boats", None, None),
        ("Since March 3, 2019 (Easter) eight boats", None, None),
    ],
)
def test_dateline(tmp_path: Path, opening: str, publisher: str | None, published: date | None) -> None:
    article = page(tmp_path, f"A storm is coming to town\n\n{opening} left the harbour, they said.\n\nIt rained.\n")
    assert (article.publisher, article.published) == (publisher, published)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Wednesday, about 40 boats had left the harbour, officials said.",
        "The law was signed on March 3, 2019, and took effect a year later.",
        "Advertisement revenue fell 12 percent last year.",
        "Copyright infringement cost the industry $2 billion, the report said.",
        "Donations reached $3 million; volunteers can sign up for shifts until Friday.",
        "He is the author of a bill that would cut taxes by 5 percent.",
        "Related charges were filed against two men on Monday.",
        "She studied the photo (taken in March) for an hour.",
        "“Share this burden with us,” the minister said.",
        "Reuters reported on Monday that the deal (worth $2 million) was near.",
        "The senator, who lives in Northport, said the disclaimer was removed in 2018.",
        "Former mayor Jane Roe, who is the author of a bill on troops, lives in Northport and was a reporter.",
        "She said the bill had been originally published in May on a website.",
        "Jane Roe is a professor at the university.",
        "The mayor said",
    ],
)
def test_running_text_stays_in_the_body(tmp_path: Path, sentence: str) -> None:
    text = (
        f"A storm is coming\n\nThe storm will come on Friday, the office said.\n\n{sentence}\n\nIt may last two days.\n"
    )
    assert kinds(page(tmp_path, text))[2] in ("b" if sentence.endswith((".", "”")) else "bh")


@pytest.mark.parametrize(
    "last",
    [
        "He is the author of a bill on fair use, she said.",
        "She wrote on Facebook and Twitter that her website had been shared.",
        "His book sold two million copies.",
        "The copyright owner sued the paper in May.",
        "Comment on the report was not to be had.",
        "This video is said to show the ships.",
    ],
)
def test_the_last_paragraph_stays_in_the_body_too(tmp_path: Path, last: str) -> None:
    assert kinds(page(tmp_path, f"A storm is coming\n\nIt will come on Friday, the office said.\n\n{last}\n")) == "hbb"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FILE - Boats lie on the shore, March 3, 2019.", "c"),
        ("In this March 3, 2019 photo, boats lie on the shore.", "c"),
        ("Boats lie on the shore. (AP Photo/John Doe)", "c"),
        ("Boats lie on the shore, March 3. Jane Roe/Reuters", "c"),
        ("Boats lie on the shore.\n(John Doe / AFP/Getty Images)", "cc"),
        ("Photo: John Doe/The Daily", "c"),
        ("File photo", "c"),
        ("Boats on the shore [File: John Doe/Reuters]", "c"),
        ("Boats lie on the shore (see page 3).", "b"),
    ],
)
def test_captions_by_their_credit(tmp_path: Path, text: str, expected: str) -> None:
    article = page(
        tmp_path,
        f"A storm is coming\n\nThe storm will come on Friday.\n\nIt is a big one.\n\n{text}\n\nIt may last two days.\n",
    )
    assert kinds(article) == f"hbb{expected}b"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("A b c.\nD e f.\nG h i.", ["A b c.", "D e f.", "G h i."]),
        ("Yes.\n\nHe said it was\n\nnot so.\n\nThe end.", ["Yes.", "He said it was\n\nnot so.", "The end."]),
        ("He said:\n\nit was not so.", ["He said:", "it was not so."]),
        ("Title here\n\nal-Quds said so.", ["Title here", "al-Quds said so."]),
        ("See the page\n\nwww.example.org holds it.", ["See the page", "www.example.org holds it."]),
        ("One thing.\n\n- two ships\n- three planes", ["One thing.", "two ships", "three planes"]),
        ("One thing.\n***\nand another", ["One thing.", "and another"]),
    ],
)
def test_paragraphs(tmp_path: Path, text: str, paragraphs: list[str]) -> None:
    article = page(tmp_path, text)
    assert [article.text[part.start : part.end] for part in article.paragraphs] == paragraphs


def test_text_wrapped_at_a_fixed_width_is_unwrapped(tmp_path: Path) -> None:
    body = (
        "The council of the town said on Tuesday that 12 ships had left the harbour and that more would follow soon. "
    )
    words, wrapped = (body * 2).split(), [""]
    for word in words:
        if len(wrapped[-1]) + len(word) < 60:
            wrapped[-1] = f"{wrapped[-1]} {word}".strip()
        else:
            wrapped.append(word)
    article = page(tmp_path, "Ships leave\n\n" + "\n".join(wrapped) + "\n\n" + "\n".join(wrapped))
    assert [" ".join(article.text[part.start : part.end].split()) for part in article.paragraphs[1:]] == [
        (body * 2).strip()
    ] * 2


def test_where_all_would_be_set_aside_all_is_the_article(tmp_path: Path) -> None:
    text = "The mayor asked all readers to sign up for the newsletter of the town, with all rights reserved."
    assert kinds(page(tmp_path, text)) == "b"
