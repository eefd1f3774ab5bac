import { isAbsolute, resolve } from 'node:path'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { SeatFeed } from '../../../shared/contract/seats/seat-calendars.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { bookingLine, bookingsCalendar, ownerLine, SEATS_PRODID } from '../../../shared/domain/seats/calendar-file.ts'
import { bookingFileName, feedFileEnd, feedFileName } from '../../../shared/domain/seats/calendar-names.ts'
import type { Replacement } from '../../adapters/file-drop/drop-messages.ts'
import type { FileDrop } from '../../adapters/file-drop/file-drop.ts'
import type { Query } from '../../storage/engine/query.ts'
import { onceMergedWith } from '../../storage/house/merges.ts'
import { personById } from '../../storage/house/people.ts'
import { everyRecordOf, nowIdOf } from '../../storage/house/same-person.ts'
import { bookingById } from '../../storage/seats/bookings.ts'
import { calendarOf } from '../../storage/seats/calendar-bookings.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { withRooms } from './in-room.ts'

/** What was cancelled so lately may still stand in somebody's calendar, and what was heard is looked up there. */
const SINCE_MS = 30 * 86_400_000
const TRY_EVERY_MS = 60_000
/** What the file says. */
const TOPICS = new Set(['bookings', 'people', 'rooms', 'settings', 'workspace'])

export type SeatCalendars = Service<'seatCalendars'> & {
  /** Writes the feed now, and whenever something of it changes. */
  begin(): void
  /** Resolves when the file is as it should be, or the folder does not take it. */
  settled(): Promise<void>
  close(): void
}

export interface SeatCalendarParts extends Pick<ServiceParts, 'engine' | 'clock' | 'settings' | 'log' | 'emit'> {
  readonly drop: Pick<FileDrop, 'replace'>
  /** Hears every event until the answer is called. */
  on(listener: (event: EarshotEvent) => void): () => void
}

interface Wanted {
  readonly folder: string
  /** As the folder was set; then as it would have been named, had another language been spoken. */
  readonly fileNames: readonly string[]
  /** Every record of the person. */
  readonly records: ReadonlySet<Id>
  readonly of: Id
  readonly text: string
  /** Who was taken for the same person once: what was written for both is taken out of their files. */
  readonly apart: readonly FeedApart[]
  /** The same for the same bookings, whenever it is made. */
  readonly key: string
}

/** Files of a record that is not this person's any more, where there are any. */
interface FeedApart {
  /** The merge that was taken apart, and where the files lie: once for each is enough. */
  readonly key: string
  readonly former: Replacement['former']
  readonly text: string
}

/** A calendar goes on reading the file that it knows, also where the folder was left and is set anew meanwhile, or the person is called otherwise by now. */
const namesOf = (person: { readonly id: string; readonly name: string }, namedIn: 'zh' | 'en'): [string, string] => [
  feedFileName(person, namedIn),
  feedFileName(person, namedIn === 'zh' ? 'en' : 'zh'),
]

/**
 * Files of these records that say or hold what is not theirs: written for this person while they were one, or with one of these bookings in
 * them. What is theirs alone stays as it is: their own desk goes on with it. Not those that end as one of this person's do.
 */
const filesOf = (
  others: ReadonlySet<Id>,
  own: ReadonlySet<Id>,
  ownBookings: readonly KeptBooking[],
): Replacement['former'] => {
  const ends = new Set([...own].map(feedFileEnd))
  const holding = ownBookings.map(({ id }) => bookingLine(id))
  return [...others]
    .map(feedFileEnd)
    .filter((end) => !ends.has(end))
    .flatMap((end) => [
      ...[...own].map((id) => ({ end, line: ownerLine(id) })),
      ...[...others].map((id) => ({ end, line: ownerLine(id), holding })),
    ])
}

/** Calendar files of bookings: one for whoever asks, and one that is kept up to date in a folder. */
export function seatCalendarsService({
  engine,
  clock,
  settings,
  log,
  emit,
  drop,
  on,
}: SeatCalendarParts): SeatCalendars {
  let written: {
    readonly key: string
    readonly at: string
    readonly folder: string
    readonly fileName: string
    readonly of: Id
  } | null = null
  let reason: SeatFeed['reason'] = null
  const setApart = new Set<string>()
  let mountPoint: { readonly folder: string; readonly at: string } | null = null
  let working: Promise<void> | null = null
  let isAskedAgain = false
  let isTelling = false
  let isClosed = false
  let stopHearing = () => {}
  let timer: NodeJS.Timeout | undefined

  /** Null: nobody has said who sits here, or where the file goes. */
  const wantedNow = async (): Promise<Wanted | null> =>
    engine.read(function* (): Query<Wanted | null> {
      const { me, calendarFolder: folder, calendarNamedIn, language } = settings.read()
      if (me === null || folder === null || !isAbsolute(folder)) return null
      const person = yield* personById(me)
      if (person === null) return null
      const now = clock.now()
      const bookings = yield* withRooms(yield* calendarOf(me, addMs(now, -SINCE_MS)))
      const textAt = (moment: string) => bookingsCalendar(bookings, { language, now: moment, of: me })
      const records = yield* everyRecordOf(me)
      const apart: FeedApart[] = []
      for (const { mergeId, otherId, at } of yield* onceMergedWith(me)) {
        const of = yield* nowIdOf(otherId)
        const key = `${resolve(folder)}\n${mergeId}`
        if (setApart.has(key)) continue
        const theirs = yield* withRooms(yield* calendarOf(of, addMs(now, -SINCE_MS)))
        const others = yield* everyRecordOf(of)
        const mine = yield* calendarOf(me, addMs(at, -SINCE_MS))
        const mineAlone = mine.filter(
          ({ personId, companionId }) => !others.has(personId) && !others.has(companionId ?? ''),
        )
        apart.push({
          key,
          former: filesOf(others, records, mineAlone),
          text: bookingsCalendar(theirs, { language, now, of }),
        })
      }
      const place = { folder: resolve(folder), fileNames: namesOf(person, calendarNamedIn), records, of: me }
      return {
        ...{ ...place, apart },
        text: textAt(now),
        key: `${place.folder}\n${place.fileNames[0]}\n${textAt('1970-01-01T00:00:00.000Z')}`,
      }
    })

  /** Whoever is no longer the same person may have no desk that writes: nobody else would take out of their files what is not theirs. */
  async function writeApart({ folder, apart }: Wanted): Promise<void> {
    const known = mountPoint?.folder === folder ? mountPoint.at : null
    for (const { key, former, text } of apart) {
      const end = await drop.replace({
        ...{ folder, mountPoint: known, fileNames: [], former, text },
        ownBegin: SEATS_PRODID,
      })
      if (end.kind === 'delivered' || end.kind === 'done') setApart.add(key)
    }
  }

  async function write(): Promise<void> {
    const wanted = await wantedNow()
    if (wanted !== null && !isClosed) await writeApart(wanted)
    if (wanted === null || isClosed || wanted.key === written?.key) {
      const wasRefused = reason !== null
      reason = null
      if (wasRefused) tell()
      return
    }
    const { folder, fileNames, records, text, of } = wanted
    const former = [...records].map((id) => ({ end: feedFileEnd(id), line: ownerLine(id) }))
    const known = mountPoint?.folder === folder ? mountPoint.at : null
    const end = await drop.replace({ folder, mountPoint: known, fileNames, former, text, ownBegin: SEATS_PRODID })
    if (end.kind === 'delivered') {
      written = { key: wanted.key, at: clock.now(), folder, fileName: end.fileName, of }
      mountPoint = { folder, at: end.mountPoint }
      reason = null
    } else {
      if (reason === null)
        log.warn(`the calendar of seats was not written: ${end.kind === 'refused' ? end.said : end.kind}`)
      reason = end.kind === 'refused' && end.reason !== 'source_gone' ? end.reason : 'unknown'
    }
    tell()
  }

  /** Where it is set up, it is shown how it stands. Not heard here: a folder that takes nothing would be asked without end. */
  function tell(): void {
    if (isClosed) return
    isTelling = true
    emit({ kind: 'changed', topics: ['settings'] })
    isTelling = false
  }

  /** One at a time; whatever changes meanwhile is written after it. */
  function refresh(): void {
    isAskedAgain = true
    working ??= (async () => {
      while (isAskedAgain && !isClosed) {
        isAskedAgain = false
        await write().catch((error: unknown) => log.error('the calendar of seats was not made', 'CALENDAR', error))
      }
    })().finally(() => {
      working = null
    })
  }

  return {
    file: ({ bookingId }) =>
      engine.read(function* () {
        const found = yield* bookingById(bookingId)
        const [booking] = found === null ? [] : yield* withRooms([found])
        if (booking === undefined) return refuse('not_found')
        const { language } = settings.read()
        const text = bookingsCalendar([booking], { language, now: clock.now() })
        return accept({ fileName: bookingFileName(booking, language), text })
      }),
    feed: async () => {
      await working
      const wanted = await wantedNow()
      const writtenAt = wanted !== null && wanted.key === written?.key ? written.at : null
      const isGoneOnWith = written !== null && written.folder === wanted?.folder && wanted.records.has(written.of)
      const fileName = (isGoneOnWith ? written?.fileName : wanted?.fileNames[0]) ?? null
      return accept({ folder: settings.read().calendarFolder, fileName, writtenAt, reason })
    },
    begin: () => {
      stopHearing = on((event) => {
        if (!isTelling && event.kind === 'changed' && event.topics.some((topic) => TOPICS.has(topic))) refresh()
      })
      timer = setInterval(() => {
        if (reason !== null) refresh()
      }, TRY_EVERY_MS)
      timer.unref()
      refresh()
    },
    settled: async () => {
      while (working !== null) await working
    },
    close: () => {
      isClosed = true
      stopHearing()
      clearInterval(timer)
    },
  }
}
