import { deskExports } from '../../../shared/contract/exports/desk-exports.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { type AskedRows, type ExportLedger, ledgerOn, rowsOn } from './export-truth.ts'

/** Well within one message, with all that stands around it. */
const PAGE_BYTES = 1_000_000

type Truth = { readonly ledger: ExportLedger; readonly rows: AskedRows }

/** The truth of each desk's files, on its hub: of another desk's nothing is changed, whatever a desk says. */
export function deskExportsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'deskExports'> {
  const rows = rowsOn(engine)
  const asked =
    <I, T>(work: (truth: Truth, input: I, asker: Asker) => T | Promise<T>) =>
    async (input: I, asker: Asker) => {
      // Whoever runs the hub asks from no desk.
      if (asker.deskId === undefined) return refuse('no_hub')
      return accept(await work({ ledger: ledgerOn({ engine, clock }, asker.deskId), rows }, input, asker))
    }
  const ofOurs =
    <I extends { exportId: Id }, T>(work: (ledger: ExportLedger, input: I) => T | Promise<T>) =>
    async (input: I, asker: Asker) => {
      if (asker.deskId === undefined) return refuse('no_hub')
      const ledger = ledgerOn({ engine, clock }, asker.deskId)
      if (!(await ledger.ours([input.exportId])).has(input.exportId)) return refuse('at_other_desk')
      return accept(await work(ledger, input))
    }
  const done = async (work: unknown): Promise<Record<string, never>> => {
    await work
    return {}
  }

  return {
    begin: asked(({ ledger }, { wish, folder }, { personId }) => ledger.begin(wish, folder, personId)),
    wishAgain: asked(({ ledger }, { exportId, what }) => ledger.wishAgain(exportId, what)),
    find: asked(({ ledger }, { exportId }) => ledger.find(exportId)),
    ours: asked(async ({ ledger }, { exportIds }) => [...(await ledger.ours(exportIds))]),
    known: asked(async ({ ledger }, { exportIds }) => [...(await ledger.known(exportIds))]),
    inStates: asked(({ ledger }, { states }) => ledger.inStates(states)),
    mark: asked(({ rows }) => rows.mark()),
    page: asked(async ({ rows }, { ticketNumbers }) => {
      const all = await rows.page(ticketNumbers)
      const first = firstOf(all)
      return { rows: first, hasMore: first.length < all.length }
    }),
    waiting: asked(async ({ ledger }, { exportIds, reason }) =>
      done(ledger.waiting([...(await ledger.ours(exportIds))], reason)),
    ),
    goAgain: asked(async ({ ledger }, { exportIds, folder }) => {
      const ours = await ledger.ours(exportIds)
      return ledger.goAgain(
        exportIds.filter((id) => ours.has(id)),
        folder,
      )
    }),
    untold: asked(({ ledger }) => ledger.untold()),
    toMake: ofOurs((ledger, { exportId }) => ledger.toMake(exportId)),
    made: ofOurs((ledger, { exportId, ...made }) => done(ledger.made(exportId, made))),
    beginTry: ofOurs(async (ledger, { exportId }) => {
      const begun = await ledger.beginTry(exportId)
      return begun === null ? null : { record: begun.record, taken: [...begun.taken] }
    }),
    ended: ofOurs((ledger, { exportId, state }) => done(ledger.ended(exportId, state))),
    delivered: ofOurs((ledger, { exportId, ...file }) => done(ledger.delivered(exportId, file))),
    tellSome: ofOurs(async (ledger, { exportId }) => {
      for await (const _ of ledger.tellRest(exportId)) return true
      return false
    }),
  }
}

/** As many as go into one answer, and one at least. */
function firstOf(rows: readonly ExportedTicket[]): ExportedTicket[] {
  let bytes = 0
  const end = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(row))
    return index > 0 && bytes > PAGE_BYTES
  })
  return end === -1 ? [...rows] : rows.slice(0, end)
}

/** A desk alone; and windows, which ask for none of it. */
export const noDeskExports = (): Service<'deskExports'> =>
  Object.fromEntries(
    Object.keys(deskExports).map((name) => [name, () => refuse('no_hub')]),
  ) as unknown as Service<'deskExports'>
