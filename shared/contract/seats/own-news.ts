import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing, PlainDate } from '../values.ts'
import { everyone, Role } from '../who.ts'
import { KeptBooking } from './bookings.ts'
import { Offer, Wait } from './waitlist.ts'

/** What somebody else ended or changed, as it is now. */
const About = z.discriminatedUnion('kind', [
  /** `gone`: who waited is off the list. `no_room`: where they waited is no room any more. `booked`: it came to a place. */
  z.object({ kind: z.literal('wait'), why: z.enum(['left', 'gone', 'no_room', 'booked']), wait: Wait }),
  /** The wait goes on. `withdrawn`: the place is not to be had any more. */
  z.object({ kind: z.literal('offer'), why: z.enum(['declined', 'withdrawn']), offer: Offer }),
  /**
   * A request of a draw. `left_out`: somebody took the reader out of it. `drawn_without`: it was drawn while the reader was off the list. `gone`: whose it was was. `without`: somebody who
   * came along is; it goes on. `with_again`: they are back on it, and ask together again.
   */
  z.object({
    kind: z.literal('request'),
    why: z.enum(['changed', 'withdrawn', 'gone', 'left_out', 'without', 'with_again', 'drawn_without']),
    windowId: Id,
    personId: Id,
    personName: z.string(),
    from: PlainDate,
    to: PlainDate,
  }),
  /** A booking that kept its place. `left_out`: the reader does not sit beside any more. */
  z.object({ kind: z.literal('details'), why: z.enum(['changed', 'left_out']), booking: KeptBooking }),
  /** A check-in was taken back. */
  z.object({ kind: z.literal('seated'), why: z.literal('undone'), booking: KeptBooking }),
  z.object({ kind: z.literal('missed'), why: z.enum(['excused', 'counted']), booking: KeptBooking }),
  /** Out of the passport. */
  z.object({
    kind: z.literal('record'),
    why: z.literal('removed'),
    record: z.object({ date: PlainDate, place: z.string() }),
  }),
  /** The reader books for them no more, or (`booker`) they for the reader. */
  z.object({ kind: z.enum(['books_for', 'booker']), why: z.literal('taken_back'), personName: z.string() }),
  /** Whoever was to come along is off the list; the wait goes on. */
  z.object({ kind: z.literal('wait_beside'), why: z.literal('alone'), personName: z.string(), wait: Wait }),
  /** `given`: the reader coordinates it. `taken`: no more; somebody else does, or (null) nobody. */
  z.object({
    kind: z.literal('room'),
    why: z.enum(['given', 'taken']),
    roomId: Id,
    roomName: z.string(),
    coordinatorName: z.string().nullable(),
  }),
  z.object({ kind: z.literal('role'), why: z.literal('changed'), from: Role, to: Role }),
  /** Two records turned out to be the reader, or (`apart`) were taken apart again. */
  z.object({ kind: z.literal('merged'), why: z.enum(['merged', 'apart']) }),
])

export const OwnKind = z.enum([
  ...['wait', 'offer', 'request', 'details', 'seated', 'missed', 'record', 'books_for', 'booker'],
  ...['wait_beside', 'room', 'role', 'merged'],
] as const)
export type OwnKind = z.infer<typeof OwnKind>

/** What somebody else gave: it stands, or did. */
const Own = z.object({ kind: OwnKind, ofId: Id })

/** What is read of: another change of the same since is told all the same. */
const Read = Own.extend({ at: Instant })

export const OwnNews = z.object({
  ofId: Id,
  at: Instant,
  /** Null: nobody had said who they are, or the console did it by itself. */
  byName: z.string().nullable(),
  /** Left out by a hub that does not say so. */
  byId: Id.nullable().optional(),
  /** Of a booking. */
  reason: z.string().nullable(),
  about: About,
})
export type Own = z.infer<typeof Own>
export type OwnNews = z.infer<typeof OwnNews>

/** At most; what is more follows once these were read, or shown. */
export const MOST_OWN_NEWS = 100

export const ownNews = {
  /**
   * What others ended or changed in the last 30 days of what is the asker's besides places, which `bookingNews` tells: what they wait for and were offered, or put on the
   * list for others; requests of draws; who sits beside; check-ins; what counts as missed; their passport; who books for whom; their role, rooms and records. Each once, until they say that they read
   * of it; by its end as of now. What goes on again meanwhile, or what they did themselves since, is none. Asking changes nothing.
   */
  list: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(OwnNews),
    refusals: {},
    changes: [],
  }),
  /** The person here read of these, at whichever desk. Of one that is not theirs: nothing changes. */
  read: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ news: z.array(Read).min(1).max(MOST_OWN_NEWS) }),
    output: Nothing,
    refusals: {},
    changes: ['bookings'],
  }),
  /**
   * What others gave the asker within a day and was not shown to them yet, the newest first: put on the list, booked, offered, asked for, written into their passport, named. Taken back by then, it is no
   * news to them. `details`: a booking; `seated`: its check-in. Asking changes nothing.
   */
  unseen: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(Own),
    refusals: {},
    changes: [],
  }),
  /**
   * These were on the screen of the person here, at whichever desk. Of what they knew: nothing changes. No window shows anything else after it but for `unseen`, which whoever
   * asks reads anew; and it is asked for often, and the same by any number of times: a hub neither remembers nor tells it.
   */
  shown: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ own: z.array(Own).min(1).max(MOST_OWN_NEWS) }),
    output: Nothing,
    refusals: {},
    changes: [],
    isSecret: true,
  }),
}
