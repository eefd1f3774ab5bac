import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import { vi } from 'vitest'

export const CLIENT_ID = 'earshot-desk'

/** A company's login that is real in all but its people: whoever is typed in is somebody with that e-mail address. */
export async function anIssuer() {
  const key = await generateKeyPair('ES256', { extractable: true })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // It says in many colours that nobody should run it like this.
  const silent = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => {}))
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT_ID, application_type: 'native', token_endpoint_auth_method: 'none' },
        ...{
          redirect_uris: ['http://127.0.0.1/callback'],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(key.privateKey)), alg: 'ES256', kid: 'one', use: 'sig' }] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { claimsParameter: { enabled: true } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    cookies: { keys: ['of a test'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: accountId, email_verified: true }),
    }),
  })
  for (const spy of silent) spy.mockRestore()
  server.on('request', provider.callback())
  const signed = (claims: JWTPayload, by = key.privateKey, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(by)
  return {
    issuer,
    offer: { issuer, clientId: CLIENT_ID, claim: 'email' },
    signed,
    /** A token was made, and is on its way. */
    onToken: (listener: () => void) => void provider.once('grant.success', listener),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A person's browser that was sent there: types this address, agrees, and stands where it would be sent back to; null refuses. */
export async function comesBackTo(address: URL, email: string | null): Promise<URL> {
  const cookies = new Map<string, string>()
  const go = async (url: URL, form?: Record<string, string>): Promise<URL> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...sent })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    await answer.arrayBuffer()
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${answer.status} at ${url.pathname}`)
    return new URL(next, url)
  }
  let url = await go(address)
  if (email === null) return go(await go(new URL(`${url.pathname}/abort`, url)))
  for (const form of [{ prompt: 'login', login: email, password: 'any' }, { prompt: 'consent' }])
    url = await go(await go(url, form))
  return url
}
