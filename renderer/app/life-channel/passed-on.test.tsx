import { fireEvent, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesBelow } from '../../../test/builders/bytes-of.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'

// The caller tells a number and an address, and the listener types them where they always type.

let seat: LifeSeat
let page: TestWindow
let callId: string
let folder: string

beforeEach(async () => {
  seat = await aLifeSeat({
    before: (path: string) => {
      folder = path
    },
  })
  page = seat.page
  callId = seat.call.id
  await seat.sit()
})
afterEach(() => seat.close())

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const details = async () => (await accepted(page.client.lifeChannel.inHand({})))[0]?.details
const isKept = (what: object) => waitFor(async () => expect(await details()).toMatchObject(what), patience)
const paste = async (words: string) => {
  await page.user.click(await box())
  await page.user.paste(words)
}

test('what the line that opened the card tells of number and address is sealed as it is, and the note keeps its stars', async () => {
  await paste('我把药都吃了，我不想活了，我住在人民路 12 号 3 楼, 电话 13900008817')
  const shown = await card()
  await isKept({ callback: '13900008817', address: '人民路 12 号 3 楼' })
  expect(screen.getByLabelText<HTMLInputElement>(/回拨号码/).value).toBe('13900008817')
  expect(shown.textContent).toContain('仍是星号')
  await page.user.click(await box())
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => {
    const [note] = await accepted(page.client.notes.ofCall({ callId }))
    expect(note?.text).toContain('139****8817')
    expect(note?.text).not.toContain('人民路')
  }, patience)
})

test('a number that is typed while the card is open is passed on once the hands rest, also where the note is saved at once', async () => {
  await paste('我不想活了，安眠药吃了一整瓶')
  await card()
  await paste('，打我妈妈 13900008817')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await isKept({ callback: '13900008817' })
  await paste('她说还有一个 13812345678')
  await isKept({ callback: '13900008817 / 13812345678' })
})

test('what somebody took out stays out, and what they wrote themselves stays', async () => {
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await card()
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}c')
  await page.user.keyboard('010-88886666')
  await paste('电话 13900008817')
  await isKept({ callback: '010-88886666 / 13900008817' })
  await page.user.click(screen.getByRole('button', { name: '不要' }))
  await isKept({ callback: '010-88886666' })
  await paste('，她说完了')
  await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
  await isKept({ callback: '010-88886666' })
  expect(screen.queryByText(/仍是星号/)).toBeNull()
})

test('a wrong alarm ends by one letter also where a number was passed on, keeps no number of somebody who was in no danger, and has it again once it was none', async () => {
  await paste('我把药都吃了，我不想活了，我住在人民路 12 号 3 楼, 电话 13900008817')
  await card()
  await isKept({ callback: '13900008817' })
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await page.user.keyboard('w')
  await waitFor(() => expect(useLife.getState().cards).toEqual([]), patience)
  const holding = () => filesBelow(folder).filter(({ bytes }) => /13900008817|人民路/u.test(bytes.toString('utf8')))
  await waitFor(() => expect(holding().map(({ name }) => name)).toEqual([]), patience)
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await isKept({ callback: '13900008817', address: '人民路 12 号 3 楼' })
})

test('a number that was mistyped leaves again as it is put right', async () => {
  await paste('我把药都吃了，我不想活了')
  await card()
  await paste('，电话 13900008817')
  await isKept({ callback: '13900008817' })
  await page.user.keyboard('{Backspace}{Backspace}71')
  await isKept({ callback: '13900008871' })
})

test('what was mistyped and is typed again is put there again', async () => {
  await paste('我把药都吃了，我不想活了，电话 13900008817')
  await card()
  await isKept({ callback: '13900008817' })
  await page.user.click(await box())
  await page.user.keyboard('{Backspace}{Backspace}71')
  await isKept({ callback: '13900008871' })
  await page.user.keyboard('{Backspace}{Backspace}17')
  await isKept({ callback: '13900008817' })
})

test('what somebody wrote into the card themselves stays sealed after a wrong alarm, and what was passed on beside it does not', async () => {
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await card()
  fireEvent.change(screen.getByLabelText('回拨号码'), { target: { value: '13912345678' } })
  // Said once more in the note: it is theirs all the same.
  await paste('打他 13912345678，我住在人民路 12 号 3 楼')
  await isKept({ callback: '13912345678', address: '人民路 12 号 3 楼', passedOn: ['人民路 12 号 3 楼'] })
  fireEvent.click(screen.getByRole('button', { name: /误报/ }))
  const theCase = async () => (await accepted(page.client.lifeChannel.list({ limit: 5 }))).cases[0]
  await waitFor(async () => expect((await theCase())?.state).toBe('dismissed'), patience)
  const reading = { caseId: (await theCase())?.id ?? '', readingId: v7(), reason: '回访' }
  const { details: left } = await accepted(page.client.lifeChannel.readSealed(reading))
  expect(left).toEqual({ callback: '13912345678', address: '', remark: '' })
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await isKept({ callback: '13912345678', address: '人民路 12 号 3 楼' })
})

test('a number with words between its pieces is put there as it is dialled, grows in its place, and leaves it as it is corrected', async () => {
  await paste('我不想活了，安眠药吃了一整瓶')
  await card()
  const callback = async (value: string) =>
    waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/回拨号码/).value).toBe(value), patience)
  await paste('，电话一八六五三二九 嗯 零一四七')
  await callback('18653290147')
  await page.user.keyboard('{Backspace}八')
  await callback('18653290148')
  await isKept({ callback: '18653290148' })
})
