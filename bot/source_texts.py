"""What is said in the line of a source, besides what is known about the article; plain text."""

from __future__ import annotations

from bot.languages import day, gettext


def updated_on(updated: str) -> str:
    """Say on which day (ISO 8601) an article was corrected."""
    return gettext("updated on {day}", day=day(updated))
