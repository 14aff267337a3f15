"""Which documents are the same."""

from hashlib import sha256

_DIGITS = 16


def content_id(text: str, *circumstances: str | None) -> str:
    """A stable id for a text whose giver named none: reading it twice gives the same document.

    `circumstances` (outlet, address) keep apart two outlets that print the same words.
    """
    marks = "".join(f"\0{c}" for c in circumstances if c)
    return sha256((text + marks).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
