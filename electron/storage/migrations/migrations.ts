import * as firstRoom from './0001-first-room.ts'
import * as timeOfACall from './0002-time-of-a-call.ts'
import * as undoOfTicketChanges from './0003-undo-of-ticket-changes.ts'
import * as exportFolders from './0004-export-folders.ts'
import * as draftOfItsNote from './0005-draft-of-its-note.ts'
import * as listsInTheContract from './0006-lists-in-the-contract.ts'
import * as findEverything from './0007-find-everything.ts'
import * as reasonOfAChange from './0008-reason-of-a-change.ts'
import * as versions from './0009-versions.ts'
import * as toldSeats from './0010-told-seats.ts'
import * as workCalendar from './0011-work-calendar.ts'
import * as whoExportedWhat from './0012-who-exported-what.ts'
import * as seenVersionOfADraft from './0013-seen-version-of-a-draft.ts'
import * as ruleOfASearch from './0014-rule-of-a-search.ts'
import * as indexesOfALargeArchive from './0015-indexes-of-a-large-archive.ts'
import * as countsThatAreKept from './0016-counts-that-are-kept.ts'
import * as dutyPassports from './0017-duty-passports.ts'
import * as roomsAndTheirRules from './0018-rooms-and-their-rules.ts'
import * as bookingsForOthers from './0019-bookings-for-others.ts'
import * as swapsAndNoShows from './0020-swaps-and-no-shows.ts'
import * as waitlist from './0021-waitlist.ts'
import * as drawnSeats from './0022-drawn-seats.ts'
import * as sitesAndClosedRooms from './0023-sites-and-closed-rooms.ts'
import * as lifeChannel from './0024-life-channel.ts'
import * as kindsOfReminders from './0025-kinds-of-reminders.ts'
import * as onePersonTwice from './0026-one-person-twice.ts'
import * as maskingRules from './0027-masking-rules.ts'
import * as silverHair from './0028-silver-hair.ts'
import * as meetings from './0029-meetings.ts'
import * as ownWords from './0030-own-words.ts'
import * as agentsAndThanks from './0031-agents-and-thanks.ts'
import * as secondMeetings from './0032-second-meetings.ts'
import * as retention from './0033-retention.ts'
import * as pagesInTheLedger from './0034-pages-in-the-ledger.ts'
import * as countedDays from './0035-counted-days.ts'
import * as newsOfBookings from './0036-news-of-bookings.ts'
import * as whatWentFromAHub from './0037-what-went-from-a-hub.ts'
import * as conversationsTaken from './0038-conversations-taken.ts'
import * as jargonTerms from './0039-jargon-terms.ts'
import * as listsBroughtIn from './0040-lists-brought-in.ts'
import * as callsOfCases from './0041-calls-of-cases.ts'
import * as whoWasToldOfOffers from './0042-who-was-told-of-offers.ts'
import * as troublesOfDesks from './0043-troubles-of-desks.ts'
import * as offersAhead from './0044-offers-ahead.ts'
import * as partsOfReferences from './0045-parts-of-references.ts'
import * as whoBeganWhatIsHalfDone from './0046-who-began-what-is-half-done.ts'
import * as readSwaps from './0047-read-swaps.ts'
import * as newsOfOnesOwn from './0048-news-of-ones-own.ts'
import * as whatElseWent from './0049-what-else-went.ts'
import * as thanksHoldNothing from './0050-thanks-hold-nothing.ts'
import * as couponsAreTheCallers from './0051-coupons-are-the-callers.ts'
import * as shownToOneAlone from './0052-shown-to-one-alone.ts'
import * as whoWasToldOfASeat from './0053-who-was-told-of-a-seat.ts'
import * as raisedElsewhere from './0054-raised-elsewhere.ts'

export interface Migration {
  /** 1, 2, 3… without a gap; becomes `PRAGMA user_version`. */
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Every step, oldest first. A step is frozen the day it ships; each has a test in test/migrations. */
export const migrations: readonly Migration[] = [
  { version: 1, name: '0001-first-room', sql: firstRoom.sql },
  { version: 2, name: '0002-time-of-a-call', sql: timeOfACall.sql },
  { version: 3, name: '0003-undo-of-ticket-changes', sql: undoOfTicketChanges.sql },
  { version: 4, name: '0004-export-folders', sql: exportFolders.sql },
  { version: 5, name: '0005-draft-of-its-note', sql: draftOfItsNote.sql },
  { version: 6, name: '0006-lists-in-the-contract', sql: listsInTheContract.sql },
  { version: 7, name: '0007-find-everything', sql: findEverything.sql },
  { version: 8, name: '0008-reason-of-a-change', sql: reasonOfAChange.sql },
  { version: 9, name: '0009-versions', sql: versions.sql },
  { version: 10, name: '0010-told-seats', sql: toldSeats.sql },
  { version: 11, name: '0011-work-calendar', sql: workCalendar.sql },
  { version: 12, name: '0012-who-exported-what', sql: whoExportedWhat.sql },
  { version: 13, name: '0013-seen-version-of-a-draft', sql: seenVersionOfADraft.sql },
  { version: 14, name: '0014-rule-of-a-search', sql: ruleOfASearch.sql },
  { version: 15, name: '0015-indexes-of-a-large-archive', sql: indexesOfALargeArchive.sql },
  { version: 16, name: '0016-counts-that-are-kept', sql: countsThatAreKept.sql },
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

/** What this Earshot writes. */
export const schemaVersion = migrations.length
