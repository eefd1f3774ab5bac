/** How words are found in a hub's database. Frozen with the step it ships in, like every step: it imports nothing of ours and never changes afterwards. */
export const wordsSql = `
-- Characters with blanks between, as an index has them: each by itself, and every two that stand together. One or two are found by the
-- index alone; of more it leaves few rows to look at. Without places of words: a common character stands in a text more often than places are kept.
CREATE FUNCTION grams_of(characters text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(coalesce(array_agg(gram), '{}')) FROM (
    SELECT word AS gram FROM string_to_table(characters, ' ') AS word WHERE word <> ''
    UNION ALL SELECT word || ' ' || next FROM (
      SELECT word, lead(word) OVER (ORDER BY place) AS next
      FROM string_to_table(characters, ' ') WITH ORDINALITY AS each (word, place)) AS pairs WHERE word <> '' AND next <> '') AS grams
$$;

-- The same of a question, \`"a b c" AND "d"\`: every two that stand together, and who stands alone.
CREATE FUNCTION grams_asked(question text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''' || gram || '''', ' & ')::tsquery FROM (
    SELECT CASE WHEN next IS NULL THEN word ELSE word || ' ' || next END AS gram FROM (
      SELECT word, lead(word) OVER phrase AS next, place
      FROM string_to_table(question, ' AND ') WITH ORDINALITY AS asked (phrase, number)
      CROSS JOIN string_to_table(trim('"' FROM phrase), ' ') WITH ORDINALITY AS each (word, place)
      WINDOW phrase AS (PARTITION BY number ORDER BY place)) AS pairs WHERE next IS NOT NULL OR place = 1) AS grams
$$;

-- Letters, figures and characters of title and quotes, each a word of its own: what a search looks through.
CREATE TABLE ticket_search (
  rowid bigint PRIMARY KEY REFERENCES ticket (number) ON DELETE CASCADE,
  characters plain NOT NULL,
  grams tsvector NOT NULL GENERATED ALWAYS AS (grams_of(characters)) STORED
);
CREATE INDEX ticket_search_by_gram ON ticket_search USING gin (grams) WITH (gin_pending_list_limit = 256);

-- The same of notes that are not removed, by their row. Whoever looks for words first takes in what the queue names: a note costs nothing more
-- when it is laid down, and what was committed late is not passed over.
CREATE TABLE note_search (
  number bigint PRIMARY KEY REFERENCES note (rowid) ON DELETE CASCADE,
  kind plain NOT NULL,
  characters plain NOT NULL,
  grams tsvector NOT NULL GENERATED ALWAYS AS (grams_of(characters)) STORED
);
CREATE INDEX note_search_by_gram ON note_search USING gin (grams) WITH (gin_pending_list_limit = 256);
CREATE TABLE note_to_search (
  turn bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number bigint NOT NULL
);
CREATE FUNCTION queue_note_for_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO note_to_search (number) VALUES (NEW.rowid);
  RETURN NULL;
END $$;
CREATE TRIGGER note_to_search AFTER INSERT OR UPDATE OF kind, text, removed_at ON note FOR EACH ROW EXECUTE FUNCTION queue_note_for_search();
`
