import { findEntry } from '../shared/contract/contract.ts'
import type { Log } from './adapters/log/log-port.ts'
import { defaultSettings } from './adapters/settings/settings-store.ts'
import { makeHomecoming } from './compose/homecoming.ts'
import type { House } from './compose/house.ts'
import { answersOf } from './compose/hub-answers.ts'
import { doorkeeperOf } from './compose/hub-doorkeeper.ts'
import { hubFeed } from './compose/hub-feed.ts'
import { loginOf } from './compose/hub-login.ts'
import { hubRefusals } from './compose/hub-refusals.ts'
import { type HubRetention, hubRetention } from './compose/hub-retention.ts'
import { rowsOf } from './compose/hub-rows.ts'
import { lookAfterSeals } from './compose/hub-seals.ts'
import { startSweeping } from './compose/hub-sweeping.ts'
import { sharedAnswers } from './compose/shared-answers.ts'
import { type LooseServices, makeDoor, type OwnDoor } from './door.ts'
import { agentsService } from './services/agents/agents.ts'
import { thanksService } from './services/agents/thanks.ts'
import { passportsService } from './services/duty/passports.ts'
import { deskExportsService } from './services/exports/desk-exports.ts'
import { exportQuestions } from './services/exports/export-questions.ts'
import { calendarService } from './services/house/calendar.ts'
import { maskingService, obeyStoredRules, tellsOfMasking } from './services/house/masking.ts'
import { mergesService } from './services/house/merges.ts'
import { peopleService } from './services/house/people.ts'
import { roomKeepingService } from './services/house/room-keeping.ts'
import { roomsService } from './services/house/rooms.ts'
import { lifeChannelService } from './services/life-channel/life-channel.ts'
import { lifeDrillsService } from './services/life-channel/life-drills.ts'
import { lifeWordsService } from './services/life-channel/own-words.ts'
import { plainSealer } from './services/life-channel/sealer.ts'
import { makeSealing, type Sealing } from './services/life-channel/sealing.ts'
import { conversationsService } from './services/listening/conversations.ts'
import { hubStopwatch } from './services/listening/hub-stopwatch.ts'
import { notesService } from './services/listening/notes.ts'
import { sessionsService } from './services/listening/sessions.ts'
import { meetingsService } from './services/meetings/meetings.ts'
import type { Clock, HouseParts } from './services/parts.ts'
import { retentionService } from './services/retention/retention.ts'
import { searchService } from './services/search/search.ts'
import { makeHubSearchIndex, type SearchIndex } from './services/search/search-index.ts'
import { bookingForService } from './services/seats/booking-for.ts'
import { bookingListsService } from './services/seats/booking-lists.ts'
import { bookingNewsService } from './services/seats/booking-news.ts'
import { bookingsService } from './services/seats/bookings.ts'
import { drawPass } from './services/seats/draw/draw-pass.ts'
import { drawsService } from './services/seats/draw/draws.ts'
import { findSeatsService } from './services/seats/find-seats.ts'
import { type NoShowWatch, noShowWatch, startWatching } from './services/seats/no-show-watch.ts'
import { noShowsService } from './services/seats/no-shows.ts'
import { ownNewsService } from './services/seats/own-news.ts'
import { makeRelay, mayFree, startRelaying } from './services/seats/relay.ts'
import { seatUseService } from './services/seats/seat-use.ts'
import { seriesService } from './services/seats/series.ts'
import { swapsService } from './services/seats/swaps.ts'
import { waitlistService } from './services/seats/waitlist.ts'
import { walkUpsService } from './services/seats/walk-ups.ts'
import { jargonService } from './services/silver-hair/jargon.ts'
import { silverHairService } from './services/silver-hair/silver-hair.ts'
import { arrivalsService } from './services/team/arrivals.ts'
import { asHubAnswers } from './services/team/at-its-desk.ts'
import { aCode, desksService } from './services/team/desks.ts'
import { manyTicketsService } from './services/tickets/many-tickets.ts'
import { openDeadlines } from './services/tickets/recounted.ts'
import { ticketsService } from './services/tickets/tickets.ts'
import type { Patience } from './storage/engine/turns.ts'
import { isDatabaseAway } from './storage/hub/database-faults.ts'
import { sealsHere } from './storage/hub/life-rows.ts'
import { type HubFault, hubPoolConfig, openHubDatabase } from './storage/hub/open-hub.ts'
import { systemClock } from './system-clock.ts'
import type { LoginOffer } from './team/wire.ts'

export interface HubOptions {
  /** `postgres://…` */
  readonly database: string
  /** What desks call it. */
  readonly name: string
  readonly appVersion: string
  readonly log: Log
  /** The company's login, which lets people in beside codes. */
  readonly login?: LoginOffer | null
  readonly clock?: Clock
  /** How long what is asked waits for its turn at the database. */
  readonly patience?: Patience
}

export type { HubFault }

export interface OpenHouse {
  readonly ok: true
  readonly house: House
  /** For whoever runs the hub on its own machine, who may do everything. */
  readonly own: OwnDoor
}

/** The one place where a hub's storage, services and door are joined: the services of a desk, on a company's database. */
export async function openHouse(options: HubOptions): Promise<OpenHouse | HubFault> {
  const { log, name, appVersion } = options
  const clock = options.clock ?? systemClock
  const opened = await openHubDatabase(options.database, clock, { patience: options.patience })
  if (!opened.ok) return opened
  const { engine, hubId } = opened

  const feed = hubFeed(hubPoolConfig(options.database), log)
  await obeyStoredRules({ engine, log })
  feed.on({
    changed: (topics) => {
      if (tellsOfMasking(topics)) void obeyStoredRules({ engine, log })
    },
    doubtful: () => {},
    away: () => {},
  })
  const stopSweeping = startSweeping({ engine, clock, log })
  const goneOrNot = () => {
    feed.look()
    // That it failed stands in no row.
    feed.tell(['retention'])
  }
  const retention = hubRetention({ engine, clock, log, changed: goneOrNot })
  const relay = makeRelay({ engine, clock, log, emit: feed.look, isAway: isDatabaseAway })
  const stopRelaying = startRelaying(relay)
  const commandDone = (call: string) => {
    feed.look()
    if (mayFree(findEntry(call)?.changes ?? [])) relay.placeFreed()
  }
  const searchIndex = makeHubSearchIndex({ engine, log }, { isNoNews: isDatabaseAway })
  const homecoming = makeHomecoming(clock)
  const watch = noShowWatch({ engine, clock, marked: feed.look, isHeldOff: homecoming.isGoingOn })
  const stopWatching = startWatching(watch, (error) => {
    if (!isDatabaseAway(error)) log.error('who did not come was not seen', 'NO_SHOWS', error)
  })
  const drawing = drawPass({ engine, clock, log, emit: () => feed.look(), watch }, isDatabaseAway)
  drawing.begin()
  const { services, sealing } = joinHubServices({ engine, clock, log }, searchIndex, watch, retention)
  const endSeals = lookAfterSeals(sealing, log)
  const refusals = hubRefusals({ clock, log })
  const door = makeDoor({
    services: () => services,
    isDataSafe: () => true,
    emit: () => {},
    refusalOf: refusals.foreseen,
    surprise: (call, reference, error) => log.error(`${call} failed`, reference, error),
  })
  const shared = sharedAnswers(door, clock.now, engine)
  const hub = { id: hubId, name, appVersion }
  const keeper = doorkeeperOf({ engine, clock, log, hub })
  return {
    ok: true,
    own: (call, input) => door(call, input, { personId: null, role: 'trusted' }),
    house: {
      ...{ id: hubId, name },
      isHere: feed.isHere,
      ...keeper,
      ...loginOf({ engine, clock, log, hub, offer: options.login ?? null }),
      ask: answersOf({ engine, clock, refusals, door, shared, services, keeper, changed: commandDone }),
      ...rowsOf({ engine, clock, refusals, asker: keeper.asker, changed: feed.look, isAmongMany: homecoming.heard }),
      makeCode: (whom) => engine.transact(() => aCode(whom, clock.now())),
      on: feed.on,
      close: async () => {
        await stopSweeping()
        await retention.stop()
        stopWatching()
        stopRelaying()
        await relay.stop()
        searchIndex.stop()
        await drawing.close()
        await endSeals()
        await feed.stop()
        await engine.close()
      },
    },
  }
}

function joinHubServices(
  base: Pick<HouseParts, 'engine' | 'clock' | 'log'>,
  index: SearchIndex,
  watch: NoShowWatch,
  retention: HubRetention,
): { readonly services: LooseServices; readonly sealing: Sealing } {
  const { clock } = base
  const parts: HouseParts = {
    ...base,
    settings: { read: () => defaultSettings('zh'), save: () => defaultSettings('zh') },
    forgetDrafts: { replaced: () => {}, veiled: () => {} },
    // A note that is added to a sealed call here is put away as at its desk.
    emit: (event) => sealing.heard(event),
  }
  const sealing = makeSealing({ ...parts, emit: () => {} }, plainSealer, sealsHere)
  const stopwatch = hubStopwatch(clock)
  const services = {
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
    series: seriesService(parts),
    bookingLists: bookingListsService(parts),
    waitlist: waitlistService(parts),
    draws: drawsService(parts),
    findSeats: findSeatsService(parts),
    seatUse: seatUseService(parts),
    passports: passportsService(parts),
    sessions: sessionsService(parts, stopwatch),
    notes: notesService(parts, stopwatch),
    conversations: conversationsService(parts),
    meetings: meetingsService(parts),
    lifeChannel: lifeChannelService(parts, sealing, plainSealer),
    lifeDrills: lifeDrillsService(parts),
    silverHair: silverHairService(parts),
    lifeWords: lifeWordsService(parts),
    jargon: jargonService(parts),
    agents: agentsService(parts, { makesKeys: true }),
    thanks: thanksService(parts),
    tickets: ticketsService(parts),
    manyTickets: manyTicketsService(parts),
    exports: exportQuestions(parts),
    deskExports: deskExportsService(parts),
    retention: retentionService(parts, retention.failedAt),
    search: searchService(parts, index),
    desks: desksService(parts),
    arrivals: arrivalsService(parts),
  }
  return { services: asHubAnswers(services, parts) as LooseServices, sealing }
}
