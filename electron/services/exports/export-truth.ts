import type { DoorRefusal } from '../../../shared/contract/entry.ts'
import type { ExportRecord, ExportState, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { FileToMake } from '../../adapters/exports/export-messages.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { lastEvents } from '../../storage/exports/export-changes.ts'
import { type DeliveredFile, saveDelivered, tellSome, untoldExports } from '../../storage/exports/export-delivery.ts'
import { exportPage } from '../../storage/exports/export-rows.ts'
import {
  exportById,
  exportPlan,
  exportsInStates,
  exportsOfDesk,
  knownExports,
  type LastEvents,
  type MadeBytes,
  namesInLedger,
  saveEnded,
  saveMade,
  saveTry,
  saveWaiting,
} from '../../storage/exports/exports.ts'
import { maskingRules as rulesOfMasking } from '../../storage/house/masking-rules.ts'
import { readRoom } from '../../storage/house/room.ts'
import type { ServiceParts } from '../parts.ts'
import { type Again, numbersOfExport, sendAgain, wishAgain } from './export-again.ts'
import { pageToMake } from './export-pages.ts'
import { type ExportWish, planExport, recordExports } from './export-plan.ts'

type Answer<T> = T | Promise<T>

/**
 * What the work on files asks of the truth, and all it asks: which tickets, the ledger, the rows of a file. On a desk of its own the desk's
 * engine answers; where a hub keeps the truth, each of these is a question to the hub. Everything else about a file is the desk's own: its
 * bytes, the outbox, the folders.
 */
export interface ExportTruth {
  readonly ledger: ExportLedger
  /** `file`: straight from the desk's own file, by the thread that makes the bytes. */
  readonly rows: 'file' | AskedRows
  /** Whether files of this desk may go out now. `refused`: the truth was told of a call that is sealed here, and would not take that. */
  mayGoOut?(): Promise<'yes' | 'away' | 'refused'>
  /** Where it may be away: hears that it is back, until the answer is called. */
  onBack?(goOn: () => void): () => void
}

/**
 * The truth is elsewhere and does not answer now, or not to this person. Nothing of it was done, or nobody knows. No fault of a file: it goes on
 * by itself when the truth is back.
 */
export class TruthAway extends Error {
  readonly refusal: DoorRefusal
  constructor(refusal: DoorRefusal) {
    super(`the truth does not answer: ${refusal.code}`)
    this.refusal = refusal
  }
}

/** The truth does not know of a call that is sealed here, and would not hear of it: what it is asked for might hold its words. */
export class SealRefused extends Error {}

export interface ExportLedger {
  /** Writes the files of a wish into the ledger, in the name of who asks; null when there is nothing to export. */
  begin(wish: ExportWish, folder: string, askerId: Id | null): Answer<ExportRecord[] | null>
  /** The wish behind a file, to be had once more, or only of what changed since. */
  wishAgain(id: Id, what: 'all' | 'changed'): Answer<Again>
  find(id: Id): Answer<ExportRecord | null>
  /** Those that are in this desk's hands; it changes no others. */
  ours(ids: readonly Id[]): Answer<ReadonlySet<Id>>
  /** Which of these it knows. */
  known(ids: readonly Id[]): Answer<ReadonlySet<Id>>
  /** Of this desk, oldest first. */
  inStates(states: readonly ExportState[]): Answer<ExportRecord[]>
  /** What the bytes of a file are made of; null when they need not be made. */
  toMake(id: Id): Answer<FileToMake | null>
  made(id: Id, made: MadeBytes): Answer<unknown>
  /** Counts a try to deliver; null when the file is not on its way. With the names other files have in that folder. */
  beginTry(id: Id): Answer<{ record: ExportRecord; taken: ReadonlySet<string> } | null>
  waiting(ids: readonly Id[], reason: WaitReason): Answer<unknown>
  /** Waiting files back on their way; `folder`: to another one. Gives what each was before. */
  goAgain(ids: readonly Id[], folder: string | null): Answer<ExportRecord[]>
  ended(id: Id, state: 'cancelled' | 'failed'): Answer<unknown>
  /** The first tickets in it have it in their story; `tellSome` tells the others. */
  delivered(id: Id, file: DeliveredFile): Answer<unknown>
  /** Delivered files of this desk that not every ticket in them has in its story yet. */
  untold(): Answer<Id[]>
  /** The other tickets of a delivered file get it into their story, some at each step. */
  tellRest(id: Id): AsyncIterable<unknown>
}

/** Page by page, each of one moment: no connection is held for a whole file. */
export interface AskedRows {
  /** The last events that every page tells of; asked before the first. What comes later is told as changed since. */
  mark(): Answer<LastEvents>
  page(ticketNumbers: readonly number[]): Answer<ExportedTicket[]>
}

/** Asked of the engine. `rows`: by the engine too, where the thread that makes the bytes cannot read the truth itself. */
export function truthOn(
  { engine, clock }: Pick<ServiceParts, 'engine' | 'clock'>,
  rows: 'file' | 'engine',
  deskId: Id | null = null,
): ExportTruth {
  return { ledger: ledgerOn({ engine, clock }, deskId), rows: rows === 'file' ? rows : rowsOn(engine) }
}

export const rowsOn = (engine: Engine): AskedRows => ({
  mark: () => engine.transact(lastEvents),
  page: (numbers) => engine.read(() => exportPage(numbers)),
})

export function ledgerOn({ engine, clock }: Pick<ServiceParts, 'engine' | 'clock'>, deskId: Id | null): ExportLedger {
  const newId = () => clock.newId()
  return {
    begin: async ({ wanted: those, ...wish }, folder, askerId) => {
      const wanted = 'exportId' in those ? { ticketNumbers: await numbersOfExport(engine, those) } : those
      return engine.transact(function* () {
        const plan = yield* planExport(clock.now(), { ...wish, wanted }, folder)
        return plan === null ? null : yield* recordExports(clock, plan, { deskId, askerId, folder })
      })
    },
    wishAgain: (id, what) => wishAgain(engine, id, what),
    find: (id) => engine.read(() => exportById(id)),
    ours: (ids) => engine.read(() => exportsOfDesk(ids, deskId)),
    known: (ids) => engine.read(() => knownExports(ids)),
    inStates: (states) => engine.read(() => exportsInStates(states, deskId)),
    toMake: (id) =>
      engine.read(function* () {
        const plan = yield* exportPlan(id)
        if (plan?.record.state !== 'preparing') return null
        const { record, language, ticketNumbers } = plan
        const page = record.kind === 'tickets' ? null : yield* pageToMake(plan, clock)
        if (page === null && record.kind !== 'tickets') return null
        const { timeZone: ofHouse } = yield* readRoom()
        const timeZone = (page?.kind === 'minutes' ? page.minutes.heardZone : null) ?? ofHouse
        const { rules, hidesOrders } = yield* rulesOfMasking.now()
        const maskingRules = { rules, hidesOrders }
        return { format: record.format, language, timeZone, ticketNumbers, tries: record.tries, page, maskingRules }
      }),
    made: (id, made) => engine.transact(() => saveMade(id, made)),
    beginTry: (id) =>
      engine.transact(function* () {
        const record = yield* exportById(id)
        if (record?.state !== 'delivering') return null
        yield* saveTry(id)
        return { record, taken: yield* namesInLedger(record.folder, id) }
      }),
    waiting: (ids, reason) =>
      engine.transact(function* () {
        for (const id of ids) yield* saveWaiting(id, reason)
      }),
    goAgain: (ids, folder) => engine.transact(() => sendAgain(ids, folder)),
    ended: (id, state) => engine.transact(() => saveEnded(id, state)),
    delivered: (id, file) => engine.transact(() => saveDelivered(id, file, { at: clock.now(), newId })),
    untold: () => engine.read(() => untoldExports(deskId)),
    async *tellRest(id) {
      const plan = await engine.read(() => exportPlan(id))
      while (plan !== null && (await engine.transact(() => tellSome(plan, newId)))) yield
    },
  }
}
