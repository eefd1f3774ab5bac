import type { HouseParts } from '../../electron/services/parts.ts'
import { arrivalsService } from '../../electron/services/team/arrivals.ts'
import type { WritableDb } from '../../electron/storage/database.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { allIssueTypes } from '../../electron/storage/tickets/issue-types.ts'
import { makeBringAlong } from '../../electron/team/bring-along/bring-along.ts'
import { heldAloneIn } from '../../electron/team/bring-along/held-file.ts'
import type { BroughtKind } from '../../shared/contract/team/bring-along.ts'
import type { Role } from '../../shared/contract/who.ts'
import { aFarHub } from './far-hub.ts'
import { someoneListening } from './listening.ts'
import { someParts } from './parts.ts'

function aMember() {
  const member = someParts()
  makeJournal(member.parts.db, member.clock.now, () => {})
  return member
}

/** A desk with something of its own, and a hub at the far end of a link that takes in what the desk brings. */
export async function aDeskWithSomething() {
  const alone = await someoneListening()
  let member = aMember()
  const hub = aFarHub()
  const engine = sqliteEngine(hub.db as WritableDb)
  const parts: HouseParts = { ...member.parts, engine, emit: () => {} }
  const arrivals = arrivalsService(parts) as unknown as Record<string, (input: unknown, asker: object) => unknown>
  const me = { personId: null, role: 'coordinator' as Role }
  let lost = 0
  hub.answers(async (call, input) => {
    made.whenAsked(call)
    if (call === 'tickets.issueTypes') return { ok: true, value: engine.read(allIssueTypes) }
    const answer = await arrivals[call.replace('arrivals.', '')]?.(input, me)
    if (lost === 0 || !/lay|addPeople/.test(call)) return answer
    lost -= 1
    return { ok: false, code: 'hub_busy', detail: {} }
  })
  let told: () => void = () => {}
  const begin = () =>
    makeBringAlong({
      ...{ db: member.parts.db, link: hub.link, clock: member.clock, log: member.parts.log, againMs: 1 },
      ...{ held: heldAloneIn(alone.parts.dataFolder), role: () => me.role, tell: () => told(), halfDoneCame: () => {} },
    })
  let bring = begin()

  /** Until nothing is being done any more. */
  const settled = async () => {
    while (bring.status().work !== null)
      await new Promise<void>((resolve) => {
        told = resolve
        setTimeout(resolve, 5)
      })
    return bring.status()
  }
  const standings = (kind: BroughtKind) =>
    bring.rows(kind, 0, 200).rows.map((row) => {
      if (row.kind === 'person') return `${row.name} ${row.standing}`
      return row.kind === 'ticket' ? `${row.title} ${row.standing} ${row.hubNumber}` : row.standing
    })
  const made = {
    /** Hears of each call before it is answered. */
    whenAsked: (_call: string) => {},
    /** The next things that are laid down there are, and their answers are lost. */
    losesAnswers: (count: number) => {
      lost = count
    },
    ...{ alone, hub, me, settled, standings },
    /** Of the member. */
    db: () => member.parts.db,
    bring: () => bring,
    looks: async () => {
      bring.look()
      return settled()
    },
    brings: async () => {
      bring.begin()
      return settled()
    },
    /** The desk is started anew. */
    startAgain: async () => {
      await bring.close()
      bring = begin()
    },
    /** The desk leaves the hub, and joins it again. */
    joinsAnew: async () => {
      await bring.close()
      member.close()
      member = aMember()
      bring = begin()
    },
    close: async () => {
      await bring.close()
      await alone.close()
      member.close()
      hub.db.close()
    },
  }
  return made
}
