import { v7 } from 'uuid'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { aWindow } from '../../test/builders/window.tsx'
import { accepted } from '../lib/answers.ts'
import { transportOfPage } from '../lib/choose-transport.ts'
import { askFirstScreen } from '../lib/first-screen.ts'
import { beginFirstScreen, endFirstScreen } from '../lib/first-screen-state.ts'
import { askFirstQuestions } from './first-questions.ts'
import { askLikelyQuestions } from './likely-questions.ts'
import { TodayPage } from './pages/TodayPage.tsx'

let page: Awaited<ReturnType<typeof aWindow>>
afterEach(() => page.close())
// Once drawn, nothing is asked early any more.
afterAll(() => {
  transportOfPage().forgetEarly()
  endFirstScreen()
})

/** Which calls are carried from now on, in their order. */
function carriedFrom() {
  if (window.earshot === undefined) throw new Error('no bridge')
  const carried = vi.spyOn(window.earshot, 'call')
  return { carried: () => carried.mock.calls.map(([call]) => call), end: () => carried.mockRestore() }
}

/** What is carried before the code of the screen at this address is here, and what that code still has to ask. */
async function carriedAt(address: string) {
  history.replaceState(null, '', address)
  const { carried, end } = carriedFrom()
  await askFirstScreen(transportOfPage(), location.pathname, location.search)
  const before = carried()
  await askFirstQuestions()
  const later = carried().slice(before.length)
  end()
  return { before, later }
}

test('Today is drawn with what was asked before its code was here: no question waits for that code', async () => {
  page = await aWindow()
  await page.client.settings.save({ me: v7() })
  const { before, later } = await carriedAt('/today')
  expect(before.length).toBe(21)
  expect(later).toEqual([])
})

test('nothing of Today comes after its first drawing and pushes down what stands there', async () => {
  page = await aWindow()
  const who = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  const { id: me } = await accepted(page.client.people.add(who))
  await page.client.settings.save({ me })
  history.replaceState(null, '', '/today')
  beginFirstScreen()
  await askFirstQuestions()
  const { carried, end } = carriedFrom()
  page.show(<TodayPage />)
  endFirstScreen()
  // Names apart, the script of the last drill, what was never seen of news, and the words in a list that is empty.
  const bringsNoPanel = ['people.list', 'lifeDrills.history', 'ownNews.unseen', 'team.status', 'tickets.list']
  expect(carried().filter((call) => !bringsNoPanel.includes(call))).toEqual([])
  end()
})

test.each(['/seats', '/seats?day=2026-11-30'])('so is the day of the board at %s', async (address) => {
  page = await aWindow()
  const { before, later } = await carriedAt(address)
  expect(before).toEqual(expect.arrayContaining(['bookings.board', 'waitlist.held', 'draws.held']))
  expect(later).toEqual([])
})

test('the notes half done are asked for once at the start, and anew each time they are shown later', async () => {
  page = await aWindow()
  history.replaceState(null, '', '/today')
  beginFirstScreen()
  await askFirstQuestions()
  const { carried, end } = carriedFrom()
  const today = page.show(<TodayPage />)
  endFirstScreen()
  expect(carried()).not.toContain('notes.halfDone')
  today.unmount()
  page.show(<TodayPage />)
  expect(carried()).toContain('notes.halfDone')
  end()
})

test('where the day begins on another page, what Today shows is asked for at rest: it comes in one piece there too', async () => {
  page = await aWindow()
  const who = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  await page.client.settings.save({ me: (await accepted(page.client.people.add(who))).id })
  await askLikelyQuestions()
  const { carried, end } = carriedFrom()
  beginFirstScreen()
  page.show(<TodayPage />)
  endFirstScreen()
  const bringsNoPanel = ['people.list', 'lifeDrills.history', 'ownNews.unseen', 'team.status', 'tickets.list']
  expect(carried().filter((call) => !bringsNoPanel.includes(call))).toEqual([])
  end()
})
