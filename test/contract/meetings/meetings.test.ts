import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MOST_MEETING_LINES } from '../../../shared/contract/limits.ts'
import { aMeeting } from '../../builders/meetings.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aMeeting>>
beforeEach(async () => {
  desk = await aMeeting()
})
afterEach(() => desk.close())

const lines = async () => (await desk.ofCall())?.lines.map(({ ownerName, text, dueOn }) => ({ ownerName, text, dueOn }))

describe('a meeting', () => {
  test('is about the notes that were there when it began, and a call has one', async () => {
    const { first, second, view } = desk
    await desk.aNote('会上才写的', { offsetMs: 210_000 })
    const again = await accepted(desk.meetings.start({ ...desk.of, meetingId: desk.clock.newId() }, desk.asker))
    expect(again.id).toBe(desk.meeting.id)
    expect(again.noteIds).toEqual([first.id, second.id, view.id])
    expect(await accepted(desk.meetings.ofSession({ sessionId: desk.session.id }, desk.asker))).toEqual([again])
  })

  test('begins about a call that is heard, and about none that is not there', async () => {
    const next = await desk.nextCall()
    const meetingId = desk.clock.newId()
    expect(await accepted(desk.meetings.start({ callId: next.id, meetingId }, desk.asker))).toMatchObject({
      ...{ id: meetingId, callNumber: 2, noteIds: [], closedAt: null },
    })
    const nowhere = { callId: desk.clock.newId(), meetingId: desk.clock.newId() }
    expect(await refused(desk.meetings.start(nowhere, desk.asker))).toMatchObject({
      code: 'call_not_found',
      detail: {},
    })
  })

  test('is measured by a clock that nobody sets', async () => {
    desk.clock.advance(60_000)
    desk.clock.set('2026-09-18T00:00:00.000Z')
    expect((await desk.ofCall())?.elapsedMs).toBe(60_000)
  })

  test('names who is there, each once and masked', async () => {
    const attendees = ['李雷', '韩梅梅', '李雷', '13812345678']
    const meeting = await accepted(desk.meetings.setAttendees({ ...desk.of, seenVersion: null, attendees }, desk.asker))
    expect(meeting.attendees).toEqual(['李雷', '韩梅梅', '138****5678'])
  })
})

describe('a line', () => {
  test('is stored as it was typed, masked, in the order of typing', async () => {
    await desk.line('改退款页文案', { ownerName: '李雷', dueOn: '2026-09-23' })
    await desk.line('给 13812345678 回电')
    expect(await lines()).toEqual([
      { ownerName: '李雷', text: '改退款页文案', dueOn: '2026-09-23' },
      { ownerName: null, text: '给 138****5678 回电', dueOn: null },
    ])
  })

  test('that goes on with a number of the line before shows no more of it, as it is written and as it is changed', async () => {
    await desk.line('回电 138')
    const lineId = await desk.line('12345678 明天')
    expect((await lines())?.map(({ text }) => text)).toEqual(['回电 138', '※******* 明天'])
    const edit = { ...desk.of, lineId, seenVersion: null, draftId: null, ownerName: null, dueOn: null }
    await accepted(desk.meetings.editLine({ ...edit, text: '1234 5678 后天' }, desk.asker))
    expect((await lines())?.map(({ text }) => text)).toEqual(['回电 138', '※*** **** 后天'])
  })

  test('that is sent twice is one', async () => {
    const lineId = desk.clock.newId()
    const wish = { ...desk.of, lineId, draftId: null, ownerName: null, text: '改文案', dueOn: null }
    await accepted(desk.meetings.addLine(wish, desk.asker))
    await accepted(desk.meetings.addLine(wish, desk.asker))
    expect(await lines()).toHaveLength(1)
  })

  test('that says nothing is refused', async () => {
    const wish = {
      ...desk.of,
      lineId: desk.clock.newId(),
      draftId: null,
      ownerName: null,
      text: ' \u200b',
      dueOn: null,
    }
    expect(await refused(desk.meetings.addLine(wish, desk.asker))).toMatchObject({ code: 'empty', detail: {} })
  })

  test('is changed, taken out and put back; nobody overwrites what they have not seen', async () => {
    const lineId = await desk.line('改文案')
    const words = { ownerName: '李雷', text: '改退款页文案', dueOn: null }
    const edit = { ...desk.of, lineId, draftId: null, ...words }
    await accepted(desk.meetings.editLine({ ...edit, seenVersion: 0 }, desk.asker))
    expect(await lines()).toEqual([words])
    await expect(async () =>
      desk.meetings.editLine({ ...edit, text: '别的', seenVersion: 0 }, desk.asker),
    ).rejects.toThrow()
    const removal = { ...desk.of, lineId, seenVersion: 1 }
    await accepted(desk.meetings.removeLine({ ...removal, isRemoved: true }, desk.asker))
    expect(await lines()).toEqual([])
    await accepted(desk.meetings.removeLine({ ...removal, seenVersion: 2, isRemoved: false }, desk.asker))
    expect(await lines()).toEqual([words])
  })
})

describe('closing', () => {
  test('makes each line a ticket or a decision: owned by who, due when it was agreed, else by its type', async () => {
    const agreed = await desk.line('改退款页文案', { ownerName: '李雷', dueOn: '2026-09-23' })
    const byType = await desk.line('补差价')
    const decision = await desk.line('以后降价前一天通知')
    const closed = await accepted(
      desk.conclude([
        desk.asTicket(agreed, [desk.second.id]),
        desk.asTicket(byType, [desk.first.id, desk.view.id]),
        { lineId: decision, as: 'decision' },
      ]),
    )
    expect(closed.opened.map(({ ticket }) => ticket)).toMatchObject([
      {
        number: 1,
        title: '改退款页文案',
        state: 'in_progress',
        ownerName: '李雷',
        dueAt: shanghai('18:00', '2026-09-23'),
      },
      { number: 2, title: '补差价', state: 'unclaimed', ownerName: null, dueAt: shanghai('14:30') },
    ])
    expect(closed.meeting).toMatchObject({ ranMs: 540_000, elapsedMs: 540_000, closedAt: desk.clock.now() })
    expect(closed.meeting.lines.map(({ outcome }) => outcome)).toMatchObject([
      { what: 'ticket', ticket: { number: 1, state: 'in_progress' } },
      { what: 'ticket', ticket: { number: 2, state: 'unclaimed' } },
      { what: 'decision', ticket: null },
    ])
    const ticketId = closed.opened[0]?.ticket.id ?? ''
    const detail = await accepted(desk.tickets.get({ ticketId }, desk.asker))
    expect(detail.deadline).toMatchObject({
      ...{ agreedAt: shanghai('18:00', '2026-09-23'), blocks: [], isOfThisCalendar: true },
    })
    expect(detail.events[0]).toMatchObject({ what: 'opened', remark: '@李雷 改退款页文案 2026-09-23' })
  })

  test('makes nothing at all where one line cannot be a ticket, and says of each why', async () => {
    const one = await desk.line('改文案')
    const two = await desk.line('补差价')
    const three = await desk.line('培训坐席')
    const four = await desk.line('换一种说法')
    const quoted = await desk.aTicket({ text: '别的原声' })
    const foreign = (await accepted(desk.tickets.get({ ticketId: quoted.id }, desk.asker))).quotes[0]?.noteId ?? ''
    const faults = await refused(
      desk.conclude([
        desk.asTicket(one, [desk.first.id]),
        desk.asTicket(two, [desk.first.id]),
        desk.asTicket(three, [desk.view.id]),
        desk.asTicket(four, [foreign]),
      ]),
    )
    expect(faults).toMatchObject({
      code: 'lines_refused',
      detail: {
        lines: [
          { lineId: two, why: 'quoted', ticketNumber: null },
          { lineId: three, why: 'no_voice', ticketNumber: null },
          { lineId: four, why: 'quoted', ticketNumber: quoted.number },
        ],
      },
    })
    expect(await desk.list()).toHaveProperty('total', 1)
    expect((await desk.ofCall())?.lines.map(({ outcome }) => outcome)).toEqual([null, null, null, null])
    expect((await desk.ofCall())?.closedAt).toBe(null)
  })

  test('whose answer was lost is done once', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷' })
    const closeId = desk.clock.newId()
    const first = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], closeId))
    const again = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], closeId))
    expect(again.opened).toEqual(first.opened)
    expect(await desk.list()).toHaveProperty('total', 1)
  })

  test('by somebody else, or under an id whose answer was lost, answers what was done; its closing is the one to take back', async () => {
    const lineIds = [await desk.line('改文案', { ownerName: '李雷' }), await desk.line('培训坐席')]
    const [ticket = '', decision = ''] = lineIds
    const lines = [desk.asTicket(ticket, [desk.first.id]), { lineId: decision, as: 'decision' as const }]
    const closeId = desk.clock.newId()
    const first = await accepted(desk.conclude(lines, closeId))
    desk.clock.advance(60_000)
    for (const again of [lines, lines.slice(1), []])
      expect(await accepted(desk.conclude(again))).toEqual({
        meeting: first.meeting,
        opened: again === lines ? first.opened : [],
      })
    expect(first.meeting.closeId).toBe(closeId)
    expect(await desk.list()).toHaveProperty('total', 1)
    // Open again, it is closed anew.
    await accepted(desk.meetings.reopen({ ...desk.of, closeId }, desk.asker))
    expect((await accepted(desk.conclude(lines.slice(1)))).meeting.closeId).not.toBe(closeId)
  })

  test('answers nothing of the closing of another meeting', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷' })
    const closeId = desk.clock.newId()
    await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], closeId))
    const next = await desk.nextCall()
    const meetingId = desk.clock.newId()
    await accepted(desk.meetings.start({ callId: next.id, meetingId }, desk.asker))
    const other = { ...desk.of, callId: next.id, meetingId, closeId, ranMs: 1, lines: [] }
    expect(await refused(desk.meetings.close(other, desk.asker))).toMatchObject({ code: 'not_found' })
  })

  test('is taken back as one, as long as nobody touched a ticket of it', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷' })
    const closeId = desk.clock.newId()
    await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], closeId))
    const { meeting } = await accepted(desk.meetings.reopen({ ...desk.of, closeId }, desk.asker))
    expect(meeting).toMatchObject({ closedAt: null, lines: [{ id: lineId, outcome: null }] })
    expect(await desk.list()).toHaveProperty('total', 0)

    const second = desk.clock.newId()
    const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], second))
    await accepted(desk.move(opened[0]?.ticket.id ?? '', 'resolve'))
    expect(await refused(desk.meetings.reopen({ ...desk.of, closeId: second }, desk.asker))).toMatchObject({
      code: 'already_touched',
      detail: { ticketNumber: 2 },
    })
  })

  test('a pause moves what was agreed, another type does not', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷', dueOn: '2026-09-23' })
    const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])]))
    const ticketId = opened[0]?.ticket.id ?? ''
    const due = async () => (await accepted(desk.tickets.get({ ticketId }, desk.asker))).ticket.dueAt
    const { noteIds: _, ...wish } = desk.openWish([], { issueTypeId: 'packaging' })
    await accepted(desk.tickets.edit({ ticketId, seenVersion: null, ...wish }, desk.asker))
    expect(await due()).toBe(shanghai('18:00', '2026-09-23'))
    await accepted(desk.move(ticketId, 'request_information', { remark: '等客户' }))
    desk.clock.advance(3_600_000)
    await accepted(desk.move(ticketId, 'resume'))
    expect(await due()).toBe(shanghai('10:00', '2026-09-24'))
  })
})

describe('the list', () => {
  test('tells who met, how much is open, and whether the call was solved on the spot, by month', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷' })
    await desk.line('以后再说')
    await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])]))
    const listed = async () => (await accepted(desk.meetings.list({ limit: 10, offset: 0 }, desk.asker))).meetings
    expect(await listed()).toMatchObject([{ lineCount: 2, openCount: 2, isSolvedOnTheSpot: false }])
    expect(await accepted(desk.meetings.months({}, desk.asker))).toEqual([{ month: '2026-09', meetings: 1, solved: 0 }])
    await accepted(desk.meetings.setSolved({ ...desk.of, isSolved: true }, desk.asker))
    expect(await listed()).toMatchObject([{ openCount: 2, isSolvedOnTheSpot: false }])
    expect(await accepted(desk.meetings.months({}, desk.asker))).toEqual([{ month: '2026-09', meetings: 1, solved: 0 }])
  })

  test('a call is solved on the spot once what came of its meeting is closed within two hours of the hang-up, whatever was said at the seat', async () => {
    const lineId = await desk.line('改文案', { ownerName: '李雷' })
    await accepted(desk.meetings.setSolved({ ...desk.of, isSolved: true }, desk.asker))
    const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])]))
    const ticketId = opened[0]?.ticket.id ?? ''
    const solved = async () => (await accepted(desk.meetings.months({}, desk.asker))).map((month) => month.solved)
    expect(await solved()).toEqual([0])
    desk.clock.advance(3_600_000)
    for (const act of ['resolve', 'call_back', 'close'] as const) await accepted(desk.move(ticketId, act))
    expect(await solved()).toEqual([1])
    await accepted(desk.move(ticketId, 'reopen', { remark: '又来了' }))
    desk.clock.advance(7_200_000)
    for (const act of ['resolve', 'call_back', 'close'] as const) await accepted(desk.move(ticketId, act))
    expect(await solved()).toEqual([0])
  })

  test('where a meeting opened no ticket it counts as it was said to be within two hours, once nothing of it is open', async () => {
    const lineId = await desk.line('当场退款')
    await accepted(desk.meetings.setSolved({ ...desk.of, isSolved: true }, desk.asker))
    const solved = async () => (await accepted(desk.meetings.months({}, desk.asker))).map((month) => month.solved)
    expect(await solved()).toEqual([0])
    await accepted(desk.conclude([{ lineId, as: 'decision' }]))
    expect(await solved()).toEqual([1])
  })
})

describe('what a meeting refuses or leaves alone', () => {
  test('a line of an issue type that is not there, for no department, or that quotes another call', async () => {
    const ids = [await desk.line('改文案'), await desk.line('补差价'), await desk.line('培训坐席')]
    const [one = '', two = '', three = ''] = ids
    const next = await desk.nextCall()
    const foreign = await desk.aNote('别通的话', { callId: next.id })
    const refusal = await refused(
      desk.conclude([
        { ...desk.asTicket(one, [desk.first.id]), issueTypeId: 'nothing' },
        { ...desk.asTicket(two, [desk.second.id]), department: ' ' },
        desk.asTicket(three, [foreign.id]),
      ]),
    )
    expect(refusal).toMatchObject({
      detail: { lines: [{ why: 'unknown_issue_type' }, { why: 'no_department' }, { why: 'not_of_this_call' }] },
    })
  })

  test('closing a line that is taken out by now, or one that is done together with one that is not', async () => {
    const [done, out] = [await desk.line('改文案'), await desk.line('补差价')]
    await accepted(desk.conclude([{ lineId: done, as: 'decision' }]))
    await accepted(desk.meetings.removeLine({ ...desk.of, lineId: out, seenVersion: 0, isRemoved: true }, desk.asker))
    const asDecisions = (ids: string[]) => desk.conclude(ids.map((lineId) => ({ lineId, as: 'decision' })))
    for (const ids of [[out], [done, out], [done, await desk.line('培训坐席')]])
      expect(await refused(asDecisions(ids))).toMatchObject({ code: 'lines_changed' })
    const words = { draftId: null, ownerName: null, text: '别的', dueOn: null }
    const edit = desk.meetings.editLine({ ...desk.of, lineId: out, seenVersion: null, ...words }, desk.asker)
    expect(await refused(edit)).toMatchObject({ code: 'not_found' })
  })

  test('more lines than a meeting holds, though the last that is there may be sent again', async () => {
    const ids: string[] = []
    for (let count = 0; count < MOST_MEETING_LINES; count += 1) ids.push(await desk.line(`第 ${count} 行`))
    const wish = { ...desk.of, draftId: null, ownerName: null, text: '再一行', dueOn: null }
    const more = desk.meetings.addLine({ ...wish, lineId: desk.clock.newId() }, desk.asker)
    expect(await refused(more)).toMatchObject({ code: 'too_many' })
    await accepted(desk.meetings.addLine({ ...wish, lineId: ids.at(-1) ?? '' }, desk.asker))
  })

  test('a number in the name of whom a line names', async () => {
    await desk.line('回电', { ownerName: '13812345678' })
    expect(await lines()).toMatchObject([{ ownerName: '138****5678' }])
  })

  test('a closing of another meeting, by whatever id', async () => {
    const closeId = desk.clock.newId()
    await accepted(desk.conclude([{ lineId: await desk.line('改文案'), as: 'decision' }], closeId))
    const next = await desk.nextCall()
    const other = { callId: next.id, meetingId: desk.clock.newId() }
    await accepted(desk.meetings.start(other, desk.asker))
    expect(await refused(desk.meetings.reopen({ ...other, closeId }, desk.asker))).toMatchObject({ code: 'not_found' })
    expect((await desk.ofCall())?.closeId).toBe(closeId)
  })

  test('a call that is still heard counts in no month', async () => {
    const next = await desk.nextCall()
    await accepted(desk.meetings.start({ callId: next.id, meetingId: desk.clock.newId() }, desk.asker))
    expect(await accepted(desk.meetings.months({}, desk.asker))).toMatchObject([{ meetings: 1 }])
  })
})
