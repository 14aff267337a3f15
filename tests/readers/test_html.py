"""Web pages: their report, and what they say of it."""

import re
from pathlib import Path

import pytest

from dateline.model.report import Document
from dateline.readers import ReadOptions, Skipped, read

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Ferry to Pemba shelled | Coast News</title>
<meta property="og:site_name" content="Coast News"><meta property="og:title" content="Ferry to Pemba shelled">
<meta name="author" content="Ana Souza; Omar Haddad">
<meta property="article:published_time" content="2022-05-03T08:00:00Z">
<link rel="canonical" href="https://coast.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/africa">Africa</a></nav>
<article><h1>Ferry to Pemba shelled</h1>
<p>A ferry on its way to Pemba was shelled on Monday, the harbour master said. Two sailors were hurt.</p>
<p>“Nobody knows who fired,” said José, a fisherman who saw the boat come in. The navy said nothing.</p>
<p>The ferry brings rice and fuel to the islands, which insurgents have cut off since March.</p>
</article><footer>© Coast News</footer></body></html>"""


def page(folder: Path, content: bytes, options: ReadOptions | None = None) -> Document | Skipped:
    path = folder / "page.html"
    path.write_bytes(content)
    (found,) = read(path, options)
    return found


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_text_and_metadata(tmp_path: Path, charset: str) -> None:
    source = PAGE.format(charset=charset).replace("“", '"').replace("”", '"').replace("©", "(c)")
    found = page(tmp_path, source.encode(charset), ReadOptions(outlet="Other", retrieved="2022-06-01"))
    assert isinstance(found, Document)
    assert "said José, a fisherman" in found.text
    assert "Home" not in found.text
    assert (found.title, found.outlet, found.url) == (
        "Ferry to Pemba shelled",
        "Coast News",
        "https://coast.example/ferry",
    )
    assert (found.authors, found.published) == (("Ana Souza", "Omar Haddad"), "2022-05-03")
    assert (found.retrieved, found.language) == ("2022-06-01", "en")


def test_date_is_not_guessed_from_the_text(tmp_path: Path) -> None:
    undated = re.sub("<meta property=.article:pub.*", "", PAGE.format(charset="utf-8"))
    found = page(tmp_path, undated.replace("Monday", "2 May 2021").encode())
    assert isinstance(found, Document)
    assert found.published is None


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<p",
        b"<!doctype html>\x00\x00",
        b"<" * 5000,
    ],
)
def test_page_without_a_report_is_skipped_and_named(tmp_path: Path, content: bytes) -> None:
    found = page(tmp_path, content)
    assert isinstance(found, Skipped)
    assert found.reason


def test_broken_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    cut = PAGE.format(charset="utf-8").encode()[:-60].replace(b"</p>", b"")
    found = page(tmp_path, cut)
    assert isinstance(found, Document)
    assert "brings rice" in found.text
