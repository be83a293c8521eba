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
    edited    TEXT NOT NULL DEFAULT '[]'  -- a JSON list of the columns that were put right by hand
) STRICT;
CREATE INDEX IF NOT EXISTS articles_by_digest ON articles (digest);
CREATE INDEX IF NOT EXISTS articles_by_date ON articles (published DESC, id);
CREATE INDEX IF NOT EXISTS articles_by_url ON articles (url);

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
