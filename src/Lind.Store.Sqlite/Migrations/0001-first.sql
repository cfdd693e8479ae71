-- Records lie compressed in blocks, several in one. Blocks are only ever added.
CREATE TABLE blocks (
    block_id   INTEGER PRIMARY KEY,
    raw_length INTEGER NOT NULL,
    checksum   INTEGER NOT NULL,
    payload    BLOB    NOT NULL
);

-- Every version of every study that was ever taken in. posted, stamp: day numbers (0001-01-01 is 0);
-- form: 0 XML, 1 v2; stamp_offset: -1 if the record has no download stamp; seen: milliseconds since 1970 (UTC).
CREATE TABLE versions (
    version_id   INTEGER PRIMARY KEY,
    nct          INTEGER NOT NULL,
    hash         BLOB    NOT NULL,
    posted       INTEGER,
    form         INTEGER NOT NULL,
    stamp        INTEGER,
    stamp_offset INTEGER NOT NULL,
    block_id     INTEGER NOT NULL REFERENCES blocks,
    offset       INTEGER NOT NULL,
    length       INTEGER NOT NULL,
    seen         INTEGER NOT NULL
);
CREATE UNIQUE INDEX versions_by_content ON versions (nct, hash);

-- The current version of every study. change: the batch in which it became so.
CREATE TABLE studies (
    nct        INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES versions,
    change     INTEGER NOT NULL
);
CREATE INDEX studies_by_change ON studies (change);

-- Former ids that the current versions list.
CREATE TABLE aliases (
    alias INTEGER NOT NULL,
    nct   INTEGER NOT NULL,
    PRIMARY KEY (alias, nct)
) WITHOUT ROWID;
CREATE INDEX aliases_by_study ON aliases (nct);

CREATE TABLE runs (
    run_id    INTEGER PRIMARY KEY,
    started   INTEGER NOT NULL,
    finished  INTEGER,
    added     INTEGER NOT NULL DEFAULT 0,
    updated   INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    rejected  INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE rejected (
    rejected_id INTEGER PRIMARY KEY,
    run_id      INTEGER NOT NULL REFERENCES runs,
    source      TEXT    NOT NULL,
    position    TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    raw_length  INTEGER NOT NULL,
    raw         BLOB    NOT NULL
);
CREATE INDEX rejected_by_run ON rejected (run_id);
