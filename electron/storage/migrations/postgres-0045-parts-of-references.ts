/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Every three signs in a row, capitals like small letters.
CREATE FUNCTION parts_of_reference(reference text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(lower(reference), place, 3)), '{}') FROM generate_series(1, length(reference) - 2) AS place
$$;
CREATE INDEX call_by_part_of_reference ON call USING gin (parts_of_reference(reference)) WHERE reference IS NOT NULL;
`
