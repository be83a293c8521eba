"""The format of the database that `schema.sql` makes, and what brings one of an older format there."""

from __future__ import annotations

from index.collection_names import DEFAULT

FORMAT = 3
# By the number of a format, the statements that make the next one of it.
UPGRADES = {
    1: (
        "ALTER TABLE articles ADD COLUMN edited TEXT NOT NULL DEFAULT '[]'",
        "CREATE INDEX articles_by_url ON articles (url)",
    ),
    2: (
        "CREATE INDEX articles_by_title ON articles (lower(title))",
        "CREATE TABLE stories (number INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL UNIQUE "
        "REFERENCES articles (id) ON DELETE CASCADE, story INTEGER) STRICT",
        "CREATE INDEX stories_by_story ON stories (story)",
        "CREATE TABLE bands (band INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (band, number)) "
        "STRICT, WITHOUT ROWID",
        "INSERT INTO stories (article_id) SELECT id FROM articles ORDER BY rowid",
        "ALTER TABLE articles ADD COLUMN updated TEXT",
        "ALTER TABLE articles ADD COLUMN language TEXT",
        "CREATE TABLE collections (name TEXT NOT NULL, article_id TEXT NOT NULL "
        "REFERENCES articles (id) ON DELETE CASCADE, PRIMARY KEY (name, article_id)) STRICT, WITHOUT ROWID",
        "CREATE INDEX collections_by_article ON collections (article_id)",
        f"INSERT INTO collections (name, article_id) SELECT '{DEFAULT}', id FROM articles",
    ),
}
