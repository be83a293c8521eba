"""How long people wait for the bot when many ask at the same moment.

    python -m tests.benchmarks.telegram

The real bot, at its first start, knows the sample article and talks to the Bot API's stand-in on this machine, so that
neither Telegram nor the way to it takes any time. Everybody asks one question in a private chat; when all are answered,
everybody presses "More passages"; then as many others do the same in one group. Prints a Markdown table of seconds,
from the question or the press to the arrival of the bot's call.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from index import Settings
from tests.bot.running import RunningBot
from tests.botapi import Answer, BotApi, Call, Group, Person, Press

QUESTIONS = (
    "What is the trade target?",
    "How large is the Iranian delegation?",
    "Who is Iran's Minister of Roads and Urban Development?",
    "How much was bilateral trade in 2024?",
    "Which railway is set for completion in 2025?",
    "Who visited Baku in 2007?",
    "Who signed new agreements in 2018?",
    "Whom did Ebrahim Raisi meet in 2024?",
    "Which dam stands on the Araz river?",
    "How many hectares of land will get water and electricity?",
    "Who is visiting Azerbaijan?",
    "What did Baku and Beijing sign in 2024?",
    "By how much did trade grow compared to the previous year?",
    "What will the Rasht-Astara railway connect?",
    "Which corridor passes through Iranian territory?",
    "What will be established in the border regions?",
    "How long was Karabakh under Armenian occupation?",
    "How long was the war that Azerbaijan won?",
    "Who wrote the article?",
    "When was the article published?",
)
_MORE = "More passages"
_PATIENCE = 600.0  # seconds for all answers


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of somebody, in their private chat or a group: the number of its message, and when it was sent."""

    by: Person
    chat: Person | Group
    number: int
    at: float


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press of the button under an answer, and when that was."""

    press: Press
    answer: Answer
    chat: Person | Group
    at: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20, help="how many ask at once (default: %(default)s)")
    parser.add_argument("--embedding-model", help="default: the one that is shipped")
    parser.add_argument("--reader-model", help="default: the one that is shipped")
    typed = parser.parse_args()
    named = {"embedding_model": typed.embedding_model, "reader_model": typed.reader_model}
    settings = Settings.load(**{name: value for name, value in named.items() if value})
    models = {"EMBEDDING_MODEL": settings.embedding_model, "READER_MODEL": settings.reader_model}
    with (
        TemporaryDirectory() as folder,
        BotApi() as api,
        RunningBot(Path(folder) / "home", BOT_TOKEN=api.token, BOT_API_URL=api.url, **models),
    ):
        print(f"{typed.people} people at once, {settings.embedding_model} and {settings.reader_model}\n")
        print("| seconds | n | min | median | 95 % | max |\n|---|---|---|---|---|---|")
        _measure(api, "private", typed.people)
        _measure(api, "group", typed.people)


def _measure(api: BotApi, kind: str, count: int) -> None:
    """Let so many people ask and press, and print the rows."""
    people = [api.person(f"Person {number}") for number in range(1, count + 1)]
    group = api.group("News fans") if kind == "group" else None
    if group:
        group.adds_bot(people[0])
        group.hears()
    asked = [_ask(person, group, QUESTIONS[at % len(QUESTIONS)]) for at, person in enumerate(people)]
    answered = _when(api, [(one.at, _replies(one.chat.id, one.number)) for one in asked])
    if group is None:
        _print_row(f"{kind}: typing", _when(api, [(one.at, _types(one.chat.id)) for one in asked]))
    _print_row(f"{kind}: answer", answered)
    pressed = [press for one in asked if (press := _press(one)) is not None]
    shown = _when(api, [(one.at, _replies(one.chat.id, one.answer.id)) for one in pressed])
    acknowledged = _when(api, [(one.at, _acknowledges(one.press.id)) for one in pressed])
    _print_row(f"{kind}: {_MORE}, acknowledged", acknowledged)
    _print_row(f"{kind}: {_MORE}, message", shown)


def _ask(person: Person, group: Group | None, question: str) -> Asked:
    at = time.monotonic()
    # In other words than in private: what was answered a moment ago is known.
    number = group.says(person, f"/ask {question.rstrip('?')}, please?") if group else person.says(question)
    return Asked(person, group or person, number, at)


def _press(asked: Asked) -> Pressed | None:
    """Press the button under the answer; None where there is none, since the articles do not say."""
    answer = next(one for one in asked.chat.screen if one.reply_to == asked.number)
    if _MORE not in {button.text for row in answer.buttons for button in row}:
        return None
    at = time.monotonic()
    if isinstance(asked.chat, Group):
        return Pressed(asked.chat.presses(asked.by, answer, _MORE), answer, asked.chat, at)
    return Pressed(asked.by.presses(answer, _MORE), answer, asked.chat, at)


def _types(chat: int) -> Callable[[Call], bool]:
    return lambda call: call.method == "sendChatAction" and call.parameters["chat_id"] == str(chat)


def _replies(chat: int, number: int) -> Callable[[Call], bool]:
    """Return what tells the message that replies to this one; a notice that it waits replies to none."""

    def fits(call: Call) -> bool:
        sent = call.method == "sendMessage" and call.status == 200 and call.parameters["chat_id"] == str(chat)
        return sent and (call.value("reply_parameters") or {}).get("message_id") == number

    return fits


def _acknowledges(press: str) -> Callable[[Call], bool]:
    return lambda call: call.method == "answerCallbackQuery" and call.parameters["callback_query_id"] == press


def _when(api: BotApi, awaited: Sequence[tuple[float, Callable[[Call], bool]]]) -> list[float]:
    """Wait for the first call that fits each, and return the seconds that it took."""
    end = time.monotonic() + _PATIENCE
    while True:
        calls = api.calls
        found = [next((call for call in calls if fits(call)), None) for _, fits in awaited]
        came = [call.at for call in found if call is not None]
        if len(came) == len(awaited):
            return [at - since for at, (since, _) in zip(came, awaited, strict=True)]
        if time.monotonic() > end:
            raise TimeoutError(f"{len(awaited) - len(came)} of {len(awaited)} calls did not come")
        time.sleep(0.2)


def _print_row(name: str, seconds: Sequence[float]) -> None:
    ordered = sorted(seconds)
    figures = (ordered[0], median(ordered), ordered[ceil(0.95 * len(ordered)) - 1], ordered[-1]) if ordered else ()
    print(f"| {name} | {len(ordered)} | {' | '.join(f'{one:.2f}' for one in figures)} |", flush=True)


if __name__ == "__main__":
    main()
