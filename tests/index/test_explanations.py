"""Why and how are told from how many."""

from __future__ import annotations

import pytest
from hypothesis import given

from index.explanations import asks_for_explanation
from tests.samples import ANY_TEXT

_WHY_OR_HOW = """
Why was the bridge closed?
WHY WAS THE BRIDGE CLOSED
but why
Tell me why the bridge was closed.
How did the fire start?
how iran and azerbaijan will cooperate
How's the deal going to work?
How come nobody knew?
How exactly will they pay?
How and how much did they pay?
Körpü niyə bağlandı?
Körpü nə üçün bağlanıb?
korpu ne ucun baglandi
Yanğın nəyə görə başladı?
Hansı səbəbdən danışıqlar dayandı?
Ticarət necə artacaq?
Münasibətlər necədir?
Köprü neden kapatıldı?
KÖPRÜ NİÇİN KAPATILDI
nicin kapandi
Köprü niye kapandı?
Ticaret nasıl artacak?
TİCARET NASIL ARTACAK
ticaret nasil artacak
Hangi nedenle istifa etti?
Почему закрыли мост?
Зачем президент приехал в Баку?
Из-за чего закрыли мост?
По какой причине закрыли мост?
Каким образом вырастет торговля?
Как страны увеличат торговлю?
а как они это сделают
چرا پل بسته شد؟
چگونه تجارت افزایش می‌یابد؟
تجارت چطور رشد می‌کند؟
تجارت چه‌طور رشد می‌کند؟
به چه دلیل پل بسته شد؟
"""
_FACTS = """
What is the trade target?
How many people died and why?
How much did the terminal cost?
HOW LONG IS THE BRIDGE
how old is he
How far is it?
How often do trains run?
How big is the deal?
How likely is a recession?
Who asked why the bridge was closed?
What did he say about how it happened?
However, is it true?
Is it true?
Wholly unknown
Neçə nəfər gəldi?
nece nefer geldi
Körpü necə adlanır?
Ticarət nə qədər artacaq?
Kim niyə getdiyini dedi?
Kaç kişi geldi?
Köprü ne kadar sürede yapıldı?
Nasıl bir anlaşma imzalandı?
Kim nasıl gittiğini anlattı?
Сколько стоит мост?
Как долго строили мост?
Как часто ходят поезда?
Как зовут президента?
Как называется порт?
Как назвали порт?
Кто сказал, почему закрыли мост?
Какова цель по торговле?
چند نفر آمدند؟
هزینه چقدر بود؟
چه کسی گفت چرا پل بسته شد؟
رئیس جمهور کیست؟

?!
"""


@pytest.mark.parametrize("question", _WHY_OR_HOW.strip().split("\n"))
def test_why_and_how_ask_for_an_explanation(question: str) -> None:
    """In five languages, typed with care or without, the first question word decides."""
    assert asks_for_explanation(question)


@pytest.mark.parametrize("question", _FACTS.strip().split("\n"))
def test_other_questions_ask_for_a_fact(question: str) -> None:
    """Quantities, names, and a "why" behind another question word ask for a few words."""
    assert not asks_for_explanation(question)


@given(ANY_TEXT)
def test_whatever_is_typed_is_judged(text: str) -> None:
    """Why in front of anything asks for an explanation; what in front of it does not."""
    assert asks_for_explanation(f"Why {text}")
    assert not asks_for_explanation(f"What {text}")
