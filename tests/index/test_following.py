"""What a follow-up asks, read together with the question before it."""

from __future__ import annotations

import pytest

from index.following import Exchange, understood

_QUOTE = "Mayor Ines Falk opened the port on Monday."
_PEOPLE = "What is the population of Iran in 2022?"
_TARGET = "What is the trade target?"
_WHO = "Who opened the port?"
_RUSSIAN_WHO = "Кто открыл порт?"
_TURKIC_WHO = "Limanı kim açdı?"
_PERSIAN_WHO = "چه کسی بندر را افتتاح کرد؟"


def _after(before: str, answer: str | None = "Ines Falk") -> Exchange:
    return Exchange(before, answer, _QUOTE)


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (_PEOPLE, "and in 2023?", "What is the population of Iran in 2023?"),
        (_PEOPLE, "And 2023?", "What is the population of Iran in 2023?"),
        (_PEOPLE, "In 2023?", "What is the population of Iran in 2023?"),
        (_PEOPLE, "what about last year?", "What is the population of Iran last year?"),
        (_PEOPLE, "and Turkey in 2021?", "What is the population of Turkey in 2021?"),
        (_TARGET, "and in 2023?", "What is the trade target in 2023?"),
        (_TARGET, "ok, and in June 2024", "What is the trade target in June 2024?"),
        ("who won the cup", "and in 2023?", "who won the cup in 2023?"),
        ("Who won the 2018 World Cup?", "and in 2022?", "Who won the 2022 World Cup?"),
        ("Who won last year's cup?", "and 2020?", "Who won 2020's cup?"),
        ("Who died Thursday?", "and on Friday?", "Who died Friday?"),
        ("What happened in June?", "and yesterday?", "What happened yesterday?"),
        ("What rose in May 2022 and in 2023?", "and in 2024?", "What rose in May 2022 and in 2024?"),
        ("Who may win?", "and in June?", "Who may win in June?"),
        ("Сколько людей жило в Баку в 2022 году?", "а в 2023 году?", "Сколько людей жило в Баку в 2023 году?"),
        ("какова цель по торговле?", "А в 2023 году?", "какова цель по торговле в 2023 году?"),
        ("Кто победил в прошлом году?", "а вчера?", "Кто победил вчера?"),
        ("2022-ci ildə kim qalib gəldi?", "bəs 2023-cü ildə?", "2023-cü ildə kim qalib gəldi?"),
        ("2022'de ihracat ne kadardı?", "peki ya 2023'te?", "2023'te ihracat ne kadardı?"),
        ("جمعیت ایران در سال ۲۰۲۲ چقدر بود؟", "و در سال ۲۰۲۳؟", "جمعیت ایران در سال ۲۰۲۳ چقدر بود؟"),
    ],
)
def test_a_time_takes_the_place_of_a_time(before: str, question: str, whole: str) -> None:
    """The time that is named stands where one stood before, else at the end."""
    assert understood(question, _after(before)) == whole


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (_PEOPLE, "and Turkey?", "What is the population of Turkey in 2022?"),
        (_PEOPLE, "and in Turkey?", "What is the population in Turkey in 2022?"),
        (_PEOPLE, "And Turkey's?", "What is the population of Turkey in 2022?"),
        (_PEOPLE, "how about the US?", "What is the population of the US in 2022?"),
        (_PEOPLE, "and Burundi?", "What is the population of Burundi in 2022?"),
        ("what is the population of iran", "and turkey", "what is the population of turkey"),
        ("What is the population of the US?", "and Iran?", "What is the population of Iran?"),
        ("Who leads Iran's army?", "and Turkey?", "Who leads Turkey's army?"),
        ("When did Pezeshkian arrive in Baku?", "and Aliyev?", "When did Aliyev arrive in Baku?"),
        ("When did Pezeshkian arrive in Baku?", "and in Ankara?", "When did Pezeshkian arrive in Ankara?"),
        ("When did Pezeshkian arrive?", "and in Ankara?", "When did Pezeshkian arrive in Ankara?"),
        ("What did Iran, Iraq and Syria sign?", "and Turkey?", "What did Iran, Iraq and Syria sign, Turkey?"),
        ("What did Iran sell to Iraq?", "and to Turkey?", "What did Iran sell to Turkey?"),
        ("What is the target for imports?", "what about exports?", "What is the target for exports?"),
        (_TARGET, "and for Iran?", "What is the trade target for Iran?"),
        (_TARGET, "and Iran?", "What is the trade target, Iran?"),
        (_TARGET, "what about exports", "What is the trade target, exports?"),
        ("Какова численность населения Ирана?", "а Турции?", "Какова численность населения Турции?"),
        ("Какова численность населения Ирана?", "А как насчёт Турции?", "Какова численность населения Турции?"),
        ("Сколько людей живёт в Иране?", "а в Турции?", "Сколько людей живёт в Турции?"),
        ("İranda neçə nəfər yaşayır?", "Bəs Türkiyədə?", "Türkiyədə neçə nəfər yaşayır?"),
        ("İranın əhalisi nə qədərdir?", "Türkiyə necə?", "Türkiyə əhalisi nə qədərdir?"),
        ("İran'ın nüfusu kaç?", "Peki ya Türkiye'nin?", "Türkiye'nin nüfusu kaç?"),
        ("جمعیت ایران چقدر است؟", "و ترکیه؟", "جمعیت ترکیه چقدر است؟"),
        ("جمعیت ایران چقدر است؟", "ترکیه چطور؟", "جمعیت ترکیه چقدر است؟"),
        ("چند نفر در ایران هستند؟", "و در ترکیه؟", "چند نفر در ترکیه هستند؟"),
    ],
)
def test_a_name_takes_the_place_of_its_like(before: str, question: str, whole: str) -> None:
    """A place stands where a place stood, another name where one stood; what has no place there comes at the end."""
    assert understood(question, _after(before)) == whole


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("why?", "why?"),
        ("And why", "why?"),
        ("When exactly?", "When exactly?"),
        ("how much?", "how much?"),
        ("to whom?", "to whom?"),
        ("Who said that?", "Who said that?"),
        ("when was that", "when was that?"),
        ("What does it mean?", "What does it mean?"),
        ("Where did it happen?", "Where did it happen?"),
        ("what happened next?", "what happened next?"),
        ("When was it built?", "When was it built?"),
        ("when was this built?", "when was this built?"),
        ("How long is it?", "How long is it?"),
        ("How many people live there?", "How many people live there?"),
        ("почему?", "почему?"),
        ("А когда именно?", "когда именно?"),
        ("кто это сказал?", "кто это сказал?"),
        ("что это значит?", "что это значит?"),
        ("niyə?", "niyə?"),
        ("Bəs nə vaxt?", "nə vaxt?"),
        ("Bunu kim dedi?", "Bunu kim dedi?"),
        ("bunu kim söyledi", "bunu kim söyledi?"),
        ("چرا؟", "چرا؟"),
        ("چه کسی این را گفت؟", "چه کسی این را گفت؟"),
    ],
)
def test_that_is_the_sentence_which_answered(question: str, asked: str) -> None:
    """What has no words of its own, or points with "that" or "it", is asked of the sentence shown before."""
    assert understood(question, _after(_TARGET)) == f"{asked} {_QUOTE}"
    assert understood(question, Exchange(_TARGET, None, None)) is None


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (_WHO, "when did he arrive?", "when did Ines Falk arrive?"),
        (_WHO, "And where does she live?", "where does Ines Falk live?"),
        (_WHO, "How old is she", "How old is Ines Falk"),
        (_WHO, "who's her husband?", "who's Ines Falk's husband?"),
        (_WHO, "Which country did she visit?", "Which country did Ines Falk visit?"),
        (_WHO, "Is he married?", "Is Ines Falk married?"),
        (_WHO, "who elected her?", "who elected Ines Falk?"),
        (_WHO, "what did they say?", "what did Ines Falk say?"),
        ("Which minister opened the port?", "when did he arrive?", "when did Ines Falk arrive?"),
        ("Who is Ilham Aliyev?", "where does he live?", "where does Ilham Aliyev live?"),
        ("What did Masoud Pezeshkian say?", "when did he arrive?", "when did Masoud Pezeshkian arrive?"),
        ("What did Kim say?", "when did he arrive?", "when did Kim arrive?"),
        ("What did Iran and Iraq sign?", "when did they sign it?", "when did Iran and Iraq sign it?"),
        ("What is the population of Baku?", "when did he arrive?", f"when did he arrive? {_QUOTE}"),
        (_RUSSIAN_WHO, "когда она приехала?", "когда Ines Falk приехала?"),
        (_RUSSIAN_WHO, "А сколько ей лет?", "Ines Falk: сколько ей лет?"),
        ("Что сделал Медведев?", "когда он приехал?", "когда Медведев приехал?"),
        ("Кого видел Медведев у Путина?", "когда он приехал?", "когда Ines Falk приехал?"),
        ("Что сказала жена Путина?", "когда он приехал?", f"когда он приехал? {_QUOTE}"),
        (_TURKIC_WHO, "O nə vaxt gəlib?", "Ines Falk nə vaxt gəlib?"),
        (_TURKIC_WHO, "Onun neçə yaşı var?", "Ines Falk: onun neçə yaşı var?"),
        ("Limanı kim açtı?", "peki o nerede yaşıyor?", "Ines Falk nerede yaşıyor?"),
        (_PERSIAN_WHO, "او کی آمد؟", "Ines Falk کی آمد؟"),
        (_PERSIAN_WHO, "همسر او کیست؟", "همسر Ines Falk کیست؟"),
        (_PERSIAN_WHO, "آن‌ها چه گفتند؟", "Ines Falk چه گفتند؟"),
    ],
)
def test_somebody_is_named(before: str, question: str, whole: str) -> None:
    """He, she and they are the answer to "who", else the one name in the question, else those of the sentence."""
    assert understood(question, _after(before)) == whole


def test_a_name_within_another_word_was_not_asked() -> None:
    """Oman does not stand in "woman"."""
    assert understood("and Oman?", _after("Who is the woman?")) == "Who is the woman, Oman?"


def test_a_long_answer_is_nobody() -> None:
    """A pronoun stands for the name of somebody, not for a sentence."""
    answer = "the mayor who was elected a year ago"
    assert understood("when did he arrive?", _after(_WHO, answer)) == f"when did he arrive? {_QUOTE}"
