"""Spans -> their order, and what speaks for the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from index.normal import words
from index.records import Span

# Where no other answer was found, the first leads by as much as it ever may.
_MOST_LEAD = 10.0
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """A span, its `own` score, and its `score` once the spans that say the same have had their say."""

    span: Span
    own: float
    score: float


def ranked(spans: Sequence[Span], fused: float, temperature: float) -> list[Ranked]:
    """Return the spans, best first.

    A span's own score is the reader's and `fused` times its candidate's. To it is added what other stories bring that
    give the same answer, each once: the logarithm of a sum at this temperature, as for one event seen in several places
    (Clark and Gardner 2018, section 4.3, sum so over the places of an answer). A temperature of 0 adds nothing. That
    one article says a name again and again says little: it is what the article is about, in other papers too.
    """
    own = [span.score + fused * span.candidate.score for span in spans]

    def shared(number: int) -> float:
        story = story_of(spans[number])
        best = {story: own[number]}
        for other, span in enumerate(spans):
            source = story_of(span)
            if temperature and source != story and agree(spans[number], span):
                best[source] = max(own[other], best.get(source, own[other]))
        most = max(best.values())
        if len(best) == 1:
            return most
        return most + temperature * log(sum(exp((one - most) / temperature) for one in best.values()))

    every = [Ranked(span, own[number], shared(number)) for number, span in enumerate(spans)]
    return sorted(every, key=lambda one: (-one.score, -one.own))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a calibration weighs, all of it of the same size for an index of one article as for one of thousands.

    `span` is the first span's score by the reader; `share` is its passage's (see Candidate), at most 1, since a page of
    a quiz that repeats the question has more; `lead` is by how much its score exceeds that of the best other answer,
    at most 10; `support` is what other articles that say the same add to its own; `words` is how long it is, at most
    12: what goes on for long is seldom right. The cosine is not among it: that of the nearest passage grows with the
    index, and with the length of the question.
    """

    span: float
    share: float
    lead: float
    support: float
    words: float

    @classmethod
    def of(cls, spans: Sequence[Ranked]) -> Evidence:
        """Return what speaks for the first of the spans, which must be ordered, best first."""
        first = spans[0]
        others = [one.score for one in spans[1:] if not agree(first.span, one.span)]
        return cls(
            span=first.span.score,
            share=min(1.0, first.span.candidate.share),
            lead=min([_MOST_LEAD, *(first.score - other for other in others)]),
            support=first.score - first.own,
            words=float(min(_MOST_WORDS, len(first.span.text.split()))),
        )


def story_of(span: Span) -> int | str:
    """Return what all articles of the story share that the span is from; of other stories it differs."""
    return span.candidate.story or span.candidate.article.id


def agree(one: Span, other: Span) -> bool:
    """Whether the shorter answer's words stand in the longer one, together and in order."""
    shorter, longer = sorted((words(one.text), words(other.text)), key=len)
    width = len(shorter)
    return any(longer[at : at + width] == shorter for at in range(len(longer) - width + 1)) if shorter else False
