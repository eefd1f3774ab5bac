import { afterEach, beforeEach, expect, test } from 'vitest'
import { hubFeed } from '../../electron/compose/hub-feed.ts'
import { type PostgresEngine, postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { type Query, rows, value, write } from '../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../electron/storage/house/room.ts'
import { FEED_LOT, type FeedPlace, feedPlace, feedSince, sweepFeed } from '../../electron/storage/hub/feed.ts'
import { type News, topicsShowing } from '../../electron/storage/hub/feed-news.ts'
import { watchFeed } from '../../electron/storage/hub/feed-watch.ts'
import { type RowsDown, rowsSince } from '../../electron/storage/hub/rows-down.ts'
import { rowsOfTheFirstRoomSince } from '../../electron/storage/hub/rows-of-the-first-room.ts'
import { giveOwn, keepReadOwn, keepShown, tellOfOwn } from '../../electron/storage/seats/own-news.ts'
import { BEGUN } from '../builders/all-ended.ts'
import { connectionTo } from '../builders/connection.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let other: PostgresEngine
beforeEach(async () => {
  house = await anOpenRoom()
  other = postgresEngine({ connectionString: house.url })
})
afterEach(async () => {
  await other.close()
  await house.close()
})

const fed = (place: FeedPlace) => house.engine.read(() => feedSince(place))
/**
 * Asks until an answer holds all that was written before. A write in another database of the server (other tests, or PostgreSQL's own work in the
 * background) may hold an answer back for one look, as a hub looks again soon: `xidOf` says how far an answer goes.
 */
async function reaching<T>(ask: () => T | Promise<T>, xidOf: (answer: T) => string | undefined): Promise<T> {
  const begun = BigInt((await house.engine.read(() => value<string>(BEGUN))) ?? '')
  let answer = await ask()
  const isThere = async () => {
    if (BigInt(xidOf(answer) ?? 0) < begun) answer = await ask()
    return BigInt(xidOf(answer) ?? 0) >= begun
  }
  await expect.poll(isThere, patience).toBe(true)
  return answer
}
/** After all that was written before. */
const placeNow = () =>
  reaching(
    () => house.engine.read(feedPlace),
    ({ xid }) => xid,
  )
/** Everything since then, as `fed` tells it. */
const told = (place: FeedPlace) =>
  reaching(
    () => fed(place),
    (lot) => lot?.place.xid,
  )

/** By somebody of their own: whose sessions are counted together would wait for each other. */
function* aSession(id: string): Query<void> {
  yield* write(`INSERT INTO person (id, name, department, role) VALUES (?, '王敏', '', 'listener')`, [id])
  const sql = `INSERT INTO session (id, listener_id, purpose, started_at) VALUES (?, ?, 'listen', ?)`
  yield* write(sql, [id, id, shanghai('09:00')])
}

test('what is committed late is told late, and not passed over as it is by its number', async () => {
  const numbersAfter = (number: number) =>
    house.engine.read(() =>
      rows<{ id: string; rowid: number }>('SELECT id, rowid FROM session WHERE rowid > ?', [number]),
    )
  const before = await placeNow()
  let place = before
  let number = 0
  await other.within(async () => {
    await other.transact(() => aSession('early'))
    await house.engine.transact(() => aSession('late'))
    const seen = await numbersAfter(0)
    expect(seen.map(({ id }) => id)).toEqual(['late'])
    number = seen[0]?.rowid ?? 0
    const lot = await fed(place)
    // Not even what is committed: it comes after what is not, and both come soon.
    expect(lot?.rows).toEqual([])
    place = lot?.place ?? place
  })
  expect(await numbersAfter(number)).toEqual([])
  const lot = await told(place)
  expect(lot?.rows).toEqual([
    { what: 'person', rowId: 'early' },
    { what: 'session', rowId: '' },
    { what: 'person', rowId: 'late' },
    { what: 'session', rowId: '' },
  ])
  expect((await fed(lot?.place ?? before))?.rows).toEqual([])
})

test('what is written for long in another database of the server holds nothing back; what is written here does', async () => {
  const elsewhere = await connectionTo(process.env.EARSHOT_TEST_DATABASE)
  const here = await connectionTo(house.url)
  try {
    await elsewhere.query('BEGIN; SELECT pg_current_xact_id()')
    let place = await placeNow()
    await other.transact(() => aSession('early'))
    const early = await told(place)
    expect(early?.rows).toHaveLength(2)
    place = early?.place ?? place
    await here.query('BEGIN; SELECT pg_current_xact_id()')
    await other.transact(() => aSession('late'))
    expect(await fed(place)).toMatchObject({ rows: [] })
    await here.query('COMMIT')
    const late = await told(place)
    expect(late?.rows).toHaveLength(2)
    place = late?.place ?? place
    // It went on before this place, and is over between two looks or in the midst of one: nothing begins anew for it.
    await elsewhere.query('COMMIT')
    expect(await fed(place)).toMatchObject({ rows: [] })
  } finally {
    await Promise.all([elsewhere.end(), here.end()])
  }
})

const since = (cursor: string | null, at = shanghai('09:00')) => house.engine.read(() => rowsSince(cursor, at))

const xidAt = (cursor: string | undefined) => String(JSON.parse(cursor ?? '[]')[2] ?? 0)

/** All lots up to the last, which holds all that was written before. */
function allSince(cursor: string | null, at = shanghai('09:00')): Promise<RowsDown[]> {
  const all = async () => {
    const lots = [await since(cursor, at)]
    for (let last = lots[0]; last?.hasMore; last = lots.at(-1)) lots.push(await since(last.cursor, at))
    return lots
  }
  return reaching(all, (lots) => xidAt(lots.at(-1)?.cursor))
}
/** What is no more than one lot. */
const lotSince = async (cursor: string) => {
  const [lot, ...more] = await allSince(cursor)
  expect(more).toEqual([])
  return lot as RowsDown
}
const tables = (lots: readonly RowsDown[]) => [...new Set(lots.flatMap((lot) => lot.rows.map(({ table }) => table)))]

test('a desk gets everything in lots, then what changed since, as it is now, and what is gone', async () => {
  const many = `INSERT INTO person (id, name, department, role) SELECT 'p' || n, '王敏', '客服部', 'listener' FROM generate_series(1, ?) n`
  await house.engine.transact(() => write(many, [FEED_LOT]))
  const held = await house.aBooking({ person: 'p1' })
  const lots = await allSince(null)
  expect(lots.map(({ isAnew, hasMore }) => [isAnew, hasMore])).toEqual([
    [true, true],
    [false, false],
  ])
  expect(tables(lots)).toEqual(['person', 'room', 'seat', 'issue_type', 'booking'])
  expect(lots.flatMap((lot) => lot.rows).filter(({ table }) => table === 'person')).toHaveLength(FEED_LOT)
  const cursor = lots.at(-1)?.cursor ?? ''
  expect(await since(cursor)).toMatchObject({ isAnew: false, rows: [], gone: [] })

  await accepted(house.cancel(held.id))
  await house.engine.transact(function* () {
    yield* write(`UPDATE person SET department = '营销部'`)
    yield* write(`DELETE FROM issue_type WHERE id = 'coupon'`)
  })
  const changed = await allSince(cursor)
  expect(changed.map(({ isAnew, hasMore }) => [isAnew, hasMore])).toEqual([
    [false, true],
    [false, false],
  ])
  expect(changed[0]?.rows.at(-1)).toMatchObject({ table: 'booking', row: { id: held.id, state: 'cancelled' } })
  const people = changed.flatMap((lot) => lot.rows).filter(({ table }) => table === 'person')
  expect(new Set(people.map(({ row }) => `${row.id} ${row.department}`)).size).toBe(FEED_LOT)
  expect(changed.flatMap(({ gone }) => gone)).toEqual([{ table: 'issue_type', key: 'coupon' }])
})

test('bookings that ended more than a week ago are not brought', async () => {
  const wang = await house.aPerson('王敏')
  const cursor = (await allSince(null)).at(-1)?.cursor ?? ''
  await house.aBooking({ person: wang })
  for (const from of [cursor, null]) {
    expect(tables(await allSince(from, shanghai('09:00', '2026-09-25')))).toContain('booking')
    expect(tables(await allSince(from, shanghai('12:00', '2026-09-25')))).not.toContain('booking')
  }
})

test('whoever was away for longer than the feed reaches, or comes from another history, reads everything anew', async () => {
  const cursor = (await allSince(null)).at(-1)?.cursor ?? ''
  const [history = '', mark = '', xid = ''] = JSON.parse(cursor) as string[]
  const strange = [
    '[',
    '[1]',
    '{}',
    JSON.stringify([history, mark, '9'.repeat(19), '', '']),
    JSON.stringify([`${history}1`, mark, xid, '', '']),
    JSON.stringify([history, 'no mark', xid, '', '']),
  ]
  for (const one of strange) expect((await since(one)).isAnew).toBe(true)
  await house.aPerson('王敏')
  const told = await lotSince(cursor)
  expect(told.rows).toHaveLength(1)
  const after = told.cursor
  expect(await house.engine.transact(() => sweepFeed('2026-01-01T00:00:00.000Z'))).toBe(0)
  expect(await house.engine.transact(() => sweepFeed('2099-01-01T00:00:00.000Z'))).toBeGreaterThan(0)
  expect((await since(cursor)).isAnew).toBe(true)
  expect(await since(after)).toMatchObject({ isAnew: false, rows: [] })
})

test('a copy of the files that goes on in the same history is known by what it wrote, also once it is past the place', async () => {
  const copied = (await allSince(null)).at(-1)?.cursor ?? ''
  await house.aPerson('王敏')
  const { cursor } = await lotSince(copied)
  const more = (await since(cursor)).cursor
  // What the copy does not have, and others did since.
  await house.engine.transact(() => write(`DELETE FROM hub_feed WHERE xid >= CAST(? AS xid8)`, [JSON.parse(copied)[2]]))
  await house.aPerson('赵倩')
  await house.aPerson('孙悦')
  for (const lost of [cursor, more]) expect((await since(lost)).isAnew).toBe(true)
  expect(await lotSince(copied)).toMatchObject({ isAnew: false, rows: [{ table: 'person' }, { table: 'person' }] })
})

test('a hub hears what others change, also what they changed while its connection was cut', async () => {
  const heard: News[] = []
  const failures: unknown[] = []
  const engine = postgresEngine({ connectionString: house.url, application_name: 'watching', max: 1 })
  const watch = watchFeed({
    engine,
    everyMs: 20,
    told: (news) => heard.push(news),
    failed: async (error) => failures.push(error) > 0,
  })
  const topics = () => heard.flatMap((news) => news.topics)
  // From the moment it first looked.
  await house.engine.transact(() => write(`UPDATE room SET opens_at = opens_at`))
  while (!topics().includes('rooms')) await house.engine.transact(() => write(`UPDATE room SET opens_at = opens_at`))
  const cut = `SELECT count(pg_terminate_backend(pid)) AS value FROM pg_stat_activity WHERE application_name = 'watching'`
  await house.engine.transact(function* () {
    yield* value(cut)
    yield* write(`INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '', 'listener')`)
  })
  await expect.poll(topics, patience).toContain('people')
  expect(heard.find((news) => news.topics.includes('people'))).toMatchObject({ personIds: ['p'], isForCopies: true })
  expect(failures.length).toBeLessThan(2)
  await watch.stop()
  await engine.close()
})

test('a question of what changed that fails for a reason of its own stands in the log, once and not four times a second', async () => {
  const errors: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (what: string) => errors.push(what) }
  // As if a table were missing.
  const feed = hubFeed({ connectionString: house.url, options: '-c search_path=nowhere' }, log)
  await expect.poll(() => errors, patience).toContain('what others changed could not be read')
  for (let look = 0; look < 5; look += 1) {
    feed.look()
    await feed.isHere()
  }
  await feed.stop()
  expect(errors).toHaveLength(1)
})

test('that somebody was shown what was given to them is told to no desk; that it was given, and what they read of, is', async () => {
  const [boss, secretary] = [await house.aPerson('林岚'), await house.aPerson('罗佳')]
  const own = { kind: 'wait', ofId: 'w' } as const
  const by = { at: shanghai('09:00'), actorId: secretary }
  const fedBy = async (query: () => Query<void>) => {
    const place = await placeNow()
    await house.engine.transact(query)
    return (await told(place))?.rows
  }
  const fed = [{ what: 'own_news', rowId: '' }]
  expect(await fedBy(() => giveOwn(own, [boss], by))).toEqual(fed)
  expect(await fedBy(() => keepShown(boss, own))).toEqual([])
  expect(await fedBy(() => tellOfOwn({ ...own, known: 'waiting' }, [boss], by))).toEqual(fed)
  expect(await fedBy(() => keepReadOwn(boss, { ...own, at: by.at }))).toEqual(fed)
})

test('whatever is told of is shown somewhere', async () => {
  const fed = await house.engine.read(() =>
    rows<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'feed' ORDER BY name`,
    ),
  )
  expect(fed.length).toBeGreaterThan(10)
  const shown = fed.filter(({ name }) => topicsShowing(name).length > 0)
  expect(fed.filter((table) => !shown.includes(table))).toEqual([{ name: 'agent_key' }, { name: 'desk' }])
})

test('a hub that did something looks at once', async () => {
  const heard: News[] = []
  const failures: unknown[] = []
  const looked = Promise.withResolvers<void>()
  const engine: PostgresEngine = {
    ...other,
    read: (query) => other.read(query).finally(() => looked.resolve()),
  }
  const told = (news: News) => heard.push(news)
  const watch = watchFeed({ engine, everyMs: 3_600_000, told, failed: async (error) => failures.push(error) > 0 })
  await looked.promise
  await house.newRules({ seatCount: 5 })
  const topicsAfterALook = () => {
    watch.look()
    return heard.flatMap((news) => news.topics)
  }
  await expect.poll(topicsAfterALook, patience).toContain('rooms')
  await watch.stop()
  expect(failures).toEqual([])
})

test('a desk that knows one room hears of no other, nor of a booking that went there', async () => {
  const east = await accepted(house.roomKeeping.add({ name: '东厅', site: '', likeRoomId: FIRST_ROOM_ID }, nobody))
  const wang = await house.aPerson('王敏')
  const held = await house.aBooking({ person: wang })
  const [lot] = await allSince(null)
  const told = (read: typeof rowsSince, cursor: string | null) =>
    house.engine.read(() => read(cursor, shanghai('09:00')))
  expect(lot?.rows.filter(({ table }) => table === 'seat' || table === 'room')).toHaveLength(10)
  const first = await told(rowsOfTheFirstRoomSince, null)
  const ids = (table: string) => first.rows.filter((one) => one.table === table).map(({ row }) => row.id)
  expect(ids('room')).toEqual([FIRST_ROOM_ID])
  expect(ids('seat').sort()).toEqual([1, 2, 3, 4].map(house.seat).sort())
  expect(ids('booking')).toEqual([held.id])
  const to = { seatId: east.seats[0]?.id ?? '', startsAt: held.startsAt, endsAt: held.endsAt }
  await accepted(house.bookings.reschedule({ bookingId: held.id, seenVersion: null, ...to }, nobody))
  const next = await reaching(
    () => told(rowsOfTheFirstRoomSince, lot?.cursor ?? null),
    ({ cursor }) => xidAt(cursor),
  )
  expect(next.rows.filter(({ table }) => table === 'booking')).toEqual([])
  expect(next.gone).toContainEqual({ table: 'booking', key: held.id })
})
