import type { Contract } from './contract.ts'
import type { Entry, Outcome, ParsedInput } from './entry.ts'
import type { Id } from './values.ts'
import type { Role } from './who.ts'

/** Who asks: filled in by the shell or the hub, never by the caller's own word. */
export interface Asker {
  /** The person this console is set to, or a token was given to; null before the first run. */
  readonly personId: Id | null
  /** Which desk asks, at a hub; a desk does not ask itself. */
  readonly deskId?: Id
  /** What they may, where a rule is about more than the call; the door tells. `trusted`: a desk alone, where whoever sits there may do everything. */
  readonly role?: Role | 'trusted'
}

/** Whoever stands at the door. */
export interface Caller extends Asker {
  readonly role: Role | 'trusted'
}

/** What the main process must offer for one feature: the same names, parsed input in, outcome out; sync or not. */
export type Service<F extends keyof Contract> = {
  readonly [C in keyof Contract[F]]: Contract[F][C] extends Entry
    ? (input: ParsedInput<Contract[F][C]>, asker: Asker) => Outcome<Contract[F][C]> | Promise<Outcome<Contract[F][C]>>
    : never
}

export type Services = { readonly [F in keyof Contract]: Service<F> }
