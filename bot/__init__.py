"""Telegram in front of `index`: questions in, answers out."""

import os

# Durations as timedelta, which python-telegram-bot makes its default; without it every 429 brings a warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")
