/** `select`: name, version, and as what it counts. */
const remembered = (select: string) => ({
  sqlite: null,
  postgres: `INSERT INTO known_gone (id, version, counted_as) ${select}
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, counted_as = excluded.counted_as`,
})

export const referenceName = (callId: string): string => `reference ${callId}`
export const conversationName = (callId: string): string => `conversation ${callId}`

/**
 * A hub writes down the names of what it deletes, in the transaction that does: a desk that tells of it once more is told from one that tells of what no hub ever heard. A
 * desk writes nothing down: nobody tells it anything.
 */
export const knownGone = {
  notes: (where: string) =>
    remembered(
      `SELECT note.id, note.version, CASE WHEN note.removed_at IS NULL THEN note.kind END FROM note WHERE ${where}`,
    ),
  thanks: (where: string) => remembered(`SELECT thanks.id, thanks.version, NULL FROM thanks WHERE ${where}`),
  meetings: (where: string) => remembered(`SELECT meeting.id, meeting.version, NULL FROM meeting WHERE ${where}`),
  lines: (where: string) =>
    remembered(`SELECT meeting_line.id, meeting_line.version, NULL FROM meeting_line WHERE ${where}`),
  references: (where: string) =>
    remembered(`SELECT '${referenceName('')}' || call.id, 0, NULL FROM call WHERE ${where}`),
  conversations: (where: string) =>
    remembered(`SELECT '${conversationName('')}' || call_id, 0, NULL FROM conversation WHERE ${where}`),
  sealed: (where: string) => remembered(`SELECT id, 0, NULL FROM life_sealed WHERE ${where}`),
  remarks: (where: string) => remembered(`SELECT id, 0, NULL FROM life_event WHERE ${where}`),
}
