import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { SilverHairPage } from './SilverHairPage.tsx'

const DAY_MS = 86_400_000
let page: TestWindow
let sessionId: string
let clock: ReturnType<typeof aClock>
beforeEach(async () => {
  clock = aClock()
  clock.set(new Date(Date.now() - DAY_MS).toISOString())
  page = await aWindow({ clock })
  sessionId = (await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))).id
})
afterEach(() => page.close())

async function aMarkedCall(effort: number): Promise<void> {
  const { id: callId } = await accepted(page.client.sessions.nextCall({ sessionId, reference: null }))
  await accepted(page.client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
  await accepted(page.client.silverHair.press({ callId, press: { effort } }))
}
const calls = () => screen.findAllByRole('link', { name: /第 \d 通/ }, patience)

test('before the first call it says how one comes here', async () => {
  page.show(<SilverHairPage />)
  await screen.findByText('这段时间没有银发来电', undefined, patience)
})

test('of fewer than five agents there is no figure, and each call can be opened', async () => {
  await aMarkedCall(5)
  page.show(<SilverHairPage />)
  const [call] = await calls()
  expect(call?.getAttribute('href')).toMatch(new RegExp(`^/sessions/${sessionId}\\?call=`))
  screen.getByText('满 5 位坐席才有数字')
  expect(screen.queryByText('费力（4 分以上）')).toBeNull()
})

test('from five agents on what failed is counted, and a press shows the calls it failed in', async () => {
  for (const [at, effort] of [5, 4, 1, 2, 3].entries()) {
    await aMarkedCall(effort)
    const callId = (await accepted(page.client.sessions.calls({ sessionId }))).at(-1)?.id ?? ''
    await accepted(page.client.agents.name({ callId, typed: `100${at}` }))
  }
  clock.advance(DAY_MS)
  page.show(<SilverHairPage />)
  expect(await calls()).toHaveLength(5)
  const hard = screen.getByRole('button', { name: /费力（4 分以上）/ })
  within(hard).getByText('2')
  fireEvent.click(hard)
  expect(await calls()).toHaveLength(2)
})

test('a list that is shorter than its figure says that the others are told to whoever heard them', async () => {
  for (const [at, effort] of [5, 4, 1, 2, 3].entries()) {
    await aMarkedCall(effort)
    const callId = (await accepted(page.client.sessions.calls({ sessionId }))).at(-1)?.id ?? ''
    await accepted(page.client.agents.name({ callId, typed: `100${at}` }))
    await accepted(page.client.silverHair.press({ callId, press: { help: 'for_caller' } }))
    await accepted(page.client.silverHair.press({ callId, press: { toldFirst: false } }))
  }
  clock.advance(DAY_MS)
  page.answer('silverHair.overview', async (_, ask) => {
    const answer = (await ask()) as { ok: true; value: { calls: object[] } }
    const untold = { help: null, toldFirst: null, jargon: [] }
    return {
      ok: true,
      value: { ...answer.value, calls: answer.value.calls.map((call, at) => (at < 2 ? call : { ...call, ...untold })) },
    }
  })
  page.show(<SilverHairPage />)
  await calls()
  const words = /^比数字少/
  expect(screen.queryByText(words)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /没先说就代办/ }))
  expect(await calls()).toHaveLength(2)
  screen.getByText(words)
})

test('J and K walk the calls, from the first to the last', async () => {
  for (const effort of [1, 2]) await aMarkedCall(effort)
  page.show(<SilverHairPage />)
  const [newest, older] = await calls()
  await page.user.keyboard('j')
  expect(document.activeElement).toBe(newest)
  await page.user.keyboard('jj')
  expect(document.activeElement).toBe(older)
  await page.user.keyboard('k')
  expect(document.activeElement).toBe(newest)
})

test('a row that was chosen stays in sight, also where days without figures leave nothing of it, and Esc takes it off', async () => {
  await aMarkedCall(2)
  page.show(<SilverHairPage />, '/silver-hair?failing=hard')
  await screen.findByText('这段时间没有能列出的「费力（4 分以上）」', undefined, patience)
  screen.getByText(/没有数字可看/)
  await page.user.keyboard('{Escape}')
  expect(await calls()).toHaveLength(1)
  expect(screen.queryByText('费力（4 分以上）')).toBeNull()
})
