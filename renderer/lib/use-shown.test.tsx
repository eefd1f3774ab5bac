import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { patience } from '../../test/builders/patience.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { MyBookings } from '../features/today/MyBookings.tsx'
import { queryClient } from './query-client.ts'
import { useShown } from './use-shown.ts'

let page: TestWindow
let [boss, secretary] = ['', '']
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { department: '', role: 'coordinator', employeeNumber: null, email: null } as const
  boss = (await accepted(page.client.people.add({ ...wish, name: '林岚' }))).id
  secretary = (await accepted(page.client.people.add({ ...wish, name: '罗佳' }))).id
})
afterEach(() => {
  vi.restoreAllMocks()
  return page.close()
})

const sit = (me: string) => accepted(page.client.settings.save({ me }))
const unseen = () => accepted(page.client.ownNews.unseen({}))
async function bookedForBoss() {
  await sit(secretary)
  const [seat] = await seatsOf(page.client)
  const times = { startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  const place = { seatId: seat?.id ?? '', personId: boss, companionId: null, purpose: 'listen' } as const
  const { id } = await accepted(page.client.bookings.reserve({ ...place, ...times }))
  await sit(boss)
  expect(await unseen()).toEqual([{ kind: 'details', ofId: id }])
  return id
}
/** The page has read what is unseen. */
const isKnown = () =>
  vi.waitFor(() => expect(queryClient.getQueryData(['bookings', 'ownNews', 'unseen', boss])).toHaveLength(1), patience)
function Page({ ofId }: { ofId: string }) {
  useShown({ details: [ofId] })
  return null
}

test('what a page lists was shown once the window can be seen, and not before', async () => {
  const looked = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const id = await bookedForBoss()
  page.show(<Page ofId={id} />, '/today')
  await isKnown()
  expect(await unseen()).toHaveLength(1)
  looked.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(async () => expect(await unseen()).toEqual([]), patience)
})

test('a hub that was away and did not hear of it hears of it once it is here again', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  const id = await bookedForBoss()
  let timesSaid = 0
  page.answer('ownNews.shown', async () => {
    timesSaid += 1
    return { ok: false, code: 'offline', detail: { since: shanghai('09:00') } }
  })
  page.show(<Page ofId={id} />, '/today')
  await vi.waitFor(() => expect(timesSaid).toBeGreaterThan(0), patience)
  page.answerNoMore('ownNews.shown')
  expect(await unseen()).toHaveLength(1)
  await queryClient.invalidateQueries({ queryKey: ['bookings'] })
  await vi.waitFor(async () => expect(await unseen()).toEqual([]), patience)
})

test('Today shows a booking that somebody else made; another page does not', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  const id = await bookedForBoss()
  page.show(<Page ofId="another" />, '/tickets')
  await isKnown()
  expect(await unseen()).toHaveLength(1)
  page.show(<MyBookings me={boss} />, '/today')
  await vi.waitFor(async () => expect(await unseen()).toEqual([]), patience)
  await sit(secretary)
  await accepted(page.client.bookings.cancel({ bookingId: id, seenVersion: null }))
  expect(await accepted(page.client.bookingNews.list({ personId: boss }))).toHaveLength(1)
})
