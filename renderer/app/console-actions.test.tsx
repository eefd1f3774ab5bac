import { afterEach, describe, expect, test, vi } from 'vitest'
import { CONVERSATION_LIMIT_BYTES } from '../../shared/contract/limits.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { attachFile, detachConversation } from '../features/listening/conversation/conversations.actions.ts'
import { checkIn, sitDown } from '../features/today/today.actions.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { becomeMe } from './first-run.actions.ts'
import { switchLanguage, switchTheme } from './look.actions.ts'

let page: TestWindow
afterEach(() => page.close())

const settings = () => accepted(page.client.settings.get({}))

describe('the first run', () => {
  const form = { name: '王敏', department: '客服部', role: 'listener' as const }

  test('makes me somebody; going back and on again makes no second one', async () => {
    page = await aWindow()
    const first = await becomeMe(form as Parameters<typeof becomeMe>[0], null)
    if (!first.ok) throw new Error(first.words())
    const again = await becomeMe({ ...form, department: '营销部' } as Parameters<typeof becomeMe>[0], first.personId)
    expect(again).toEqual(first)
    const people = await accepted(page.client.people.list({}))
    expect(people.map(({ name, department }) => [name, department])).toEqual([['王敏', '营销部']])
    expect((await settings()).me).toBe(first.personId)
  })
})

describe('the look', () => {
  test('is painted at once and kept', async () => {
    page = await aWindow()
    await switchLanguage()
    expect([currentLanguage(), (await settings()).language]).toEqual(['en', 'en'])
    await switchLanguage()
    expect((await settings()).language).toBe('zh')
    await switchTheme()
    expect((await settings()).theme).toBe('dark')
  })
})

describe('today', () => {
  test('sitting down too early names the time from which it works; in time it starts the session', async () => {
    const clock = aClock()
    page = await aWindow({ clock })
    const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
    const person = await accepted(page.client.people.add(wish))
    const [seat] = await seatsOf(page.client)
    const booking = await accepted(
      page.client.bookings.reserve({
        ...{ seatId: seat?.id ?? '', personId: person.id, companionId: null, purpose: 'listen' },
        ...{ startsAt: shanghai('10:00'), endsAt: shanghai('11:00') },
      }),
    )
    expect(await sitDown(booking, null)).toBeNull()
    expect(page.notice()).toMatchObject({ tone: 'info', title: expect.stringContaining('09:45') })
    await checkIn(booking)
    expect(page.notice().title).toContain('09:45')
    clock.set(shanghai('09:45'))
    await checkIn(booking)
    expect(page.notice().tone).toBe('success')
    expect(await sitDown(booking, null)).toMatchObject({ bookingId: booking.id, listenerId: person.id })
  })
})

describe('a file beside a call', () => {
  const vcon = JSON.stringify({
    vcon: '0.0.1',
    uuid: '01990000-0000-8000-8000-000000000001',
    subject: '优惠券',
    parties: [
      { name: '坐席', role: 'agent' },
      { name: '顾客', role: 'customer' },
    ],
    dialog: [{ type: 'text', start: '2026-09-18T01:00:00Z', parties: 1, mediatype: 'text/plain', body: '喂你好' }],
  })

  test('is laid there and taken away', async () => {
    page = await aWindow()
    const { callId } = await aCall(page.client)
    expect(await attachFile(callId, new File([vcon], 'a.vcon.json'))).toMatchObject({ ok: true })
    expect((await accepted(page.client.conversations.ofCall({ callId })))?.title).toBe('优惠券')
    expect(await detachConversation(callId)).toBe(true)
    expect(await accepted(page.client.conversations.ofCall({ callId }))).toBeNull()
  })

  test('one that the door would not take is refused before it is read', async () => {
    page = await aWindow()
    const asked = vi.fn()
    page.answer('conversations.attach', asked)
    const huge = Object.assign(new File([''], 'a.vtt'), { text: vi.fn() })
    Object.defineProperty(huge, 'size', { value: CONVERSATION_LIMIT_BYTES + 1 })
    expect(await attachFile('call', huge)).toMatchObject({ ok: false, code: 'file_too_large' })
    expect(asked).not.toHaveBeenCalled()
    expect(huge.text).not.toHaveBeenCalled()
  })

  test('a folder that was dropped, or a file that is gone by now, is said to be that', async () => {
    page = await aWindow()
    const gone = new File([''], 'a.vcon.json')
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'))
    expect(await attachFile('call', gone)).toMatchObject({ ok: false, code: 'not_readable' })
  })
})
