import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type RemoteJWKSet } from 'jose'
import { z } from 'zod'
import { isSafeWebAddress } from '../../web-address.ts'

/** Signed with a key that the issuer alone has. None of those that anyone could make who knows what the hub knows. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** A person comes back from the browser at once; what is older was lying about. */
const OLDEST_S = 600
const CLOCKS_DIFFER_S = 60
const ANSWERED_WITHIN_MS = 5_000

export interface Issuer {
  readonly issuer: string
  readonly clientId: string
  /** What is read from the token: an e-mail address or an employee number. */
  readonly claim: string
}

/** `why` names what was wrong with a token, and nothing that stood in it. */
export type Verified =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'login_invalid'; readonly why: string }
  | { readonly ok: false; readonly code: 'email_unverified' | 'issuer_away' }

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** Whom a company's login vouches for. The issuer is asked for its keys when they are needed, and they are kept for a while. */
export function loginVerifier({ issuer, clientId, claim }: Issuer) {
  let keys: { readonly issuer: string; readonly find: RemoteJWKSet } | null = null
  return async (idToken: string, nonce: string, now: Date): Promise<Verified> => {
    try {
      keys ??= await keysOf(issuer)
      const { payload } = await jwtVerify(idToken, keys.find, {
        ...{ issuer: keys.issuer, audience: clientId, algorithms: ALGORITHMS, currentDate: now },
        ...{ clockTolerance: CLOCKS_DIFFER_S, maxTokenAge: OLDEST_S, requiredClaims: ['exp', 'sub'] },
      })
      if (payload.nonce !== nonce) return invalid('nonce')
      if (!isFor(payload, clientId)) return invalid('azp')
      const value = textOf(payload[claim])
      if (value === '') return invalid(claim)
      if (claim === 'email' && String(payload.email_verified) === 'false')
        return { ok: false, code: 'email_unverified' }
      return { ok: true, value }
    } catch (error) {
      return isTokensFault(error) ? invalid(nameOf(error)) : { ok: false, code: 'issuer_away' }
    }
  }
}

const invalid = (why: string): Verified => ({ ok: false, code: 'login_invalid', why })

/** A token that others may use too says for whom it was made. */
const isFor = ({ aud, azp }: JWTPayload, clientId: string): boolean =>
  azp === undefined ? !Array.isArray(aud) || aud.length === 1 : azp === clientId

/** Employee numbers may come as numbers. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : Number.isSafeInteger(value) ? String(value) : ''

async function keysOf(issuer: string): Promise<{ readonly issuer: string; readonly find: RemoteJWKSet }> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ANSWERED_WITHIN_MS) })
  if (!answer.ok) throw new Error('the issuer does not describe itself')
  const said = Metadata.parse(await answer.json())
  const jwks = new URL(said.jwks_uri)
  if (URL.parse(said.issuer)?.href !== new URL(issuer).href || !isSafeWebAddress(jwks))
    throw new Error('another issuer describes itself')
  return { issuer: said.issuer, find: createRemoteJWKSet(jwks, { timeoutDuration: ANSWERED_WITHIN_MS }) }
}

/** Anything else came of asking the issuer: jose's own word for keys that could not be had is the general one. */
const isTokensFault = (error: unknown): error is errors.JOSEError =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'

const nameOf = (error: errors.JOSEError): string =>
  error instanceof errors.JWTClaimValidationFailed ? error.claim : error.code
