import { thanksService } from '../../electron/services/agents/thanks.ts'
import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { type Deleting, deleteDue } from '../../electron/services/retention/deleting.ts'
import { retentionService } from '../../electron/services/retention/retention.ts'
import { seeDay } from '../../electron/storage/retention/clock-runs.ts'
import { someoneListening } from './listening.ts'
import { accepted } from './outcomes.ts'
import { rulesOf } from './retention-rules.ts'
import { nobody } from './seats.ts'
import { textsOfTables } from './words-everywhere.ts'

const DAY_MS = 86_400_000

/** Somebody who listens, and the rules of how long it is kept. */
export async function someoneForgetting() {
  const desk = await someoneListening()
  const retention = retentionService(desk.parts)
  const [meetings, thanks, conversations] = [
    meetingsService(desk.parts),
    thanksService(desk.parts),
    conversationsService(desk.parts),
  ]

  const rule = (days: Parameters<typeof rulesOf>[0]) =>
    accepted(retention.saveRules({ rules: rulesOf(days), isUnderstood: true, seenVersion: null }, nobody))
  const leave = async () => {
    await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  }
  /** The program runs, on a day now. */
  const runs = () => desk.engine.transact(() => seeDay(desk.clock.now()))
  /** Days on which the program runs, but for weekends and the like. */
  const daysPass = async (days: number) => {
    await runs()
    for (let left = days; left > 0; left -= 3) {
      desk.clock.advance(Math.min(3, left) * DAY_MS)
      await runs()
    }
  }
  /** Somebody sets the clock, or the program does not run for so long. */
  const clockJumps = (days: number) => desk.clock.step(days * DAY_MS)
  /** The words are heard, noted and left: a session of its own. */
  const aSessionWith = async (words: string) => {
    const wish = { bookingId: null, listenerId: desk.listener, purpose: 'listen' } as const
    const { id: sessionId } = await accepted(desk.sessions.start(wish, nobody))
    const call = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, desk.asker))
    await desk.aNote(words, { callId: call.id })
    await accepted(desk.sessions.end({ sessionId }, desk.asker))
    return { sessionId, callId: call.id }
  }
  /** What is due is deleted; how many went. */
  const forget = (isHeldOff: Deleting['isHeldOff'] = () => false) => deleteDue(desk.parts, { isHeldOff })
  /** Tables in which these words stand. */
  const tablesWith = async (words: string): Promise<string[]> =>
    (await desk.engine.read(textsOfTables)).flatMap(([table, text]) => (text.includes(words) ? [table] : []))
  return {
    ...desk,
    retention,
    meetings,
    thanks,
    conversations,
    rule,
    leave,
    daysPass,
    runs,
    clockJumps,
    aSessionWith,
    forget,
    tablesWith,
  }
}
