import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { gapsWithin, makeStopwatch, startTicking } from '../../../electron/services/listening/stopwatch.ts'
import { changeCount } from '../../../electron/storage/file/backup.ts'
import { readStopwatch } from '../../../electron/storage/listening/stopwatch.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

let house: Awaited<ReturnType<typeof anOpenRoom>>
let console: ReturnType<typeof aConsoleOn>
beforeEach(async () => {
  house = await anOpenRoom()
  console = aConsoleOn()
})
afterEach(() => house.close())

/** As after a start of the program: what is not in the file is gone. */
function aConsoleOn() {
  const stopwatch = makeStopwatch(house.parts)
  return { stopwatch, sessions: sessionsOf(house.parts, stopwatch) }
}

const sit = () => accepted(console.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))
const nextCall = (sessionId: string) => accepted(console.sessions.nextCall({ sessionId, reference: null }, nobody))
const endCall = (callId: string) => accepted(console.sessions.endCall({ callId }, nobody))
const endSession = (sessionId: string) => accepted(console.sessions.end({ sessionId }, nobody))
const calls = (sessionId: string) => accepted(console.sessions.calls({ sessionId }, nobody))

/** Time in which the console is awake: its stopwatch looks at the clock every second. */
function awakeFor(ms: number) {
  for (let passed = 0; passed < ms; passed += SECOND_MS) {
    house.clock.advance(SECOND_MS)
    console.stopwatch.tick()
  }
}

describe('a wall clock that is set while a call is heard', () => {
  test.each([
    [-HOUR_MS, HOUR_MS],
    [HOUR_MS, -HOUR_MS],
    [-HOUR_MS, 0],
    [HOUR_MS, 0],
    [-8 * HOUR_MS, 8 * HOUR_MS],
    [-400 * 24 * HOUR_MS, 0],
  ])('steps of %i and %i ms change no length', async (firstMs, secondMs) => {
    const session = await sit()
    const call = await nextCall(session.id)
    awakeFor(3 * SECOND_MS)
    house.clock.step(firstMs)
    awakeFor(4 * SECOND_MS)
    expect((await calls(session.id))[0]).toMatchObject({ elapsedMs: 7_000, gaps: [] })
    house.clock.step(secondMs)
    awakeFor(5 * SECOND_MS)
    const ended = await endCall(call.id)
    expect(ended).toMatchObject({ elapsedMs: 12_000, gaps: [] })
    expect(Date.parse(ended.endedAt ?? '') - Date.parse(ended.startedAt)).toBe(12_000)
    awakeFor(2 * SECOND_MS)
    const over = await endSession(session.id)
    expect(Date.parse(over.endedAt ?? '') - Date.parse(over.startedAt)).toBe(14_000)
  })

  test('each call is dated by the clock at its start, and ends as long after as it was heard', async () => {
    const session = await sit()
    await nextCall(session.id)
    awakeFor(10 * SECOND_MS)
    house.clock.step(-HOUR_MS)
    const second = await nextCall(session.id)
    expect(second.startedAt).toBe(house.clock.now())
    awakeFor(20 * SECOND_MS)
    const over = await endSession(session.id)
    const [one, two] = await calls(session.id)
    expect([one?.elapsedMs, two?.elapsedMs]).toEqual([10_000, 20_000])
    expect(Date.parse(one?.endedAt ?? '') - Date.parse(one?.startedAt ?? '')).toBe(10_000)
    expect(Date.parse(two?.endedAt ?? '') - Date.parse(two?.startedAt ?? '')).toBe(20_000)
    expect(over.endedAt).toBe('2026-09-18T01:00:30.000Z')
  })

  test('nor what passed before the first call, in which nobody asked how long it was', async () => {
    const session = await sit()
    awakeFor(30 * SECOND_MS)
    house.clock.step(-HOUR_MS)
    await nextCall(session.id)
    awakeFor(5 * SECOND_MS)
    const over = await endSession(session.id)
    expect(Date.parse(over.endedAt ?? '') - Date.parse(over.startedAt)).toBe(35_000)
  })

  test('the database itself refuses an end before the start', async () => {
    const session = await sit()
    const call = await nextCall(session.id)
    const setEnd = (table: 'call' | 'session', id: string) => () =>
      house.db.prepare(`UPDATE ${table} SET ended_at = '2026-09-18T00:59:59.999Z' WHERE id = ?`).run(id)
    expect(setEnd('call', call.id)).toThrow('ends_before_start')
    expect(setEnd('session', session.id)).toThrow('ends_before_start')
  })
})

describe('a machine that sleeps while a call is heard', () => {
  test('the call goes on, and the stretch asleep stands on it', async () => {
    const session = await sit()
    await nextCall(session.id)
    awakeFor(90 * SECOND_MS)
    const told = house.events.length
    house.clock.advance(12 * MINUTE_MS)
    console.stopwatch.tick()
    expect(house.events.slice(told)).toEqual([{ kind: 'changed', topics: ['sessions'] }])
    awakeFor(30 * SECOND_MS)
    expect((await calls(session.id))[0]).toMatchObject({
      elapsedMs: 90_000 + 720_000 + 30_000,
      gaps: [{ fromMs: 90_000, toMs: 810_000, reason: 'asleep' }],
    })
  })

  test('a sleep over the end of one call and the start of the next is cut to each', async () => {
    const session = await sit()
    await nextCall(session.id)
    awakeFor(30 * SECOND_MS)
    house.clock.advance(MINUTE_MS)
    console.stopwatch.tick()
    await nextCall(session.id)
    awakeFor(5 * SECOND_MS)
    house.clock.advance(2 * MINUTE_MS)
    console.stopwatch.tick()
    const [one, two] = await calls(session.id)
    expect(one).toMatchObject({ elapsedMs: 90_000, gaps: [{ fromMs: 30_000, toMs: 90_000, reason: 'asleep' }] })
    expect(two).toMatchObject({ elapsedMs: 125_000, gaps: [{ fromMs: 5_000, toMs: 125_000, reason: 'asleep' }] })
  })

  test('a second or two in which the machine was busy is no sleep', async () => {
    const session = await sit()
    await nextCall(session.id)
    awakeFor(5 * SECOND_MS)
    house.clock.advance(4 * SECOND_MS)
    console.stopwatch.tick()
    expect((await calls(session.id))[0]).toMatchObject({ elapsedMs: 9_000, gaps: [] })
  })
})

describe('a console that is closed and opened again while a call is heard', () => {
  test('the call goes on from where it was, with the stretch closed on it', async () => {
    const session = await sit()
    const call = await nextCall(session.id)
    awakeFor(20 * SECOND_MS)
    console.stopwatch.stop()
    house.clock.advance(3 * MINUTE_MS)
    console = aConsoleOn()
    awakeFor(10 * SECOND_MS)
    expect(await endCall(call.id)).toMatchObject({
      elapsedMs: 210_000,
      gaps: [{ fromMs: 20_000, toMs: 200_000, reason: 'closed' }],
    })
  })

  test.each([-HOUR_MS, HOUR_MS])(
    'killed, and the clock was set by %i ms long before: nothing jumps',
    async (stepMs) => {
      const session = await sit()
      const call = await nextCall(session.id)
      awakeFor(20 * SECOND_MS)
      house.clock.step(stepMs)
      awakeFor(20 * SECOND_MS)
      console = aConsoleOn()
      awakeFor(SECOND_MS)
      expect(await endCall(call.id)).toMatchObject({ elapsedMs: 41_000, gaps: [] })
    },
  )

  test('the clock set back while it was closed: never less than the last mark that was taken', async () => {
    const session = await sit()
    const call = await nextCall(session.id)
    awakeFor(25 * SECOND_MS)
    const notes = notesOf(house.parts)
    const words = { kind: 'voice', text: '第二句', issueTypeId: null } as const
    await accepted(notes.add({ ...words, noteId: house.clock.newId(), callId: call.id, offsetMs: 24_000 }, nobody))
    house.clock.step(-HOUR_MS)
    console = aConsoleOn()
    const elapsedMs = (await calls(session.id))[0]?.elapsedMs ?? 0
    expect(elapsedMs).toBeGreaterThanOrEqual(24_000)
    expect(elapsedMs).toBeLessThanOrEqual(25_000)
  })

  test('a clock that was dead for years does not make a call of years', async () => {
    const session = await sit()
    await nextCall(session.id)
    house.clock.step(11 * 365 * 24 * HOUR_MS)
    console = aConsoleOn()
    expect((await calls(session.id))[0]?.elapsedMs).toBe(24 * HOUR_MS)
  })
})

test('how far it is goes to the disk every ten seconds, and not more often', async () => {
  const session = await sit()
  await nextCall(session.id)
  const stored = () => readStopwatch(house.db, session.id)?.elapsedMs ?? null
  const seen = new Set<number | null>()
  for (let second = 0; second < 30; second += 1) {
    awakeFor(SECOND_MS)
    seen.add(stored())
  }
  expect([...seen]).toEqual([null, 10_000, 20_000, 30_000])
})

test('a console that was closed for less than twenty seconds leaves no mark of it on the call', async () => {
  const session = await sit()
  const call = await nextCall(session.id)
  awakeFor(10 * SECOND_MS)
  house.clock.advance(19 * SECOND_MS)
  console = aConsoleOn()
  expect(await endCall(call.id)).toMatchObject({ elapsedMs: 29_000, gaps: [] })
})

test('a sleep is told to the windows, and nothing else that the stopwatch does', async () => {
  await sit()
  house.events.length = 0
  awakeFor(30 * SECOND_MS)
  expect(house.events).toEqual([])
  house.clock.advance(MINUTE_MS)
  console.stopwatch.tick()
  expect(house.events).toEqual([{ kind: 'changed', topics: ['sessions'] }])
})

test('a stretch is shown from where its call begins', () => {
  const gap = { fromMs: 5_000, toMs: 9_000, reason: 'asleep' } as const
  expect(gapsWithin([gap], 7_000, 60_000)).toEqual([{ ...gap, fromMs: 0, toMs: 2_000 }])
  expect(gapsWithin([gap], 9_000, 60_000)).toEqual([])
})

test('a session in which nothing happens is no reason for a copy of the database', async () => {
  const session = await sit()
  await nextCall(session.id)
  const before = changeCount(house.db)
  awakeFor(60 * SECOND_MS)
  expect(changeCount(house.db)).toBe(before)
  await endSession(session.id)
  expect(changeCount(house.db)).toBeGreaterThan(before)
})

test('after the clock was set back, the newest session still comes first', async () => {
  const first = await sit()
  await endSession(first.id)
  house.clock.step(-HOUR_MS)
  const second = await sit()
  const wish = { listener: '', from: null, to: null, limit: 2, offset: 0 }
  const newest = await accepted(console.sessions.list(wish, nobody))
  expect(newest.sessions.map(({ id }) => id)).toEqual([second.id, first.id])
})

test('a disk that takes no more writes keeps nobody from seeing how far a call is', async () => {
  const session = await sit()
  await nextCall(session.id)
  awakeFor(20 * SECOND_MS)
  house.clock.advance(MINUTE_MS)
  house.db.pragma('query_only = ON')
  console = aConsoleOn()
  expect((await calls(session.id))[0]?.elapsedMs).toBe(80_000)
  house.db.pragma('query_only = OFF')
})

test('a disk that takes no more writes neither ends the ticking nor keeps the console from closing', async () => {
  const session = await sit()
  await nextCall(session.id)
  const error = vi.fn()
  const log = { ...house.parts.log, error }
  house.db.pragma('query_only = ON')
  vi.useFakeTimers()
  const stop = startTicking(console.stopwatch, log)
  house.clock.advance(MINUTE_MS)
  vi.advanceTimersByTime(SECOND_MS)
  expect(error).toHaveBeenCalledTimes(1)
  house.clock.advance(MINUTE_MS)
  vi.advanceTimersByTime(SECOND_MS)
  expect(error).toHaveBeenCalledTimes(2)
  stop()
  vi.advanceTimersByTime(MINUTE_MS)
  expect(error).toHaveBeenCalledTimes(3)
  expect(error).toHaveBeenCalledWith('the stopwatch was not stored', 'STOPWATCH', expect.any(Error))
  vi.useRealTimers()
  house.db.pragma('query_only = OFF')
})

describe('what the disk refused at the last moment', () => {
  /** From now on a change of this kind fails when it is committed, as on a disk that has become full. */
  function refuseCommitsOf(change: string) {
    house.db.exec(`CREATE TABLE refused (id PRIMARY KEY, other REFERENCES refused (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER refuse AFTER ${change} ON session BEGIN INSERT INTO refused VALUES (1, 2); END`)
    return () => house.db.exec('DROP TRIGGER refuse')
  }

  test('a session that was not begun is not measured', async () => {
    const accept = refuseCommitsOf('INSERT')
    await expect((async () => sit())()).rejects.toThrow('FOREIGN KEY')
    accept()
    awakeFor(20 * SECOND_MS)
    console.stopwatch.stop()
    expect(await accepted(console.sessions.current({}, nobody))).toBeNull()
  })

  test('a session that was not ended is measured on, whatever the wall clock did', async () => {
    const session = await sit()
    const call = await nextCall(session.id)
    awakeFor(15 * SECOND_MS)
    const accept = refuseCommitsOf('UPDATE')
    await expect((async () => endSession(session.id))()).rejects.toThrow('FOREIGN KEY')
    accept()
    house.clock.step(-HOUR_MS)
    awakeFor(5 * SECOND_MS)
    expect(await endCall(call.id)).toMatchObject({ elapsedMs: 20_000, gaps: [] })
  })
})
