import type { Topic } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { acknowledgedHere } from '../storage/team/acknowledged.ts'
import { forgetChangedElsewhere } from '../storage/team/changed-elsewhere.ts'
import { makeMirrorTables, mirrorCursor, takeOver } from '../storage/team/mirror.ts'
import { isOwed, isOwedNoMore, type Owed, takeBackOwn } from '../storage/team/told-again.ts'
import { atMost } from './at-most.ts'
import { HubRefused } from './bring-along/ask-arrivals.ts'
import { askWhatIsLost, keptSince } from './changed-here.ts'
import { HubAway, type HubLink } from './hub-link-port.ts'
import { tellAgain } from './told-again.ts'
import type { KeptTable } from './wire.ts'

/** Should an event be lost. */
const EVERY_MS = 60_000
/** So long windows wait for the copies before they are told what the hub tells. */
const LONGEST_MS = 1_000

/** What windows show of each table. */
const SHOWN: Readonly<Record<KeptTable, readonly Topic[]>> = {
  // Who sits here may be another by role, or by name.
  person: ['people', 'bookings', 'team'],
  room: ['rooms', 'bookings'],
  seat: ['rooms', 'bookings'],
  issue_type: ['tickets'],
  calendar_year: ['calendar', 'tickets'],
  masking_rules: ['masking'],
  life_words: ['lifeChannel'],
  jargon_terms: ['silverHair'],
  agent_key: [],
  agent: ['agents'],
  booking: ['bookings'],
  retention_rules: ['retention'],
  retention_keep: ['retention'],
  words_gone: ['retention'],
  // Its bytes go with those of what else went.
  conversation_taken: ['conversations', 'retention'],
  raised_elsewhere: ['lifeChannel'],
}
const TOLD_BY: ReadonlySet<Topic> = new Set(Object.values(SHOWN).flat())

export interface Mirror {
  /** Resolves when the desk's tables are as the hub's were when it was asked, or the hub is away. */
  catchUp(): Promise<void>
  /** Whether what this desk heard may go up: what a hub of another history lost waits in its order. False: it cannot be asked now. */
  isSettled(): Promise<boolean>
  /** The hub took something not as it takes it: it may be of another history by now, which is asked before anything else goes up. */
  doubt(): void
  /** Their end goes up: as long as nobody knows to which history they are told once more, should it be another. */
  gave(sessionIds: readonly Id[]): void
  /** Resolves when nothing is read any more. */
  close(): Promise<void>
}

export interface MirrorParts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Pick<Clock, 'now' | 'newId'>
  readonly log: Log
  emit(event: EarshotEvent): void
  /** What the hub lost waits to go up again: it may be tried at once, also what was refused. */
  readonly tookBack?: () => void
  readonly everyMs?: number
}

/** Keeps the desk's copies of what all desks share, so that boards and pickers answer while the hub is away; passes on to windows what the hub tells. */
export function makeMirror(parts: MirrorParts): Mirror {
  const { db, link, clock, log, emit, tookBack = () => {}, everyMs = EVERY_MS } = parts
  let running: Promise<void> | null = null
  let isAskedAgain = false
  let isClosed = false
  /** What windows are to be told, and how many wait to tell it: told once, they ask once. */
  const untold = new Set<Topic>()
  let telling = 0
  /** How often the hub came or went; and whether it said, since it is here, that it is the one that is known, or what it lost waits to go up again. */
  let timesHere = 0
  let isSettled = false
  /** What the hub of this greeting is too old to be asked. */
  const unanswerable = new Set<Owed>()
  const whenSettled: (() => void)[] = []
  const given = new Set<Id>()
  /** What the hub of this greeting has, of what was acknowledged here. */
  const had = new Set<string>()
  const settle = (times: number) => {
    if (times !== timesHere) return
    isSettled = true
    for (const tellSettled of whenSettled.splice(0)) tellSettled()
  }
  makeMirrorTables(db)
  // It was killed as it left, and belongs to its hub still: no seal and no rule would find those words.
  forgetChangedElsewhere(db)

  const goesOn = () => !isClosed && db.open && link.state().kind === 'here'

  async function readAll(): Promise<void> {
    const changed = new Set<KeptTable>()
    const times = timesHere
    let hasTakenBack = false
    try {
      for (let hasMore = true; hasMore && goesOn(); ) {
        const cursor = mirrorCursor(db)
        const givenBefore = [...given]
        const has = acknowledgedHere(db, had, keptSince(clock.now()))
        const lot = await link.changesSince(cursor, has)
        for (const one of [...has.commands, ...has.lots]) had.add(one)
        // Before the new place counts as known: cut off here, it is found again.
        if (lot.isAnew && cursor !== null) {
          takeBackOwn(db, [...given], has.lots)
          given.clear()
          hasTakenBack = true
        }
        for (const id of givenBefore) given.delete(id)
        await askOwed('sessions', () => tellAgain({ db, link, clock, log }))
        if (!goesOn()) break
        settle(times)
        if (hasTakenBack) tookBack()
        hasTakenBack = false
        await askOwed('changes', tellWhatIsLost)
        if (!goesOn()) break
        for (const table of takeOver(db, lot, clock.now())) changed.add(table)
        hasMore = lot.hasMore && lot.cursor !== cursor
      }
    } catch (error) {
      if (!(error instanceof HubAway)) {
        log.error('what changed at the hub was not taken over', 'MIRROR', error)
        // What is heard does not wait for copies that cannot be had.
        settle(times)
      }
    } finally {
      for (const table of changed) for (const topic of SHOWN[table]) untold.add(topic)
      if (telling === 0) tell()
    }
  }
  /** A hub that does not know the question is asked once; one that would not say now, again. What all share is read all the same. */
  async function askOwed(what: Owed, ask: () => Promise<boolean>): Promise<void> {
    if (unanswerable.has(what) || !isOwed(db, what)) return
    const times = timesHere
    try {
      if (await ask()) isOwedNoMore(db, what)
    } catch (error) {
      if (!(error instanceof HubRefused)) throw error
      log.error(`what the hub lost of this desk (${what}) was not asked`, 'MIRROR', error)
      if (error.isOfAnotherVersion && times === timesHere) unanswerable.add(what)
    }
  }
  async function tellWhatIsLost(): Promise<boolean> {
    if (await askWhatIsLost(db, link, clock)) emit({ kind: 'changed', topics: ['team'] })
    return db.open
  }
  function tell(): void {
    const topics = [...untold]
    untold.clear()
    if (topics.length > 0) emit({ kind: 'changed', topics })
  }
  function catchUp(): Promise<void> {
    if (running !== null) {
      isAskedAgain = true
      return running
    }
    if (!goesOn()) return Promise.resolve()
    running = (async () => {
      do {
        isAskedAgain = false
        await readAll()
      } while (isAskedAgain && goesOn())
      running = null
    })()
    return running
  }
  const look = () => void catchUp()
  /** A window that asks before the copies are read would ask a second time for what they brought, and be shown the old ones by a hub that is slow. */
  async function pass(event: EarshotEvent): Promise<void> {
    if (event.kind !== 'changed' || !event.topics.some((topic) => TOLD_BY.has(topic))) return emit(event)
    for (const topic of event.topics) untold.add(topic)
    telling += 1
    await atMost(LONGEST_MS, catchUp())
    telling -= 1
    tell()
  }

  const stopStates = link.onState(({ kind }) => {
    timesHere += 1
    isSettled = false
    unanswerable.clear()
    had.clear()
    if (kind === 'here') look()
  })
  const stopEvents = link.onEvent((event) => void pass(event))
  const timer = setInterval(look, everyMs).unref()
  look()

  return {
    catchUp,
    doubt: () => {
      isSettled = false
      had.clear()
    },
    gave: (sessionIds) => {
      for (const id of sessionIds) given.add(id)
    },
    isSettled: async () => {
      if (!isSettled) await Promise.race([catchUp(), new Promise<void>((resolve) => whenSettled.push(resolve))])
      return isSettled
    },
    close: async () => {
      isClosed = true
      stopStates()
      stopEvents()
      clearInterval(timer)
      await running
    },
  }
}
