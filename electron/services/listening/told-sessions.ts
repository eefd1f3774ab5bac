import type { Session } from '../../../shared/contract/listening/sessions.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Query } from '../../storage/engine/query.ts'
import { praiseInSessions } from '../../storage/listening/session-list.ts'
import { isPraiseTold } from '../agents/agents.ts'

/** Sessions as whoever asks may know them: praise that is not told is not counted either, or the count would tell of it. */
export function* toldSessions<Told extends Session>(sessions: readonly Told[], asker: Asker): Query<Told[]> {
  const praise = yield* praiseInSessions(sessions.map(({ id }) => id))
  const told: Told[] = []
  for (const session of sessions) {
    const count = praise.get(session.id) ?? 0
    const isWhole = count === 0 || (yield* isPraiseTold(session.id, asker))
    told.push(isWhole ? session : { ...session, noteCount: session.noteCount - count })
  }
  return told
}
