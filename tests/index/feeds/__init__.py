"""Feeds: how they are read, watched and looked at."""
