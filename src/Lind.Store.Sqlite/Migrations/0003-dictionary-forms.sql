-- How the blocks of a dictionary name its entries. 1: frames and whole values; 2: words too.
ALTER TABLE dictionaries ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
