"""What becomes of files, folders and standard input."""

import json
import os
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.model.report import Document
from dateline.readers import READERS, ReadOptions, Skipped, read

NEWS = "Rebels left the town of Sake on Monday, the governor said. The army did not comment on the retreat.\n"
FRENCH = (
    "Les rebelles ont quitté la ville de Sake lundi, a déclaré le gouverneur. L'armée n'a pas commenté "
    "ce retrait, mais des habitants ont vu passer des camions toute la nuit.\n"
)


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(source: Path | str, options: ReadOptions | None = None) -> Document:
    (document,) = read(source, options)
    assert isinstance(document, Document), document
    return document


def reason(source: Path | str, options: ReadOptions | None = None) -> str:
    (skipped,) = read(source, options)
    assert isinstance(skipped, Skipped), skipped
    assert skipped.origin.startswith(str(source))
    return skipped.reason


def stdin(content: str | bytes) -> list[Document | Skipped]:
    data = content.encode() if isinstance(content, str) else content
    return list(read("-", stdin=BufferedReader(BytesIO(data))))


class TestText:
    def test_text_is_kept_as_it_is(self, tmp_path: Path) -> None:
        text = "  Two lines,\r\nof which one is blank.\r\n\r\n"
        assert one(put(tmp_path / "a.txt", text)).text == text

    def test_what_the_giver_knows_goes_with_it(self, tmp_path: Path) -> None:
        options = ReadOptions(published="2022-05-03", retrieved="2022-05-04", outlet="Coast News")
        document = one(put(tmp_path / "a.txt", NEWS), options)
        assert (document.published, document.retrieved, document.outlet) == (
            "2022-05-03",
            "2022-05-04",
            "Coast News",
        )
        assert (document.language, document.origin) == ("en", str(tmp_path / "a.txt"))

    def test_the_same_words_have_the_same_id(self, tmp_path: Path) -> None:
        first, second = one(put(tmp_path / "a.txt", NEWS)), one(put(tmp_path / "b.txt", NEWS))
        assert first.id == second.id
        assert one(put(tmp_path / "c.txt", NEWS + "!")).id != first.id
        assert one(tmp_path / "a.txt", ReadOptions(outlet="Coast News")).id != first.id

    @pytest.mark.parametrize(
        "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
    )
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        text = "“We don’t know,” the mayor of São Félix said – and left for Malmö. " + NEWS
        assert one(put(tmp_path / "a.txt", text.encode(encoding))).text == text

    def test_file_without_ending_is_told_by_its_content(self, tmp_path: Path) -> None:
        assert one(put(tmp_path / "page", "<!DOCTYPE html><title>T</title><p>" + NEWS * 3)).title == "T"
        assert one(put(tmp_path / "lines", json.dumps({"id": "7", "text": NEWS}))).id == "7"
        assert one(put(tmp_path / "notes", NEWS)).text == NEWS


class TestSkipped:
    def test_an_address_is_not_fetched(self) -> None:
        assert "curl" in reason("https://post.example/world.rss")

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "no text"),
            (b" \n\t\n", "no text"),
            (b"%PDF-1.7 \x00\x01", "PDF"),
            (b"PK\x03\x04\x14\x00", "ZIP"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
            (bytes(range(256)) * 20, "binary"),
            (b"\x00" * 999, "binary"),
        ],
    )
    def test_no_text(self, tmp_path: Path, content: bytes, words: str) -> None:
        assert words in reason(put(tmp_path / "a.txt", content))

    def test_too_large(self, tmp_path: Path) -> None:
        assert "limit of 50 bytes" in reason(put(tmp_path / "a.txt", NEWS), ReadOptions(max_bytes=50))
        assert one(tmp_path / "a.txt", ReadOptions(max_bytes=len(NEWS))).text == NEWS

    def test_other_language_is_named(self, tmp_path: Path) -> None:
        assert "'fr'" in reason(put(tmp_path / "a.txt", FRENCH))

    def test_short_text_in_another_script_is_named(self, tmp_path: Path) -> None:
        assert "'zh'" in reason(put(tmp_path / "a.txt", "军方说，叛军占领了这个镇，至少三人丧生。"))

    def test_short_text_passes_in_any_language(self, tmp_path: Path) -> None:
        assert one(put(tmp_path / "a.txt", "Oui.")).text == "Oui."

    def test_missing_file(self, tmp_path: Path) -> None:
        assert "No such file" in reason(tmp_path / "nowhere.txt")
        assert reason("a\0b")

    def test_wrong_options_are_the_callers_fault(self) -> None:
        with pytest.raises(UsageError, match="retrieved"):
            ReadOptions(retrieved="yesterday")
        with pytest.raises(UsageError, match="2021-02-30"):
            ReadOptions(published="2021-02-30")
        with pytest.raises(UsageError, match="limit"):
            ReadOptions(max_bytes=0)


class TestFolder:
    def test_files_are_read_in_order_and_others_named(self, tmp_path: Path) -> None:
        put(tmp_path / "b.txt", "Second.")
        put(tmp_path / "a" / "z.txt", "First.")
        put(tmp_path / "c.jsonl", '{"id":"x","text":"Third."}\n')
        put(tmp_path / "d.jpg", b"\xff\xd8\xff")
        put(tmp_path / ".git" / "config.txt", "Not a report.")
        found = list(read(tmp_path))
        assert [d.text for d in found if isinstance(d, Document)] == ["First.", "Second.", "Third."]
        (other,) = [s for s in found if isinstance(s, Skipped)]
        assert (other.origin, other.note) == (str(tmp_path / "d.jpg"), True)

    def test_a_bad_file_does_not_stop_the_others(self, tmp_path: Path) -> None:
        put(tmp_path / "a.txt", b"\x00\x01\x02")
        put(tmp_path / "b.txt", NEWS)
        bad, good = read(tmp_path)
        assert isinstance(bad, Skipped)
        assert not bad.note
        assert isinstance(good, Document)

    def test_readers_are_known_by_lower_case_endings(self) -> None:
        assert all(name.startswith(".") and name == name.lower() for name in READERS)


class TestStandardInput:
    def test_plain_text(self) -> None:
        (document,) = stdin(NEWS)
        assert isinstance(document, Document)
        assert (document.text, document.origin) == (NEWS, "-")

    def test_json_lines(self) -> None:
        found = stdin('{"id": "a", "text": "One."}\n\n{"id": "b", "text": "Two."}\n')
        assert [(d.id, d.text, d.origin) for d in found if isinstance(d, Document)] == [
            ("a", "One.", "-:1"),
            ("b", "Two.", "-:3"),
        ]

    def test_nothing(self) -> None:
        (skipped,) = stdin("")
        assert isinstance(skipped, Skipped)


class TestFolders:
    def test_what_is_no_file_is_named_and_the_rest_read(self, tmp_path: Path) -> None:
        put(tmp_path / "a.txt", NEWS)
        put(tmp_path / ".hidden" / "b.txt", NEWS)
        (tmp_path / "again").symlink_to(tmp_path)
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
        os.mkfifo(tmp_path / "pipe.txt")
        found = {Path(d.origin or "").name: d for d in read(tmp_path)}
        assert isinstance(found["a.txt"], Document)
        told = {name: d.reason for name, d in found.items() if isinstance(d, Skipped) and d.note}
        assert told == {
            "again": "a link to a folder, which is not followed; name the folder itself",
            "gone.txt": "a link that leads nowhere",
            "pipe.txt": "neither a file nor a folder",
        }

    def test_a_folder_that_may_not_be_entered_is_skipped_aloud(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path / "a.txt", NEWS)
        put(tmp_path / "locked" / "b.txt", NEWS)
        entered = os.scandir

        def scandir(path: Path) -> Any:
            if Path(path).name == "locked":
                raise PermissionError(13, "Permission denied", str(path))
            return entered(path)

        monkeypatch.setattr(os, "scandir", scandir)
        first, locked = read(tmp_path)
        assert isinstance(first, Document)
        assert locked == Skipped(str(tmp_path / "locked"), "Permission denied")
