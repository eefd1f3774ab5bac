import type { Contract } from '../../shared/contract/contract.ts'
import type { Output } from '../../shared/contract/entry.ts'
import type { Caller } from '../../shared/contract/services.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import type { Door, LooseAnswer } from '../door.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import type { Query } from '../storage/engine/query.ts'
import { praiseInSessions } from '../storage/listening/session-list.ts'
import type { Question } from '../team/wire.ts'
import { sharing } from './sharing.ts'

/**
 * What many windows show and ask again in the same moment, and who is told more by it than others; null: nobody, as its service does not look at the asker.
 */
export const SHARED: Readonly<Record<string, ((value: unknown) => Query<readonly Id[]>) | null>> = {
  ...{ 'people.list': null, 'rooms.list': null, 'bookings.board': null, 'tickets.list': null },
  // Praise counts to whoever heard the session.
  'sessions.list': function* (value) {
    const { sessions } = value as Output<Contract['sessions']['list']>
    const praise = yield* praiseInSessions(sessions.map(({ id }) => id))
    return sessions.flatMap(({ id, listenerId }) => ((praise.get(id) ?? 0) > 0 ? (listenerId ?? []) : []))
  },
}

/** What is late by the clock is told as it was a second ago. */
const KEPT_MS = 1_000

/** A question that is longer is seldom asked twice. */
const LONGEST_QUESTION = 2_000

/** Who asks, and what the transaction saw in which that was found out. */
export interface Asking {
  readonly caller: Caller
  readonly state: string
}

interface SharedAnswer {
  readonly isGood: boolean
  readonly bytes: Buffer
  /** Those to whom it would be another. */
  readonly but: ReadonlySet<Id>
}

/**
 * The answer to a question that is asked of the door, as JSON: worked out and written down once for all who ask it in the same state of the database, because
 * two hundred windows that are told of a change ask for the same board. The state is read anew for each asker before, so that nobody is told less than was done when they asked, at
 * whichever hub. Null where it is not shared; it is then to be asked for this one alone.
 */
export function sharedAnswers(
  door: Door,
  now: () => Instant,
  engine: Pick<PostgresEngine, 'read'>,
): (question: Question, asking: Asking) => Promise<Buffer> | null {
  const shared = sharing<SharedAnswer>(KEPT_MS, undefined, ({ isGood }) => isGood)
  /** The list of people is one object as long as nobody of it changes, and megabytes. */
  const written = new WeakMap<object, Buffer>()
  const bytesOf = (answer: LooseAnswer): Buffer => {
    const value = answer.ok && answer.asOf === undefined ? answer.value : null
    if (typeof value !== 'object' || value === null) return Buffer.from(JSON.stringify(answer))
    const known = written.get(value) ?? Buffer.from(JSON.stringify(answer))
    written.set(value, known)
    return known
  }
  return ({ call, input }, { caller, state }) => {
    const { role, personId } = caller
    const toldMore = Object.hasOwn(SHARED, call) ? SHARED[call] : undefined
    if (toldMore === undefined) return null
    const asked = JSON.stringify(input) ?? ''
    if (asked.length > LONGEST_QUESTION) return null
    // By the second, for a clock that is set.
    const key = [now().slice(0, 19), state, role, call, asked].join(' ')
    // A service that did look at the asker would find nobody there.
    const answered = shared(key, async () => {
      const answer = await door(call, input, { personId: null, role })
      const but = toldMore === null || !answer.ok ? [] : await engine.read(() => toldMore(answer.value))
      return { isGood: answer.ok, bytes: bytesOf(answer), but: new Set(but) }
    })
    return answered.then(async ({ bytes, but }) =>
      personId !== null && but.has(personId) ? Buffer.from(JSON.stringify(await door(call, input, caller))) : bytes,
    )
  }
}
