"""Tests of the bot: its pure parts by value, the whole of it over HTTP and through the terminal."""
