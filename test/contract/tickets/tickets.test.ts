import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rows, write } from '../../../electron/storage/engine/query.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const get = (ticketId: string) => accepted(desk.tickets.get({ ticketId }, desk.asker))
const edit = (ticketId: string, change: Parameters<typeof desk.openWish>[1]) => {
  const { noteIds: _, ...wish } = desk.openWish([], change)
  return desk.tickets.edit({ seenVersion: null, ...wish, ticketId }, desk.asker)
}
const open = (noteIds: string[]) => desk.tickets.open(desk.openWish(noteIds), desk.asker)
/** Claimed, so that its clock can be stopped. */
const aClaimedTicket = async (issueTypeId = 'coupon') => {
  const ticket = await desk.aTicket({ issueTypeId })
  return accepted(desk.move(ticket.id, 'claim', { ownerName: '李强' }))
}

describe('opening', () => {
  test('a voice and a view become a ticket with its deadline', async () => {
    const voice = await desk.aNote('上周买的今天降价了', { offsetMs: 134_000 })
    const view = await desk.aNote('坐席不知道价保', { kind: 'view', offsetMs: 150_000 })
    const ticket = await accepted(open([view.id, voice.id]))
    expect(ticket).toEqual({
      id: ticket.id,
      number: 1,
      title: '降价补差没有人告诉过我',
      issueTypeId: 'coupon',
      priority: 3,
      state: 'unclaimed',
      department: '营销部',
      ownerName: null,
      openedAt: shanghai('09:00'),
      dueAt: shanghai('14:30'),
      answerBy: null,
      pausedAt: null,
      pausedWorkingMs: 0,
      closedAt: null,
      quoteCount: 2,
      version: 0,
    })
    const detail = await get(ticket.id)
    expect(detail.ticket).toEqual(ticket)
    expect(detail.quotes.map(({ noteId, heardAt, heardBy }) => ({ noteId, heardAt, heardBy }))).toEqual([
      { noteId: voice.id, heardAt: '2026-09-18T01:02:14.000Z', heardBy: '王敏' },
      { noteId: view.id, heardAt: '2026-09-18T01:02:30.000Z', heardBy: '王敏' },
    ])
    expect(detail.actions).toEqual(['claim', 'reject'])
    const notes = await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))
    expect(notes.map((note) => note.ticketId)).toEqual([ticket.id, ticket.id])
  })

  test('without a voice of the customer there is no ticket', async () => {
    const view = await desk.aNote('坐席语气不好', { kind: 'view' })
    const praise = await desk.aNote('坐席很耐心', { kind: 'praise' })
    expect((await refused(open([view.id, praise.id]))).code).toBe('no_voice')
    expect((await desk.list()).total).toBe(0)
  })

  test('one voice counts once: a note already quoted is refused with the ticket that has it', async () => {
    const [first, second] = [await desk.aNote('一'), await desk.aNote('二')]
    const ticket = await accepted(open([first.id]))
    expect(await refused(open([second.id, first.id]))).toEqual({
      ok: false,
      code: 'already_quoted',
      detail: { ticketNumber: ticket.number },
    })
    expect((await get((await accepted(open([second.id, second.id]))).id)).quotes).toHaveLength(1)
  })

  test('the database itself refuses to quote a note twice', async () => {
    const ticket = await desk.aTicket()
    const other = await desk.aTicket()
    await desk.engine.transact(() => write('UPDATE ticket_quote SET ticket_id = ?', [other.id]))
    const again =
      'INSERT INTO ticket_quote (ticket_id, note_id, position) SELECT CAST(? AS TEXT), note_id, 9 FROM ticket_quote'
    const quoting = async () => desk.engine.transact(() => write(again, [ticket.id]))
    await expect(quoting()).rejects.toThrow(/ticket_quote[._]note_id/)
  })

  test('removed and unknown notes are not found, an unknown issue type is refused', async () => {
    const removed = await desk.aNote('一')
    await accepted(desk.notes.remove({ seenVersion: null, noteId: removed.id }, desk.asker))
    const kept = await desk.aNote('二')
    expect((await refused(open([kept.id, removed.id]))).code).toBe('note_not_found')
    expect((await refused(open([kept.id, desk.clock.newId()]))).code).toBe('note_not_found')
    const wish = desk.openWish([kept.id], { issueTypeId: 'weather' })
    expect((await refused(desk.tickets.open(wish, desk.asker))).code).toBe('unknown_issue_type')
  })
})

describe('taking an opened ticket back', () => {
  test('frees its notes, takes it out of list and search, and its number is not used again', async () => {
    const note = await desk.aNote('快递破损')
    const ticket = await accepted(open([note.id]))
    expect(await accepted(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))).toEqual({
      ...ticket,
      quoteCount: 0,
    })
    const events = () =>
      rows<{ what: string }>('SELECT what FROM ticket_event WHERE ticket_id = ? ORDER BY id', [ticket.id])
    expect(await desk.engine.read(events)).toEqual([{ what: 'opened' }, { what: 'withdrawn' }])
    expect([(await desk.list()).total, (await desk.list({ text: '破损' })).total]).toEqual([0, 0])
    const indexed = {
      sqlite: `SELECT rowid FROM ticket_search WHERE ticket_search MATCH '"破 损"'`,
      postgres: 'SELECT rowid FROM ticket_search',
    }
    expect(await desk.engine.read(() => rows(indexed))).toEqual([])
    expect((await refused(desk.tickets.get({ ticketId: ticket.id }, desk.asker))).code).toBe('not_found')
    expect((await refused(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))).code).toBe('not_found')
    expect((await accepted(open([note.id]))).number).toBe(ticket.number + 1)
    await accepted(
      desk.notes.edit({ seenVersion: null, noteId: note.id, kind: 'voice', text: '改', issueTypeId: null }, desk.asker),
    )
  })

  test('is refused once somebody has touched it', async () => {
    const ticket = await aClaimedTicket()
    expect((await refused(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))).code).toBe('already_touched')
    const edited = await desk.aTicket()
    await accepted(edit(edited.id, { priority: 1 }))
    expect((await refused(desk.tickets.withdraw({ ticketId: edited.id }, desk.asker))).code).toBe('already_touched')
  })
})

describe('the deadline', () => {
  test.each([
    ['coupon', shanghai('17:30', '2026-09-18'), shanghai('14:00', '2026-09-20')],
    ['unclear_description', shanghai('16:00', '2026-09-30'), shanghai('16:00', '2026-10-09')],
    ['coupon', shanghai('11:30', '2026-09-24'), shanghai('17:00', '2026-09-24')],
  ])('%s opened at %s is due at %s, and the blocks add up to it', async (issueTypeId, openedAt, dueAt) => {
    desk.clock.set(openedAt)
    const ticket = await desk.aTicket({ issueTypeId })
    expect(ticket.dueAt).toBe(dueAt)
    const { deadline } = await get(ticket.id)
    expect(deadline.blocks.at(-1)?.to).toBe(dueAt)
    const hours = deadline.blocks.reduce((sum, block) => sum + block.workingMs, 0) / 3_600_000
    expect(hours).toBe(issueTypeId === 'coupon' ? 4 : 15)
  })

  test('what is proposed is what a ticket gets; P1 has an answer clock through the night', async () => {
    desk.clock.set(shanghai('22:00'))
    const proposed = await accepted(desk.tickets.proposeDeadline({ issueTypeId: 'coupon', priority: 1 }, desk.asker))
    expect(proposed).toEqual({
      dueAt: shanghai('14:30', '2026-09-20'),
      answerBy: shanghai('00:00', '2026-09-19'),
      unknownYears: [],
    })
    expect(await desk.aTicket({ priority: 1 })).toMatchObject({ dueAt: proposed.dueAt, answerBy: proposed.answerBy })
  })

  test('a year the calendar does not know is said', async () => {
    desk.clock.set('2026-12-31T01:00:00.000Z')
    const wish = { issueTypeId: 'packaging', priority: 3 } as const
    expect((await accepted(desk.tickets.proposeDeadline(wish, desk.asker))).unknownYears).toEqual([2027])
  })

  test('a pause over a holiday moves it by the working time that passed, not by the days', async () => {
    desk.clock.set(shanghai('09:00', '2026-09-30'))
    const ticket = await aClaimedTicket()
    expect(ticket.dueAt).toBe(shanghai('14:30', '2026-09-30'))
    desk.clock.set(shanghai('14:00', '2026-09-30'))
    await accepted(desk.move(ticket.id, 'request_information', { remark: '等订单截图' }))
    desk.clock.set(shanghai('10:00', '2026-10-08'))
    const resumed = await accepted(desk.move(ticket.id, 'resume'))
    // 14:00-18:00 on the last day before the holiday, 09:00-10:00 on the first after it.
    expect(resumed).toMatchObject({
      state: 'in_progress',
      pausedAt: null,
      pausedWorkingMs: 5 * 3_600_000,
      dueAt: shanghai('10:30', '2026-10-08'),
    })
    expect((await get(ticket.id)).deadline.blocks.at(-1)?.to).toBe(resumed.dueAt)
  })

  test('going from one pause into the other is one pause, and solving it there ends it', async () => {
    desk.clock.set(shanghai('09:00'))
    const ticket = await aClaimedTicket()
    await accepted(desk.move(ticket.id, 'request_information', { remark: '等截图' }))
    desk.clock.set(shanghai('10:00'))
    const second = await accepted(desk.move(ticket.id, 'wait_for_third_party', { remark: '等品牌方' }))
    expect(second).toMatchObject({ pausedAt: shanghai('09:00'), pausedWorkingMs: 0 })
    desk.clock.set(shanghai('11:00'))
    const solved = await accepted(desk.move(ticket.id, 'resolve'))
    expect(solved).toMatchObject({ pausedAt: null, pausedWorkingMs: 2 * 3_600_000, dueAt: shanghai('16:30') })
  })

  test('re-classifying counts from the opening and keeps the credit of pauses', async () => {
    desk.clock.set(shanghai('09:00'))
    const ticket = await aClaimedTicket()
    await accepted(desk.move(ticket.id, 'request_information', { remark: '等截图' }))
    desk.clock.set(shanghai('11:00'))
    await accepted(desk.move(ticket.id, 'resume'))
    const edited = await accepted(edit(ticket.id, { issueTypeId: 'delivery' }))
    // One working day from Friday 09:00 is Friday 18:00; two hours of credit are Sunday (a make-up workday) 09:00-11:00.
    expect(edited).toMatchObject({ dueAt: shanghai('11:00', '2026-09-20'), pausedWorkingMs: 2 * 3_600_000 })
    expect((await get(ticket.id)).deadline.limit).toEqual({ amount: 1, unit: 'days' })
  })

  test('an old ticket keeps its limit when the list of issue types changes', async () => {
    const ticket = await desk.aTicket({ issueTypeId: 'coupon' })
    const types = await accepted(desk.tickets.issueTypes({}, desk.asker))
    const shorter = types.map((type) => ({ ...type, limit: { amount: 30, unit: 'minutes' as const } }))
    await accepted(desk.tickets.saveIssueTypes({ seenVersion: null, issueTypes: shorter }, desk.asker))
    const edited = await accepted(edit(ticket.id, { issueTypeId: 'coupon', priority: 2 }))
    expect(edited.dueAt).toBe(ticket.dueAt)
    expect((await get(ticket.id)).deadline.limit).toEqual({ amount: 4, unit: 'hours' })
  })
})

describe('editing', () => {
  test('a ticket made P1 gets its answer clock from its opening', async () => {
    const ticket = await desk.aTicket()
    desk.clock.advance(3_600_000)
    expect((await accepted(edit(ticket.id, { priority: 1 }))).answerBy).toBe(shanghai('11:00'))
    expect((await accepted(edit(ticket.id, { priority: 2 }))).answerBy).toBeNull()
  })

  test('a ticket or an issue type that is not there is refused, and nothing is written', async () => {
    const ticket = await desk.aTicket()
    expect((await refused(edit(ticket.id, { issueTypeId: 'no_such_type' }))).code).toBe('unknown_issue_type')
    const nowhere = desk.clock.newId()
    expect((await refused(edit(nowhere, {}))).code).toBe('not_found')
    expect((await refused(desk.move(nowhere, 'claim', { ownerName: '李强' }))).code).toBe('not_found')
    const proposed = desk.tickets.proposeDeadline({ issueTypeId: 'no_such_type', priority: 3 }, desk.asker)
    expect((await refused(proposed)).code).toBe('unknown_issue_type')
    expect((await get(ticket.id)).ticket).toEqual(ticket)
  })

  test('the history says what changed, part by part; nothing changed leaves no trace', async () => {
    const ticket = await desk.aTicket()
    await accepted(edit(ticket.id, {}))
    await accepted(edit(ticket.id, { title: '价保没人说', priority: 1, issueTypeId: 'delivery' }))
    const { events } = await get(ticket.id)
    expect(events.map(({ what, remark, actorName }) => ({ what, remark, actorName }))).toEqual([
      { what: 'opened', remark: null, actorName: '王敏' },
      {
        ...{ what: 'edited', actorName: '王敏' },
        remark: '标题：降价补差没有人告诉过我 → 价保没人说；问题类型：优惠券 → 配送安装；P3 → P1',
      },
    ])
  })
})

describe('moving', () => {
  test('the history names whom a ticket was claimed for, where it is another than who did it', async () => {
    const { id } = await desk.aTicket()
    await accepted(desk.move(id, 'claim', { ownerName: '李强', remark: '电话里说好了' }))
    const own = await desk.aTicket()
    await accepted(desk.move(own.id, 'claim', { ownerName: '王敏' }))
    const claimOf = async (ticketId: string) => (await get(ticketId)).events.at(-1)
    expect(await claimOf(id)).toMatchObject({ actorName: '王敏', remark: '责任人：李强；电话里说好了' })
    expect(await claimOf(own.id)).toMatchObject({ actorName: '王敏', remark: null })
  })

  test('through its whole life, every step in the history', async () => {
    const ticket = await aClaimedTicket()
    expect(ticket).toMatchObject({ state: 'in_progress', ownerName: '李强' })
    await accepted(desk.move(ticket.id, 'resolve', { remark: '补差 30 元' }))
    await accepted(desk.move(ticket.id, 'call_back'))
    const closed = await accepted(desk.move(ticket.id, 'close'))
    expect(closed).toMatchObject({ state: 'closed', closedAt: desk.clock.now(), ownerName: '李强' })
    expect(await accepted(desk.move(ticket.id, 'reopen'))).toMatchObject({ state: 'in_progress', closedAt: null })
    const { events } = await get(ticket.id)
    expect(events.map(({ action, from, to, remark }) => [action, from, to, remark])).toEqual([
      [null, null, 'unclaimed', null],
      ['claim', 'unclaimed', 'in_progress', '责任人：李强'],
      ['resolve', 'in_progress', 'resolved', '补差 30 元'],
      ['call_back', 'resolved', 'called_back', null],
      ['close', 'called_back', 'closed', null],
      ['reopen', 'closed', 'in_progress', null],
    ])
  })

  test('refuses what is not possible from here, a claim without an owner, a rejection or pause without a reason', async () => {
    const ticket = await desk.aTicket()
    expect(await refused(desk.move(ticket.id, 'close'))).toEqual({
      ok: false,
      code: 'not_from_here',
      detail: { state: 'unclaimed' },
    })
    expect((await refused(desk.move(ticket.id, 'claim'))).code).toBe('owner_missing')
    expect((await refused(desk.move(ticket.id, 'claim', { ownerName: '' }))).code).toBe('owner_missing')
    expect((await refused(desk.move(ticket.id, 'reject'))).code).toBe('remark_missing')
    await accepted(desk.move(ticket.id, 'claim', { ownerName: '李强' }))
    for (const action of ['request_information', 'wait_for_third_party'] as const)
      expect((await refused(desk.move(ticket.id, action))).code).toBe('remark_missing')
    expect((await get(ticket.id)).ticket.state).toBe('in_progress')
  })
})

describe('issue types', () => {
  const types = () => accepted(desk.tickets.issueTypes({}, desk.asker))

  test('two types can swap their digits', async () => {
    const [first, second, ...rest] = await types()
    if (first === undefined || second === undefined) throw new Error('no types')
    const swapped = [{ ...first, digit: second.digit }, { ...second, digit: first.digit }, ...rest]
    const saved = await accepted(desk.tickets.saveIssueTypes({ seenVersion: null, issueTypes: swapped }, desk.asker))
    expect(saved.slice(0, 2).map((type) => type.id)).toEqual([second.id, first.id])
  })

  test('a type that tickets use cannot go, one that only a withdrawn ticket used can', async () => {
    const ticket = await desk.aTicket({ issueTypeId: 'coupon' })
    const others = (await types()).filter((type) => type.id !== 'coupon')
    const save = () => desk.tickets.saveIssueTypes({ seenVersion: null, issueTypes: others }, desk.asker)
    expect(await refused(save())).toEqual({ ok: false, code: 'in_use', detail: { issueTypeIds: ['coupon'] } })
    expect(await types()).toHaveLength(7)
    await accepted(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))
    expect(await accepted(save())).toHaveLength(6)
  })

  test('a digit given twice is refused', async () => {
    const doubled = (await types()).map((type) => ({ ...type, digit: 1 }))
    expect(
      (await refused(desk.tickets.saveIssueTypes({ seenVersion: null, issueTypes: doubled }, desk.asker))).code,
    ).toBe('repeated_digit')
  })

  test('departments of types and of tickets are offered, each once', async () => {
    await desk.aTicket({ department: '客诉专班' })
    await desk.aTicket({ department: '客诉专班' })
    const offered = await accepted(desk.tickets.departments({}, desk.asker))
    expect(offered.filter((name) => name === '客诉专班')).toHaveLength(1)
    expect(offered).toHaveLength(8)
  })
})
