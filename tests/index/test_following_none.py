"""Messages that are no follow-ups, and what holds of every message."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.following import Exchange, understood
from index.normal import one_line
from tests.samples import ANY_TEXT

_QUOTE = "Mayor Ines Falk opened the port on Monday."
_PEOPLE = "What is the population of Iran in 2022?"
_WHO = "Who opened the port?"
_WORDS = """
and what about in the 2023 Turkey Iran's exports why who said that he she they his it there did does is when May ?
а и что насчёт в Турции году он ему это когда кто bəs ya peki Türkiyədə 2023-cü ildə o onun bunu kim niyə necə
و پس در ترکیه چطور او این چرا کی ۲۰۲۳ ؟ . , : ' " 's
""".split()  # noqa: SIM905  # a list of them takes a screen
_ALONE = """
What is the trade target?
who opened the port
Turkey
2023
Baku port
And Then There Were None sold how many copies?
And how many people live in Baku?
And Just Like That
and justice for all
So which team won?
and then?
and thanks
Thank you!
what?
what happened?
Is it raining in Baku?
Is it true that the port is closed?
Is there a new port?
Are they closing the port?
What time is it?
How long does it take to build a port?
How far is it from Baku to Tehran?
Why is it called Scotland?
Why is it so hot?
who said that inflation fell?
Who said he would resign?
How many people live in this city in 2024?
How many ports are there in Iran?
Which player has his own team?
When did Trump say he would resign?
When did they stop making pennies?
What did Trump tell his wife?
The port opened on Monday. When was it built?
who wrote it?
by whom?
When was it published?
What is it about?
How are you?
How do I use this?
Can you tell me about the port?
И сколько людей живёт в Баку?
А кто открыл порт?
Кто построил это здание?
Кто сказал, что он уйдёт?
О чём статья?
а он?
что?
Bəs limanı kim açdı?
Və prezident gəldi?
O ölkə haradadır?
Bu şəhərdə neçə nəfər yaşayır?
Bu xəbəri kim yazıb?
Peki limanı kim açtı?
ve Barak Reis kimdi?
Türkiye nasıl?
Ne haber?
و جمعیت ایران چقدر است؟
پس هندوانه چیه؟
آی او اس چیست؟
این شهر کجاست؟
این مقاله درباره چیست؟
و متى ذكر ذلك؟
""".strip().splitlines()


def _after(before: str) -> Exchange:
    return Exchange(before, "Ines Falk", _QUOTE)


@pytest.mark.parametrize("question", _ALONE)
@pytest.mark.parametrize("before", [_PEOPLE, _WHO])
def test_what_may_be_a_question_of_its_own_is_one(before: str, question: str) -> None:
    """Whole questions, names, thanks, and questions about the article are left as they are."""
    assert understood(question, _after(before)) is None


@pytest.mark.parametrize("question", ["", " ", "?", "and", "and?"])
def test_nothing_asks_nothing(question: str) -> None:
    """Without words there is no follow-up."""
    assert understood(question, _after(_WHO)) is None


@pytest.mark.parametrize("before", ["", "who wrote it?", "Why? Mayor Ines Falk opened the port on Monday."])
def test_a_time_needs_a_question_that_has_room_for_it(before: str) -> None:
    """It is put neither into a question about the article, nor behind a sentence that says what is meant."""
    assert understood("and in 2023?", _after(before)) is None


def test_what_was_asked_already_is_not_asked_again() -> None:
    """A name that stands in the question before has no other place there."""
    assert understood("and Iran?", _after(_PEOPLE)) is None


def test_a_long_sentence_is_cut_between_words() -> None:
    """The whole stays within 1,000 characters, and ends with a whole word."""
    whole = understood("why?", Exchange(_WHO, None, "harbour " * 200))
    assert whole is not None
    assert len(whole) <= 1_000
    assert set(whole.removeprefix("why? ").split(" ")) == {"harbour"}


def test_a_sentence_of_one_long_word_is_cut_within_it() -> None:
    """Where there is no end of a word to cut at, as much as fits is kept."""
    whole = understood("why?", Exchange(_WHO, None, "x" * 2_000))
    assert whole == "why? " + "x" * 995


def test_a_question_that_grows_too_long_is_not_asked() -> None:
    """A question before with no room left for a time is left alone."""
    before = "what is " + "very " * 197 + "big?"
    assert len(before) <= 1_000
    assert understood("and in June 2023?", _after(before)) is None


_ANY = ANY_TEXT | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)


@given(_ANY, _ANY, st.none() | _ANY, st.none() | _ANY)
def test_nothing_is_made_up(question: str, before: str, answer: str | None, quote: str | None) -> None:
    """Whatever is said, the whole has no word but theirs and "'s", and at most 1,000 characters."""
    whole = understood(question, Exchange(before, answer, quote))
    if whole is not None:
        assert 0 < len(whole) <= 1_000
        said = " ".join(one_line(text) or "" for text in (question, before, answer, quote)).casefold()
        assert [word for word in re.findall(r"\w+", whole.casefold()) if word not in said] in ([], ["s"])
