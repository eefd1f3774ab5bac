/** Of a row of `session`: how many of its notes went by the rules of retention. They are counted on. */
export const GONE_NOTES = `(SELECT CAST(coalesce(sum(voice + view + praise + risk), 0) AS bigint) FROM words_gone
  WHERE words_gone.session_id = session.id)`
