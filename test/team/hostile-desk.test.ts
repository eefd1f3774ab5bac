import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { contract, isCommand } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import { INPUT_LIMIT_BYTES } from '../../shared/contract/limits.ts'
import type { Role } from '../../shared/contract/who.ts'
import { aHub, aRawDesk, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { atRest, wholeDatabase } from '../builders/whole-database.ts'

// A desk that belongs here and means ill: it says what its program never would. Nothing is done, and nobody else’s is told.

let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const tokens = {} as Record<Role, string>
let [ill, boss]: RawDesk[] = []
let before: Record<string, string>
beforeAll(async () => {
  room = await anOpenRoom()
  hub = await aHub(room.url, { clock: room.clock })
  for (const role of ['listener', 'note_taker', 'coordinator'] as const)
    tokens[role] = (await hub.joined({ role }, `某${role}`)).token
  await atRest(room.engine)
})
afterAll(async () => {
  await hub.close()
  await room.close()
})
beforeEach(async () => {
  ill = await aRawDesk(hub.host, tokens.listener)
  boss = await aRawDesk(hub.host, tokens.coordinator)
  before = await everything()
})
afterEach(async () => {
  expect(await everything()).toEqual(before)
  expect(await desk().ask('rooms.list', {})).toMatchObject({ ok: true })
  desk().close()
  boss?.close()
})
const desk = (): RawDesk => ill as RawDesk
const everything = () => wholeDatabase(room.engine, ['desk', 'no_show_watch'])
const reserving = (from: string, personId: string) => ({
  ...{ seatId: room.seat(1), personId, companionId: null, purpose: 'listen' },
  ...{ startsAt: shanghai(from), endsAt: shanghai('15:00') },
})

test.each(['listener', 'note_taker'] as const)(
  'a %s is refused every call that is not theirs, whatever comes with it',
  async (role) => {
    const asking = role === 'listener' ? desk() : await aRawDesk(hub.host, tokens[role])
    const others = Object.entries(contract).flatMap(([feature, entries]) =>
      Object.entries(entries as Record<string, Entry>).flatMap(([name, entry]) =>
        entry.where === 'desk' || entry.who.includes(role) ? [] : [`${feature}.${name}`],
      ),
    )
    expect(others.length).toBeGreaterThan(20)
    const claims = { role: 'coordinator', caller: { role: 'trusted' }, asker: { role: 'trusted' } }
    const answers = await Promise.all(
      others.map((call) => asking.say({ ...claims, call, input: claims, ...(isCommand(call) && { command: v7() }) })),
    )
    expect(new Set(answers.map((answer) => (answer.ok ? 'done' : answer.code)))).toEqual(new Set(['not_allowed']))
    if (asking !== desk()) asking.close()
  },
)

test('what is a desk’s own, and what is no call at all, is not there', async () => {
  const own = Object.entries(contract).flatMap(([feature, entries]) =>
    Object.entries(entries as Record<string, Entry>).flatMap(([name, { where }]) =>
      where === 'desk' ? [`${feature}.${name}`] : [],
    ),
  )
  const none = [
    '',
    '.',
    '__proto__.toString',
    'constructor.name',
    'people.__proto__',
    'people.constructor',
    'people.list.x',
  ]
  for (const call of [...own, ...none])
    expect(await desk().say({ call, input: {}, command: v7() }), call).toMatchObject({ code: 'unknown_call' })
})

test('an id under which somebody else did something does nothing, tells nothing, and leaves theirs to them', async () => {
  const command = v7()
  const wish = reserving('14:00', boss?.welcome.me.personId ?? '')
  const done = await boss?.ask('bookings.reserve', wish, command)
  expect(done).toMatchObject({ ok: true })
  before = await everything()
  for (const [call, input] of [
    ['bookings.reserve', wish],
    ['bookings.reserve', reserving('10:00', desk().welcome.me.personId)],
    ['bookings.cancel', { bookingId: v7(), seenVersion: null }],
  ] as const)
    expect(await desk().ask(call, input, command)).toEqual({
      ...{
        ok: false,
        code: 'bad_input',
        detail: { issues: [{ path: 'command', message: 'was used for something else' }] },
      },
    })
  expect(await boss?.ask('bookings.reserve', wish, command)).toEqual(done)
  for (const odd of ['', '1', `${command}'; --`, `${command} `, 7, null])
    await expect(
      (async () => {
        const cut = await aRawDesk(hub.host, tokens.note_taker)
        return cut.say({ call: 'bookings.reserve', input: wish, command: odd })
      })(),
    ).rejects.toThrow('closed: 1008')
})

test('what another desk hears is neither changed nor given away by a desk that names it', async () => {
  const session = {
    ...{ id: v7(), booking_id: null, seat_number: 1, purpose: 'listen', started_at: shanghai('09:00'), ended_at: null },
    ...{ listener_id: boss?.welcome.me.personId ?? null },
  }
  const { generation } = boss?.welcome ?? { generation: 0 }
  const entries = [{ table: 'session', row: session }]
  expect(await boss?.say({ rows: { generation, entries } })).toMatchObject({ ok: true })
  before = await everything()
  const mine = desk().welcome.generation
  const call = { id: v7(), session_id: session.id, number: 1, reference: null, session_ms: 0 }
  for (const entry of [
    { table: 'session', row: { ...session, ended_at: shanghai('09:02') } },
    { table: 'session', handedOver: session.id },
    { table: 'call', row: { ...call, started_at: shanghai('09:01'), ended_at: null } },
  ])
    expect(await desk().say({ rows: { generation: mine, entries: [entry] } })).toMatchObject({ ok: false, at: 0 })
  expect(await desk().say({ rows: { generation: mine + 1, entries } })).toMatchObject({ code: 'superseded' })
})

test('hashes of tokens that are nobody’s, and a hundred of them, give nothing', async () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const greeting = async (formerly: unknown) => {
    const guest = await aRawDesk(hub.host, tokens.listener, undefined, {}, { formerly })
    const { welcome } = guest
    guest.close()
    return welcome.me.role
  }
  expect(await greeting([hash('guessed'), "' OR 1=1 --".padEnd(64, ' ')])).toBe('listener')
  for (const formerly of [Array(100).fill(hash('x')), ['short'], [{}], 'all', { length: 3 }])
    await expect(greeting(formerly)).rejects.toThrow('closed: 1008')
  ill = await aRawDesk(hub.host, tokens.listener)
})

test('words that are none, words that PostgreSQL would read as its own, and input that is too long are wrong input', async () => {
  const personId = desk().welcome.me.personId
  const wish = reserving('14:00', personId)
  for (const odd of [`${personId}' OR '1'='1`, '\u0000', '\ud800', '$1', '%', personId.toUpperCase().replace('-', '')])
    expect(await desk().ask('bookings.reserve', { ...wish, personId: odd }), odd).toMatchObject({ ok: false })
  for (const query of ['\u0000', "'; DROP TABLE person; --", '%', '\ud800', '()!&|:*', '\\'])
    expect(await desk().ask('notes.search', { query }), query).not.toMatchObject({ code: 'unexpected' })
  expect(await desk().ask('bookings.reserve', { ...wish, more: 'x'.repeat(INPUT_LIMIT_BYTES) })).toMatchObject({
    code: 'too_large',
  })
  for (const since of ['', 'x', "1'; DROP TABLE feed; --", '9'.repeat(190), '\u0000', '-1 -1', '{"a":1}'])
    expect(await desk().say({ since }), since).not.toMatchObject({ code: 'unexpected' })
})
