"""Reply markup: what Telegram takes, what it drops and what it refuses."""

from __future__ import annotations

from typing import Any

from .errors import bad_request
from .links import LinkError, normal_link
from .parameters import Parameters

_MAX_DATA_BYTES = 64
_MAX_BUTTONS_IN_ROW = 12
_MAX_BUTTONS = 300
_INLINE_KINDS = ("callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
                 "switch_inline_query_current_chat", "login_url", "web_app", "copy_text")  # fmt: skip


def reply_markup(parameters: Parameters, inline_only: bool = False) -> dict[str, Any] | None:
    """Return the inline keyboard of a call as it is stored; other keyboards are taken but not kept with the message."""
    markup = parameters.decoded("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows:
        return _inline_keyboard(rows)
    if inline_only and markup.keys() & {"keyboard", "remove_keyboard", "force_reply"}:
        raise bad_request("inline keyboard expected")
    return None


def _inline_keyboard(rows: Any) -> dict[str, Any] | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    parsed = [[_button(button) for button in row] for row in rows]
    kept: list[list[dict[str, Any]]] = []
    for row in parsed:
        room = min(_MAX_BUTTONS_IN_ROW, _MAX_BUTTONS - sum(map(len, kept)))
        kept.append([_checked(button) for button in row if button["text"]][:room])
    kept = [row for row in kept if row]
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> dict[str, Any]:
    problem = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{problem}InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request(f'{problem}Can\'t find field "text"')
    for name in ("text", "url", "callback_data"):
        if not isinstance(button.get(name, ""), str):
            raise bad_request(f'{problem}Field "{name}" must be of type String')
    if not button.get("url") and not button.get("callback_data") and not button.keys() & set(_INLINE_KINDS):
        raise bad_request(f"{problem}Text buttons are unallowed in the inline keyboard")
    return button


def _checked(button: dict[str, Any]) -> dict[str, Any]:
    if url := button.get("url"):
        try:
            return {"text": button["text"], "url": normal_link(url)}
        except LinkError as error:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from None
    if data := button.get("callback_data"):
        if len(data.encode()) > _MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": button["text"], "callback_data": data}
    return button
