import type { ListedMeeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Instant } from '../../../shared/contract/values.ts'

// The words of a meeting go with the notes of its session.

/** What a list of meetings has to read besides, and from where: of a meeting beside its `call`. */
export const GONE = 'words_gone.kept_until AS keptUntil, words_gone.gone_at AS goneAt'
export const JOIN_GONE = `LEFT JOIN words_gone ON words_gone.id = 'notes:' || call.session_id`

export interface GoneColumns {
  readonly keptUntil: string | null
  readonly goneAt: Instant | null
}

export const goneOf = ({ keptUntil, goneAt }: GoneColumns): ListedMeeting['wordsGone'] =>
  keptUntil === null || goneAt === null ? null : { keptUntil, goneAt }
