import { act, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aBookingOf } from '../../test/builders/board.ts'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { RulesDialog } from '../features/duty/overview/RulesDialog.tsx'
import { RecordDialog } from '../features/duty/passport/RecordDialog.tsx'
import { changeDays, dropDraft, undoChange } from '../features/house/calendar/calendar-draft.ts'
import { PeopleIntake } from '../features/house/people/PeopleIntake.tsx'
import { PersonDialog } from '../features/house/people/PersonDialog.tsx'
import { setRulesDraft } from '../features/house/room/rules/rules-draft.ts'
import { OpenDrawDialog } from '../features/seats/draw/OpenDrawDialog.tsx'
import { askReason } from '../features/seats/history/asked-reason.ts'
import { ReasonDialog } from '../features/seats/history/ReasonDialog.tsx'
import { JoinForm } from '../features/team/settings/JoinForm.tsx'
import { ManyForm } from '../features/tickets/many/ManyForm.tsx'
import { speak } from '../lib/i18n.ts'
import { useNotices } from '../ui/notices.ts'
import { holdWindowOverForms, useLeftForm } from '../ui/use-left-form.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const none = () => {}
const booking = aBookingOf()
const aReason = () => {
  void askReason(booking, 'cancel')
  return <ReasonDialog />
}

const forms: readonly (readonly [string, () => ReactNode, string | RegExp, string, string | null])[] = [
  [
    'a trip',
    () => <RecordDialog person={null} today="2026-09-18" year={2026} onClose={none} />,
    '地点',
    '亦庄仓',
    '取消',
  ],
  ['the rules of a year', () => <RulesDialog year={2026} onClose={none} />, '听线', '3', '取消'],
  ['a person', () => <PersonDialog person={null} onClose={none} />, /^姓名/, '陈思远', '取消'],
  ['a list of people', () => <PeopleIntake onClose={none} />, '粘贴名单', '陈思远', null],
  ['a draw', () => <OpenDrawDialog onClose={none} onOpened={none} />, '几点', '17:30', '先不开'],
  ['a reason', aReason, /^原因/, '设备坏了', '不取消了'],
  [
    'a change of many tickets',
    () => <ManyForm what="department" seen={[]} onClose={none} />,
    '责任部门',
    '物流部',
    '取消',
  ],
  ['joining a hub', () => <JoinForm />, /^加入码/, 'ABCD', null],
]

test.each(forms)(
  '%s: words stay when the form is left, in the other language too, and go with a cancel',
  async (...row) => {
    const [, part, label, words, cancel] = row
    const field = () => screen.findByLabelText<HTMLInputElement>(label, { selector: 'input, textarea' }, patience)
    const first = page.show(part())
    await page.user.clear(await field())
    await page.user.type(await field(), words)
    act(() => speak('en'))
    act(() => speak('zh'))
    expect((await field()).value).toBe(words)
    first.unmount()
    await page.told('还没做完')
    const again = page.show(part())
    expect((await field()).value).toBe(words)
    expect(useNotices.getState().notices).toEqual([])
    if (cancel === null) return
    await page.user.click(screen.getByRole('button', { name: cancel }))
    again.unmount()
    page.show(part())
    expect((await field()).value).not.toBe(words)
  },
)

test('in either shell one is asked before a window goes with words of a form, open or left, and not over a cancelled one', async () => {
  const stop = holdWindowOverForms()
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented ? 'asked' : 'closed'
  }
  const part = () => <RecordDialog person={null} today="2026-09-18" year={2026} onClose={none} />
  const field = () => screen.findByLabelText<HTMLInputElement>('地点', {}, patience)
  const first = page.show(part())
  await field()
  expect(close()).toBe('closed')
  await page.user.type(await field(), '亦庄仓')
  expect(close()).toBe('asked')
  first.unmount()
  expect(close()).toBe('asked')
  page.show(part())
  await field()
  await page.user.click(screen.getByRole('button', { name: '取消' }))
  expect(close()).toBe('closed')
  stop()
})

test('one is asked before a window goes with days of a calendar or rules of a room that are not saved, and not once they are taken back', async () => {
  const stop = holdWindowOverForms()
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented ? 'asked' : 'closed'
  }
  const [room] = await accepted(page.client.rooms.list({}))
  if (room === undefined) throw new Error('there is no room')
  const rules = { roomId: room.id, seen: room.version, from: '2026-09-20', over: '2026-09-20', stale: null }
  const year = await accepted(page.client.calendar.year({ year: 2027 }))
  expect(close()).toBe('closed')
  changeDays(year, [{ date: '2027-01-01', kind: 'holiday', name: { zh: '元旦', en: '' } }])
  expect(close()).toBe('asked')
  undoChange(2027)
  expect(close()).toBe('closed')
  setRulesDraft({ ...rules, typed: { seatCount: 5 } })
  expect(close()).toBe('asked')
  setRulesDraft(null)
  expect(close()).toBe('closed')
  dropDraft(2027)
  stop()
})

/** A form that stays open once it is sent, and whose answer takes as long as it likes. */
function Remark({ answer }: { answer: Promise<boolean> }) {
  const form = useLeftForm('a remark', { typed: '' }, () => '备注', true)
  return (
    <>
      <input
        aria-label="备注"
        value={form.fields.typed}
        onChange={(event) => form.change({ typed: event.target.value })}
      />
      <button type="button" onClick={() => void form.send(answer)}>
        发送
      </button>
    </>
  )
}

test.each([
  [true, 'open again', []],
  [false, 'open again', []],
  [true, 'gone', ['「备注」还没做完。再打开时，写的、选的都还在。']],
  [false, 'gone', ['「备注」还没做完。再打开时，写的、选的都还在。']],
] as const)(
  'of a late answer (taken: %s) to a form that is %s, words that wait are told only where it is gone',
  async (...row) => {
    const [isTaken, stands, told] = row
    let come = (_: boolean) => {}
    const answer = new Promise<boolean>((resolve) => {
      come = resolve
    })
    const field = () => screen.getByLabelText<HTMLInputElement>('备注')
    const first = page.show(<Remark answer={answer} />)
    await page.user.type(field(), '电话打通了')
    await page.user.click(screen.getByRole('button', { name: '发送' }))
    await page.user.type(field(), '，约了周三')
    first.unmount()
    if (stands === 'open again') page.show(<Remark answer={answer} />)
    await act(async () => come(isTaken))
    expect(useNotices.getState().notices.map(({ title }) => title())).toEqual(told)
  },
)
