import type { Outcome, ParsedInput } from '../../shared/contract/entry.ts'
import type { Service } from '../../shared/contract/services.ts'
import type { LoginFailure, LoginState } from '../../shared/contract/team/login.ts'
import type { team } from '../../shared/contract/team/team.ts'
import type { Language } from '../data-folder.ts'
import { accept, refuse } from '../services/refuse.ts'
import { readAddress } from './address.ts'
import type { HubSaid } from './ask-hub.ts'
import type { Begun } from './browser-login.ts'
import type { Joined } from './wire.ts'

type Hindrance = Extract<Outcome<typeof team.join>, { ok: false; code: 'already_member' | 'listening' }>

export interface LoginParts {
  readonly appVersion: string
  language(): Language
  openOutside(address: URL): Promise<'opened' | 'not_here'>
  /** What keeps this desk from joining anywhere now. */
  hindrance(): Hindrance | null
  /** Joins with what the hub gave, or says why not. */
  enter(joined: Joined, address: URL, fingerprint: string | null): Promise<Hindrance | null>
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Windows are to ask again: for everything, where this desk has become another's. */
  tell(what: 'login' | 'everything'): void
  surprise(error: unknown): void
  /** The console ends, and nobody comes back to it. */
  readonly ending: AbortSignal
  /** How long a person may take in the browser. */
  readonly withinMs?: number | undefined
  /** Of the hub at this address: the one that was accepted just now, or before. Null: those count that the system trusts. */
  trustedAt(address: URL, accepted: string | undefined): string | null
}

type LoginCalls = Pick<Service<'team'>, 'loginInfo' | 'login' | 'loginState' | 'cancelLogin'>
type Wish = ParsedInput<typeof team.login>
type Waiting = Extract<Begun, { ok: true }>

const WITHIN_MS = 5 * 60_000

/** Joining by the company's login. Its state lies here and not in a window, which may be loaded anew while the person is in the browser. */
export function loginCalls(parts: LoginParts): LoginCalls {
  let state: LoginState = { kind: 'none' }
  /** The newest that was begun; whatever an older one comes to is nobody's any more. */
  let current: { cancel(): void } | null = null
  const giveUp = () => {
    current?.cancel()
    current = null
    state = { kind: 'none' }
  }
  parts.ending.addEventListener('abort', giveUp)

  async function loginInfo({ address: typed, acceptFingerprint }: ParsedInput<typeof team.loginInfo>) {
    const address = await readAddress(typed)
    if (typeof address === 'string') return refuse(address)
    const { askForLogin } = await import('./ask-to-join.ts')
    const answer = await askForLogin(address, parts.trustedAt(address, acceptFingerprint))
    if (!answer.ok) return whyUnreached(answer, address)
    return accept({ issuerHost: answer.offer === null ? null : hostOf(answer.offer.issuer) })
  }

  async function login({ address: typed, deskName, acceptFingerprint }: Wish) {
    const hindrance = parts.hindrance()
    if (hindrance !== null) return hindrance
    if (state.kind === 'joining') return accept(state)
    giveUp()
    let isGivenUp = false
    const mine = {
      cancel: () => {
        isGivenUp = true
      },
    }
    current = mine
    const address = await readAddress(typed)
    if (typeof address === 'string') return refuse(address)
    const fingerprint = parts.trustedAt(address, acceptFingerprint)
    const { askForLogin } = await import('./ask-to-join.ts')
    const answer = await askForLogin(address, fingerprint)
    if (!answer.ok) return whyUnreached(answer, address)
    const { offer } = answer
    if (offer === null) return refuse('no_login')
    const issuerHost = hostOf(offer.issuer)
    const { beginBrowserLogin } = await import('./browser-login.ts')
    const withinMs = parts.withinMs ?? WITHIN_MS
    const begun = await beginBrowserLogin({ offer, language: parts.language(), withinMs })
    if (!begun.ok) return { ok: false, code: begun.code, detail: { issuerHost } } as const
    mine.cancel = begun.cancel
    if (isGivenUp || parts.ending.aborted) {
      begun.cancel()
      return accept(state)
    }
    const until = new Date(Date.now() + withinMs).toISOString()
    const waiting = { kind: 'waiting', issuerHost, address: begun.address.href, until } as const
    state = { ...waiting, isOpened: false }
    void follow(begun, mine, { issuerHost, address, deskName, fingerprint })
    const isOpened = (await parts.openOutside(begun.address)) === 'opened'
    // The person may be back already.
    if (current === mine && state.kind === 'waiting') state = { ...waiting, isOpened }
    return accept(state)
  }

  interface Goal {
    readonly issuerHost: string
    readonly address: URL
    readonly deskName: string
    readonly fingerprint: string | null
  }

  async function follow(begun: Waiting, mine: { cancel(): void }, { issuerHost, ...goal }: Goal): Promise<void> {
    const become = (next: LoginState) => {
      state = next
      parts.tell('login')
    }
    let why: LoginFailure | null
    try {
      const loggedIn = await begun.done
      if (current !== mine || (!loggedIn.ok && loggedIn.why === 'cancelled')) return
      if (!loggedIn.ok) return become({ kind: 'failed', issuerHost, why: loggedIn.why as LoginFailure })
      become({ kind: 'joining', issuerHost })
      why = await parts.inTurn(() => join(loggedIn, goal))
    } catch (error) {
      parts.surprise(error)
      why = 'unexpected'
    }
    current = null
    if (why !== null) return become({ kind: 'failed', issuerHost, why })
    state = { kind: 'none' }
    parts.tell('everything')
  }

  async function join(
    { idToken, nonce }: { readonly idToken: string; readonly nonce: string },
    { address, deskName, fingerprint }: Omit<Goal, 'issuerHost'>,
  ): Promise<LoginFailure | null> {
    const hindrance = parts.hindrance()
    if (hindrance !== null) return hindrance.code
    const { askToLogIn } = await import('./ask-to-join.ts')
    const wish = { idToken, nonce, deskName, appVersion: parts.appVersion }
    const answer = await askToLogIn(address, fingerprint, wish)
    if (!answer.ok) return answer.code
    return (await parts.enter(answer.joined, address, fingerprint))?.code ?? null
  }

  return {
    loginInfo,
    login,
    loginState: () => accept(state),
    cancelLogin: () => {
      if (state.kind !== 'joining') giveUp()
      return accept(state)
    },
  }
}

const hostOf = (issuer: string): string => URL.parse(issuer)?.host ?? issuer

/** The hub was not spoken to, or is none. */
export function whyUnreached(answer: Extract<HubSaid, { ok: false }>, address: URL) {
  if (answer.code === 'certificate') {
    const { fingerprint, fault } = answer
    return { ok: false, code: 'certificate_unknown', detail: { fingerprint, fault } } as const
  }
  return { ok: false, code: answer.code, detail: { address: address.href } } as const
}
