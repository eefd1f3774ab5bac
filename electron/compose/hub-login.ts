import type { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import { loginVerifier } from '../adapters/login/verify-login.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { isBusy, isDatabaseAway } from '../storage/hub/database-faults.ts'
import { deskById } from '../storage/hub/desks.ts'
import { joinWithLogin } from '../storage/hub/logins.ts'
import { hashOfToken, newToken } from '../storage/hub/secrets.ts'
import { CONTRACT_VERSION, type LoginOffer } from '../team/wire.ts'
import type { House } from './house.ts'
import { meOf } from './hub-doorkeeper.ts'

interface LoginParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly log: Log
  readonly hub: { readonly id: Id; readonly name: string }
  /** Null: codes alone let somebody in. */
  readonly offer: LoginOffer | null
}

/** Lets in whom the company's login vouches for, and who is on the list. What a token says stands in no log. */
export function loginOf({ engine, clock, log, hub, offer }: LoginParts): Pick<House, 'login' | 'logIn'> {
  const verify = offer === null ? null : loginVerifier(offer)
  return {
    login: offer,
    logIn: async ({ idToken, nonce, deskName, contract }) => {
      if (verify === null) return { code: 'no_login' }
      if (contract !== undefined && Math.abs(contract - CONTRACT_VERSION) > 1) return { code: 'other_version' }
      const at = clock.now()
      const verified = await verify(idToken, nonce, new Date(at))
      if (!verified.ok) {
        const why = verified.code === 'login_invalid' ? `${verified.code} (${verified.why})` : verified.code
        log.warn(`A company login let nobody in: ${why}.`)
        return { code: verified.code }
      }
      const token = newToken()
      const desk = { id: clock.newId(), name: deskName, tokenHash: hashOfToken(token) }
      try {
        const joined = await engine.transact(function* () {
          const done = yield* joinWithLogin({
            hash: hashOfToken(whatIsSigned(idToken)),
            value: verified.value,
            desk,
            at,
          })
          return typeof done === 'string' ? done : yield* deskById(desk.id)
        })
        if (joined === 'unknown' || joined === 'revoked') throw new Error('a desk that has just joined was not found')
        if (typeof joined === 'string') return { code: joined }
        return { token, hub: { id: hub.id, name: hub.name }, deskId: desk.id, me: meOf(joined.person) }
      } catch (error) {
        if (isBusy(error)) return { code: 'busy' }
        if (!isDatabaseAway(error)) log.error('a company login could not be seen to', 'HUB', error)
        return { code: 'databaseAway' }
      }
    },
  }
}

/** Without the signature, which some algorithms let anyone write in two ways. */
const whatIsSigned = (idToken: string): string => idToken.slice(0, idToken.lastIndexOf('.'))
