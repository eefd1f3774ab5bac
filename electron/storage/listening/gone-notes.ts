const goneIn = (columns: string) => `(SELECT CAST(coalesce(sum(${columns}), 0) AS bigint) FROM words_gone
  WHERE words_gone.session_id = session.id)`

/** Of a row of `session`: how many of its notes went by the rules of retention. They are counted on. */
export const GONE_NOTES = goneIn('voice + view + praise + risk')

/** How many of those were praise. */
export const GONE_PRAISE = goneIn('praise')
