"""Questions that name no time, however much some look as if they did."""

from __future__ import annotations

from datetime import date

import pytest

from index.times import named_time

_ENGLISH = """
What is the trade target?
Who is the president of Iran?
How many people live in Baku?
Who may win the election?
Which of the top 5 may win?
Which three may win?
How this may affect prices?
Who starred in March of the Penguins?
Who joined the march on Washington?
How hot is the sun?
Who sat next to the president?
Who is mon ami?
Where is Augusta?
Which august body decided?
Who is June?
What did Walmart say, and who owns Wal-Mart?
Where is Mar-a-Lago?
What did USA TODAY report?
Who owns the Sunday Times?
Who starred in Saturday Night Live?
When is Black Friday?
Who plays cards every Monday?
When did the Second World War end?
How much is the iPhone 14?
Who won the 24 hours of Le Mans?
What is area 51?
What happened on 9/11?
Who was hurt in the September 11 attacks?
Is the shop open 24/7?
How did 5 million people lose power?
Who paid $1,984 or $2000 for a painting?
Who paid € 2000?
What costs 2000 dollars?
How did more than 2000 lose their homes?
What is Covid-2019?
Who played in the 2022-23 season?
Who lives in room 2012?
Whose number is +994 12 2019 345?
What is v.2019.1?
Which TV series of the 1960s was that?
What is the word of the year?
Which movie had the best opening weekend?
Who won the most recent election?
What was stopped in recent years?
Who came for the first time in 20 years?
How old is a 2-year-old cat?
What about the last day of the war?
When was the last year the Eagles won?
What did she write in her last year?
What will happen tomorrow, next week, next month, next year?
Who plays next Monday, next June?
What is planned for 28 April 2030?
What happened on 31 February 2022?
What happened in the year 0000?
What happened 99999999 days ago?
""".strip().splitlines()
_OTHERS = """
Ticarət hədəfi nədir?
Dünya kuboku kimdədir?
Bazar iqtisadiyyatı nədir?
Cümə məscidi haradadır?
Kim 2000 manat ödədi?
Gələn həftə nə olacaq?
Güneş ne kadar sıcak?
Aynı kişi kim?
Bu yıldız, bu ilan, bu ayrı konu nedir?
5 mayın nerede bulundu?
Pazar payı ve salı pazarı nedir?
Ocak ve ekim nedir?
Her geçen gün, her geçen hafta ne artıyor?
Gelecek hafta ne olacak?
Какова цель по торговле?
Кто защищает окружающую среду?
Кто такая Марта?
Сколько лет президенту?
Кто получил 2000 рублей?
Что будет завтра, на следующей неделе, в следующую среду?
هدف تجارت چیست؟
فردا چه می‌شود؟
هفته آینده یا دوشنبه آینده چه می‌شود؟
چه کسی ۲۰۰۰ دلار پرداخت؟
مه چیست و او چه می‌گوید؟
امام جمعه کیست؟
شهر دوشنبه کجاست؟
در سال‌های اخیر چه شد؟
""".strip().splitlines()


@pytest.mark.parametrize("question", [*_ENGLISH, *_OTHERS])
def test_no_time_is_read_where_none_is_named(question: str) -> None:
    """Names, counts, prices, verbs and what is yet to come are no time."""
    assert named_time(question, date(2022, 6, 16)) is None
