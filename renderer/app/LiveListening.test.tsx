import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Call, Session } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { callsOfSession, sittingById } from '../lib/common-queries.ts'
import { LiveListening } from './LiveListening.tsx'
import { SessionLine } from './SessionLine.tsx'

let page: TestWindow
let session: Session

function Live() {
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : (
    <main id="main" tabIndex={-1}>
      <LiveListening session={session} calls={calls} />
    </main>
  )
}

beforeEach(async () => {
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
})
afterEach(() => page.close())

const calls = () => accepted(page.client.sessions.calls({ sessionId: session.id }))
const theBox = () => screen.findByLabelText<HTMLTextAreaElement>('批注')

test('the first key starts the first call, and stands in its box with the second it was pressed at', async () => {
  page.show(<Live />)
  const box = await theBox()
  expect(document.activeElement).toBe(box)
  await page.user.keyboard('降价了')
  expect(box.value).toBe('降价了')
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  expect(box.isConnected).toBe(true)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const [call] = await calls()
  await waitFor(async () =>
    expect(await accepted(page.client.notes.ofCall({ callId: call?.id ?? '' }))).toMatchObject([
      { text: '降价了', offsetMs: 0 },
    ]),
  )
  expect(await calls()).toHaveLength(1)
})

test('notes of a call just begun are shown whoever is slow to say what notes it has', async () => {
  const asked: unknown[] = []
  page.answer('notes.ofCall', (input) => {
    asked.push(input)
    return new Promise(() => {})
  })
  page.show(<Live />)
  await theBox()
  screen.getByText('这一通还没有批注')
  expect(asked).toEqual([])
  await page.user.keyboard('降价了{Control>}{Enter}{/Control}')
  await waitFor(async () =>
    expect(await accepted(page.client.sessions.get({ sessionId: session.id }))).toMatchObject({ noteCount: 1 }),
  )
  await within(screen.getByRole('list', { name: '本通批注' })).findByText('降价了')
  expect(screen.queryByText('正在读取…')).toBeNull()
})

test('a composition goes on undisturbed when the call it began is there', async () => {
  page.show(<Live />)
  const box = await theBox()
  fireEvent.compositionStart(box)
  fireEvent.input(box, { target: { value: 'jiang' }, isComposing: true })
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  await screen.findByText('第 1 通 · 通话中')
  fireEvent.input(box, { target: { value: '降价' }, isComposing: true })
  fireEvent.compositionEnd(box, { data: '降价' })
  expect({ there: box.isConnected, value: box.value, focused: document.activeElement === box }).toEqual({
    there: true,
    value: '降价',
    focused: true,
  })
})

test('a first call that cannot be started keeps the words and begins with the next key', async () => {
  page.answer('sessions.nextCall', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'AB12' } }))
  page.show(<Live />)
  const box = await theBox()
  await page.user.keyboard('降')
  await screen.findByText(/AB12/)
  expect({ value: box.value, calls: (await calls()).length }).toEqual({ value: '降', calls: 0 })
  page.answerNoMore('sessions.nextCall')
  await page.user.keyboard('价')
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  expect(box.value).toBe('降价')
})

test('a key typed with the focus nowhere or left on a button goes into the box, not to another page', async () => {
  page.show(<Live />)
  const box = await theBox()
  for (const left of [() => box.blur(), () => screen.getByText('结束本场').closest('button')?.focus()]) {
    left()
    // A browser types where the focus is once the key was heard.
    const target = document.activeElement ?? document.body
    fireEvent.keyDown(target, { key: 'g', code: 'KeyG' })
    expect(document.activeElement).toBe(box)
  }
})

test('a character that cannot be kept is named, the words stay, and nothing looks stored', async () => {
  page.show(<Live />)
  const box = await theBox()
  fireEvent.input(box, { target: { value: '甲\u0007乙' } })
  const said = '第 2 个字是看不见的控制符（U+0007），删掉它才能保存'
  await screen.findByText(said)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(screen.getAllByText(said)).toHaveLength(1)
  expect(box.value).toBe('甲\u0007乙')
  const [call] = await calls()
  expect(await accepted(page.client.notes.ofCall({ callId: call?.id ?? '' }))).toEqual([])
})

test('a box of nothing that can be seen holds no note', async () => {
  page.show(<Live />)
  const box = await theBox()
  fireEvent.input(box, { target: { value: '\u200b\u3164' } })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(screen.getByText(/保存，记下一条/).closest('button')).toHaveProperty('disabled', true)
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  const [call] = await calls()
  expect(await accepted(page.client.notes.ofCall({ callId: call?.id ?? '' }))).toEqual([])
})

test.each(['降', 'Process', 'Dead'])('with the focus nowhere, a key that types (%s) goes into the box', async (key) => {
  page.show(<Live />)
  const box = await theBox()
  box.blur()
  fireEvent.keyDown(document.body, { key })
  expect(document.activeElement).toBe(box)
})

/** A conversation of two lines, as a file. */
const conversationFile = (name: string, subject: string, answered = '我帮您看一下', answeredAt = '02:00:01') =>
  new File(
    [
      JSON.stringify({
        ...{ vcon: '0.3.0', uuid: '01936f2e-0000-8000-8000-000000000001', subject },
        parties: [{ role: 'customer' }, { role: 'agent' }],
        dialog: [
          ['2026-11-20T02:00:00.000Z', 0, '上周买的冰箱降价了，电话 13812345678'],
          [`2026-11-20T${answeredAt}.000Z`, 1, answered],
        ].map(([start, party, body]) => ({
          ...{ type: 'text', mediatype: 'text/plain', start, body },
          parties: [party],
        })),
      }),
    ],
    name,
  )

test.each(['dropped', 'chosen'])(
  'of several files %s at once each is accounted for; the first that can be read is taken',
  async (how) => {
    await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
    page.show(<Live />)
    await theBox()
    const files = [
      new File(['{"meeting":"周会"}'], '会议.json'),
      conversationFile('价保.vcon.json', '价保没有到账'),
      conversationFile('换码.vcon.json', '尿不湿换码'),
      new File(['{"vcon":"0.3.0","part'], '断了.vcon.json'),
      new File([], '空.vcon.json'),
      conversationFile('又一份.vcon.json', '价保没有到账'),
    ]
    const area = screen.getByTestId('drop-area')
    if (how === 'dropped') fireEvent.drop(area, { dataTransfer: { files, types: ['Files'] } })
    else await page.user.upload(area.querySelector('input[type=file]') as HTMLInputElement, files)
    const notice = await page.told('6 份文件，放上 1 份')
    expect(notice.stays).toBeUndefined()
    expect(notice.hint).toBe(
      [
        '会议.json：不是 vCon 对话文件，或不完整',
        '价保.vcon.json：已放在这一通旁边',
        '换码.vcon.json：一通只放一份，没有放',
        '断了.vcon.json：不是 vCon 对话文件，或不完整',
        '空.vcon.json：是空的',
        '又一份.vcon.json：和「价保.vcon.json」一模一样，没有放',
      ].join('\n'),
    )
    await screen.findByText('价保没有到账')
  },
)

test('a picture and subtitles dropped behind a conversation are told as what they are not, in whatever encoding', async () => {
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const wide = new Uint8Array(
    new Uint16Array([0xfeff, ...'{}'].map((sign) => (typeof sign === 'string' ? sign.charCodeAt(0) : sign))).buffer,
  )
  const files = [
    conversationFile('价保.vcon.json', '价保没有到账'),
    new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], '截图.png'),
    new File(['1\n00:00:01,000 --> 00:00:02,000\n价保没有到账'], '字幕.srt'),
    new File([wide], '宽.vcon.json'),
    new File(['1\n00:00:01,000 --> 00:00:02,000\n价保没有到账'], '又一份字幕.srt'),
  ]
  fireEvent.drop(screen.getByTestId('drop-area'), { dataTransfer: { files, types: ['Files'] } })
  expect((await page.told('5 份文件，放上 1 份')).hint?.split('\n').slice(1)).toEqual([
    '截图.png：不是 vCon 对话文件，或不完整',
    '字幕.srt：不是 vCon 对话文件，或不完整',
    '宽.vcon.json：一通只放一份，没有放',
    '又一份字幕.srt：不是 vCon 对话文件，或不完整',
  ])
})

test('a dropped file that gets no answer is named, and the next one is tried', async () => {
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  page.answer('conversations.attach', () => Promise.reject(new Error('gone')))
  const files = [conversationFile('价保.vcon.json', '价保没有到账'), new File(['{}'], '会议.json')]
  fireEvent.drop(screen.getByTestId('drop-area'), { dataTransfer: { files, types: ['Files'] } })
  const notice = await page.told('2 份文件，放上 0 份')
  expect(notice.hint).toBe('价保.vcon.json：没有放上，请再拖一次\n会议.json：没有放上，请再拖一次')
})

test('a line of the conversation becomes a note by one key or one press, with its own words, at the time in the call when it was heard', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const begunAtMs = 39_000
  page.answer('sessions.calls', async (_, ask) => {
    const answer = (await ask()) as { value: Call[] }
    return { ...answer, value: answer.value.map((one) => ({ ...one, elapsedMs: one.elapsedMs + begunAtMs })) }
  })
  page.show(<Live />)
  const box = await theBox()
  const files = [conversationFile('价保.vcon.json', '价保没有到账')]
  fireEvent.drop(screen.getByTestId('drop-area'), { dataTransfer: { files, types: ['Files'] } })
  await screen.findByText('我帮您看一下')
  await page.user.type(box, '写到一半')
  await page.user.keyboard('{Alt>}k{/Alt}')
  await page.user.click(await screen.findByRole('button', { name: '把这一句记成批注' }))
  const notes = () => accepted(page.client.notes.ofCall({ callId: call.id }))
  await waitFor(async () => expect(await notes()).toHaveLength(2))
  expect((await notes()).map(({ kind, text }) => [kind, text])).toEqual([
    ['voice', '上周买的冰箱降价了，电话 138****5678'],
    ['view', '客服：我帮您看一下'],
  ])
  const [first = 0, second = 0] = (await notes()).map(({ offsetMs }) => offsetMs)
  expect([first >= begunAtMs, second > first]).toEqual([true, true])
  expect([box.value, document.activeElement === box]).toEqual(['写到一半', true])
  expect(screen.getAllByRole('button', { name: '已记成批注' })).toHaveLength(2)
  // The notes themselves tell: after the page was left, and when one is gone.
  cleanup()
  page.show(<Live />)
  await waitFor(() => expect(screen.getAllByRole('button', { name: '已记成批注' })).toHaveLength(2))
  await accepted(page.client.notes.undo({ callId: call.id }))
  await waitFor(() => expect(screen.getAllByRole('button', { name: '已记成批注' })).toHaveLength(1))
})

test('a line too long for a note is not cut: that is said, and it is no note', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const files = [conversationFile('价保.vcon.json', '价保没有到账', '补差'.repeat(2_000))]
  fireEvent.drop(screen.getByTestId('drop-area'), { dataTransfer: { files, types: ['Files'] } })
  await waitFor(() => expect(screen.getAllByRole('button', { name: '把这一句记成批注' })).toHaveLength(2))
  await page.user.click(screen.getAllByRole('button', { name: '把这一句记成批注' })[1] as HTMLElement)
  // With whose words they are.
  await page.told('多了 3 个字')
  expect(screen.queryByRole('button', { name: '已记成批注' })).toBeNull()
  expect(await accepted(page.client.notes.ofCall({ callId: call.id }))).toEqual([])
})

test('a line that was skipped to before the call was as far is a note of now, and says so', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const files = [conversationFile('价保.vcon.json', '价保没有到账', '我帮您看一下', '02:05:00')]
  fireEvent.drop(screen.getByTestId('drop-area'), { dataTransfer: { files, types: ['Files'] } })
  await page.user.click(await screen.findByRole('button', { name: '跳到下一句' }))
  await waitFor(() => expect(screen.getAllByRole('button', { name: '把这一句记成批注' })).toHaveLength(2))
  await page.user.click(screen.getAllByRole('button', { name: '把这一句记成批注' })[1] as HTMLElement)
  const notes = await waitFor(async () => {
    const stored = await accepted(page.client.notes.ofCall({ callId: call.id }))
    expect(stored).toHaveLength(1)
    return stored
  })
  expect(notes[0]?.offsetMs).toBeLessThan(300_000)
  await page.told('文件已跳到 05:00，通话还没到')
})

test('a note that is saved is counted beside the title, and the screen around it is not drawn anew', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  let drawn = 0
  function Screen() {
    const sitting = useQuery(sittingById(session.id)).data
    drawn += 1
    return sitting === undefined ? null : <SessionLine sitting={sitting} />
  }
  page.show(<Screen />)
  await screen.findByText(/记 0 条/)
  const before = drawn
  const wish = { noteId: v7(), callId: call.id, kind: 'voice', text: '补差', offsetMs: 0, issueTypeId: null } as const
  await accepted(page.client.notes.add(wish))
  await screen.findByText(/记 1 条/)
  expect(drawn).toBe(before)
})

test('the newest note comes into sight in its list, and the page stays where it is', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const onPage = vi.spyOn(Element.prototype, 'scrollIntoView')
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(900)
  const wish = { noteId: v7(), callId: call.id, kind: 'voice', text: '补差', offsetMs: 0, issueTypeId: null } as const
  await accepted(page.client.notes.add(wish))
  page.show(<Live />)
  const list = await screen.findByRole('list', { name: /批注/ })
  await waitFor(() => expect(list.scrollTop).toBe(900))
  expect(onPage).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

test('whoever ends a session is told that a call ends with it only while one is heard', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  await page.user.keyboard('{Alt>}q{/Alt}')
  await screen.findByText(/正在听的这一通会一起结束/)
  await page.user.keyboard('{Escape}')
  await accepted(page.client.sessions.endCall({ callId: call.id }))
  await screen.findByText(/已结束/)
  await page.user.keyboard('{Alt>}q{/Alt}')
  await screen.findByText(/没写完的批注都留着/)
  expect(screen.queryByText(/正在听的这一通/)).toBeNull()
})

test('a call that was sealed is told beside those that were heard: the next one is not the fifth after one', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const raised = { caseId: v7(), callId: call.id, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  await screen.findByText(/已听 \d 通，封存 1 通，记 0 条/)
  await screen.findByText(/第 2 通 · 通话中/)
})
