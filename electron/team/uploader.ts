import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { WritableDb } from '../storage/database.ts'
import {
  type Counts,
  countWaiting,
  groupsWaiting,
  isUp,
  lastNumber,
  nextWaiting,
  notLaidDown,
  readyToSend,
  sessionsHandedOver,
  takeOff,
  type Waiting,
  type WaitingGroup,
  waitingByGroup,
} from '../storage/team/journal.ts'
import { HubAway, type HubLink } from './hub-link-port.ts'
import { LONGEST_MESSAGE_BYTES, type UploadOutcome } from './wire.ts'

const MOST_ROWS = 500
const MOST_BYTES = 500_000
/** What is larger no hub reads: it would end the connection, each time anew. */
const LONGEST_ROW_BYTES = LONGEST_MESSAGE_BYTES - 1_000
/** Read at once, a millisecond or two: a key that is pressed meanwhile waits no longer than that. */
const PIECE = 100
/** After the last entry: a note and what belongs to it go up together, and nothing is read while somebody saves. */
const REST_MS = 200
/** Where the hub is here and its database is not. */
const AGAIN_MS = 1_000
/** After a surprise, and after a connection that another one of this desk took over. */
const LATER_MS = 5_000
/** What the hub failed at it may be able to do by then; and whenever it is back, as another one or mended. */
const FAILED_AGAIN_MS = 3_600_000
/** Windows are told this often at most. */
const TELL_MS = 1_000

type Refused = Exclude<Extract<UploadOutcome, { ok: false }>, { code: 'superseded' }>

/** Why the hub would not take rows; `reference`: of what it failed at, in its log. */
export interface Aside {
  /** The session or booking they are of. */
  readonly group: string
  readonly why: Refused['code']
  readonly reference: string | null
}

export interface Progress extends Counts {
  /**
   * Rows of this session, or of this booking, the hub would not take, and those after them wait with them. Of what is sealed, by the row's own id: nothing else
   * waits for it.
   */
  readonly setAside: ReadonlyMap<string, Aside>
}

export interface Uploader {
  /** An entry was written: for `makeJournal`. */
  noticed(): void
  progress(): Progress
  /** At the last try the hub, which is here, could not lay down what waits. */
  isHindered(): boolean
  /** Whether anything of a session is set aside. */
  hasAside(): boolean
  /** What waits, session by session, oldest first. */
  waiting(): readonly (WaitingGroup & { readonly aside: Aside | null })[]
  /** Begins at once, with what was set aside too. */
  tryNow(): void
  /**
   * Everything that was entered up to now (of these sessions, or of all) but what is sealed is up, or cannot be: the hub went away, or would not take it. Waits no
   * rest.
   */
  drained(sessions?: readonly Id[]): Promise<'up' | 'away' | 'set_aside'>
  /** The session was heard here and is the hub's from now on. */
  isUp(sessionId: Id): boolean
  /** Sends no more; resolves when nothing is on its way. */
  close(): Promise<void>
}

interface Drain {
  readonly upTo: number
  readonly sessions: ReadonlySet<string> | null
  readonly resolve: (how: 'up' | 'away' | 'set_aside') => void
}

export interface UploaderParts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly log: Log
  /** Something about what waits is different. Seldom enough to tell windows. */
  readonly changed: () => void
  /** Asked before each lot: whether what waits is all that this hub does not have; false: not known now. Left out: it is. */
  readonly isSettled?: () => Promise<boolean>
  /** A lot was not laid down: that is to be asked anew. */
  readonly doubt?: () => void
  /** Sessions whose end is sent now. */
  readonly gave?: (sessionIds: readonly Id[]) => void
  readonly restMs?: number
  readonly againMs?: number
  readonly failedAgainMs?: number
  readonly mostRows?: number
}

/** Sends what the journal holds, in order, and takes off what was laid down. Whatever breaks, the next time begins at the same place. */
export function makeUploader({ db, link, log, changed, ...how }: UploaderParts): Uploader {
  const { restMs = REST_MS, againMs = AGAIN_MS, failedAgainMs = FAILED_AGAIN_MS, mostRows = MOST_ROWS } = how
  const { isSettled = async () => true, doubt = () => {}, gave = () => {} } = how
  const setAside = new Map<string, Aside>()
  const drains = new Set<Drain>()
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let failing: NodeJS.Timeout | null = null
  let telling: NodeJS.Timeout | null = null
  let isClosed = false
  let isHindered = false
  /** How often everything was to be tried anew. */
  let timesAnew = 0

  const isHere = () => link.state().kind === 'here'
  const tell = () => {
    telling ??= setTimeout(() => {
      telling = null
      changed()
    }, TELL_MS).unref()
  }
  const stopTimer = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const later = (ms: number) => {
    if (isClosed || running !== null) return
    timer ??= setTimeout(begin, ms).unref()
  }
  function begin(): void {
    stopTimer()
    if (isClosed || running !== null || !isHere()) return
    running = sendAll()
      .then((next) => {
        running = null
        if (next === 'later') later(LATER_MS)
        // The hub came back before it was noticed that it had gone; or entries were made after the last look.
        else if (isHere() && hasMore()) later(next === 'away' ? againMs : restMs)
      })
      .finally(() => settle())
  }
  function hasMore(): boolean {
    for (let after: number | null = 0; db.open && after !== null; ) {
      const { waiting, last } = nextWaiting(db, after, [...setAside.keys()], 1)
      if (waiting.length > 0) return true
      after = last
    }
    return false
  }

  /** Until nothing is left, the connection is gone, or the hub cannot do it now. */
  async function sendAll(): Promise<'all' | 'away' | 'later'> {
    try {
      for (;;) {
        if (isClosed || !isHere() || !(await isSettled())) return 'away'
        const read = isClosed || !isHere() ? null : await readLot()
        if (read === null || isClosed || !db.open) return 'away'
        const lot = readyToSend(db, read)
        if (lot.length === 0) return 'all'
        gave(sessionsHandedOver(lot))
        const before = timesAnew
        const outcome = await link.upload(lot.map(({ entry }) => entry))
        isHindered = false
        if (!db.open) return 'away'
        if (!outcome.ok) doubt()
        if (outcome.ok) takeOff(db, lot, outcome.mark)
        else if (outcome.code === 'superseded') return 'later'
        // What it lacked waits before it by now, or whoever asked for another try sees that one.
        else if (before !== timesAnew) notLaidDown(db, lot)
        else if (!putAside(lot, outcome.at, outcome)) return 'later'
        settle()
        tell()
      }
    } catch (error) {
      doubt()
      if (!isHindered) tell()
      isHindered = error instanceof HubAway
      if (isHindered) return 'away'
      log.error('what was heard could not be told to the hub', 'UPLOAD', error)
      return 'later'
    }
  }

  /** All or nothing was laid down: the rows of that session wait with the reason, the others of the lot go again. */
  function putAside(lot: readonly Waiting[], at: number, refused: Refused): boolean {
    notLaidDown(db, lot)
    const refusedRow = lot[at]
    if (refusedRow === undefined) return false
    const aside = asideFor(refused, refusedRow.group)
    setAside.set(sealedIn(refusedRow) ?? aside.group, aside)
    log.warn(`the hub did not take what was heard in ${aside.group}: ${aside.why} ${aside.reference ?? ''}`)
    if (aside.why === 'failed') failing ??= setTimeout(tryFailed, failedAgainMs).unref()
    return true
  }
  function tryFailed(): void {
    if (failing !== null) clearTimeout(failing)
    failing = null
    for (const [group, { why }] of setAside) if (why === 'failed') setAside.delete(group)
    begin()
  }

  /** In short pieces, with a turn for whoever saves a note between them. */
  async function readLot(): Promise<Waiting[]> {
    const lot: Waiting[] = []
    let bytes = 0
    for (let after = 0; ; await nextTurn()) {
      if (!db.open) return []
      const { waiting, isKeyMissing, last } = nextWaiting(db, after, [...setAside.keys()], PIECE)
      // With whatever is entered next, too.
      if (isKeyMissing) failing ??= setTimeout(tryFailed, failedAgainMs).unref()
      for (const one of waiting) {
        const size = Buffer.byteLength(JSON.stringify(one.entry))
        if (size > LONGEST_ROW_BYTES) {
          putAside([one], 0, { ok: false, code: 'refused', at: 0 })
          return readLot()
        }
        bytes += size
        if (lot.length > 0 && bytes > MOST_BYTES) return withItsSeal(lot)
        lot.push(one)
        if (lot.length === mostRows) return withItsSeal(lot)
      }
      if (last === null) return lot
      after = last
    }
  }

  /** Answers whoever waits for it. */
  function settle(): void {
    for (const drain of drains) {
      const left = db.open ? groupsWaiting(db, drain.upTo).filter((one) => drain.sessions?.has(one) ?? true) : []
      if (left.length === 0) drain.resolve('up')
      else if (isClosed || !isHere()) drain.resolve('away')
      else if (left.every((one) => setAside.has(one))) drain.resolve('set_aside')
      else continue
      drains.delete(drain)
    }
  }

  let version: string | null = null
  const stopListening = link.onState((state) => {
    if (state.kind === 'here') {
      const { appVersion, contract } = state.welcome.hub
      const before = version
      version = `${appVersion} ${contract}`
      isHindered = false
      // What one that was older did not know it may know by now.
      if (before !== null && before !== version) setAside.clear()
      tryFailed()
    } else settle()
    tell()
  })
  begin()

  return {
    noticed: () => {
      later(restMs)
      tell()
    },
    isHindered: () => isHindered,
    hasAside: () => setAside.size > 0,
    progress: () => ({ ...countWaiting(db), setAside }),
    waiting: () => {
      const asideOf = new Map([...setAside.values()].map((aside) => [aside.group, aside]))
      return waitingByGroup(db).map((one) => ({
        ...one,
        aside: setAside.get(one.group) ?? asideOf.get(one.group) ?? null,
      }))
    },
    tryNow: () => {
      timesAnew += 1
      setAside.clear()
      begin()
      tell()
    },
    drained: (sessions) =>
      new Promise((resolve) => {
        drains.add({ upTo: lastNumber(db), sessions: sessions === undefined ? null : new Set(sessions), resolve })
        begin()
        if (running === null) settle()
      }),
    isUp: (sessionId) => isUp(db, sessionId),
    close: async () => {
      isClosed = true
      stopListening()
      stopTimer()
      if (failing !== null) clearTimeout(failing)
      if (telling !== null) clearTimeout(telling)
      await running
      settle()
    },
  }
}

/** A case and the seal that was written with it are laid down in one transaction: a lot that is full ends before a case without one. */
function withItsSeal(lot: Waiting[]): Waiting[] {
  const at = lot.findLastIndex(({ entry }) => entry.table === 'life_case')
  const isCut = at > 0 && !lot.slice(at).some(({ entry }) => entry.table === 'sealed_call')
  return isCut ? lot.slice(0, at) : lot
}

/** The id of what is sealed; null for anything else. */
const sealedIn = ({ entry }: Waiting): Id | null =>
  entry.table === 'life_sealed' && 'row' in entry ? String(entry.row.id) : null

const asideFor = (outcome: Refused, group: string): Aside => ({
  group,
  why: outcome.code,
  reference: outcome.code === 'failed' ? outcome.reference : null,
})
