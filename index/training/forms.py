"""A question -> the same one as people type it in a chat, or one that its passage no longer answers."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from index.training.examples import Example

# English words that say nothing of what is asked about.
_FUNCTION_WORDS = re.compile(
    r"an?|and|are|as|at|be|been|by|did|do|does|for|from|had|has|have|how|in|into|is|its?|of|on|or|that|the|their|there"
    r"|they|this|to|was|were|what|when|where|which|who|whom|whose|why|will|with|would"
)
_ASKING = ("who", "when", "where", "why", "how")
_YEAR = re.compile(r"\b(1[0-9]|20)\d\d\b")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")


def typed(question: str, rng: Random) -> str:
    """Return the question as it is, or without its question mark, in lower case, or its key words alone."""
    form = rng.random()
    bare = question.rstrip(" ?؟.")
    if form < 0.68:
        return question
    if form < 0.78:
        return bare
    if form < 0.94 or not question.isascii():
        return bare.lower()
    words = bare.lower().split()
    keywords = [word for word in words if word in _ASKING or not _FUNCTION_WORDS.fullmatch(word)]
    return " ".join(keywords if len(keywords) > 2 else words)


def altered(example: Example, names: list[str], rng: Random) -> Example | None:
    """Return the question with another year or name in it, which its passage does not answer; None where it has none.

    `names` are others to put in. Only what the passage holds too is exchanged, for what it does not hold.
    """
    patterns = [_YEAR, _NAME] if names else [_YEAR]
    for pattern in rng.sample(patterns, len(patterns)):
        found = [match for match in pattern.finditer(example.question) if match.group() in example.passage]
        if found:
            match = rng.choice(found)
            new = str(int(match.group()) + rng.choice((-7, -3, -2, 2, 3, 8))) if pattern is _YEAR else rng.choice(names)
            if new not in example.passage and new != match.group():
                question = example.question[: match.start()] + new + example.question[match.end() :]
                return replace(example, question=question, start=0, end=0)
    return None


def names_in(examples: list[Example]) -> list[str]:
    """Return the names that the examples' questions hold."""
    return [match.group() for example in examples for match in _NAME.finditer(example.question)]
