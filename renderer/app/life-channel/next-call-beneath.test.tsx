import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { openLayer } from '../../lib/key-registry.ts'

// The card is open and the next call begins beneath it: that never waits.

let seat: LifeSeat
beforeEach(async () => {
  seat = await aLifeSeat()
  await seat.sit()
})
afterEach(() => seat.close())

const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)

test('what is written goes to the call that began since, and the card says to which', async () => {
  const { user } = seat.page
  await user.click(await screen.findByLabelText('批注'))
  await user.paste('他说药都吃了，我不想活了')
  await card()
  await user.keyboard('{Alt>}n{/Alt}')
  await waitFor(
    async () => expect((await screen.findByLabelText<HTMLTextAreaElement>('批注')).value).toBe(''),
    patience,
  )
  await user.keyboard('下一位问发票')
  await waitFor(async () => expect((await card()).textContent).toContain('第 2 通 下一位问发票'), patience)
})

test('a page that a card covers does nothing that nobody sees; what goes with writing goes on', async () => {
  const { user, client } = seat.page
  await user.click(await screen.findByLabelText('批注'))
  await user.paste('他说药都吃了，我不想活了')
  await card()
  await user.keyboard('{Alt>}q{/Alt}{Alt>}e{/Alt}')
  expect(screen.queryAllByRole('dialog')).toHaveLength(1)
  await user.keyboard('{Alt>}2{/Alt}{Control>}{Enter}{/Control}')
  await waitFor(
    async () => expect(await accepted(client.notes.ofCall({ callId: seat.call.id }))).toMatchObject([{ kind: 'view' }]),
    patience,
  )
  const [call] = await accepted(client.sessions.calls({ sessionId: seat.call.sessionId }))
  expect(call?.endedAt).toBeNull()
  await user.keyboard('{Escape}{Alt>}q{/Alt}')
  await screen.findByRole('dialog', { name: /结束/ }, patience)
})

test('over a page the keys of a card that nobody stepped onto do nothing; stepped onto, they act', async () => {
  const { user } = seat.page
  await user.click(await screen.findByLabelText('批注'))
  await user.paste('他说药都吃了，我不想活了')
  await card()
  act(() => (document.activeElement as HTMLElement).blur())
  await user.keyboard('35wcn')
  expect(useLife.getState()).toMatchObject({ isEngaged: false, cards: [{ handedOver: [], steps: {} }] })
  expect(document.activeElement).toBe(document.body)
  await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}3')
  expect(useLife.getState().cards[0]?.handedOver).toMatchObject([{ to: '110' }])
})

test('Esc closes what lies over a card, and not the card beneath it', async () => {
  const { user } = seat.page
  await user.click(await screen.findByLabelText('批注'))
  await user.paste('他说药都吃了，我不想活了')
  await card()
  const close = openLayer(9)
  await user.keyboard('{Escape}')
  expect(useLife.getState().shownId).not.toBeNull()
  close()
  await user.keyboard('{Escape}')
  expect(useLife.getState().shownId).toBeNull()
})

test('an ambulance stays the first to call after somebody else took over, and the head says so until it was called', async () => {
  const { user } = seat.page
  await user.click(await screen.findByLabelText('批注'))
  await user.paste('我把一瓶安眠药都吃了')
  const shown = await card()
  const head = () => shown.querySelector<HTMLElement>('header [role="timer"]')
  await user.click(screen.getByRole('button', { name: /12356/ }))
  await waitFor(() => expect(head()?.textContent).toContain('12356 已接手 · 还要打 120'), patience)
  expect(head()?.dataset.done).toBeUndefined()
  expect(shown.querySelector('[data-first]')?.textContent).toContain('120')
  await user.click(screen.getByRole('button', { name: /120/ }))
  await waitFor(() => expect(head()?.dataset.done).toBe('true'), patience)
  expect(head()?.textContent).not.toContain('还要打')
})
