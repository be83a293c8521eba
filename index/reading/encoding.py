"""A question and a passage -> token ids, and where in the passage each token stands."""

from __future__ import annotations

from dataclasses import dataclass

from tokenizers import Encoding as Tokens
from tokenizers import Tokenizer

QUESTION_TOKENS = 96  # what goes over is cut off
_STRIDE = 128


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the reader.

    `ids` and `types` have one number for each token, `places` the [start, end) of the passage's tokens in it; the
    first of those is the token number `begin`.
    """

    ids: list[int]
    types: list[int]
    begin: int
    places: list[tuple[int, int]]


class Encoding:
    """Encodes pairs as a tokenizer does: the question, then the passage with its lead in front."""

    def __init__(self, tokenizer: Tokenizer, tokens: int) -> None:
        """Encode with `tokenizer`, whose truncation is changed, for inputs of at most `tokens` tokens."""
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(tokens, stride=_STRIDE, strategy="only_second")

    def windows(self, question: str, lead: str, passage: str) -> list[Window]:
        """Return the inputs for one passage, several that overlap where it is long; `lead` may be empty."""
        front = f"{lead}\n" if lead else ""
        tokens = self._tokenizer.encode(self._shortened(question), front + passage)
        # The question stands in front of each, so all have the types of the first: the library may type others wrongly.
        windows = [_window(one, tokens.type_ids, len(front)) for one in (tokens, *tokens.overflowing)]
        return [one for one in windows if one.places]

    def _shortened(self, question: str) -> str:
        # As the second of a pair, since the tokenizer cuts nothing else.
        offsets = self._tokenizer.encode("", question, add_special_tokens=False).offsets
        return question[: offsets[QUESTION_TOKENS][0]] if len(offsets) > QUESTION_TOKENS else question


def _window(tokens: Tokens, types: list[int], front: int) -> Window:
    offsets = tokens.offsets  # the library makes this list anew each time it is asked for
    second = [n for n, sequence in enumerate(tokens.sequence_ids) if sequence == 1 and offsets[n][1] > front]
    places = [(max(0, offsets[n][0] - front), offsets[n][1] - front) for n in second]
    return Window(tokens.ids, types[: len(tokens.ids)], second[0] if second else 0, places)
