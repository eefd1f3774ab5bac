import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Language } from '../data-folder.ts'
import { errorCode } from '../error-code.ts'
import { isSafeWebAddress } from '../web-address.ts'
import { awaitRedirect } from './await-redirect.ts'
import type { LoginOffer } from './wire.ts'

/** `nonce`: for which the token was made. */
export type LoggedIn =
  | { readonly ok: true; readonly idToken: string; readonly nonce: string }
  | { readonly ok: false; readonly why: 'denied' | 'too_late' | 'cancelled' | BadEnd }

type BadEnd = 'issuer_away' | 'issuer_refused' | 'clocks_apart'

export type Begun =
  | {
      readonly ok: true
      /** For the person's browser. */
      readonly address: URL
      readonly done: Promise<LoggedIn>
      cancel(): void
    }
  | { readonly ok: false; readonly code: 'issuer_away' | 'bad_issuer' }

export interface BrowserLogin {
  readonly offer: LoginOffer
  readonly language: Language
  readonly withinMs: number
}

const ANSWERED_WITHIN_S = 10

/** Logs somebody in with their company, in their own browser: authorization code with PKCE, state and nonce. Nothing of it is kept. */
export async function beginBrowserLogin({ offer, language, withinMs }: BrowserLogin): Promise<Begun> {
  const issuer = URL.parse(offer.issuer)
  if (issuer === null || !isSafeWebAddress(issuer)) return { ok: false, code: 'bad_issuer' }
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : []
  const options = { timeout: ANSWERED_WITHIN_S, execute }
  let config: Configuration
  try {
    config = await discovery(issuer, offer.clientId, undefined, None(), options)
  } catch (error) {
    return { ok: false, code: isAway(error) ? 'issuer_away' : 'bad_issuer' }
  }
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const challenge = await calculatePKCECodeChallenge(verifier)
  const { authorization_endpoint: page = '', claims_parameter_supported: takesClaims } = config.serverMetadata()
  const endpoint = URL.parse(page)
  if (endpoint === null || !isSafeWebAddress(endpoint)) return { ok: false, code: 'bad_issuer' }
  const redirect = await awaitRedirect(state, language, withinMs)
  const address = buildAuthorizationUrl(config, {
    ...{ redirect_uri: redirect.uri, scope: 'openid email profile', state, nonce },
    ...{ code_challenge: challenge, code_challenge_method: 'S256' },
    // Many put no more than a number into a token unless they are asked.
    ...(takesClaims === true ? { claims: JSON.stringify({ id_token: { [offer.claim]: { essential: true } } }) } : {}),
  })
  const exchanged = async (): Promise<LoggedIn> => {
    const came = await redirect.came
    if (typeof came === 'string') return { ok: false, why: came }
    try {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
      const { id_token: idToken = '' } = await authorizationCodeGrant(config, came, checks)
      return { ok: true, idToken, nonce }
    } catch (error) {
      return { ok: false, why: whyNot(error) }
    }
  }
  return { ok: true, address, done: exchanged(), cancel: redirect.cancel }
}

function whyNot(error: unknown): 'denied' | BadEnd {
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'denied'
  if (errorCode(error) === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clocks_apart'
  return isAway(error) ? 'issuer_away' : 'issuer_refused'
}

/** Nothing answered, or not in time; or a proxy answered for it. */
function isAway(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return false
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed')
}
