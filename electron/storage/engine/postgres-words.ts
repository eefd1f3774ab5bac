/**
 * A condition on a company's database: the `grams` and `characters` of a row hold a `question` (`searchQuestion`). The index knows characters
 * and pairs of them; three and more, which may stand apart as pairs, are looked for in the characters.
 */
export const HOLDS_WORDS = `grams @@ grams_asked(question) AND (question NOT LIKE '% % %' OR NOT EXISTS (
  SELECT 1 FROM string_to_table(question, ' AND ') AS each (phrase)
  WHERE strpos(' ' || characters || ' ', translate(phrase, '"', ' ')) = 0))`
