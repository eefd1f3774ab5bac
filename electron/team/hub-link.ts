import { networkInterfaces } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { topics } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { Id, type Instant } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { atMost } from './at-most.ts'
import {
  type Connection,
  type DiallingClock,
  dial,
  type Ending,
  type Pace,
  type Refused,
  type Way,
} from './hub-connection.ts'
import { HubAway, type HubLink, type LinkState } from './hub-link-port.ts'
import { Unanswered, type UnansweredPace } from './unanswered.ts'
import { busyFor, LONGEST_QUESTION_MS, untilNotBusy } from './until-not-busy.ts'
import { Changes, HEARTBEAT_MS, UploadOutcome } from './wire.ts'

/** A link that can be told to try. */
export interface RetryingLink extends HubLink {
  /** Tries at once, also a hub that refused, and with something other than before. Resolves when the try is over. */
  tryNow(change?: Partial<HubWay>): Promise<void>
  /** It said a moment ago that it has too much to do. */
  isBusy(): boolean
  onBusy(listener: () => void): void
}

export interface LinkPace extends Pace, UnansweredPace {
  readonly firstRetryMs: number
  readonly longestRetryMs: number
  /** A hub that will not have this desk may have been set right since, or another one stood in its place: so often it is asked. */
  readonly refusedRetryMs: number
  /** So long the other computer that has this desk's token is left alone; it may be gone by then. */
  readonly usedElsewhereRetryMs: number
  /** So long a question waits for a connection that is just being made. */
  readonly settledWithinMs: number
  /** How often it is looked whether the machine has another network now, while the hub is away. */
  readonly networkLookMs: number
}

const PACE: LinkPace = {
  heartbeatMs: HEARTBEAT_MS,
  greetedWithinMs: 10_000,
  silentAfterMs: 2_000,
  answeredWithinMs: 60_000,
  resentWithinMs: 10_000,
  unheardWithinMs: 4_000,
  firstRetryMs: 250,
  longestRetryMs: 20_000,
  refusedRetryMs: 30_000,
  usedElsewhereRetryMs: 300_000,
  // A hub that nobody reaches from here must not keep the first screen for longer.
  settledWithinMs: 800,
  networkLookMs: 2_000,
}

/** Without a token nothing is tried: it counts as refused. */
type HubWay = Omit<Way, 'token' | 'appVersion'> & { readonly token: string | null }

export interface LinkParts extends HubWay {
  readonly appVersion: string
  /** The hub this desk belongs to: another one at the same address is none. */
  readonly hubId: Id
  readonly clock: DiallingClock
  readonly pace?: Partial<LinkPace>
}

/** So long after it said so a hub counts as busy: one question may get through where the next does not. */
const BUSY_TOLD_MS = 10_000

/** A greeting that was given up and came through late looks like somebody else's, once; another computer with this desk's token comes again within that. */
const AGAIN_WITHIN_MS = 60_000

/** What a hub tells windows; anything else is left aside. */
const Told = z.object({
  event: z.union([
    z.object({ kind: z.literal('changed'), topics: z.array(z.string()) }),
    z.object({ kind: z.literal('noteAdded'), callId: Id, noteId: Id }),
  ]),
})
const Answered = z.object({ id: z.number().int(), answer: z.unknown() })
/** What is said to `since`. */
const Changed = z.object({ ok: z.literal(true), value: Changes })
/** Its database is away, or it has too much to do. */
const NotNow = z.object({ ok: z.literal(false), code: z.enum(['offline', 'hub_busy']) })

/** Keeps a connection to the hub for as long as the desk belongs to it: tried for ever, with growing pauses, at once when the network changes; seldom where it will not have this desk. */
export function openHubLink(parts: LinkParts): RetryingLink {
  const pace = { ...PACE, ...parts.pace }
  const unanswered = new Unanswered(pace)
  let way: HubWay = parts
  const stateListeners = new Set<(state: LinkState) => void>()
  const eventListeners = new Set<(event: EarshotEvent) => void>()
  let state: LinkState = { kind: 'away', since: parts.clock.now() }
  let connection: Connection | null = null
  /** The connection stands, and nothing is heard on it. */
  let isSilent = false
  let trying: Promise<void> | null = null
  /** For whoever asks while a connection is just being made: until that, or no longer. */
  let moment: Promise<unknown> | null = null
  let tries = 0
  let supersededAtMs = Number.NEGATIVE_INFINITY
  let pause: NodeJS.Timeout | undefined
  let isClosed = false

  const become = (next: LinkState) => {
    state = next
    for (const listener of stateListeners) listener(next)
  }
  /** Told by the clock as it stands now: a greeting, or a person, may have set it since. */
  const lastHeard = (): Instant => addMs(parts.clock.now(), -Math.floor(connection?.unheardMs() ?? 0))
  /** Busy or not is told anew; since when it is away is not. */
  const goAway = (isBusy = false, heardAt = lastHeard()) => {
    const since = state.kind === 'away' ? state.since : heardAt
    if (state.kind === 'away' && (state.isBusy ?? false) === isBusy) return
    become({ kind: 'away', since, ...(isBusy && { isBusy }) })
  }
  /** Asked again and refused again, it will not have this desk since it first said so. */
  const refused = (refusal: Refused | { readonly why: 'used_elsewhere' }) => {
    const before = state.kind === 'refused' && state.why === refusal.why ? state : null
    const next = { kind: 'refused', ...refusal, since: before?.since ?? parts.clock.now() } as const
    if (!isDeepStrictEqual(before, next)) become(next)
    if (way.token !== null) again(refusal.why === 'used_elsewhere' ? pace.usedElsewhereRetryMs : pace.refusedRetryMs)
  }

  const hear = (said: unknown) => {
    const answered = Answered.safeParse(said)
    if (answered.success) return unanswered.answer(answered.data.id, answered.data.answer)
    const told = Told.safeParse(said)
    if (!told.success) return
    for (const listener of eventListeners) listener(known(told.data.event))
  }
  /** The first try after it comes at once, or almost: a hub that starts anew hears from all its desks, and not in one moment. */
  const lost = (why: Ending) => {
    const heardAt = lastHeard()
    connection?.end()
    connection = null
    isSilent = false
    moment = null
    const isUsedElsewhere = why === 'superseded' && parts.clock.elapsedMs() - supersededAtMs < AGAIN_WITHIN_MS
    if (why === 'superseded') supersededAtMs = parts.clock.elapsedMs()
    if (why === 'lost' || why === 'unread' || why === 'busy' || (why === 'superseded' && !isUsedElsewhere)) {
      unanswered.lost()
      // Whoever greeted later counts now; who greets later still, or says what this hub does not read, does so with pauses.
      tries = why === 'lost' ? 0 : 4
      goAway(why === 'busy', heardAt)
      return again()
    }
    unanswered.end()
    refused({ why: why === 'superseded' ? 'used_elsewhere' : why })
  }
  const silent = () => {
    isSilent = true
    unanswered.silent()
    goAway()
  }
  const heardAgain = () => {
    isSilent = false
    if (connection === null) return
    const { send, welcome } = connection
    unanswered.heardAgain(send)
    become({ kind: 'here', welcome, since: parts.clock.now() })
  }
  const again = (longestMs = Math.min(pace.longestRetryMs, pace.firstRetryMs * 2 ** tries)) => {
    if (isClosed) return
    clearTimeout(pause)
    pause = setTimeout(() => void tryOnce(), longestMs * (0.5 + Math.random() / 2))
  }
  const attempt = async () => {
    clearTimeout(pause)
    const { token } = way
    if (token === null) return refused({ why: 'token' })
    tries += 1
    const hearing = { message: hear, closed: lost, isAwaited: () => unanswered.isAwaited(), silent, heardAgain }
    const dialled = await dial({ ...parts, ...way, token }, parts.clock, pace, hearing)
    if (isClosed) return void (dialled.ok && dialled.connection.end())
    if (!dialled.ok) {
      if (dialled.why !== 'away' && dialled.why !== 'busy') return refused(dialled)
      goAway(dialled.why === 'busy')
      return again()
    }
    const { welcome, end, send } = dialled.connection
    if (welcome.hub.id !== parts.hubId) {
      end()
      return refused({ why: 'token' })
    }
    connection = dialled.connection
    tries = 0
    // Seen to with this greeting.
    way = { ...way, formerly: [], begun: [] }
    unanswered.connected(send)
    // Only whoever hears of it sets the clock by it.
    become({ kind: 'here', welcome, since: welcome.at })
  }
  const tryOnce = (): Promise<void> => {
    if (isClosed || connection !== null) return Promise.resolve()
    trying ??= attempt().finally(() => {
      trying = null
    })
    return trying
  }
  /** Another connection may come about where this one is dead. */
  const tryAnew = () => {
    if (isSilent) lost('lost')
    return tryOnce()
  }
  const look = lookAtNetwork(pace.networkLookMs, () => {
    if (state.kind === 'away') void tryAnew()
  })
  /** A connection is just being made, for the first time or right after it was lost: worth a moment. */
  const settled = async () => {
    if (connection !== null || state.kind === 'refused' || tries > 1) return
    moment ??= atMost(pace.settledWithinMs, tryOnce())
    await moment
  }
  const whenHere = async (): Promise<Connection> => {
    if (connection === null) await settled()
    if (connection === null || isSilent) throw new HubAway(false)
    return connection
  }

  const busy = busyFor(BUSY_TOLD_MS)
  /** Until it is done, or whoever waits has waited long enough. */
  const patiently = (ask: () => Promise<unknown>, longestMs?: number) => untilNotBusy(ask, busy.said, longestMs)

  void tryOnce()
  return {
    isBusy: busy.is,
    onBusy: busy.on,
    state: () => state,
    lastHeard,
    onState: (listener) => {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    onEvent: (listener) => {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    ask: async (call, input, command) => {
      await whenHere()
      const message = command === undefined ? { call, input } : { call, input, command }
      const isCommand = command !== undefined
      const longestMs = isCommand ? undefined : LONGEST_QUESTION_MS
      return patiently(() => unanswered.ask({ message, isCommand, changes: isCommand }), longestMs)
    },
    upload: async (entries) => {
      const once = async () => {
        const { welcome } = await whenHere()
        const message = { rows: { generation: welcome.generation, entries } }
        return unanswered.ask({ message, isCommand: false, changes: true })
      }
      const outcome = UploadOutcome.safeParse(await patiently(once))
      // Its database is away, or what it said nobody understands: so nobody knows what it did.
      if (!outcome.success) throw new HubAway(true)
      if (!outcome.data.ok && outcome.data.code === 'superseded') lost('superseded')
      return outcome.data
    },
    changesSince: async (cursor, has) => {
      await whenHere()
      const message = { since: cursor, has }
      const said = await patiently(() => unanswered.ask({ message, isCommand: false, changes: false }))
      const changed = Changed.safeParse(said)
      if (changed.success) return changed.data.value
      if (NotNow.safeParse(said).success) throw new HubAway(false)
      throw new Error('what the hub said of changes is not understood here')
    },
    tryNow: async (change) => {
      // What is being tried goes the old way.
      if (change !== undefined) await trying
      way = { ...way, ...change }
      await tryAnew()
    },
    close: async () => {
      isClosed = true
      clearTimeout(pause)
      clearInterval(look)
      busy.end()
      unanswered.end()
      connection?.end()
      connection = null
      // A try that still waits for somebody ends by itself, and what it reaches is let go.
    },
  }
}

/** A newer hub may speak of topics that this desk does not know. */
const known = (event: z.infer<typeof Told>['event']): EarshotEvent =>
  event.kind === 'changed' ? { kind: 'changed', topics: topics.filter((topic) => event.topics.includes(topic)) } : event

function lookAtNetwork(everyMs: number, changed: () => void): NodeJS.Timeout {
  const addresses = () =>
    Object.values(networkInterfaces())
      .flatMap((each) => each?.map(({ address }) => address) ?? [])
      .join(' ')
  let before = addresses()
  const timer = setInterval(() => {
    const now = addresses()
    if (now !== before) changed()
    before = now
  }, everyMs)
  timer.unref()
  return timer
}
