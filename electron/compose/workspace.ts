import { join } from 'node:path'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Services } from '../../shared/contract/services.ts'
import { secretFile } from '../adapters/secrets/secret-file.ts'
import { agentsService } from '../services/agents/agents.ts'
import { forgetAsDaysPass } from '../services/agents/forget-as-days-pass.ts'
import { thanksService } from '../services/agents/thanks.ts'
import { thanksPagesService } from '../services/agents/thanks-pages.ts'
import { passportsService } from '../services/duty/passports.ts'
import { noDeskExports } from '../services/exports/desk-exports.ts'
import type { ExportTruth } from '../services/exports/export-truth.ts'
import { dropOf, exportsService } from '../services/exports/exports.ts'
import { calendarService } from '../services/house/calendar.ts'
import { maskingService, obeyStoredRules, tellsOfMasking } from '../services/house/masking.ts'
import { mergesService } from '../services/house/merges.ts'
import { peopleService } from '../services/house/people.ts'
import { roomKeepingService } from '../services/house/room-keeping.ts'
import { roomsService } from '../services/house/rooms.ts'
import { halfDoneLinesUnderSeal, halfDoneUnderSeal } from '../services/life-channel/half-done-under-seal.ts'
import { lifeChannelService } from '../services/life-channel/life-channel.ts'
import { lifeDrillsService } from '../services/life-channel/life-drills.ts'
import { lifeWordsService } from '../services/life-channel/own-words.ts'
import { followElsewhere } from '../services/life-channel/raised-elsewhere.ts'
import { keyedSealer } from '../services/life-channel/sealer.ts'
import { makeSealing } from '../services/life-channel/sealing.ts'
import { conversationsService } from '../services/listening/conversations.ts'
import { draftsService, type LastNote } from '../services/listening/drafts.ts'
import { makeKnownNames } from '../services/listening/known-names.ts'
import { notesService } from '../services/listening/notes.ts'
import { sessionsService } from '../services/listening/sessions.ts'
import { makeStopwatch, startTicking, stopQuietly } from '../services/listening/stopwatch.ts'
import { makeToldLines } from '../services/listening/told-lines.ts'
import { meetingDraftsService } from '../services/meetings/meeting-drafts.ts'
import { meetingsService } from '../services/meetings/meetings.ts'
import { minutesService } from '../services/meetings/minutes.ts'
import type { ServiceParts } from '../services/parts.ts'
import { deskWords } from '../services/retention/desk-words.ts'
import { retentionService } from '../services/retention/retention.ts'
import { searchService } from '../services/search/search.ts'
import { makeSearchIndex } from '../services/search/search-index.ts'
import { bookingForService } from '../services/seats/booking-for.ts'
import { bookingListsService } from '../services/seats/booking-lists.ts'
import { bookingNewsService } from '../services/seats/booking-news.ts'
import { bookingsService } from '../services/seats/bookings.ts'
import { drawPass } from '../services/seats/draw/draw-pass.ts'
import { drawsService } from '../services/seats/draw/draws.ts'
import { findSeatsService } from '../services/seats/find-seats.ts'
import { noShowWatch, startWatching } from '../services/seats/no-show-watch.ts'
import { noShowsService } from '../services/seats/no-shows.ts'
import { ownNewsService } from '../services/seats/own-news.ts'
import { makeRelay, mayFree, startRelaying } from '../services/seats/relay.ts'
import { remindersService } from '../services/seats/reminders.ts'
import { seatCalendarsService } from '../services/seats/seat-calendars.ts'
import { seatUseService } from '../services/seats/seat-use.ts'
import { seriesService } from '../services/seats/series.ts'
import { swapsService } from '../services/seats/swaps.ts'
import { waitlistService } from '../services/seats/waitlist.ts'
import { walkUpsService } from '../services/seats/walk-ups.ts'
import { jargonService } from '../services/silver-hair/jargon.ts'
import { silverHairService } from '../services/silver-hair/silver-hair.ts'
import { noArrivals } from '../services/team/arrivals.ts'
import { noDesks } from '../services/team/desks.ts'
import { manyTicketsService } from '../services/tickets/many-tickets.ts'
import { openDeadlines } from '../services/tickets/recounted.ts'
import { ticketsService } from '../services/tickets/tickets.ts'
import { forgetOldNews } from '../storage/seats/forgotten-news.ts'

/** What needs the database, already at work. */
export interface Workspace {
  readonly services: Omit<Services, 'workspace' | 'settings' | 'team' | 'bringAlong'>
  /** Ends work in the background; the database may be closed then. */
  close(): Promise<void>
}

/** Parts of what works by itself when something happens. */
export interface WorkspaceParts extends ServiceParts {
  /** Hears every event, from wherever it comes, until the answer is called. */
  on(listener: (event: EarshotEvent) => void): () => void
  /** Of a desk that belongs to a hub: whether that is away now. */
  isCutOff?(): boolean
}

/** `exportTruth`: of a desk that belongs to a hub, which keeps it. */
export function joinServices(parts: WorkspaceParts, exportTruth?: ExportTruth): Workspace {
  const drop = dropOf(parts)
  const exports = exportsService(parts, drop, exportTruth)
  exports.begin().catch((error: unknown) => parts.log.error('waiting exports were not continued', 'EXPORTS', error))
  const seatCalendars = seatCalendarsService({ ...parts, drop })
  seatCalendars.begin()
  const stopwatch = makeStopwatch(parts)
  const lastNote: LastNote = { note: null }
  // A clock that is handed in runs by hand; a timer of real seconds would take its leaps for sleep.
  const stopTicking = parts.clock.goesOn ? startTicking(stopwatch, parts.log) : () => stopQuietly(stopwatch, parts.log)
  const relay = makeRelay(parts)
  const stopHearing = parts.on((event) => {
    if (event.kind === 'changed' && mayFree(event.topics)) relay.placeFreed()
  })
  const stopRelaying = startRelaying(relay)
  void obeyStoredRules(parts)
  const stopObeying = parts.on((event) => {
    if (event.kind === 'changed' && tellsOfMasking(event.topics)) void obeyStoredRules(parts)
  })
  const searchIndex = makeSearchIndex(parts)
  const sealer = keyedSealer(secretFile(join(parts.dataFolder, 'life.key'), parts.shell.keyStore))
  // For whoever sends what is sealed to a hub. Null as long as the key is not read, or where it is another account's.
  parts.db.function('life_opened', (isEncrypted: unknown, payload: unknown) =>
    sealer.open({ isEncrypted: Number(isEncrypted), payload: String(payload) }),
  )
  const sealing = makeSealing(parts, sealer, null, { keepsTickets: exportTruth === undefined })
  const stopSealing = parts.on(sealing.heard)
  const toldLines = makeToldLines(parts)
  const stopForgettingLines = parts.on(toldLines.heard)
  const knownNames = makeKnownNames(parts)
  const stopForgettingNames = parts.on(knownNames.heard)
  const elsewhere = followElsewhere(parts, sealing)
  const stopElsewhere = parts.on(elsewhere.heard)
  // What waits for its folder may hold what was sealed, or what is masked by now: it is made anew, and what was made goes.
  const stopLooking = parts.on((event) => {
    if (event.kind !== 'changed') return
    if (event.topics.includes('lifeChannel') || event.topics.includes('masking')) void exports.look()
    if (event.topics.includes('lifeChannel') || event.topics.includes('retention')) exports.wordsWent()
  })
  const looksAfter = async () => {
    await sealing.begin()
    if (parts.db.open) elsewhere.look()
  }
  looksAfter().catch((error: unknown) => parts.log.error('what is sealed was not looked after', 'SEAL', error))
  // A hub throws away its own, and its desks' copies with them.
  const stopForgetting = exportTruth === undefined ? forgetAsDaysPass(parts) : () => {}
  if (exportTruth === undefined) parts.engine.transact(() => forgetOldNews(parts.clock.now()))
  const words = deskWords(parts, { isMember: exportTruth !== undefined })
  const stopFollowing = parts.on((event) => {
    if (event.kind === 'changed' && event.topics.includes('retention')) words.soon()
  })
  const watch = noShowWatch({
    ...parts,
    marked: () => parts.emit({ kind: 'changed', topics: ['bookings', 'passports'] }),
    // Of a desk that belongs to a hub the hub knows who came.
    isHeldOff: () => exportTruth !== undefined,
    openSince: parts.clock.now(),
  })
  const drawing = drawPass({ ...parts, watch })
  // What belongs to a hub is drawn there.
  if (exportTruth === undefined) drawing.begin()
  const notSeen = (error: unknown) => parts.log.error('who did not come was not seen', 'NO_SHOWS', error)
  const stopWatching = startWatching(watch, notSeen, parts.clock.goesOn ?? false)
  return {
    services: {
      people: peopleService(parts),
      merges: mergesService(parts),
      rooms: roomsService(parts),
      roomKeeping: roomKeepingService(parts),
      calendar: calendarService(parts, openDeadlines(parts)),
      masking: maskingService(parts),
      bookings: bookingsService(parts),
      bookingFor: bookingForService(parts),
      bookingNews: bookingNewsService(parts),
      ownNews: ownNewsService(parts),
      swaps: swapsService(parts),
      noShows: noShowsService(parts),
      walkUps: walkUpsService({ ...parts, watch }),
      reminders: remindersService(parts),
      series: seriesService(parts),
      bookingLists: bookingListsService(parts),
      waitlist: waitlistService(parts),
      draws: drawsService(parts),
      findSeats: findSeatsService(parts),
      seatUse: seatUseService(parts),
      passports: passportsService(parts),
      seatCalendars,
      sessions: sessionsService(parts, stopwatch, parts.isCutOff),
      notes: halfDoneUnderSeal(
        { ...notesService(parts, stopwatch, lastNote, knownNames), ...draftsService(parts, lastNote, knownNames) },
        sealing,
      ),
      conversations: conversationsService(parts, toldLines, knownNames),
      meetings: {
        ...meetingsService(parts, knownNames),
        ...halfDoneLinesUnderSeal(meetingDraftsService(parts, knownNames), sealing),
        ...minutesService(parts, exports),
      },
      lifeChannel: lifeChannelService(parts, sealing, sealer),
      lifeDrills: lifeDrillsService(parts),
      silverHair: silverHairService(parts),
      lifeWords: lifeWordsService(parts),
      jargon: jargonService(parts),
      agents: agentsService(parts, { makesKeys: exportTruth === undefined }),
      thanks: { ...thanksService(parts), ...thanksPagesService(exports) },
      tickets: ticketsService(parts, knownNames),
      manyTickets: manyTicketsService(parts),
      exports,
      deskExports: noDeskExports(),
      retention: { ...retentionService(parts), here: words.here },
      search: searchService(parts, searchIndex),
      desks: noDesks(),
      arrivals: noArrivals(),
    },
    close: async () => {
      seatCalendars.close()
      stopSealing()
      stopElsewhere()
      sealing.stop()
      stopForgettingLines()
      stopForgettingNames()
      stopLooking()
      stopForgetting()
      stopFollowing()
      stopObeying()
      searchIndex.stop()
      stopWatching()
      stopHearing()
      stopRelaying()
      void relay.stop()
      stopTicking()
      parts.forgetDrafts.stop()
      await words.stop()
      await drawing.close()
      await exports.close()
    },
  }
}
