import type { Caller } from '../../shared/contract/services.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { type Query, together } from '../storage/engine/query.ts'
import { isBusy, isDatabaseAway } from '../storage/hub/database-faults.ts'
import { type Desk, deskById, deskByToken, greetDesk } from '../storage/hub/desks.ts'
import { succeedDesks, takeBegun } from '../storage/hub/former-desks.ts'
import { joinWithCode } from '../storage/hub/join-codes.ts'
import { hashOfCode, hashOfToken, newToken } from '../storage/hub/secrets.ts'
import { stateNow } from '../storage/hub/state-now.ts'
import { CONTRACT_VERSION, type Welcome } from '../team/wire.ts'
import type { Greeted, Guest, House, Unwelcome } from './house.ts'
import type { Asking } from './shared-answers.ts'

interface DoorkeeperParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly log: Log
  readonly hub: { readonly id: Id; readonly name: string; readonly appVersion: string }
}

export type Doorkeeper = Pick<House, 'known' | 'greet' | 'standing' | 'join'> & {
  /** Whoever asks over this connection, as they are at this moment, and what had been done by then. */
  asker(guest: Guest): Promise<Asking | Unwelcome>
  /** With what else is asked in the same moment. */
  asker<More>(guest: Guest, more: () => Query<More>): Promise<(Asking & { readonly more: More }) | Unwelcome>
  /** The same, for a transaction that goes on. */
  asking(guest: Guest): Query<Caller | Unwelcome>
}

/** Knows who asks: by a token, and by what its person is at that moment. */
export function doorkeeperOf({ engine, clock, log, hub }: DoorkeeperParts): Doorkeeper {
  /** A surprise keeps somebody out as well, and stands in the log. */
  const unlessAway = async <T>(work: () => T | Promise<T>): Promise<T | 'databaseAway' | 'busy'> => {
    try {
      return await work()
    } catch (error) {
      if (isBusy(error)) return 'busy'
      if (!isDatabaseAway(error)) log.error('who asks could not be found out', 'HUB', error)
      return 'databaseAway'
    }
  }
  function* whoAsks(guest: Guest): Query<Caller | Unwelcome> {
    const desk = yield* deskById(guest.deskId)
    if (typeof desk === 'string') return unwelcome(desk)
    if (desk.generation !== guest.generation) return 'superseded'
    return { personId: desk.person.id, role: desk.person.role, deskId: guest.deskId }
  }
  function asker<More>(guest: Guest, more: () => Query<More>): Promise<(Asking & { readonly more: More }) | Unwelcome>
  function asker(guest: Guest): Promise<Asking | Unwelcome>
  function asker(guest: Guest, more?: () => Query<unknown>): Promise<Asking | Unwelcome> {
    return unlessAway(() =>
      engine.read(function* () {
        const [caller, state] = yield* together(whoAsks(guest), stateNow())
        return typeof caller === 'string' ? caller : { caller, state, more: more === undefined ? null : yield* more() }
      }),
    )
  }
  return {
    asker,
    asking: whoAsks,

    known: async (token) => {
      const desk = await unlessAway(() => engine.read(() => deskByToken(hashOfToken(token))))
      return typeof desk === 'string' ? unwelcome(desk) : { deskId: desk.id }
    },

    greet: async (deskId, contract, formerly = [], begun = []): Promise<Greeted | Unwelcome> => {
      if (Math.abs(contract - CONTRACT_VERSION) > 1) return 'otherVersion'
      const at = clock.now()
      const desk = await unlessAway(() =>
        engine.transact(function* () {
          if ((yield* greetDesk(deskId, at)) === 'revoked') return 'revoked' as const
          const greeted = yield* deskById(deskId)
          if (typeof greeted === 'string') return greeted
          yield* succeedDesks(deskId, formerly, at)
          for (const one of begun) yield* takeBegun(deskId, one)
          return greeted
        }),
      )
      if (typeof desk === 'string') return unwelcome(desk)
      const { generation } = desk
      const welcome: Welcome = {
        ...{ hub: { ...hub, contract: CONTRACT_VERSION }, deskId, generation, at },
        me: meOf(desk.person),
      }
      return { guest: { deskId, personId: desk.person.id, generation, contract }, welcome }
    },

    standing: async (guest) => {
      const found = await asker(guest)
      return typeof found === 'string' ? found : 'stands'
    },

    join: async (wish) => {
      if (wish.contract !== undefined && Math.abs(wish.contract - CONTRACT_VERSION) > 1)
        return { code: 'other_version' }
      const token = newToken()
      const deskId = clock.newId()
      const joined = await unlessAway(() =>
        engine.transact(function* () {
          const done = yield* joinWithCode({
            codeHash: hashOfCode(wish.code),
            newPerson: wish.name === undefined ? null : { id: clock.newId(), name: wish.name },
            desk: { id: deskId, name: wish.deskName, tokenHash: hashOfToken(token) },
            at: clock.now(),
          })
          return typeof done === 'string' ? done : yield* deskById(deskId)
        }),
      )
      if (joined === 'unknown' || joined === 'revoked') throw new Error('a desk that has just joined was not found')
      // The code is as little use as one that is too old, and the way out is the same.
      if (typeof joined === 'string') return { code: joined === 'person_removed' ? 'code_expired' : joined }
      return { token, hub: { id: hub.id, name: hub.name }, deskId, me: meOf(joined.person) }
    },
  }
}

/** In the words of the wire: whoever's token was taken back shows one that counts no more. */
export const unwelcome = (why: 'unknown' | 'revoked' | 'person_removed' | 'databaseAway' | 'busy'): Unwelcome =>
  why === 'databaseAway' || why === 'busy' ? why : why === 'person_removed' ? 'personRemoved' : 'token'

export const meOf = ({ id, name, role }: Desk['person']) => ({ personId: id, name, role })
