import { z } from 'zod'
import { entry, topics } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, optionalText, shortText } from '../values.ts'
import { everyone, Role } from '../who.ts'
import { BookingArrival } from './arrivals.ts'
import { LoginInfo, LoginState } from './login.ts'
import { LostChange } from './lost.ts'

/** Of a certificate, SHA-256: `AB:12:…`, 32 bytes in upper-case hex. */
export const Fingerprint = z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/)

/**
 * A certificate that a desk does not take by itself, and why.
 * - `unknown`: nobody whom this system trusts vouches for it
 * - `expired`, `not_yet`: somebody does, until or from then, by this desk's clock
 * - `other_name`: somebody does, for another name than the address
 * - `another`: another one than a person compared
 */
export const ShownCertificate = z.object({
  fingerprint: Fingerprint,
  fault: z.discriminatedUnion('what', [
    z.object({ what: z.enum(['unknown', 'other_name', 'another']) }),
    z.object({ what: z.enum(['expired', 'not_yet']), at: Instant }),
  ]),
})
export type ShownCertificate = z.infer<typeof ShownCertificate>

/**
 * How the desk stands with its hub.
 * - `here`: what is asked is answered by the hub
 * - `away`: since then nothing was heard of it; it is tried again by itself, for ever
 * - `isBusy`: it is there and has too much to do: it answers late or not at all, or cannot let this desk in just now
 * - `refused`: it answers and will not have this desk; tried again now and then, and at once when somebody asks (`tryNow`). `token`: joining
 *   anew with a fresh code mends it. `other_version`: the programs are so far apart that not even what was heard goes up. `certificate`: what it
 *   shows is not taken by itself; `tryNow` takes it, once a person compared it. `used_elsewhere`: another computer, on which a copy of this one's
 *   folder lies, is there with its token; joining anew at one of the two mends it
 */
export const HubLinkStatus = z.union([
  z.object({ kind: z.literal('here'), since: Instant, isBusy: z.literal(true).optional() }),
  z.object({ kind: z.literal('away'), since: Instant, isBusy: z.literal(true).optional() }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['token', 'person_removed', 'other_version', 'used_elsewhere']),
    since: Instant,
  }),
  z.object({ kind: z.literal('refused'), why: z.literal('certificate'), ...ShownCertificate.shape, since: Instant }),
])
export type HubLinkStatus = z.infer<typeof HubLinkStatus>

/** What was heard here and is not at the hub yet. */
export const WaitingCounts = z.object({
  rows: z.number().int(),
  /** Those of which something waits. */
  calls: z.number().int(),
  notes: z.number().int(),
})
export type WaitingCounts = z.infer<typeof WaitingCounts>

export const TeamStatus = z.discriminatedUnion('kind', [
  /** `leftAddress`: of the hub it belonged to last. */
  z.object({ kind: z.literal('alone'), leftAddress: z.string().optional() }),
  z.object({
    kind: z.literal('member'),
    hub: z.object({ id: Id, name: z.string(), address: z.string() }),
    /** Whom the hub takes whoever sits here for. */
    me: z.object({ personId: Id, name: z.string(), role: Role }),
    link: HubLinkStatus,
    /** The programs are a version apart: hearing, noting and going up go on, the hub's calls do not. Null: they are not. */
    otherVersion: z.object({ isDeskOlder: z.boolean() }).nullable(),
    waiting: WaitingCounts,
    isUploading: z.boolean(),
    /** While the hub is not here: boards and lists are as they were then. Null: it never was here, or is. */
    asOf: Instant.nullable(),
    /** What all desks share was read whole, once at least. Until then a list of people is not known here while the hub is away. */
    hasCopies: z.boolean(),
    /** How far this desk's clock is ahead of the hub's, by which check-ins and deadlines go; 0: no more than a minute, either way. */
    clockAheadMs: z.number().int(),
    /** The system's key store took the desk's token. Else it lies in a file that only this account may read. */
    isTokenEncrypted: z.boolean(),
  }),
])
export type TeamStatus = z.infer<typeof TeamStatus>

/**
 * A session of which something waits to go up, or a booking at which somebody sat down or got up.
 * - `going_up`: it is on its way. `hub_away`: once the hub is back. `hub_busy`: once it has time to let this desk in
 * - `hub_cannot_keep`: once the hub, which is here, can lay it down: its database is full or away
 * - `token`, `person_removed`, `other_version`, `used_elsewhere`, `certificate`: once the hub has this desk again (`TeamStatus.link`)
 * - `not_yours`, `refused`: the hub would not lay it down; somebody has to look
 * - `failed`: the hub met something nobody foresaw, which stands in its log beside `reference`; tried again once it is back, and each hour
 */
export const WaitingSession = z.object({
  what: z.enum(['session', 'booking']),
  id: Id,
  /** Null: of a booking. */
  startedAt: Instant.nullable(),
  /** Null: it goes on, or is a booking. */
  endedAt: Instant.nullable(),
  listenerName: z.string().nullable(),
  counts: WaitingCounts,
  /** When the first of it was to go up. */
  since: Instant,
  why: z.enum([
    ...(['going_up', 'hub_away', 'hub_busy', 'hub_cannot_keep', 'token', 'person_removed'] as const),
    ...(['other_version', 'certificate', 'used_elsewhere', 'not_yours', 'refused', 'failed'] as const),
  ]),
  reference: z.string().nullable(),
})
export type WaitingSession = z.infer<typeof WaitingSession>

export const JoinTeam = z.object({
  /** As a person types it: `hub.example`, `hub.example:8443`, `https://hub.example/`. */
  address: shortText(300),
  code: shortText(60),
  /** Asked for by `name_needed`. */
  name: optionalText(LONGEST.personName).optional(),
  /** What the hub calls this desk: «east window». */
  deskName: shortText(LONGEST.personName),
  /** The person compared it with what the coordinator told them: this certificate is trusted from now on, and no other. */
  acceptFingerprint: Fingerprint.optional(),
})

/** How it comes to nothing before the hub says a word. */
const UNREACHED = {
  /** It cannot be read as an address. */
  bad_address: Nothing,
  /** Without TLS only this very machine is spoken to. */
  not_secure: Nothing,
  /** `address`: where it was tried. */
  no_answer: z.object({ address: z.string() }),
  not_a_hub: z.object({ address: z.string() }),
  /** It has too much to do just now. A code is as good as before. */
  hub_busy: Nothing,
  /** Its certificate is not taken by itself: to be compared with what the coordinator says, then asked again with `acceptFingerprint`. */
  certificate_unknown: ShownCertificate,
}

/** Of what is open nothing is left; preferences say who sits here. */
const ALL = topics

export const team = {
  /** Answers at once, also while the database is closed. Told anew by the topic `team`. */
  status: entry({ where: 'desk', who: everyone, input: Nothing, output: TeamStatus, refusals: {}, changes: [] }),
  /**
   * Makes this desk one of a hub's, and opens a folder of its own for it; what the desk held alone stays as it is. A desk whose token the
   * hub refuses joins the same hub anew and keeps what waits to go up. Refused, it changed nothing; only a code may be used up.
   */
  join: entry({
    where: 'desk',
    who: everyone,
    input: JoinTeam,
    output: TeamStatus,
    refusals: {
      ...UNREACHED,
      code_unknown: Nothing,
      code_used: Nothing,
      code_expired: Nothing,
      name_needed: Nothing,
      other_version: Nothing,
      too_many_tries: Nothing,
      already_member: z.object({ hubName: z.string() }),
      listening: Nothing,
    },
    changes: ALL,
  }),
  /** Whether that hub lets people in by their company's login too, and who vouches for them there. */
  loginInfo: entry({
    where: 'desk',
    who: everyone,
    input: JoinTeam.pick({ address: true, acceptFingerprint: true }),
    output: LoginInfo,
    refusals: UNREACHED,
    changes: [],
  }),
  /**
   * Joins by the company's login instead of a code: opens its page in the system's browser and answers at once, waiting for it. What becomes of
   * it is told by the topic `team` and read from `loginState`, also by a window that was loaded anew meanwhile. A login that waits makes way for a new one.
   */
  login: entry({
    where: 'desk',
    who: everyone,
    input: JoinTeam.pick({ address: true, deskName: true, acceptFingerprint: true }),
    output: LoginState,
    refusals: {
      ...UNREACHED,
      /** Codes alone let somebody in there. */
      no_login: Nothing,
      /** Nothing answers where the company's login is. */
      issuer_away: z.object({ issuerHost: z.string() }),
      /** What answers there is no OpenID Connect, or not encrypted: the hub was set up wrongly. */
      bad_issuer: z.object({ issuerHost: z.string() }),
      already_member: z.object({ hubName: z.string() }),
      listening: Nothing,
    },
    changes: ['team'],
  }),
  /** How the login stands that was begun at this desk. */
  loginState: entry({ where: 'desk', who: everyone, input: Nothing, output: LoginState, refusals: {}, changes: [] }),
  /** Gives up a login that waits for the browser, or forgets one that failed. One that is joining by now goes on. */
  cancelLogin: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: LoginState,
    refusals: {},
    changes: ['team'],
  }),
  /**
   * The desk is alone again, with what it held before it joined. What was heard as a member is copied to it, session by session, with the people
   * it names; bookings and tickets stay at the hub. All of it stays in that folder too, for the day it joins again. `waiting`: not everything is up;
   * `withWaiting` says that it shall stay here. The hub revokes the desk where it hears of it (`isRevoked`); where it is away, a coordinator has to.
   */
  leave: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ withWaiting: z.boolean().default(false) }),
    output: z.object({ status: TeamStatus, isRevoked: z.boolean() }),
    refusals: { not_member: Nothing, listening: Nothing, waiting: WaitingCounts },
    changes: ALL,
  }),
  /** What waits to go up, the oldest first. Empty for a desk alone. */
  waiting: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.array(WaitingSession),
    refusals: {},
    changes: [],
  }),
  /** What the hub had accepted from this desk and lost since, in the order in which it was done. Empty for a desk alone. Told anew by the topic `team`. */
  lost: entry({ where: 'desk', who: everyone, input: Nothing, output: z.array(LostChange), refusals: {}, changes: [] }),
  /**
   * Gives a booking that was made here and is lost its place again, under the id it had and by the hub's rules of now; it is not told any more then. `not_lost`: it is none of
   * those that are lost, or was not made here. `hub_refused`: the hub would not look at it.
   */
  bringLostBack: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ bookingId: Id }),
    output: BookingArrival,
    refusals: { not_lost: Nothing, hub_away: Nothing, hub_refused: Nothing },
    changes: ['team', 'bookings'],
  }),
  /** Somebody has seen to these: they are not told any more. */
  putLostAway: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ ids: z.array(Id).max(10_000) }),
    output: Nothing,
    refusals: {},
    changes: ['team'],
  }),
  /** Takes `putLostAway` back: those that are lost still are told as before. */
  tellLostAgain: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ ids: z.array(Id).max(10_000) }),
    output: Nothing,
    refusals: {},
    changes: ['team'],
  }),
  /** Tries the hub at once, also one that refused. The answer says how it stands when the try is over, or still runs after a moment. */
  tryNow: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ acceptFingerprint: Fingerprint.optional() }),
    output: TeamStatus,
    refusals: {},
    changes: ['team'],
  }),
}
