import { askHub, type HubSaid } from './ask-hub.ts'
import {
  CONTRACT_VERSION,
  Joined,
  JoinRefusal,
  type JoinWish,
  LoginOffer,
  LoginRefusal,
  type LoginWish,
} from './wire.ts'

type Unreached = Extract<HubSaid, { ok: false }>
type Answer<Code> = { readonly ok: true; readonly joined: Joined } | { readonly ok: false; readonly code: Code }
export type JoinAnswer = Answer<JoinRefusal['code']> | Unreached
type LoginAnswer = Answer<LoginRefusal['code']> | Unreached

/** Shows a hub the code. */
export async function askToJoin(address: URL, trusted: string | null, wish: JoinWish): Promise<JoinAnswer> {
  const answer = await askHub(address, trusted, '/join', { ...wish, contract: CONTRACT_VERSION })
  return answer.ok ? understood(answer.said, JoinRefusal) : answer
}

/** Shows a hub what the company's login gave this desk. */
export async function askToLogIn(address: URL, trusted: string | null, wish: LoginWish): Promise<LoginAnswer> {
  const answer = await askHub(address, trusted, '/login', { ...wish, contract: CONTRACT_VERSION })
  return answer.ok ? understood(answer.said, LoginRefusal) : answer
}

/** Who vouches for people at a hub; `offer` is null where codes alone let somebody in, as at every hub that is older than logins. */
export async function askForLogin(
  address: URL,
  trusted: string | null,
): Promise<{ readonly ok: true; readonly offer: LoginOffer | null } | Unreached> {
  const answer = await askHub(address, trusted, '/login')
  if (!answer.ok) return answer
  if (answer.status === 404) return { ok: true, offer: null }
  const offer = LoginOffer.safeParse(answer.said)
  return offer.success ? { ok: true, offer: offer.data } : { ok: false, code: 'not_a_hub' }
}

interface Refusals<Code> {
  safeParse(said: unknown): { readonly success: boolean; readonly data?: { readonly code: Code } | undefined }
}

function understood<Code>(said: unknown, refusals: Refusals<Code>): Answer<Code | 'not_a_hub'> {
  const joined = Joined.safeParse(said)
  if (joined.success) return { ok: true, joined: joined.data }
  return { ok: false, code: refusals.safeParse(said).data?.code ?? 'not_a_hub' }
}
