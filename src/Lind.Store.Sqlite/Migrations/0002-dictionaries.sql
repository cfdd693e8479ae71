-- What blocks have in common is kept once. dictionary_id 0: the block needs none.
CREATE TABLE dictionaries (
    dictionary_id INTEGER PRIMARY KEY,
    checksum      INTEGER NOT NULL,
    payload       BLOB    NOT NULL
);
ALTER TABLE blocks ADD COLUMN dictionary_id INTEGER NOT NULL DEFAULT 0;
