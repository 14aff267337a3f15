"""Files that hold others or pack their words: PDF, Word documents, messages, ZIP archives."""

import builtins
from email.message import EmailMessage
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dateline.model.report import Document
from dateline.readers import ReadOptions, Skipped, read
from tests.readers.test_read import FRENCH, NEWS, put, reason, stdin

WRAPPED = (
    "Ferry shelled off Pemba",
    "By Ana Souza",
    "A ferry on its way to the islands was shelled on Monday, the harbour",
    "master said. Two sailors were hurt and the coastguard towed the ves-",
    "sel into port. The ferry brings rice and fuel.",
    "The navy said nothing. Insurgents have cut the islands off since they",
    "took the coast road in March.",
)
needs_pypdf = pytest.mark.skipif(find_spec("pypdf") is None, reason="needs the extra [pdf]")


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF file with the lines of some pages, in the least that the format asks for."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    bodies.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    bodies.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        page = (
            "/Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R"
        )
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F 10 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
        bodies.append(f"<< /Type /Page {page} >>".encode())
        bodies.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
    out, places = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(bodies, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, start))
    return out.getvalue()


def docx(body: str, head: str = "") -> bytes:
    """A Word document with this XML between the tags of its body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        }
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def mail(text: str = NEWS, subtype: str = "plain", **head: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Ana Souza <ana@coast.example>",
        "Date": "Tue, 3 May 2022 09:00:00 +0200",
    }.items():
        message[name] = value
    for name, value in head.items():
        message[name.replace("_", "-")] = value
    message.set_content(text, subtype=subtype)
    return message


def one(source: Path, options: ReadOptions | None = None) -> Document:
    (document,) = read(source, options)
    assert isinstance(document, Document), document
    return document


@needs_pypdf
class TestPdf:
    def test_lines_are_paragraphs_again(self, tmp_path: Path) -> None:
        document = one(put(tmp_path / "a.pdf", pdf(WRAPPED)), ReadOptions(outlet="Coast News"))
        assert document.text.split("\n\n") == [
            "Ferry shelled off Pemba",
            "By Ana Souza",
            "A ferry on its way to the islands was shelled on Monday, the harbour master said. "
            "Two sailors were hurt and the coastguard towed the vessel into port. "
            "The ferry brings rice and fuel.",
            "The navy said nothing. "
            "Insurgents have cut the islands off since they took the coast road in March.",
        ]
        assert (document.outlet, document.published) == ("Coast News", None)

    def test_heads_and_feet_of_pages_go_and_sentences_run_over_them(self, tmp_path: Path) -> None:
        parts = (WRAPPED[2:4], WRAPPED[4:6], WRAPPED[6:])
        pages = (("Coast News Weekly", *part, f"Page {n}") for n, part in enumerate(parts, 9))
        text = one(put(tmp_path / "a.pdf", pdf(*pages))).text
        assert "Page" not in text
        assert "Coast News" not in text
        assert "towed the vessel into port" in text
        assert "since they took the coast road" in text

    def test_a_scan_is_named(self, tmp_path: Path) -> None:
        assert "a scan has to go through OCR" in reason(put(tmp_path / "a.pdf", pdf(())))

    @pytest.mark.parametrize("cut", [9, 100, 400])
    def test_damaged(self, tmp_path: Path, cut: int, capfd: pytest.CaptureFixture[str]) -> None:
        found = reason(put(tmp_path / "a.pdf", pdf(WRAPPED)[:cut]))
        assert "damaged" in found or "no text" in found
        assert capfd.readouterr() == ("", "")

    def test_locked(self, tmp_path: Path) -> None:
        from pypdf import PdfReader, PdfWriter

        writer, out = PdfWriter(PdfReader(BytesIO(pdf(WRAPPED)))), BytesIO()
        writer.encrypt("secret", algorithm="RC4-128")
        writer.write(out)
        assert "password" in reason(put(tmp_path / "a.pdf", out.getvalue()))

    def test_without_pypdf_it_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = builtins.__import__

        def without(name: str, *rest: Any, **more: Any) -> Any:
            if name.partition(".")[0] == "pypdf":
                raise ImportError(name)
            return real(name, *rest, **more)

        monkeypatch.setattr(builtins, "__import__", without)
        assert "pip install 'dateline[pdf]'" in reason(put(tmp_path / "a.pdf", pdf(WRAPPED)))


class TestWord:
    def test_paragraphs_tabs_breaks_and_cells(self, tmp_path: Path) -> None:
        body = (
            "<w:p><w:r><w:t>Ferry shelled off </w:t></w:r><w:r><w:t>Pemba</w:t></w:r></w:p><w:p/>"
            "<w:p><w:hyperlink><w:r><w:t>The navy</w:t></w:r></w:hyperlink>"
            "<w:r><w:t> said nothing.</w:t><w:br/>"
            "<w:t>So did the army.</w:t></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Two were hurt.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        document = one(put(tmp_path / "a.docx", docx(body)))
        assert document.text == (
            "Ferry shelled off Pemba\n\nThe navy said nothing.\nSo did the army.\n\nTwo were hurt."
        )

    def test_tracked_changes_count_as_accepted(self, tmp_path: Path) -> None:
        body = (
            "<w:p><w:r><w:t>The army has </w:t></w:r><w:del><w:r><w:delText>taken</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>left</w:t></w:r></w:ins><w:r><w:t> the town.</w:t></w:r></w:p>"
        )
        assert one(put(tmp_path / "a.docx", docx(body))).text == "The army has left the town."

    def test_nothing_outside_is_fetched(self, tmp_path: Path) -> None:
        secret = put(tmp_path / "secret", "the password is Pemba")
        head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        body = "<w:p><w:r><w:t>The navy said nothing. &x;</w:t></w:r></w:p>"
        assert "password" not in one(put(tmp_path / "a.docx", docx(body, head))).text

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"PK\x03\x04 and no more", "damaged"),
            (zipped({"mimetype": "x"}), "no Word document"),
            (docx(""), "no text"),
            (docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>")[:-30], "damaged"),
        ],
    )
    def test_bad(self, tmp_path: Path, content: bytes, why: str) -> None:
        assert why in reason(put(tmp_path / "a.docx", content))

    def test_the_limit_holds_for_what_comes_out(self, tmp_path: Path) -> None:
        content = docx(f"<w:p><w:r><w:t>{'a ' * 100_000}</w:t></w:r></w:p>")
        assert len(content) < 50_000
        assert "larger" in reason(put(tmp_path / "a.docx", content), ReadOptions(max_bytes=50_000))


class TestMail:
    def test_what_was_sent_on_is_at_hand_and_not_published_that_day(self, tmp_path: Path) -> None:
        document = one(put(tmp_path / "a.eml", mail(Subject="Fwd: Re: Rebels leave Sake").as_bytes()))
        assert (document.text, document.title) == (NEWS, "Rebels leave Sake")
        assert (document.published, document.retrieved, document.outlet) == (None, "2022-05-03", None)

    def test_a_newsletter_is_published(self, tmp_path: Path) -> None:
        message = mail(Subject="Sake: rebels leave", List_Id="<daily.coast.example>")
        document = one(put(tmp_path / "a.eml", message.as_bytes()))
        assert (document.outlet, document.published) == ("Ana Souza", "2022-05-03")
        assert document.title == "Sake: rebels leave"

    def test_pages_and_flowed_lines(self, tmp_path: Path) -> None:
        page = f"<html><body><article><p>{NEWS}</p><p>{NEWS * 3}</p></article></body></html>"
        assert NEWS.strip() in one(put(tmp_path / "a.eml", mail(page, "html").as_bytes())).text
        flowed = mail("Rebels left the town of \nSake on Monday.\n")
        flowed.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
        assert "the town of Sake on Monday." in one(put(tmp_path / "b.eml", flowed.as_bytes())).text

    def test_attached_files_are_read_in_their_turn(self, tmp_path: Path) -> None:
        message = mail("Rebels have left Sake, see the report that is attached to this message.\n")
        message.add_attachment(NEWS, filename="sake.txt")
        message.add_attachment(
            docx("<w:p><w:r><w:t>The navy said nothing.</w:t></w:r></w:p>"),
            "application",
            "x",
            filename="b.docx",
        )
        message.add_attachment(b"\x89PNG", "image", "png", filename="map.png")
        message.add_attachment(mail("The mayor of Goma fled on Friday, an aide said.\n"))
        path = put(tmp_path / "a.eml", message.as_bytes())
        *documents, last = list(read(path))
        texts = [found.text.strip() if isinstance(found, Document) else found.reason for found in documents]
        assert texts == [
            "Rebels have left Sake, see the report that is attached to this message.",
            NEWS.strip(),
            "The navy said nothing.",
            "no reader for files named *.png",
        ]
        assert isinstance(last, Document)
        assert last.origin == f"{path}/attachment 4.eml"

    def test_a_body_in_another_language_does_not_hide_what_is_attached(self, tmp_path: Path) -> None:
        message = mail(FRENCH)
        message.add_attachment(NEWS, filename="sake.txt")
        skipped, document = list(read(put(tmp_path / "a.eml", message.as_bytes())))
        assert isinstance(skipped, Skipped)
        assert isinstance(document, Document)

    def test_bad(self, tmp_path: Path) -> None:
        assert "no head" in reason(put(tmp_path / "a.eml", "Rebels left Sake."))
        unknown = mail().as_bytes().replace(b'"utf-8"', b'"klingon"')
        assert "damaged" in reason(put(tmp_path / "b.eml", unknown))
        assert "no text" in reason(put(tmp_path / "c.eml", mail("").as_bytes()))


class TestArchive:
    def test_files_as_in_a_folder(self, tmp_path: Path) -> None:
        content = zipped(
            {
                "b/news.txt": NEWS,
                "a.jsonl": '{"id": "7", "text": "The navy said nothing."}\n',
                ".hidden.txt": NEWS,
                "__MACOSX/b/._news.txt": NEWS,
                "b/photo.jpg": b"\xff\xd8\xff",
                "empty.txt": "",
            }
        )
        path = put(tmp_path / "all.zip", content)
        found = [(f.origin, f.text if isinstance(f, Document) else f.reason) for f in read(path)]
        assert found == [
            (f"{path}/a.jsonl:1", "The navy said nothing."),
            (f"{path}/b/news.txt", NEWS),
            (f"{path}/b/photo.jpg", "no reader for files named *.jpg"),
            (f"{path}/empty.txt", "no text in it"),
        ]

    def test_an_archive_in_an_archive_has_an_end(self, tmp_path: Path) -> None:
        content = zipped({"news.txt": NEWS})
        for _ in range(2):
            content = zipped({"in.zip": content})
        assert "unpack" in reason(put(tmp_path / "a.zip", zipped({"in.zip": content})))
        assert [
            type(f) for f in read(put(tmp_path / "b.zip", zipped({"in.zip": zipped({"n.txt": NEWS})})))
        ] == [Document]

    def test_a_damaged_file_does_not_hide_the_others(self, tmp_path: Path) -> None:
        content = bytearray(zipped({"a.txt": NEWS * 9, "b.txt": NEWS}))
        content[40:60] = bytes(20)
        skipped, document = list(read(put(tmp_path / "a.zip", bytes(content))))
        assert isinstance(skipped, Skipped)
        assert "archive" in skipped.reason
        assert isinstance(document, Document)

    def test_a_locked_file_is_named(self, tmp_path: Path) -> None:
        content = bytearray(zipped({"a.txt": NEWS}))
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(mark) + place] |= 1  # the flag of encryption
        assert "password" in reason(put(tmp_path / "a.zip", bytes(content)))

    def test_a_large_file_in_a_small_archive(self, tmp_path: Path) -> None:
        path = put(tmp_path / "a.zip", zipped({"a.txt": NEWS * 10_000}))
        assert "larger" in reason(path, ReadOptions(max_bytes=500_000))

    def test_bad(self, tmp_path: Path) -> None:
        assert "damaged" in reason(put(tmp_path / "a.zip", b"PK\x03\x04 no more"))
        assert "no file" in reason(put(tmp_path / "b.zip", zipped({".hidden.txt": NEWS})))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pdf(WRAPPED), marks=needs_pypdf),
        docx(f"<w:p><w:r><w:t>{NEWS}</w:t></w:r></w:p>"),
        mail(Message_ID="<1@coast.example>").as_bytes(),
        zipped({"news.txt": NEWS}),
    ],
    ids=["pdf", "docx", "eml", "zip"],
)
def test_standard_input_is_told_by_its_content(content: bytes) -> None:
    (document,) = stdin(content)
    assert isinstance(document, Document), document
