CREATE TABLE IF NOT EXISTS meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS articles (
    id        TEXT PRIMARY KEY,
    identity  TEXT NOT NULL UNIQUE,
    digest    TEXT NOT NULL,            -- of the text: recognises it under another identity
    title     TEXT,
    authors   TEXT NOT NULL,            -- a JSON list
    published TEXT,                     -- ISO 8601
    publisher TEXT,
    url       TEXT,
    path      TEXT,
    text      TEXT NOT NULL,
    edited    TEXT NOT NULL DEFAULT '[]', -- a JSON list of the columns that were put right by hand
    updated   TEXT,                     -- ISO 8601: when its text took the place of another; null where it never did
    language  TEXT                      -- a code of two letters
) STRICT;
CREATE INDEX IF NOT EXISTS articles_by_digest ON articles (digest);
CREATE INDEX IF NOT EXISTS articles_by_date ON articles (published DESC, id);
CREATE INDEX IF NOT EXISTS articles_by_url ON articles (url);
CREATE INDEX IF NOT EXISTS articles_by_title ON articles (lower(title));

CREATE TABLE IF NOT EXISTS passages (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used twice, so a stale vector names nothing
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field      TEXT NOT NULL CHECK (field IN ('text', 'header')),
    "start"    INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    context    TEXT NOT NULL,
    vector     BLOB NOT NULL            -- float32, little endian, length 1
) STRICT;
CREATE INDEX IF NOT EXISTS passages_by_article ON passages (article_id);

-- Only the words are kept, not the text a second time: so a row is taken out by giving its text again.
CREATE VIRTUAL TABLE IF NOT EXISTS keywords USING fts5 (
    title, body, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- What each article belongs to: one collection at least.
CREATE TABLE IF NOT EXISTS collections (
    name       TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (name, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS collections_by_article ON collections (article_id);

-- One for each article, in the order in which they were added; where `story` is null, it was not compared yet.
CREATE TABLE IF NOT EXISTS stories (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used twice: a story outlives its first article
    article_id TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
    story      INTEGER                  -- the number of the first article of its story
) STRICT;
CREATE INDEX IF NOT EXISTS stories_by_story ON stories (story);

-- The bands of the articles' signatures.
CREATE TABLE IF NOT EXISTS bands (
    band   INTEGER NOT NULL,
    number INTEGER NOT NULL,            -- in stories
    PRIMARY KEY (band, number)
) STRICT, WITHOUT ROWID;
