import { thanksService } from '../../electron/services/agents/thanks.ts'
import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { deleteDue } from '../../electron/services/retention/deleting.ts'
import { retentionService } from '../../electron/services/retention/retention.ts'
import { rows } from '../../electron/storage/engine/query.ts'
import { someoneListening } from './listening.ts'
import { accepted } from './outcomes.ts'
import { rulesOf } from './retention-rules.ts'
import { nobody } from './seats.ts'

const TABLES = [
  ...(['call', 'note', 'note_event', 'conversation', 'meeting', 'meeting_line', 'thanks', 'row_change'] as const),
  ...(['life_event', 'life_sealed', 'words_gone', 'retention_ledger'] as const),
]
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
  const daysPass = (days: number) => desk.clock.advance(days * DAY_MS)
  /** The house is in use: its clock is believed. */
  const daysOfUsePass = async (days: number) => {
    daysPass(days)
    const wish = { bookingId: null, listenerId: null, purpose: 'listen' } as const
    const { id: sessionId } = await accepted(desk.sessions.start(wish, nobody))
    await accepted(desk.sessions.end({ sessionId }, nobody))
  }
  /** What is due is deleted; how many went. */
  const forget = (isHeldOff: () => boolean = () => false) => deleteDue(desk.parts, { isHeldOff })
  /** Tables of what is heard in which these words stand. */
  const tablesWith = async (words: string): Promise<string[]> => {
    const found: string[] = []
    for (const table of TABLES)
      if (JSON.stringify(await desk.engine.read(() => rows(`SELECT * FROM ${table}`))).includes(words))
        found.push(table)
    return found
  }
  return {
    ...desk,
    retention,
    meetings,
    thanks,
    conversations,
    rule,
    leave,
    daysPass,
    daysOfUsePass,
    forget,
    tablesWith,
  }
}
