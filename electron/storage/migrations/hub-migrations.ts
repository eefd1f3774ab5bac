import * as postgres0016 from './postgres-0016.ts'
import * as dutyPassports from './postgres-0017-duty-passports.ts'
import * as roomsAndTheirRules from './postgres-0018-rooms-and-their-rules.ts'
import * as bookingsForOthers from './postgres-0019-bookings-for-others.ts'
import * as swapsAndNoShows from './postgres-0020-swaps-and-no-shows.ts'
import * as waitlist from './postgres-0021-waitlist.ts'
import * as drawnSeats from './postgres-0022-drawn-seats.ts'
import * as sitesAndClosedRooms from './postgres-0023-sites-and-closed-rooms.ts'
import * as lifeChannel from './postgres-0024-life-channel.ts'
import * as kindsOfReminders from './postgres-0025-kinds-of-reminders.ts'
import * as onePersonTwice from './postgres-0026-one-person-twice.ts'
import * as maskingRules from './postgres-0027-masking-rules.ts'
import * as silverHair from './postgres-0028-silver-hair.ts'
import * as meetings from './postgres-0029-meetings.ts'
import * as ownWords from './postgres-0030-own-words.ts'
import * as agentsAndThanks from './postgres-0031-agents-and-thanks.ts'
import * as secondMeetings from './postgres-0032-second-meetings.ts'
import * as retention from './postgres-0033-retention.ts'
import * as pagesInTheLedger from './postgres-0034-pages-in-the-ledger.ts'
import * as countedDays from './postgres-0035-counted-days.ts'
import * as newsOfBookings from './postgres-0036-news-of-bookings.ts'
import * as whatWentFromAHub from './postgres-0037-what-went-from-a-hub.ts'
import * as conversationsTaken from './postgres-0038-conversations-taken.ts'
import * as jargonTerms from './postgres-0039-jargon-terms.ts'
import * as listsBroughtIn from './postgres-0040-lists-brought-in.ts'
import * as callsOfCases from './postgres-0041-calls-of-cases.ts'
import * as whoWasToldOfOffers from './postgres-0042-who-was-told-of-offers.ts'
import * as troublesOfDesks from './postgres-0043-troubles-of-desks.ts'
import * as offersAhead from './postgres-0044-offers-ahead.ts'
import * as partsOfReferences from './postgres-0045-parts-of-references.ts'
import * as whoBeganWhatIsHalfDone from './postgres-0046-who-began-what-is-half-done.ts'
import * as readSwaps from './postgres-0047-read-swaps.ts'
import * as newsOfOnesOwn from './postgres-0048-news-of-ones-own.ts'
import * as whatElseWent from './postgres-0049-what-else-went.ts'
import * as thanksHoldNothing from './postgres-0050-thanks-hold-nothing.ts'
import * as couponsAreTheCallers from './postgres-0051-coupons-are-the-callers.ts'
import * as shownToOneAlone from './postgres-0052-shown-to-one-alone.ts'
import * as whoWasToldOfASeat from './postgres-0053-who-was-told-of-a-seat.ts'
import * as raisedElsewhere from './postgres-0054-raised-elsewhere.ts'
import { hubSql } from './postgres-hub.ts'
import { wordsSql } from './postgres-words.ts'

export interface HubMigration {
  /** The same number as the desk's step whose twin it is. */
  readonly version: number
  readonly name: string
  readonly sql: string
}

/**
 * Every step of a hub's database, oldest first. The first makes what the desk's steps 1 to 16 come to; from then on each step of the desk has
 * its twin here, with empty SQL where nothing of it concerns a hub.
 */
export const hubMigrations: readonly HubMigration[] = [
  { version: 16, name: '0016-counts-that-are-kept', sql: postgres0016.sql + wordsSql + hubSql },
  { version: 17, name: '0017-duty-passports', sql: dutyPassports.sql },
  { version: 18, name: '0018-rooms-and-their-rules', sql: roomsAndTheirRules.sql },
  { version: 19, name: '0019-bookings-for-others', sql: bookingsForOthers.sql },
  { version: 20, name: '0020-swaps-and-no-shows', sql: swapsAndNoShows.sql },
  { version: 21, name: '0021-waitlist', sql: waitlist.sql },
  { version: 22, name: '0022-drawn-seats', sql: drawnSeats.sql },
  { version: 23, name: '0023-sites-and-closed-rooms', sql: sitesAndClosedRooms.sql },
  { version: 24, name: '0024-life-channel', sql: lifeChannel.sql },
  { version: 25, name: '0025-kinds-of-reminders', sql: kindsOfReminders.sql },
  { version: 26, name: '0026-one-person-twice', sql: onePersonTwice.sql },
  { version: 27, name: '0027-masking-rules', sql: maskingRules.sql },
  { version: 28, name: '0028-silver-hair', sql: silverHair.sql },
  { version: 29, name: '0029-meetings', sql: meetings.sql },
  { version: 30, name: '0030-own-words', sql: ownWords.sql },
  { version: 31, name: '0031-agents-and-thanks', sql: agentsAndThanks.sql },
  { version: 32, name: '0032-second-meetings', sql: secondMeetings.sql },
  { version: 33, name: '0033-retention', sql: retention.sql },
  { version: 34, name: '0034-pages-in-the-ledger', sql: pagesInTheLedger.sql },
  { version: 35, name: '0035-counted-days', sql: countedDays.sql },
  { version: 36, name: '0036-news-of-bookings', sql: newsOfBookings.sql },
  { version: 37, name: '0037-what-went-from-a-hub', sql: whatWentFromAHub.sql },
  { version: 38, name: '0038-conversations-taken', sql: conversationsTaken.sql },
  { version: 39, name: '0039-jargon-terms', sql: jargonTerms.sql },
  { version: 40, name: '0040-lists-brought-in', sql: listsBroughtIn.sql },
  { version: 41, name: '0041-calls-of-cases', sql: callsOfCases.sql },
  { version: 42, name: '0042-who-was-told-of-offers', sql: whoWasToldOfOffers.sql },
  { version: 43, name: '0043-troubles-of-desks', sql: troublesOfDesks.sql },
  { version: 44, name: '0044-offers-ahead', sql: offersAhead.sql },
  { version: 45, name: '0045-parts-of-references', sql: partsOfReferences.sql },
  { version: 46, name: '0046-who-began-what-is-half-done', sql: whoBeganWhatIsHalfDone.sql },
  { version: 47, name: '0047-read-swaps', sql: readSwaps.sql },
  { version: 48, name: '0048-news-of-ones-own', sql: newsOfOnesOwn.sql },
  { version: 49, name: '0049-what-else-went', sql: whatElseWent.sql },
  { version: 50, name: '0050-thanks-hold-nothing', sql: thanksHoldNothing.sql },
  { version: 51, name: '0051-coupons-are-the-callers', sql: couponsAreTheCallers.sql },
  { version: 52, name: '0052-shown-to-one-alone', sql: shownToOneAlone.sql },
  { version: 53, name: '0053-who-was-told-of-a-seat', sql: whoWasToldOfASeat.sql },
  { version: 54, name: '0054-raised-elsewhere', sql: raisedElsewhere.sql },
]
