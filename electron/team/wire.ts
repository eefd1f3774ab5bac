import { z } from 'zod'
import { LONGEST } from '../../shared/contract/limits.ts'
import { Id, Instant } from '../../shared/contract/values.ts'
import { Role } from '../../shared/contract/who.ts'

/** What a desk and its hub say to each other: JSON texts on one WebSocket at `/desk`, the token in `Authorization: Bearer`. */

/** Names the wire in the handshake; another number is another language, and refused as such. */
export const SUBPROTOCOL = 'earshot.1'

/**
 * How the contract changed: +1 with each change that an older desk or hub would not understand. What goes up (`rows`) is understood
 * across one version either way; calls are not. `contract-version.test.ts` tells when it is to be raised.
 */
export const CONTRACT_VERSION = 1

/** Longer texts are not read, and end the connection: lots of rows are made smaller than this. */
export const LONGEST_MESSAGE_BYTES = 4_000_000

/** Both sides send a ping this often; one that heard nothing for three of them takes the connection for dead. */
export const HEARTBEAT_MS = 5_000

/**
 * The tables whose rows a desk alone writes while it hears. In the order in which they refer to each other. Of `booking_event` only what a
 * session did to its booking: `checked_in` and `done`.
 */
export const heardTables = [
  'session',
  'call',
  'listening_gap',
  'note',
  'note_event',
  'conversation',
  'conversation_taken',
  'silver_hair',
  'meeting',
  'meeting_line',
  'call_agent',
  'thanks',
  'booking_event',
] as const
export type HeardTable = (typeof heardTables)[number]

/** Those of the life channel: added to and never changed; a call may be opened again. They are of their session's desk, or of the desk at which a case without one was raised. */
export const lifeTables = ['life_case', 'life_event', 'life_sealed', 'sealed_call'] as const
export type LifeTable = (typeof lifeTables)[number]

/** What was decided about how long a session is kept, as a desk says it that heard the session alone: that somebody keeps it, and what went of it. While the session is not handed over. */
export const keepingTables = ['retention_keep', 'words_gone'] as const
export type KeepingTable = (typeof keepingTables)[number]

/** Those of which a row may go. */
export const goneTables = ['conversation', 'conversation_taken', 'silver_hair', 'life_sealed', 'sealed_call'] as const

/** The tables that a desk keeps a copy of. In the order in which they refer to each other. */
export const keptTables = [
  'person',
  'room',
  'seat',
  'issue_type',
  'calendar_year',
  'masking_rules',
  'life_words',
  'jargon_terms',
  'agent_key',
  'agent',
  'booking',
  'retention_rules',
  'retention_keep',
  'words_gone',
  'conversation_taken',
  'raised_elsewhere',
] as const
export type KeptTable = (typeof keptTables)[number]

/** A row by its columns, as both databases name them: texts, whole numbers, null. */
export const Row = z.record(z.string().max(60), z.union([z.string(), z.number(), z.null()]))
export type Row = z.infer<typeof Row>

export const MOST_FORMER_TOKENS = 20
/** Sessions that went on at a desk, or were not up whole, when it joined anew. */
export const MOST_BEGUN = 500

const TokenHash = z.string().length(64)

/** Sessions that this computer began under a token with which another one goes on. */
export const Begun = z.object({ token: TokenHash, sessions: z.array(Id).max(MOST_BEGUN) })
export type Begun = z.infer<typeof Begun>

/** First, from the desk. */
export const Hello = z.object({
  hello: z.object({
    ...{ appVersion: z.string().max(40), contract: z.number().int(), at: Instant },
    /**
     * SHA-256 of the tokens with which this desk asked before, in hex: what is still with those desks is handed over to this one, in the transaction
     * of the greeting. They give no other right. One that is nobody's changes nothing, and is not told apart.
     */
    formerly: z.array(TokenHash).max(MOST_FORMER_TOKENS).default([]),
    /** Where only some of what such a desk began is this one's, as two computers had its token: these sessions alone, and the token counts on. */
    begun: z.array(Begun).max(MOST_FORMER_TOKENS).default([]),
  }),
})

/** The hub's answer to it. */
export const Welcome = z.object({
  welcome: z.object({
    hub: z.object({ id: Id, name: z.string(), appVersion: z.string(), contract: z.number().int() }),
    deskId: Id,
    /** Comes with every lot of rows: what an older connection of this desk still sends counts for nothing. */
    generation: z.number().int(),
    me: z.object({ personId: Id, name: z.string(), role: Role }),
    /** The hub's clock, by which deadlines and check-ins go. */
    at: Instant,
  }),
})
export type Welcome = z.infer<typeof Welcome>['welcome']

const RequestId = z.number().int().min(1)

/**
 * A call of the contract. The hub says to each `id`: `{ id, answer }`. To a question: what the door says. To rows: an `UploadOutcome`. To `since`:
 * `{ ok: true, value: Changes }`. To any of them `{ ok: false, code: 'offline' }` while its database is away, and `hub_busy` where it has too much to
 * do: nothing was done, and it is asked again. Without an id it says `{ welcome }`, once, and `{ event }`.
 * `command` is the id of one that changes something: sent again with the same id, it is done once.
 */
export const Question = z.object({
  id: RequestId,
  call: z.string().max(200),
  input: z.unknown(),
  command: Id.optional(),
})
export type Question = z.infer<typeof Question>

/**
 * What was heard at this desk, in order: whatever comes twice is laid down once.
 * - A row as it is now. It takes the place of the one with its key. An event of a booking is laid down, and done to the booking, where the booking
 *   is still as it was before it (`booked` before `checked_in`, `checked_in` before `done`); else it comes to nothing, and is accepted.
 * - `gone`: the call has no conversation or no lens any more; somebody put a conversation beside it again; it was sealed by mistake: its words are put away no more, and then it is open again.
 * - `handedOver`: the session has ended and all of it is up, with this; from here on its desk changes nothing of it by itself.
 */
export const UploadedRow = z.union([
  z.object({ table: z.enum(heardTables), row: Row }),
  z.object({ table: z.enum(lifeTables), row: Row }),
  z.object({ table: z.enum(keepingTables), row: Row }),
  z.object({ table: z.enum(goneTables), gone: Id }),
  z.object({ table: z.literal('session'), handedOver: Id }),
])
export type UploadedRow = z.infer<typeof UploadedRow>

/** Rows that were heard at this desk, parents first. All of them are laid down, or none. Each is an `UploadedRow`, or of a kind that only a newer desk knows: that one is refused, and the connection stands. */
export const Upload = z.object({
  id: RequestId,
  rows: z.object({ generation: z.number().int(), entries: z.array(z.unknown()).max(500) }),
})

export type Upload = z.infer<typeof Upload>

/** Something that the hub wrote down in the transaction in which it laid a lot down, or before it. */
export const LotMark = z.string().regex(/^\d{1,19}@[\d.]{1,30}$/)

/**
 * Why rows were not laid down. `not_yours`: the session belongs to another desk; `refused`: the database said no, at this row. `failed`: the hub
 * met something nobody foresaw, at this row; what it was stands in its log beside the reference.
 */
export const UploadOutcome = z.union([
  /** `mark`: by it a hub knows whether it still has them. */
  z.object({ ok: z.literal(true), mark: LotMark.optional() }),
  z.object({ ok: z.literal(false), code: z.literal('superseded'), at: z.number().int() }),
  z.object({ ok: z.literal(false), code: z.enum(['not_yours', 'refused']), at: z.number().int() }),
  z.object({ ok: z.literal(false), code: z.literal('failed'), at: z.number().int(), reference: z.string().max(20) }),
])
export type UploadOutcome = z.infer<typeof UploadOutcome>

export const MOST_ACKNOWLEDGED = 8

/** The last of what a hub acknowledged to this desk: commands by their ids, lots of rows by their marks. */
export const Acknowledged = z.object({
  commands: z.array(Id).max(MOST_ACKNOWLEDGED),
  lots: z.array(LotMark).max(MOST_ACKNOWLEDGED),
})
export type Acknowledged = z.infer<typeof Acknowledged>

/**
 * What changed of the tables that a desk keeps a copy of, since a place in the feed. Null: everything. `has`: should the hub not have all of that, it went back to
 * before it, and everything is told as to whoever comes from another history; an older hub leaves it aside.
 */
export const Since = z.object({
  id: RequestId,
  since: z.string().max(200).nullable(),
  has: Acknowledged.optional(),
})

export const Changes = z.object({
  /** Where to go on from. */
  cursor: z.string(),
  /** The first lot of everything: what the desk has and was not sent by the last lot is gone. */
  isAnew: z.boolean(),
  /** There is more: ask on from `cursor` at once. */
  hasMore: z.boolean(),
  /** As they are now, which may be later than the change that is told. */
  rows: z.array(z.object({ table: z.enum(keptTables), row: Row })),
  /** Rows that are there no more, by what names them: an id, a year. */
  gone: z.array(z.object({ table: z.enum(keptTables), key: z.string().max(60) })).default([]),
})
export type Changes = z.infer<typeof Changes>

/** A desk asks to belong to a hub: `POST /join`, once, with a code that the coordinator made. */
export const JoinWish = z.object({
  code: z.string().max(60),
  /** Where the code is for somebody whom the hub does not know yet: who they are. */
  name: z.string().max(LONGEST.personName).optional(),
  deskName: z.string().max(LONGEST.personName),
  appVersion: z.string().max(40),
  /** `CONTRACT_VERSION` of the desk. */
  contract: z.number().int().optional(),
})

export type JoinWish = z.infer<typeof JoinWish>

export const Joined = z.object({
  token: z.string(),
  hub: z.object({ id: Id, name: z.string() }),
  deskId: Id,
  me: z.object({ personId: Id, name: z.string(), role: Role }),
})
export type Joined = z.infer<typeof Joined>

/** `name_needed`: the code is good, and for somebody new. `hub_busy`: nothing was looked at. */
export const JoinRefusal = z.object({
  code: z.enum([
    ...(['code_unknown', 'code_used', 'code_expired', 'name_needed', 'other_version', 'too_many_tries'] as const),
    'hub_busy',
  ]),
})
export type JoinRefusal = z.infer<typeof JoinRefusal>

/**
 * `GET /login`: who vouches for people here, by OpenID Connect; 404 where codes alone let somebody in. `claim` names what an ID token has to
 * carry: an e-mail address or an employee number.
 */
export const LoginOffer = z.object({
  issuer: z.url().max(500),
  clientId: z.string().min(1).max(300),
  claim: z.string().min(1).max(100),
})
export type LoginOffer = z.infer<typeof LoginOffer>

/** A desk asks to belong to a hub: `POST /login`, with the ID token that its company's login gave it, once for each token. */
export const LoginWish = z.object({
  idToken: z.string().max(50_000),
  /** As the desk drew it for this login; the token was made for it and for no other. */
  nonce: z.string().min(16).max(200),
  deskName: z.string().max(LONGEST.personName),
  appVersion: z.string().max(40),
  contract: z.number().int().optional(),
})
export type LoginWish = z.infer<typeof LoginWish>

/**
 * `login_invalid`: the token is not one of that issuer for this hub and this login, or is too old. `issuer_away`: the hub cannot ask the
 * issuer for its keys. `person_unknown`: nobody on the list has that address or number; `person_twice`: several have.
 */
export const LoginRefusal = z.object({
  code: z.enum([
    ...(['no_login', 'login_invalid', 'login_used', 'email_unverified', 'issuer_away'] as const),
    ...(['person_unknown', 'person_twice', 'person_removed', 'other_version', 'too_many_tries', 'hub_busy'] as const),
  ]),
})
export type LoginRefusal = z.infer<typeof LoginRefusal>

/** How the handshake is refused, before there is a socket: HTTP. Any other is to be tried again. `busy`: there is too much to do. */
export const HANDSHAKE = { token: 401, personRemoved: 403, busy: 429, databaseAway: 503 } as const

/**
 * How the hub ends a connection for reasons of its own. RFC 6455's: 1001 it ends, 1008 and 1009 it was sent what it does not read, 1013 its
 * database is away or the desk reads too slowly: all to be tried again.
 */
export const CLOSED = {
  /** There is too much to do to greet it. */
  busy: 4429,
  /** The token counts no more. */
  token: 4401,
  personRemoved: 4403,
  /** The desk greeted anew, here or at another hub. */
  superseded: 4409,
  /** Not even rows are understood across so many versions. */
  otherVersion: 4426,
} as const
