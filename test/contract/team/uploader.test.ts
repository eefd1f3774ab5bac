import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heardRows } from '../../builders/far-hub.ts'
import { aMember } from '../../builders/member.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'

let desk: Awaited<ReturnType<typeof aMember>>
beforeEach(async () => {
  desk = await aMember()
})
afterEach(() => desk.close())

const sameOnBoth = () => expect(heardRows(desk.hub.db)).toEqual(heardRows(desk.db))
const isAllUp = () => vi.waitFor(() => expect(desk.uploader.progress().rows).toBe(0), patience)

/** An hour of noting, with the second thoughts people have. */
async function anHour(): Promise<void> {
  for (let call = 0; call < 6; call += 1) {
    const { id: callId } = call === 0 ? desk.call : await desk.nextCall()
    for (let minute = 0; minute < 10; minute += 1) {
      desk.clock.advance(60_000)
      const note = await desk.aNote(`第 ${call * 10 + minute} 句话`, { callId, offsetMs: minute * 60_000 })
      if (minute % 4 === 1) await accepted(desk.notes.undo({ callId }, desk.asker))
      if (minute % 4 === 2)
        await accepted(
          desk.notes.edit(
            { noteId: note.id, seenVersion: null, kind: 'view', text: `改过的 ${minute}`, issueTypeId: 'coupon' },
            desk.asker,
          ),
        )
      if (minute === 5) desk.clock.step(-600_000)
    }
  }
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
}

test('an hour without the hub: afterwards it has the same rows in the same order, and the session is its own', async () => {
  await anHour()
  expect(desk.hub.lots).toEqual([])
  expect(desk.uploader.isUp(desk.session.id)).toBe(false)
  expect(desk.uploader.waiting()).toMatchObject([{ group: desk.session.id, notes: 60, aside: null }])
  desk.hub.comesBack()
  await isAllUp()
  sameOnBoth()
  expect(desk.hub.handedOver).toEqual([desk.session.id])
  expect(desk.uploader.isUp(desk.session.id)).toBe(true)
})

test.each(['lost', 'answer_lost'] as const)('cut at every lot (%s), the same rows are there once', async (fate) => {
  await desk.close()
  desk = await aMember(7)
  await anHour()
  desk.hub.decide((_lot, count) => (count % 2 === 0 ? fate : 'arrives'))
  while (desk.uploader.progress().rows > 0) {
    desk.hub.comesBack()
    await desk.uploader.drained()
  }
  sameOnBoth()
  expect(desk.hub.handedOver).toContain(desk.session.id)
  expect(desk.hub.lots.length).toBeGreaterThan(30)
})

test('while a session goes on, what is heard goes up by itself, and the session stays with its desk', async () => {
  desk.hub.comesBack()
  await desk.aNote('降价补差')
  await isAllUp()
  sameOnBoth()
  await desk.aNote('尿布换号')
  await isAllUp()
  sameOnBoth()
  expect(desk.uploader.isUp(desk.session.id)).toBe(false)
  expect(desk.hub.handedOver).toEqual([])
})

test('five hundred rows at most go in one lot', async () => {
  for (let count = 0; count < 300; count += 1) await desk.aNote(`第 ${count} 句话`)
  desk.hub.comesBack()
  await isAllUp()
  sameOnBoth()
  expect(desk.hub.lots.map((lot) => lot.length)).toEqual([500, 102])
})

test('half a megabyte at most goes in one lot, and more where one row is larger', async () => {
  const long = '听'.repeat(190_000)
  const add = desk.db.prepare(
    `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '', 'recorded', ?)`,
  )
  for (const callId of [desk.call.id, (await desk.nextCall()).id]) add.run(callId, JSON.stringify([long]))
  desk.hub.comesBack()
  await isAllUp()
  sameOnBoth()
  expect(desk.hub.lots.map((lot) => lot.filter(({ table }) => table === 'conversation').length)).toEqual([0, 1, 1])
})

test('a row that no message can hold is set aside with its session, and never sent', async () => {
  const add = desk.db.prepare(
    `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '', 'recorded', ?)`,
  )
  add.run(desk.call.id, JSON.stringify(['"'.repeat(1_400_000)]))
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  expect(desk.uploader.waiting()).toMatchObject([{ group: desk.session.id, aside: { why: 'refused' } }])
  expect(desk.hub.lots.flat().map(({ table }) => table)).not.toContain('conversation')
})

test('rows that the hub refuses wait with the reason, all others go up, and on the next try they do too', async () => {
  const first = desk.session.id
  await desk.aNote('降价补差')
  await accepted(desk.sessions.end({ sessionId: first }, desk.asker))
  const second = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: desk.listener, purpose: 'listen' }, desk.asker),
  )
  const call = await accepted(desk.sessions.nextCall({ sessionId: second.id, reference: null }, desk.asker))
  await desk.aNote('尿布换号', { callId: call.id })
  desk.hub.decide((lot) => {
    const at = lot.findIndex((entry) => 'row' in entry && entry.row.text === '降价补差')
    return at < 0 ? 'arrives' : { ok: false, code: 'refused', at }
  })
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  expect(await desk.uploader.drained([second.id])).toBe('up')
  expect(await desk.uploader.drained([first])).toBe('set_aside')
  expect(desk.uploader.waiting()).toMatchObject([{ group: first, aside: { why: 'refused' } }])
  expect(desk.uploader.isUp(first)).toBe(false)
  expect(desk.hub.db.prepare('SELECT text FROM note').pluck().all()).toEqual(['尿布换号'])

  desk.hub.decide(() => 'arrives')
  desk.uploader.tryNow()
  await isAllUp()
  expect(desk.uploader.isUp(first)).toBe(true)
  expect(desk.hub.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(2)
})

test('rows that a hub did not know go up once another version of it is there', async () => {
  const note = await desk.aNote('第一句')
  desk.hub.decide((lot) => {
    const at = lot.findIndex((entry) => 'row' in entry && entry.row.id === note.id)
    return at === -1 ? 'arrives' : { ok: false, code: 'refused', at }
  })
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  desk.hub.goesAway()
  desk.hub.decide(() => 'arrives')
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  desk.hub.goesAway()
  desk.hub.comesBack({ appVersion: '0.0.1' })
  expect(await desk.uploader.drained()).toBe('up')
  sameOnBoth()
})

test('something sealed that the hub refuses waits alone, and is told with its session', async () => {
  await desk.aNote('降价补差')
  const at = desk.clock.now()
  const caseId = desk.clock.newId()
  desk.db
    .prepare(`INSERT INTO life_case (id, session_id, call_id, origin, raised_at) VALUES (?, ?, ?, 'key', ?)`)
    .run(caseId, desk.session.id, desk.call.id, at)
  desk.db
    .prepare(
      `INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload) VALUES (?, ?, ?, 'details', 0, '5')`,
    )
    .run(desk.clock.newId(), caseId, at)
  desk.db.function('life_opened', (_: unknown, payload: unknown) => String(payload))
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  desk.hub.decide((lot) => {
    const found = lot.findIndex(({ table }) => table === 'life_sealed')
    return found < 0 ? 'arrives' : { ok: false, code: 'refused', at: found }
  })
  desk.hub.comesBack()
  await vi.waitFor(() => expect(desk.uploader.progress().rows).toBe(1), patience)
  expect(desk.uploader.waiting()).toMatchObject([{ group: desk.session.id, rows: 1, aside: { why: 'refused' } }])
  expect(desk.uploader.isUp(desk.session.id)).toBe(true)
})

test('what the hub failed at is tried again whenever it is back, and what it refused is not', async () => {
  await desk.aNote('降价补差')
  desk.hub.decide(() => ({ ok: false, code: 'failed', at: 0, reference: '1A2B3C4D' }))
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  expect(desk.uploader.waiting()).toMatchObject([{ aside: { why: 'failed', reference: '1A2B3C4D' } }])
  desk.hub.decide(() => ({ ok: false, code: 'refused', at: 0 }))
  desk.hub.goesAway()
  desk.hub.comesBack()
  await vi.waitFor(() => expect(desk.uploader.waiting()).toMatchObject([{ aside: { why: 'refused' } }]), patience)
  desk.hub.decide(() => 'arrives')
  desk.hub.goesAway()
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
})

test('what is sealed waits for its key alone: the notes go up, and the session is handed over', async () => {
  let key: string | null = null
  desk.db.function('life_opened', (_isEncrypted: unknown, _payload: unknown) => key)
  desk.db
    .prepare(`INSERT INTO life_case (id, session_id, origin, raised_at) VALUES ('cry', ?, 'key', ?)`)
    .run(desk.session.id, desk.clock.now())
  desk.db
    .prepare(
      `INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload) VALUES ('s', 'cry', ?, 'details', 1, 'x')`,
    )
    .run(desk.clock.now())
  desk.hub.comesBack()
  await desk.aNote('降价补差')
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  expect(await desk.uploader.drained([desk.session.id])).toBe('up')
  await vi.waitFor(() => expect(desk.uploader.progress().rows).toBe(1), patience)
  sameOnBoth()
  expect(desk.hub.handedOver).toEqual([desk.session.id])
  const sealed = desk.hub.db.prepare('SELECT is_encrypted, payload FROM life_sealed')
  expect(sealed.all()).toEqual([])
  key = '{}'
  desk.uploader.tryNow()
  await isAllUp()
  expect(sealed.all()).toEqual([{ is_encrypted: 0, payload: '{}' }])
})

test('what was set aside is tried again after a restart', async () => {
  desk.hub.decide(() => ({ ok: false, code: 'not_yours', at: 0 }))
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('set_aside')
  desk.hub.decide(() => 'arrives')
  const next = await desk.restart()
  expect(await next.drained()).toBe('up')
  sameOnBoth()
})

test('another connection of this desk took over: nothing is lost, and it goes on with the next greeting', async () => {
  await desk.aNote('降价补差')
  desk.hub.decide((_lot, count) => (count === 0 ? { ok: false, code: 'superseded', at: 0 } : 'arrives'))
  desk.hub.comesBack()
  await vi.waitFor(() => expect(desk.hub.lots.length).toBe(1), patience)
  desk.hub.goesAway()
  desk.hub.comesBack()
  await isAllUp()
  sameOnBoth()
})

test('whoever waits while the hub is away is told so', async () => {
  expect(await desk.uploader.drained()).toBe('away')
})

test('windows are told of what waits, not of every note', async () => {
  for (let count = 0; count < 20; count += 1) await desk.aNote(`第 ${count} 句话`)
  await vi.waitFor(() => expect(desk.told()).toBeGreaterThan(0), patience)
  expect(desk.told()).toBeLessThan(5)
})
