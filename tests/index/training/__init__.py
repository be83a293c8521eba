"""Tests of index/training/."""
