-- What `q` looks in: any part of three and more characters. The text is folded before it is stored.
CREATE VIRTUAL TABLE contacts_search USING fts5(
	search_text,
	content = 'contacts',
	content_rowid = 'row',
	tokenize = 'trigram case_sensitive 1'
);
--> statement-breakpoint
-- Deleted words leave the index pages too.
INSERT INTO contacts_search(contacts_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER contacts_search_insert AFTER INSERT ON contacts BEGIN
	INSERT INTO contacts_search(rowid, search_text) VALUES (new.row, new.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER contacts_search_delete AFTER DELETE ON contacts BEGIN
	INSERT INTO contacts_search(contacts_search, rowid, search_text) VALUES ('delete', old.row, old.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER contacts_search_update AFTER UPDATE OF search_text ON contacts WHEN new.search_text IS NOT old.search_text BEGIN
	INSERT INTO contacts_search(contacts_search, rowid, search_text) VALUES ('delete', old.row, old.search_text);
	INSERT INTO contacts_search(rowid, search_text) VALUES (new.row, new.search_text);
END;
--> statement-breakpoint
-- Inserting `expected, changes()` here fails the batch when the statement before it changed another number of rows.
CREATE VIEW expectations AS SELECT 0 AS expected, 0 AS changed;
--> statement-breakpoint
CREATE TRIGGER expectations_held INSTEAD OF INSERT ON expectations WHEN new.changed IS NOT new.expected BEGIN
	SELECT RAISE(ABORT, 'stale: rows have changed since they were read');
END;
