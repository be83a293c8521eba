"""A page copied with its chrome becomes the article and what its head and foot say."""

from __future__ import annotations

import pytest

from index.records import Article
from tests.index.loading.reading import PAGES, SAMPLE, articles

EXPECTED = {
    "agency": Article(
        "BAKU, Azerbaijan, May 2. The president has opened a solar plant of 230 megawatts near Alat.\n\n"
        "It will supply 110,000 households, the ministry of energy said.",
        "President opens solar plant near Alat",
        ("Leyla Hasanova",),
        "2025-05-02T09:05:00+04:00",
        "Caspian Wire",
    ),
    "bbc": Article(
        "Shoppers in Leeds say that prices have risen for three years in a row.\n"
        "The Bank of England has kept interest rates at 4% after inflation stayed well above its target.\n\n"
        'Its governor, John Roe, said it was "too soon to be sure" that prices would fall.\n\n'
        '"We will not hesitate," he told reporters on Thursday.\n\n'
        "What does it mean for mortgages?\n"
        "About 600,000 homeowners have a mortgage that tracks the Bank's rate.",
        "UK interest rates held as inflation stays above target",
        ("Jane Doe",),
        None,
        "BBC",
    ),
    "reuters": Article(
        "LONDON, March 3 (Reuters) - Oil prices rose by 2.5% on Sunday after ministers agreed to cut output by 1 "
        "million barrels per day.\n\n"
        "Brent crude was up $2.10 at $85.64 a barrel.\n\n"
        '"The market was surprised," said an analyst at a bank in Geneva who asked not to be named.\n\n'
        "Reporting by Jane Doe in London and John Roe in Dubai; Editing by Ann Moe",
        "Oil rises as ministers agree to cut output",
        ("Jane Doe", "John Roe"),
        "2024-03-03T10:15:00+03:00",
        "Reuters",
    ),
    "magazine": Article(
        "After forty years on the rock, he says that he will miss the silence most of all.\n\n"
        "He locked the door for the last time on Friday, and put the key in his pocket.\n\n"
        "The light has turned by itself since 1998. Nobody asked him to leave; nobody asked him to stay either.\n\n"
        "“I counted ships,” he said. “That was the work.”",
        "The last lighthouse keeper leaves the island",
        ("Jane Doe",),
        "2024-03-03",
    ),
    "ru": Article(
        "БАКУ, 28 апреля. Порт Баку увеличил перевалку грузов на 25 процентов по сравнению с прошлым годом.\n\n"
        "По словам директора порта, рост обеспечили контейнеры из Китая.\n\n"
        "Всего за квартал порт принял 1,8 миллиона тонн.",
        "Порт Баку увеличил перевалку грузов на четверть",
        ("Иван Петров",),
        "2025-04-28T10:48:00",
    ),
    "tr": Article(
        "İzmir Limanı'nda bu yıl elleçlenen yük miktarı yüzde 20 artarak 3 milyon tona ulaştı.\n\n"
        "Liman müdürü, yeni vinçlerin haziran ayında hizmete gireceğini söyledi.\n\n"
        "Projenin maliyeti 45 milyon lira olarak açıklandı.",
        "İzmir Limanı'nda yeni dönem başladı",
        ("Ayşe Yılmaz",),
        "2025-04-28T10:48:00",
    ),
    "az": Article(
        "Bakı limanında yükaşırma ötən illə müqayisədə 25 faiz artaraq 1,8 milyon tona çatıb.\n\n"
        "Liman rəhbərliyi bildirib ki, artım konteyner daşımaları hesabına baş verib.",
        "Bakı limanında yükaşırma artıb",
        ("Elçin Əlioğlu",),
        "2025-04-28T10:48:00",
    ),
    "fa": Article(
        "بندر باکو در سه ماه نخست سال بیست و پنج درصد بار بیشتری نسبت به سال گذشته جابه‌جا کرد.\n\n"
        "مدیر بندر گفت که این رشد به دلیل کانتینرهای چین است.",
        "بندر باکو بیست و پنج درصد بار بیشتری جابه‌جا کرد",
        ("علی رضایی",),
        "2025-04-28T10:48:00",
    ),
    "labelled": Article(
        "The ferry across Lake Van carries trains again after two years of repairs.\n\n"
        "It takes four hours, and tea is served.",
        "Ferry returns to Lake Van",
        ("Jane Doe", "John Roe"),
        "2024-03-03",
        "The Van Courier",
        "https://example.org/ferry",
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_copied_page_becomes_its_article(name: str) -> None:
    """Title, authors, date and publisher are found, and no chrome is left in the text."""
    path = PAGES / f"{name}.txt"
    wanted = EXPECTED[name]
    [found] = articles(path)
    assert found == Article(
        wanted.text, wanted.title, wanted.authors, wanted.published, wanted.publisher, wanted.url, str(path.resolve())
    )


def test_the_sample_becomes_its_article() -> None:
    """The sample gives its metadata, and all 37 paragraphs with nothing around them."""
    [found] = articles(SAMPLE)
    assert found.title == "Iranian President's visit to Azerbaijan marks new phase in bilateral relations"
    assert found.authors == ("Elchin Alioghlu",)
    assert found.published == "2025-04-28T10:48:00+04:00"
    assert found.publisher == "Trend News Agency"
    given = [line.strip() for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line.strip()]
    paragraphs = found.text.split("\n\n")
    assert paragraphs == given[given.index("Read more") + 1 : -4]
    assert paragraphs[0].startswith("BAKU, Azerbaijan, April 28. Today, Iran's President")
    assert paragraphs[-1].endswith("mutually beneficial partnership.")
