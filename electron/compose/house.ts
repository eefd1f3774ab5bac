import type { Topic } from '../../shared/contract/entry.ts'
import type { ForWhom } from '../../shared/contract/team/desks.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import type {
  Acknowledged,
  Begun,
  Joined,
  JoinRefusal,
  JoinWish,
  LoginOffer,
  LoginRefusal,
  LoginWish,
  Question,
  Upload,
  Welcome,
} from '../team/wire.ts'

/** A desk on one connection, as it greeted. */
export interface Guest {
  readonly deskId: Id
  readonly personId: Id
  readonly generation: number
  /** Of the desk's program. */
  readonly contract: number
}

/** Why a connection does not come about, or ends. `busy`: nothing of it is known just now; a connection that stands goes on. */
export type Unwelcome = 'token' | 'personRemoved' | 'superseded' | 'otherVersion' | 'databaseAway' | 'busy'

export interface Greeted {
  readonly guest: Guest
  readonly welcome: Welcome
}

/** What is said to a message, or that as the bytes of its JSON, where it was made for many; or why the connection ends instead: nobody knows then what became of it, and it is sent again. */
export type Replied =
  | { readonly answer: { readonly ok: boolean } }
  | { readonly bytes: Buffer }
  | { readonly end: Unwelcome }

/** Who hears what happens in the house. */
export interface Hearing {
  /** Whatever the windows of all desks show of these. */
  changed(topics: readonly Topic[]): void
  /** Whether they still count is to be asked for again; null: of everybody. */
  doubtful(who: { readonly deskIds: readonly Id[]; readonly personIds: readonly Id[] } | null): void
  /** The database is away: desks are better off at another hub, or later. */
  away(): void
}

/** What a hub's server asks. Nothing of it throws because the database is away or has too much to do: that is an answer like others. */
export interface House {
  readonly id: Id
  readonly name: string
  /** Whether the database answers. */
  isHere(): Promise<boolean>
  /** Whose token it is. */
  known(token: string): Promise<{ readonly deskId: Id } | Unwelcome>
  /** A connection of the desk begins, and makes all earlier ones old. `formerly`: hashes of tokens with which it asked before; `begun`: as in `Hello`. */
  greet(
    deskId: Id,
    contract: number,
    formerly?: readonly string[],
    begun?: readonly Begun[],
  ): Promise<Greeted | Unwelcome>
  /** Whether the connection still counts. */
  standing(guest: Guest): Promise<'stands' | Unwelcome>
  ask(guest: Guest, question: Question): Promise<Replied>
  /** One lot after another: their order is what happened. */
  upload(guest: Guest, rows: Upload['rows']): Promise<Replied>
  /** `has`: what was acknowledged to this desk. */
  since(guest: Guest, cursor: string | null, has?: Acknowledged | undefined): Promise<Replied>
  join(wish: JoinWish): Promise<Joined | { readonly code: JoinRefusal['code'] | 'databaseAway' | 'busy' }>
  /** Who vouches for people beside codes; null: nobody. */
  readonly login: LoginOffer | null
  logIn(wish: LoginWish): Promise<Joined | { readonly code: LoginRefusal['code'] | 'databaseAway' | 'busy' }>
  /** A code with which one desk joins. Throws where the database is away. */
  makeCode(whom: ForWhom): Promise<{ readonly code: string; readonly expiresAt: Instant }>
  /** Hears what changes, at whichever hub, until the answer is called. */
  on(hearing: Hearing): () => void
  /** Ends the connections with the database. */
  close(): Promise<void>
}
