"""A conversation of all three kinds of users with the real bot: `python -m tests.conversation` prints it.

Ann asks in private, Leyla in Azerbaijani, Ben, Cem and Emre in a group, Dora inline and where the bot is a guest; the
admin adds an article and takes it out while the bot goes on answering. Everything runs on this machine; only Telegram
is a stand-in.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bot.running import RunningBot, run
from tests.botapi import BotApi, Person, transcript

PORT = """\
Elmsford doubles its port

By Ada Byrne
5 March 2024

The port of Elmsford will handle 4 million containers a year from 2026. The new terminal cost 310 million euros, which
the city paid itself. Mayor Ines Falk opened it on Monday.
"""
# Empty: those that come with the program.
SHIPPED = {"EMBEDDING_MODEL": "", "READER_MODEL": ""}


def alone(ann: Person) -> None:
    """Ask in private, look around an answer, judge it, and ask on."""
    ann.says("/start")
    ann.hears()
    ann.says("what is the trade target?")
    answer = ann.hears()
    ann.presses(answer, "Context").answered()
    ann.hears()
    ann.presses(answer, "👍").answered()
    ann.says("and how large is the delegation?")
    ann.hears()
    ann.says("who wrote the article?")
    ann.hears()
    ann.says("what is the population of Baku?")
    silence = ann.hears()
    ann.presses(silence, "Nearest passages").answered()
    ann.hears()
    ann.presses(silence, "The articles do say").answered()


def in_another_language(leyla: Person) -> None:
    """Ask in Azerbaijani about an English article, and choose another language for the bot."""
    leyla.says("/start")
    leyla.hears()
    leyla.says("ticarət hədəfi nədir?")
    leyla.hears()
    leyla.says("/language")
    choice = leyla.hears()
    leyla.presses(choice, "Русский").answered()
    leyla.sees_edited(choice)
    leyla.says("Bakının əhalisi nə qədərdir?")
    leyla.hears()


def together(api: BotApi, ben: Person, cem: Person, emre: Person) -> None:
    """Ask in a group in every way, and let its admin change how the bot behaves."""
    group = api.group("News fans")
    group.makes(ben, "administrator")
    group.adds_bot(ben)
    group.hears()
    group.says(ben, "/ask how large is the Iranian delegation?")
    answer = group.hears()
    group.says(cem, "who leads it?", reply_to=answer)
    group.hears()
    asked = group.says(cem, "what do the two countries aim to do over five years?")
    group.says(ben, "/ask", reply_to=asked)
    wrong = group.hears()
    group.presses(emre, wrong, "👎").answered()
    asking = group.sees_edited(wrong)
    group.presses(emre, asking, "Yanlış cevap").answered()
    group.sees_edited(asking)
    group.says(ben, "/settings@article_answers_bot")
    settings = group.hears()
    group.presses(cem, settings, "✅ Answer replies").answered()
    group.presses(ben, settings, "☐ React only, where the articles do not say").answered()
    group.sees_edited(settings)
    group.reaction(group.says(cem, "/ask who won the football match?"))


def elsewhere(api: BotApi, dora: Person, ben: Person) -> None:
    """Be offered answers while one types, and ask where the bot is no member."""
    dora.types("what is the trade target?").answered()
    api.couple(ben).says(dora, "@article_answers_bot how many people are in the delegation?")
    api.called("answerGuestQuery")


def articles(home: Path, admin: Person) -> None:
    """Add an article by the command line and take it out again, while the bot answers."""
    question = "what did the new terminal cost?"
    admin.says(question)
    admin.hears()
    run(["index", "add", "-"], home, PORT, **SHIPPED)
    admin.says(question)
    answer = admin.hears()
    admin.says("/sources")
    admin.hears()
    [found] = [line for line in run(["index", "list"], home, **SHIPPED).stdout.splitlines() if "Elmsford" in line]
    run(["index", "remove", found.split()[0]], home, **SHIPPED)
    admin.presses(answer, "More passages").answered()
    admin.hears()
    admin.presses(answer, "Context").answered()


def converse() -> BotApi:
    """Return the server on which the whole conversation took place."""
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        home = Path(folder) / "home"
        api.botfather(inline=True, guests=True)
        api.privacy_mode(on=False)
        admin = api.person("Admin", language="en")
        settings = {"BOT_TOKEN": api.token, "BOT_API_URL": api.url, "ADMIN_IDS": str(admin.id), **SHIPPED}
        with RunningBot(home, **settings):
            alone(api.person("Ann", language="en"))
            in_another_language(api.person("Leyla", language="az"))
            ben, cem = api.person("Ben", language="en"), api.person("Cem", language="en")
            together(api, ben, cem, api.person("Emre", language="tr"))
            elsewhere(api, api.person("Dora", language="en"), ben)
            articles(home, admin)
        return api


if __name__ == "__main__":
    sys.stdout.write(transcript(converse()))
