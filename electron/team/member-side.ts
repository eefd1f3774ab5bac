import { z } from 'zod'
import { type Topic, topics } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Caller } from '../../shared/contract/services.ts'
import type { LostChange } from '../../shared/contract/team/lost.ts'
import type { TeamStatus, WaitingCounts, WaitingSession } from '../../shared/contract/team/team.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import { joiningMends } from '../../shared/domain/team/joining-mends.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { OwnDoor } from '../door.ts'
import type { ExportTruth } from '../services/exports/export-truth.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { hashOfToken } from '../storage/hub/secrets.ts'
import { forgetSealedElsewhere } from '../storage/team/changed-elsewhere.ts'
import { sealsWaiting } from '../storage/team/journal.ts'
import { makeJournal } from '../storage/team/journal-tables.ts'
import { forgetKeptAnswers, openKeptAnswers } from '../storage/team/kept-answers.ts'
import { personHere } from '../storage/team/mirror.ts'
import { atMost } from './at-most.ts'
import { begunHere } from './begun-here.ts'
import { makeBringAlong } from './bring-along/bring-along.ts'
import type { BringAlong } from './bring-along/bring-along-port.ts'
import type { HeldAlone } from './bring-along/held-file.ts'
import { fetchChangedElsewhere } from './changed-elsewhere.ts'
import { tellingLink } from './changed-here.ts'
import { formerTokens } from './former-tokens.ts'
import { type Heard, heardAt, NOTHING_WAITS } from './heard.ts'
import { hubClock } from './hub-clock.ts'
import { hubExportTruth } from './hub-export-truth.ts'
import { type LinkPace, openHubLink } from './hub-link.ts'
import { HubAway, type LinkState } from './hub-link-port.ts'
import type { BroughtBack } from './lost-changes.ts'
import type { Membership } from './membership.ts'
import { makeRoute } from './route.ts'
import { type Begun, CONTRACT_VERSION } from './wire.ts'

type MemberStatus = Extract<TeamStatus, { kind: 'member' }>

export interface MemberParts {
  readonly membership: Membership
  /** Null: it cannot be read. */
  readonly token: string | null
  readonly isTokenEncrypted: boolean
  /** The member's own folder. */
  readonly dataFolder: string
  /** What the desk held before it joined. */
  readonly held: HeldAlone
  readonly appVersion: string
  readonly clock: Clock
  readonly log: Log
  /** The desk's own door, for whoever sits here. */
  readonly here: OwnDoor
  readonly pace: Partial<LinkPace>
  emit(event: EarshotEvent): void
  /** The hub says something else of itself or of this desk's person. */
  changed(membership: Membership): void
}

/** What a desk has only as long as it belongs to a hub. */
export interface MemberSide {
  readonly membership: () => Membership
  readonly call: OwnDoor
  caller(): Caller
  status(): MemberStatus
  waiting(): WaitingCounts
  sessions(): WaitingSession[]
  /** What the hub had accepted from here, and lost since. */
  lost(): LostChange[]
  bringLostBack(bookingId: Id): Promise<BroughtBack>
  putLostAway(ids: readonly Id[]): void
  tellLostAgain(ids: readonly Id[]): void
  /** Null: no database is open. */
  bringAlong(): BringAlong | null
  /** With something other than before: the token of a desk that joined anew, a certificate that a person compared. */
  tryNow(change?: Partial<Pick<MemberParts, 'membership' | 'token' | 'isTokenEncrypted'>>): Promise<void>
  /** For each database of the member's folder: right after it was opened, and while it is. */
  prepare(db: WritableDb): void
  accompany(db: WritableDb): Heard
  /** What the files made here are asked of. */
  readonly exportTruth: ExportTruth
  /** Whether the hub is away now. */
  isCutOff(): boolean
  /** Dates by the hub's clock, as far as this desk knows it. */
  readonly clock: Clock
  /** Tells the hub that this desk leaves it; true where it will not let this desk in any more. */
  takeLeave(): Promise<boolean>
  /** Nothing more goes to the hub or comes from it. */
  end(): Promise<void>
  /** After the folder was closed. */
  close(): void
  /** What the hub answered here is forgotten: the desk leaves it. After `close`. */
  forget(): void
}

const Revoked = z.object({ ok: z.literal(true) })
/** So long whoever leaves waits for what others made of their notes. */
const LONGEST_FETCH_MS = 8_000
/** So long whoever leaves waits for a hub that says nothing. */
const LONGEST_LEAVE_MS = 4_000

/** They seal a call here, whether or not a hub hears of it. */
const SEALS_HERE = new Set(['lifeChannel.raise', 'lifeChannel.act', 'lifeChannel.reconsider'])
/** Told where a call was sealed, or where its words went by the rules of retention. */
const TAKES_WORDS_AWAY: readonly Topic[] = ['lifeChannel', 'retention']

/** The hub is back, or is another's: whatever windows show of it may be different. */
const OF_HUB = topics.filter((topic) => topic !== 'settings' && topic !== 'workspace')

export function openMemberSide(parts: MemberParts): MemberSide {
  const { log, emit, dataFolder } = parts
  const hubTime = hubClock(parts.clock, dataFolder)
  const clock: Clock = { ...parts.clock, now: hubTime.now }
  let { membership, isTokenEncrypted, token: tokenNow } = parts
  const kept = openKeptAnswers(dataFolder)
  const formerly = (token: string | null, isLeftToAnother = false): readonly string[] => {
    try {
      return formerTokens(dataFolder, token, isLeftToAnother)
    } catch (error) {
      // What was begun under an earlier token waits then; everything else is as it is.
      log.error('with which tokens this desk asked before was not read or kept', 'TEAM', error)
      return []
    }
  }
  const begun = (leftToken: string | null): readonly Begun[] => {
    try {
      const left = leftToken === null ? undefined : { token: hashOfToken(leftToken), sessions: heard?.ofHere() ?? [] }
      return begunHere(dataFolder, left)
    } catch (error) {
      log.error('what was begun under a token that another computer has was not read or kept', 'TEAM', error)
      return []
    }
  }
  let heard: Heard | null = null
  const opened = openHubLink({
    ...{ address: new URL(membership.hub.address), hubId: membership.hub.id, fingerprint: membership.fingerprint },
    ...{ token: parts.token, formerly: formerly(parts.token), begun: begun(null) },
    ...{ appVersion: parts.appVersion, clock, pace: parts.pace },
  })
  const link = tellingLink(opened, (command) => heard?.remember(command))
  let people: WritableDb | null = null
  let bringing: BringAlong | null = null
  let isDeskOlder: boolean | null = null
  /** When the hub was here last, of those it was while this console runs. */
  let lastHere: Instant | null = null
  let wasHere = false
  /** When it was told last that anything changed, or greeted this desk, which was told of nothing until then. */
  let changedAt: Instant = clock.now()

  const change = (next: Membership) => {
    if (JSON.stringify(next) === JSON.stringify(membership)) return
    membership = next
    parts.changed(next)
  }
  const forgetWords = () => {
    try {
      kept.forgetWords()
      if (people?.open === true) forgetSealedElsewhere(people)
    } catch (error) {
      log.error('what the hub had answered of calls was not forgotten', 'KEPT', error)
    }
  }
  const here: OwnDoor = async (call, input) => {
    const answer = await parts.here(call, input)
    if (SEALS_HERE.has(call) && answer.ok) forgetWords()
    return answer
  }
  const keepTime = () => {
    try {
      hubTime.keep()
    } catch (error) {
      // A start without the hub goes by this desk's own clock then.
      log.error('what the clock of the hub showed was not kept', 'TEAM', error)
    }
  }
  /** Where it goes away, or this desk is closed: boards, lists and the line above them say the same time. */
  const keepAsOf = (at: Instant) => {
    try {
      kept.stillSo(changedAt, at)
      kept.wasHere(at)
    } catch (error) {
      log.error('as of when the answers are that were kept was not kept', 'KEPT', error)
    }
  }
  const follow = (state: LinkState) => {
    const isHere = state.kind === 'here'
    // Tried again, it is as long away as before.
    if (wasHere && !isHere) {
      lastHere = state.since
      keepAsOf(lastHere)
      keepTime()
    }
    wasHere = isHere
    if (isHere) {
      const { hub, me } = state.welcome
      hubTime.greeted(state.welcome)
      changedAt = clock.now()
      keepAsOf(changedAt)
      keepTime()
      isDeskOlder = hub.contract === CONTRACT_VERSION ? null : hub.contract > CONTRACT_VERSION
      change({ ...membership, hub: { ...membership.hub, name: hub.name }, me })
      // Nobody told this desk which calls were sealed, or went, while it was away.
      forgetWords()
      emit({ kind: 'changed', topics: OF_HUB })
    } else emit({ kind: 'changed', topics: ['team'] })
  }
  link.onState(follow)
  // Else it is told when the copies are read.
  link.onEvent((event) => {
    changedAt = clock.now()
    if (event.kind === 'changed' && event.topics.some((topic) => TAKES_WORDS_AWAY.includes(topic))) forgetWords()
    if (heard === null) emit(event)
  })
  link.onBusy(() => emit({ kind: 'changed', topics: ['team'] }))
  /** Where the hub does not say, notes come home as they were heard. */
  async function changesComeHome(): Promise<void> {
    const db = people
    if (db === null || link.state().kind !== 'here') return
    try {
      await fetchChangedElsewhere(db, link, clock, () => db.open && people === db)
    } catch (error) {
      if (!(error instanceof HubAway))
        log.error('what others made of the notes of this desk was not fetched', 'TEAM', error)
    }
  }
  /** Of a database that is not open nobody knows. */
  const isUnread = () => heard !== null && !heard.hasCopies()
  const hereLast = () => lastHere ?? kept.lastAt()
  const route = makeRoute({
    ...{ here, link, kept, clock, log, emit },
    isHere: (named) => heard?.isHere(named) ?? false,
    hasCopies: () => heard?.hasCopies() ?? false,
    ...{ isUnread, lastHere: hereLast },
    untilKnown: (call, input) => heard?.untilKnown(call, input) ?? null,
    noticed: (call, input, value) => {
      changedAt = clock.now()
      heard?.accepted(call, input, value)
    },
    isUp: async (named) => (await heard?.isUp(named)) ?? false,
  })
  /** As the list of people has them, which may have changed since the greeting. */
  const me = () => (people?.open === true ? personHere(people, membership.me.personId) : null) ?? membership.me
  const waiting = () => heard?.waiting() ?? NOTHING_WAITS

  return {
    membership: () => membership,
    call: route,
    caller: me,
    status: () => {
      const state = link.state()
      const waits = waiting()
      return {
        kind: 'member',
        ...{ hub: membership.hub, me: me(), isTokenEncrypted, waiting: waits, clockAheadMs: hubTime.aheadMs() },
        link: shown(state, link.isBusy()),
        otherVersion: isDeskOlder === null ? null : { isDeskOlder },
        isUploading: state.kind === 'here' && waits.rows > 0 && heard?.isHindered() !== true,
        asOf: state.kind === 'here' ? null : hereLast(),
        hasCopies: !isUnread(),
      }
    },
    waiting,
    sessions: () => heard?.sessions() ?? [],
    lost: () => heard?.lost() ?? [],
    bringLostBack: async (bookingId) => (await heard?.bringLostBack(bookingId)) ?? 'not_lost',
    putLostAway: (ids) => heard?.putLostAway(ids),
    tellLostAgain: (ids) => heard?.tellLostAgain(ids),
    bringAlong: () => bringing,
    tryNow: async (next = {}) => {
      isTokenEncrypted = next.isTokenEncrypted ?? isTokenEncrypted
      if (next.membership !== undefined) change(next.membership)
      const { fingerprint, hub } = membership
      // What was begun with a token that another computer has goes on there, but for the sessions of which something may still go up from here.
      const isLeftToAnother = isUsedElsewhere(link.state())
      const token =
        next.token === undefined
          ? {}
          : {
              ...{ token: next.token, begun: begun(isLeftToAnother ? tokenNow : null) },
              formerly: formerly(next.token, isLeftToAnother),
            }
      tokenNow = next.token ?? tokenNow
      await link.tryNow({ fingerprint, address: new URL(hub.address), ...token })
      heard?.tryNow()
    },
    prepare: (db) => makeJournal(db, clock.now, () => heard?.entered()),
    accompany: (db) => {
      // It was killed between a cry and this.
      if (sealsWaiting(db).length > 0) forgetWords()
      const begun = heardAt({ db, link, clock, log, emit })
      heard = begun
      people = db
      const tell = () => emit({ kind: 'changed', topics: ['team'] })
      const halfDoneCame = () => emit({ kind: 'changed', topics: ['notes', 'sessions'] })
      const role = () => me().role
      const bring = makeBringAlong({ db, link, clock, log, held: parts.held, role, tell, halfDoneCame })
      bringing = bring
      return {
        ...begun,
        close: async () => {
          if (heard === begun) heard = null
          if (people === db) people = null
          if (bringing === bring) bringing = null
          await Promise.all([begun.close(), bring.close()])
        },
      }
    },
    exportTruth: hubExportTruth(link, clock, {
      isUp: async (named) => (await heard?.isUp(named)) ?? false,
      areSealsUp: async () => (await heard?.areSealsUp()) ?? 'away',
    }),
    isCutOff: () => {
      const state = link.state()
      // One of another version says nothing of what others do.
      return state.kind !== 'here' || state.welcome.hub.contract !== CONTRACT_VERSION
    },
    clock,
    takeLeave: async () => {
      await atMost(LONGEST_FETCH_MS, changesComeHome())
      const told = link.ask('desks.leave', {}, clock.newId()).catch((error: unknown) => {
        if (!(error instanceof HubAway)) throw error
      })
      if (Revoked.safeParse(await atMost(LONGEST_LEAVE_MS, told)).success) return true
      // It may cut the connection before it answers; or this desk was sent away before. A token that another computer has is left to it.
      return joiningMends(link.state())
    },
    end: async () => {
      keepTime()
      if (link.state().kind === 'here') keepAsOf(link.lastHeard())
      await link.close()
    },
    close: () => kept.close(),
    forget: () => forgetKeptAnswers(dataFolder),
  }
}

const isUsedElsewhere = (state: LinkState): boolean => state.kind === 'refused' && state.why === 'used_elsewhere'

function shown(state: LinkState, isBusy: boolean): MemberStatus['link'] {
  if (state.kind !== 'here') return state
  const { kind, since } = state
  return { kind, since, ...(isBusy && { isBusy }) }
}
