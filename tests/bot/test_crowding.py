"""Who asks much faster than the bot answers is told so, once, and nobody else notices."""

from __future__ import annotations

from bot import texts
from tests.botapi import BotApi

from .serving import serve_while, until
from .test_worker import Held


def test_too_much_is_told_once_and_other_people_are_answered() -> None:
    """What is within the limit is answered in order, what is beyond is not, and after that all is as before."""
    index = Held()
    with BotApi() as api:
        ann, ben = api.person("Ann"), api.person("Ben")

        def act() -> None:
            asked = [ann.says(f"question {number}?") for number in range(6)]
            notice = ann.hears()
            assert (notice.text, notice.reply_to) == (texts.TOO_MANY(), asked[3])
            ben.says("hello")
            assert ben.hears().text == texts.GREETING()
            index.free.release(9)
            assert [ann.hears().reply_to for _ in range(3)] == asked[:3]
            ann.says("one more?")
            assert ann.hears().text != texts.TOO_MANY()
            ann.hears_nothing(0.2)
            assert index.asked == ["question 0?", "question 1?", "question 2?", "one more?"]

        serve_while(api, index, act, person_queue_length=3)


def test_a_press_too_much_is_an_alert() -> None:
    """Each press has an answer of its own, which only the person who pressed sees."""
    index = Held()
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            ann.says("question?")
            until(lambda: index.asked == ["question?"])
            index.free.release()
            shown = ann.hears()
            ann.says("other?")
            until(lambda: len(index.asked) == 2)
            pressed = ann.presses_data(shown, "more:1:1").answered()
            assert (pressed.text, pressed.show_alert) == (texts.TOO_MANY(), True)
            index.free.release()
            ann.hears()

        serve_while(api, index, act, person_queue_length=1)
