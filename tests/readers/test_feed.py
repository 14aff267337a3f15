"""News feeds: every entry a document, in the dialects that outlets use; what is broken is named."""

from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from dateline.model.report import Document
from dateline.readers import Skipped, read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Coast News</title><link>https://coast.example/</link>
<item><title>Rebels leave Sake</title><link>https://coast.example/1</link><guid isPermaLink="false">77</guid>
<dc:creator>Ines Maro</dc:creator><pubDate>Tue, 03 May 2022 22:10:00 -0500</pubDate>
<description>Rebels left Sake.</description>
<content:encoded><![CDATA[<p>Rebels left <b>Sake</b> on Monday.</p>
<p>The army said &ldquo;we saw it&rdquo;.</p>]]></content:encoded>
</item>
<item><title>The mayor resigned on Friday</title></item>
<item><link>https://coast.example/3</link></item>
<item><title>Retrait</title><description>Les rebelles ont quitté la ville de Sake lundi, a déclaré le
gouverneur. L'armée n'a pas commenté ce retrait,
mais des habitants ont vu passer des camions.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Post</title>
<entry><id>urn:x:9</id><title>Talks open</title><link rel="self" href="https://hill.example/self"/>
<link href="https://hill.example/9"/><author><name>Ann Bello</name></author>
<updated>2022-05-04T08:00:00Z</updated>
<summary type="html">&lt;p&gt;Talks opened in Bern.&lt;/p&gt;</summary></entry></feed>"""


def put(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def test_an_entry_of_rss_is_a_document_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    path = put(tmp_path / "world.rss", RSS)
    first, second, empty, french = read(path)
    assert isinstance(first, Document)
    assert first.text == "Rebels left Sake on Monday.\nThe army said “we saw it”."
    assert (first.title, first.outlet, first.authors) == ("Rebels leave Sake", "Coast News", ("Ines Maro",))
    assert (first.url, first.published) == ("https://coast.example/1", "2022-05-03")
    assert isinstance(second, Document)
    assert (second.text, second.title) == ("The mayor resigned on Friday", None)
    assert isinstance(empty, Skipped)
    assert (empty.origin, empty.reason) == (f"{path}:3", "no text in it")
    assert isinstance(french, Skipped)
    assert "'fr'" in french.reason


def test_atom_and_standard_input(tmp_path: Path) -> None:
    (talks,) = read("-", stdin=BufferedReader(BytesIO(ATOM.encode())))
    assert isinstance(talks, Document)
    assert (talks.text, talks.url) == ("Talks opened in Bern.", "https://hill.example/9")
    assert (talks.outlet, talks.authors, talks.published) == ("Hill Post", ("Ann Bello",), "2022-05-04")


def test_a_story_that_the_outlet_changes_keeps_its_id(tmp_path: Path) -> None:
    told = [
        next(iter(read(put(tmp_path / "a.xml", RSS.replace("on Monday", day)))))
        for day in ("on Monday", "on Sunday")
    ]
    assert isinstance(told[0], Document)
    assert isinstance(told[1], Document)
    assert told[0].id == told[1].id
    assert told[0].text != told[1].text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<urlset><url/></urlset>", "neither an RSS nor an Atom feed"),
        ("", "not XML"),
        ("no feed at all", "not XML"),
    ],
)
def test_what_is_no_feed_is_named(tmp_path: Path, content: str, reason: str) -> None:
    (skipped,) = read(put(tmp_path / "a.xml", content))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith(reason)


def test_a_feed_reads_nothing_from_elsewhere(tmp_path: Path) -> None:
    secret = put(tmp_path / "secret", "the secret")
    told = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]><rss', 1)
    told = told.replace("The mayor resigned", "The mayor resigned &s;")
    assert all("secret" not in d.text for d in read(put(tmp_path / "a.rss", told)) if isinstance(d, Document))
