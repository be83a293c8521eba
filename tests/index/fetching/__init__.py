"""Tests of index.fetching."""
