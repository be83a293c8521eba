"""An admin's morning with the real bot: `python -m tests.admin_session` prints it, and how long people waited.

The admin sends a PDF, the address of a page and that of a feed with three items, puts right what is known of the first,
takes it out and undoes that, and embeds all articles again while eight people ask. Everything runs on this machine;
only Telegram and the newspaper are stand-ins.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot import labels
from bot.settings import BotSettings
from index import Article, ArticleIndex
from tests.bot.running import RunningBot
from tests.botapi import Answer, BotApi, Person, transcript
from tests.conversation import SHIPPED
from tests.index.feeds.making import item, rss
from tests.index.fetching.serving import ARTICLE, Server, page, serving
from tests.index.loading.making import flow, pdf

_TOWNS = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel")
_YEARS = range(2010, 2018)
_FILLING = (
    "The council of {town} met on Monday to speak about the roads of the valley. Its members agreed that the bridge "
    "needs new railings, and that the money for them will be found next year. Nobody spoke against the plan, but two "
    "members left early. The next meeting is to be held in the hall of the school. "
)
_TUNNEL = """\
Tunnel under the Orlen hill opens

By Ada Byrne
14 May 2024

The tunnel under the Orlen hill was opened on Tuesday after nine years of work. It cost 85 million euros, twice as
much as planned. The first train took four minutes from one side of the hill to the other.
"""
_NEWS = {
    "/ferry": (
        "The ferry to Orlen sails again",
        "Its engine was repaired in Elmsford for six weeks, the harbour master said.",
    ),
    "/school": (
        "Elmsford closes a school",
        "Only 41 children had been enrolled for the summer, the council wrote to parents.",
    ),
    "/library": (
        "A library on wheels",
        "The bus carries 3,000 books to the villages in the north, and stops an hour in each.",
    ),
}
_REPEATED = 12  # times: an article of some 700 words


@dataclass(frozen=True, slots=True)
class Asked:
    """What the articles say to a question, what the bot said, and how many seconds that took."""

    right: str
    answer: Answer
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether the bold words say it."""
        return any(self.right in bold for bold in self.answer.bold)


@dataclass(frozen=True, slots=True)
class Session:
    """What took place on a server: what was asked while all was embedded again, and how that ended."""

    api: BotApi
    asked: Sequence[Asked]
    reindexed: Answer


def hold(**settings: str) -> Session:
    """Return the session, with the bot's models of these settings."""
    with tempfile.TemporaryDirectory() as folder, BotApi() as api, serving() as newspaper:
        home, admin = Path(folder) / "home", api.person("Admin", language="en")
        given = {name.lower(): value for name, value in settings.items() if value}
        index = ArticleIndex.open(BotSettings.load(articles_home=home, **given))
        index.add(_archive())
        index.close()
        _publish(newspaper)
        allowed = {"ADMIN_IDS": str(admin.id), "FETCH_ALLOW": f"127.0.0.1:{newspaper.port}"}
        with RunningBot(home, BOT_TOKEN=api.token, BOT_API_URL=api.url, **allowed, **settings):
            receipt = _bring(admin, newspaper)
            _put_right(admin, receipt)
            _take_out_and_back(admin)
            asked, reindexed = _ask_meanwhile(api, admin)
        return Session(api, asked, reindexed)


def _archive() -> list[Article]:
    """Return articles on the zoos of eight towns, so many that it takes a while to embed them."""
    return [
        Article(
            f"{_FILLING.format(town=town) * _REPEATED}The zoo of {town} sold {_tickets(at, year):,} tickets in {year}.",
            title=f"The zoo of {town} in {year}",
            published=f"{year}-12-30",
        )
        for at, town in enumerate(_TOWNS)
        for year in _YEARS
    ]


def _tickets(at: int, year: int) -> int:
    """Return how many tickets the zoo of a town, by its place in the list, sold in a year: a number of its own."""
    return 3_100 + 1_000 * at + 7 * (year - _YEARS[0])


def _publish(newspaper: Server) -> None:
    """Put an article on the server, and a feed of three others."""
    newspaper.pages["/port"] = page(ARTICLE.format(head=""))
    for link, (title, said) in _NEWS.items():
        text = f"<h1>{title}</h1><p>{title}. {said}</p>"
        newspaper.pages[link] = page(
            f"<html><head><title>{title}</title></head><body><article>{text}</article></body></html>"
        )
    newspaper.pages["/feed.xml"] = page(rss(*(item(newspaper.address(link)) for link in _NEWS)), "application/rss+xml")


def _bring(admin: Person, newspaper: Server) -> Answer:
    """Send a PDF, an address and a feed, and return the receipt of the first."""
    admin.sends_file("tunnel.pdf", pdf(flow(*_TUNNEL.splitlines())))
    receipt = _ended(admin, admin.hears())
    for address in ("/port", "/feed.xml"):
        admin.says(f"/add {newspaper.address(address)}")
        _ended(admin, admin.hears())
    admin.says("/feeds")
    admin.hears()
    return receipt


def _put_right(admin: Person, receipt: Answer) -> None:
    """Give the article of a receipt a publisher, by the buttons, and another title in one line."""
    admin.presses(receipt, labels.EDIT()).answered()
    admin.presses(admin.hears(), labels.FIELDS["publisher"]()).answered()
    admin.says("Elmsford Herald", reply_to=admin.hears())
    admin.hears()
    [id] = [line.removeprefix("id ") for line in receipt.text.splitlines() if line.startswith("id ")]
    admin.says(f"/edit {id} title The tunnel of Orlen opens")
    admin.hears()


def _take_out_and_back(admin: Person) -> None:
    """Remove an article found by its title, see that it answers no more, and undo that."""
    admin.says("/articles TUNNEL orlen")
    admin.presses(admin.hears(), f"{labels.BIN} 1").answered()
    asked = admin.hears()
    admin.presses(asked, labels.REMOVE()).answered()
    receipt = admin.sees_edited(asked)
    admin.says("What did the tunnel cost?")
    admin.hears()
    admin.presses(receipt, labels.UNDO()).answered()
    admin.sees_edited(receipt)
    admin.says("What did the tunnel cost?")
    admin.hears()


def _ask_meanwhile(api: BotApi, admin: Person) -> tuple[list[Asked], Answer]:
    """Embed all articles again, while eight people ask one question after the other; return what came of both."""
    admin.says("/reindex")
    progress = admin.hears()
    people = [api.person(f"Reader {number}", language="en") for number in range(1, len(_TOWNS) + 1)]
    asked: list[Asked] = []
    for turn in range(len(_YEARS)):
        began = time.monotonic()
        for at, (person, town) in enumerate(zip(people, _TOWNS, strict=True)):
            person.says(f"How many tickets did the zoo of {town} sell in {_YEARS[(turn + at) % len(_YEARS)]}?")
        for at, person in enumerate(people):
            answer = person.hears()
            right = f"{_tickets(at, _YEARS[(turn + at) % len(_YEARS)]):,}"
            asked.append(Asked(right, answer, _sent(api, person.id) - began))
    return asked, _ended(admin, progress)


def _ended(admin: Person, told: Answer) -> Answer:
    """Return what a message says once the work that it tells of has ended, which may have been so from the first."""
    while labels.CANCEL() in {button.text for row in told.buttons for button in row}:
        told = admin.sees_edited(told, timeout=300)
    return told


def _sent(api: BotApi, chat: int) -> float:
    """Return when the bot last wrote to a chat."""
    return max(
        call.at for call in api.calls if call.method == "sendMessage" and call.parameters["chat_id"] == str(chat)
    )


def main() -> None:
    """Print the session, and a table of how long people waited."""
    session = hold(**SHIPPED)
    sys.stdout.write(transcript(session.api))
    right = sum(one.is_right for one in session.asked)
    seconds = sorted(one.seconds for one in session.asked)
    sys.stdout.write(
        f"\nEight people, {len(seconds)} questions while all articles were embedded again: {right} answered rightly; "
        f"seconds: median {median(seconds):.1f}, longest {seconds[-1]:.1f}\n{session.reindexed.text}\n"
    )


if __name__ == "__main__":
    main()
