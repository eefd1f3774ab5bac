import type { ListedSession, Session } from '../../../shared/contract/listening/sessions.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { praiseInSessions } from '../../storage/listening/session-list.ts'
import { halfDoneUntold, wherePraiseIsTold } from '../agents/agents.ts'

/** Sessions as whoever asks may know them: praise that is not told is not counted either, or the count would tell of it. */
export function* toldSessions<Told extends Session>(sessions: readonly Told[], asker: Asker): Query<Told[]> {
  const praise = yield* praiseInSessions(sessions.map(({ id }) => id))
  const praised = sessions.filter(({ id }) => (praise.get(id) ?? 0) > 0)
  const whole = yield* wherePraiseIsTold(praised, asker)
  return sessions.map((session) => {
    const count = whole.has(session.id) ? 0 : (praise.get(session.id) ?? 0)
    return count === 0 ? session : { ...session, noteCount: session.noteCount - count }
  })
}

/** The same of a page of the list, which counts what is half done as well. */
export function* toldInList(sessions: readonly ListedSession[], asker: Asker): Query<ListedSession[]> {
  const told = yield* toldSessions(sessions, asker)
  if (told.every(({ halfDoneCount }) => halfDoneCount === 0)) return told
  // Nothing of a sealed call is counted.
  const untold = (yield* halfDoneUntold(asker)).filter(({ isSealed }) => isSealed === 0)
  const count = (id: Id) => untold.filter(({ sessionId }) => sessionId === id).length
  return told.map((session) => ({ ...session, halfDoneCount: session.halfDoneCount - count(session.id) }))
}
