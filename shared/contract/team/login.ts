import { z } from 'zod'
import { Instant } from '../values.ts'

/** `issuerHost`: who asks for the password; null: that hub lets people in with codes alone. */
export const LoginInfo = z.object({ issuerHost: z.string().nullable() })

/**
 * Why a login let nobody in. In the browser: `denied` there, `too_late` after five minutes, `issuer_away`, `clocks_apart` (what it gave is over,
 * or not yet, by this desk's clock), or `issuer_refused` for whatever else the company's login said. At the hub: it takes no such login (`login_invalid`, `login_used`), or has nobody on its list, or several, with
 * that address or number. `certificate` and the rest: as for a code.
 */
export const LoginFailure = z.enum([
  ...(['denied', 'too_late', 'issuer_away', 'issuer_refused', 'clocks_apart'] as const),
  ...(['no_login', 'login_invalid', 'login_used', 'email_unverified'] as const),
  ...(['person_unknown', 'person_twice', 'person_removed'] as const),
  ...(['no_answer', 'not_a_hub', 'certificate', 'other_version', 'too_many_tries', 'hub_busy'] as const),
  ...(['already_member', 'listening', 'unexpected'] as const),
])
export type LoginFailure = z.infer<typeof LoginFailure>

/** Of the login that was begun at this desk; once it has joined there is none. */
export const LoginState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('waiting'),
    issuerHost: z.string(),
    /** Where the browser went; to be opened by hand where none came up. */
    address: z.string(),
    isOpened: z.boolean(),
    until: Instant,
  }),
  /** The person is back from the browser. */
  z.object({ kind: z.literal('joining'), issuerHost: z.string() }),
  z.object({ kind: z.literal('failed'), issuerHost: z.string(), why: LoginFailure }),
])
export type LoginState = z.infer<typeof LoginState>
