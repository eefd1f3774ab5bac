import { setImmediate } from 'node:timers/promises'
import type { ChangedSince } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import {
  type FileMark,
  lastRows,
  markOfFile,
  type Story,
  type TicketTouch,
  ticketFacts,
  toldChanges,
  touchesIn,
} from '../../storage/exports/export-changes.ts'
import { exportPlan } from '../../storage/exports/exports.ts'

/** Rows read in one go: a note that is saved meanwhile waits for so many at most. */
const ROWS_AT_ONCE = 2_000

/** What happened to a file's tickets after it was made and was not taken back since: the names of the events, ticket by ticket. */
export type Later = ReadonlyMap<number, readonly Id[]>

interface MadeFile {
  readonly id: Id
  readonly mark: FileMark
  readonly ticketNumbers: readonly number[]
}

type TouchesOf = Map<number, Record<Story, TicketTouch[]>>

/** Of several files at once, because their stories overlap. A file that is not made yet has nothing later. */
export async function laterThan(engine: Engine, exportIds: readonly Id[]): Promise<Map<Id, Later>> {
  const { files, last } = await engine.read(function* () {
    return { files: yield* madeFiles(exportIds), last: yield* lastRows() }
  })
  const from = {
    ticketRow: Math.min(...files.map(({ mark }) => mark.ticketRow)),
    noteRow: Math.min(...files.map(({ mark }) => mark.noteRow)),
  }
  const touches = await touchesBetween(engine, from, last)
  return new Map(files.map((file) => [file.id, laterIn(file, touches)]))
}

function* madeFiles(exportIds: readonly Id[]): Query<MadeFile[]> {
  const files: MadeFile[] = []
  for (const id of exportIds) {
    const mark = yield* markOfFile(id)
    if (mark !== null) files.push({ id, mark, ticketNumbers: (yield* exportPlan(id))?.ticketNumbers ?? [] })
  }
  return files
}

/** The changed tickets one by one, with what happened to them. */
export function* tellLater(later: Later, atMost: number): Query<ChangedSince[]> {
  const told: ChangedSince[] = []
  for (const ticket of yield* ticketFacts([...later.keys()].sort((a, b) => a - b).slice(0, atMost))) {
    const changes = yield* toldChanges(later.get(ticket.number) ?? [])
    told.push({ ...ticket, changes: changes.map(({ id: _, ...change }) => change) })
  }
  return told
}

async function touchesBetween(engine: Engine, from: FileMark, last: FileMark): Promise<TouchesOf> {
  const touches: TouchesOf = new Map()
  const read = async (story: Story, after: number, upTo: number) => {
    for (let row = after; row < upTo; row += ROWS_AT_ONCE) {
      for (const touch of await engine.read(() => touchesIn(story, row, Math.min(upTo, row + ROWS_AT_ONCE)))) {
        const ofTicket = touches.get(touch.ticketNumber) ?? { ticket: [], note: [] }
        ofTicket[story].push(touch)
        touches.set(touch.ticketNumber, ofTicket)
      }
      await setImmediate()
    }
  }
  await read('ticket', from.ticketRow, last.ticketRow)
  await read('note', from.noteRow, last.noteRow)
  return touches
}

function laterIn({ mark, ticketNumbers }: MadeFile, touches: TouchesOf): Later {
  const later = new Map<number, readonly Id[]>()
  if (touches.size === 0) return later
  for (const number of ticketNumbers) {
    const ofTicket = touches.get(number)
    if (ofTicket === undefined) continue
    const standing = [...standingOf(ofTicket.ticket, mark.ticketRow), ...standingOf(ofTicket.note, mark.noteRow)]
    if (standing.length > 0) later.set(number, standing)
  }
  return later
}

/** The touches after a row that stand: one that was taken back is as if it had not been, one done again is there again. */
function standingOf(touches: readonly TicketTouch[], afterRow: number): Id[] {
  const standing = new Set<Id>()
  const links = new Map<Id, { first: Id; isDone: boolean }>()
  for (const { row, id, undoesEventId } of touches) {
    if (row <= afterRow) continue
    const turned = undoesEventId === null ? undefined : links.get(undoesEventId)
    // Taking back what the file has changes it.
    const link = turned === undefined ? { first: id, isDone: true } : { first: turned.first, isDone: !turned.isDone }
    links.set(id, link)
    if (link.isDone) standing.add(link.first)
    else standing.delete(link.first)
  }
  return [...standing]
}
