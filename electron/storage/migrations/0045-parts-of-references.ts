/** A call is found by any part of its reference. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Every reference that a call has, once, with a number of its own: rows of call have none that outlives a compact copy.
CREATE TABLE searched_reference (
  number INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE
) STRICT;

-- Every three signs in a row of each, capitals like small letters.
CREATE VIRTUAL TABLE reference_search USING fts5 (reference, tokenize = 'trigram', content = 'searched_reference', content_rowid = 'number');

-- What is taken out leaves no trace behind: the reference of a sealed call.
INSERT INTO reference_search (reference_search, rank) VALUES ('secure-delete', 1);

-- The later the call, the higher the number.
INSERT INTO searched_reference (reference) SELECT reference FROM call WHERE reference IS NOT NULL GROUP BY reference ORDER BY max(rowid);
INSERT INTO reference_search (reference_search) VALUES ('rebuild');

CREATE TRIGGER searched_reference_added AFTER INSERT ON searched_reference BEGIN
  INSERT INTO reference_search (rowid, reference) VALUES (NEW.number, NEW.reference);
END;
CREATE TRIGGER searched_reference_removed AFTER DELETE ON searched_reference BEGIN
  INSERT INTO reference_search (reference_search, rowid, reference) VALUES ('delete', OLD.number, OLD.reference);
END;

-- Without ON CONFLICT: within a trigger the statement that set it off would say what becomes of one.
CREATE TRIGGER call_reference_added AFTER INSERT ON call WHEN NEW.reference IS NOT NULL BEGIN
  INSERT INTO searched_reference (reference) SELECT NEW.reference
    WHERE NOT EXISTS (SELECT 1 FROM searched_reference WHERE reference = NEW.reference);
END;
CREATE TRIGGER call_reference_changed AFTER UPDATE OF reference ON call WHEN NEW.reference IS NOT OLD.reference BEGIN
  DELETE FROM searched_reference WHERE reference = OLD.reference AND NOT EXISTS (SELECT 1 FROM call WHERE reference = OLD.reference);
  INSERT INTO searched_reference (reference) SELECT NEW.reference
    WHERE NEW.reference IS NOT NULL AND NOT EXISTS (SELECT 1 FROM searched_reference WHERE reference = NEW.reference);
END;
CREATE TRIGGER call_reference_removed AFTER DELETE ON call WHEN OLD.reference IS NOT NULL BEGIN
  DELETE FROM searched_reference WHERE reference = OLD.reference AND NOT EXISTS (SELECT 1 FROM call WHERE reference = OLD.reference);
END;
`
