"""The bot speaks the language of the person's app, or the one that they choose."""

from __future__ import annotations

import pytest

from bot import texts
from bot.languages import LANGUAGES, speaking
from index import ArticleIndex
from tests.botapi import BotApi

from .running import QUESTION, TARGET
from .serving import serve_while

_DAYS = {"en": "28 April", "az": "28 aprel", "fa": "28 آوریل", "ru": "28 апреля", "tr": "28 Nisan"}

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_person_is_spoken_to_in_the_language_of_their_app(api: BotApi, code: str) -> None:
    """Greeting, help, a question and its answer; the article's own words stay as they are."""
    ann = api.person("Ann", language=code)
    with speaking(code):
        for said, heard in (("/help", texts.help()), ("hello", texts.GREETING()), ("/x", texts.UNKNOWN_COMMAND())):
            ann.says(said)
            assert ann.hears().text == heard
    ann.says(QUESTION)
    answer = ann.hears()
    assert TARGET in answer.text
    assert {"en": "28 April", "az": "28 aprel", "fa": "28 آوریل", "ru": "28 апреля", "tr": "28 Nisan"}[
        code
    ] in answer.text


def test_a_language_is_chosen_by_a_button(api: BotApi) -> None:
    """The bot goes on in it at once, everywhere, whatever the app's language is; the menu of the chat follows."""
    ann = api.person("Ann", language="ru")
    ann.says("/language")
    choice = ann.hears()
    assert choice.text == "Я говорю по-русски. Выберите мой язык:"
    assert [button.text for row in choice.buttons for button in row] == [
        f"{'✅ ' if code == 'ru' else ''}{name}" for code, name in LANGUAGES.items()
    ]
    before = len(api.calls_of("setMyCommands"))
    assert ann.presses(choice, "Türkçe").answered().text == ""
    assert ann.sees_edited(choice).text == "Türkçe konuşuyorum. Dilimi seçin:"
    menu = api.called("setMyCommands", times=before + 1)
    assert menu.value("scope") == {"type": "chat", "chat_id": ann.id}
    assert menu.value("commands")[1] == {"command": "help", "description": "Nasıl sorulur"}
    ann.says("hello")
    assert ann.hears().text == "Merhaba! Bana haberler hakkında bir soru sorun."


def test_a_choice_outlives_a_restart(library: ArticleIndex, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is kept on disk."""
    home = tmp_path_factory.mktemp("chats")
    with BotApi() as api:
        ann = api.person("Ann")

        def choose() -> None:
            ann.says("/language")
            ann.presses(ann.hears(), "Русский").answered()
            api.polled()

        def greet() -> None:
            ann.says("hello")
            assert ann.hears().text == "Здравствуйте! Задайте мне вопрос о новостях."

        serve_while(api, library, choose, articles_home=home)
        serve_while(api, library, greet, articles_home=home)


def test_a_persian_line_keeps_latin_words_in_their_place(api: BotApi) -> None:
    """What runs the other way is isolated, and an answer's own words are not touched."""
    ann = api.person("Ann", language="fa")
    ann.says(QUESTION)
    answer = ann.hears()
    assert "\u2068" not in answer.bold[0]
    assert answer.text.splitlines()[-1].startswith("\u2068Iranian President's visit")
