import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Standing } from '../../../shared/contract/team/bring-along.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { type AtHub, sessionForHub } from '../../storage/team/held-rows.ts'
import { HubAway, type HubLink } from '../hub-link-port.ts'
import { LONGEST_MESSAGE_BYTES, type UploadedRow } from '../wire.ts'

const MOST_ROWS = 500
const MOST_BYTES = 500_000
/** What is larger no hub reads: it would end the connection, each time anew. */
const LONGEST_ROW_BYTES = LONGEST_MESSAGE_BYTES - 1_000

interface Waiting {
  readonly sessionId: Id
  readonly entry: UploadedRow
}

export interface BringSessionsParts {
  readonly from: ReadableDb
  readonly link: Pick<HubLink, 'upload'>
  readonly at: AtHub
  /** Their last rows are laid down, or they cannot come. */
  became(sessionIds: readonly Id[], how: Extract<Standing, 'came' | 'not_yours' | 'refused'>): void
  goesOn(): boolean
}

/**
 * Tells the hub of whole sessions in the way of all that is heard, one after the other, several in a lot. What was sent before the hub went away is sent again: a row is its
 * id. One that the hub refuses leaves the lot, and the others go without it.
 */
export async function bringSessions(parts: BringSessionsParts, sessionIds: readonly Id[]): Promise<void> {
  const { from, link, at, became, goesOn } = parts
  const refused = new Set<Id>()
  const refuse = (sessionId: Id, how: 'not_yours' | 'refused') => {
    refused.add(sessionId)
    became([sessionId], how)
  }

  async function send(lot: readonly Waiting[]): Promise<void> {
    let left = lot.filter(({ sessionId }) => !refused.has(sessionId))
    while (left.length > 0 && goesOn()) {
      const outcome = await link.upload(left.map(({ entry }) => entry))
      if (outcome.ok) {
        const whole = left.flatMap(({ entry }) => ('handedOver' in entry ? [entry.handedOver] : []))
        if (whole.length > 0) became(whole, 'came')
        return
      }
      const at = left[outcome.at]
      // This desk greeted anew meanwhile: nothing was laid down.
      if (outcome.code === 'superseded' || at === undefined) throw new HubAway(false)
      refuse(at.sessionId, outcome.code === 'not_yours' ? 'not_yours' : 'refused')
      left = left.filter(({ sessionId }) => sessionId !== at.sessionId)
    }
  }

  let lot: Waiting[] = []
  let bytes = 0
  for (const sessionId of sessionIds) {
    for (const entry of sessionForHub(from, sessionId, at)) {
      const size = Buffer.byteLength(JSON.stringify(entry))
      if (size > LONGEST_ROW_BYTES) refuse(sessionId, 'refused')
      if (refused.has(sessionId)) break
      if (lot.length === MOST_ROWS || (lot.length > 0 && bytes + size > MOST_BYTES)) {
        await send(lot)
        lot = []
        bytes = 0
      }
      if (!goesOn()) return
      lot.push({ sessionId, entry })
      bytes += size
    }
    await nextTurn()
  }
  await send(lot)
}
