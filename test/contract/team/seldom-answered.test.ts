import { expect, test, vi } from 'vitest'
import { accepted } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

/** Desks whose hub has too much to do, or was never read. */
const { aHub, aDesk, joined } = teamsOfTests()

const ok = (value: unknown) => ({ ok: true, value })
const status = (desk: Awaited<ReturnType<typeof aDesk>>) => accepted(desk.client.team.status({}))

test('of a hub that is busy for long a list is shown as it last was; it is not asked for ever', async () => {
  let isBusy = false
  const busy = { ok: false, code: 'hub_busy', detail: {} }
  const hub = await aHub({
    answer: ({ call }) => (isBusy ? busy : ok(call === 'tickets.departments' ? ['商品'] : [])),
  })
  const desk = await aDesk()
  await joined(desk, hub)
  await vi.waitFor(
    async () => expect(await status(desk)).toMatchObject({ link: { kind: 'here' }, hasCopies: true }),
    patience,
  )
  expect(await desk.call('tickets.departments', {})).toEqual(ok(['商品']))
  isBusy = true
  hub.asked.length = 0
  const asked = desk.call('tickets.departments', {})
  expect(await desk.client.people.list({})).toEqual(ok([]))
  expect(await asked).toEqual({ ...ok(['商品']), asOf: expect.any(String) })
  // With pauses that grow, each twice as long as the one before.
  expect(hub.asked.filter(({ call }) => call === 'tickets.departments').length).toBeLessThanOrEqual(5)
})

test('a desk that never read what all share says so, and not that there is nobody', async () => {
  const hub = await aHub({ answer: () => ok([]) })
  hub.answerLater([])
  const desk = await aDesk()
  await joined(desk, hub)
  await vi.waitFor(async () => expect(await status(desk)).toMatchObject({ link: { kind: 'here' } }), patience)
  await hub.stop()
  await vi.waitFor(async () => expect(await status(desk)).toMatchObject({ link: { kind: 'away' } }), patience)
  expect(await status(desk)).toMatchObject({ hasCopies: false })
  expect(await desk.client.people.list({})).toMatchObject({ code: 'offline' })
  hub.answerLater(null)
  await hub.startAgain()
  await vi.waitFor(async () => expect(await status(desk)).toMatchObject({ hasCopies: true }), patience)
  await hub.stop()
  await vi.waitFor(async () => expect(await status(desk)).toMatchObject({ link: { kind: 'away' } }), patience)
  expect(await desk.client.people.list({})).toEqual(ok([]))
})
