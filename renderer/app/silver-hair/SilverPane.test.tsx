import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { cloudCard } from '../../../test/builders/kept-terms.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useSilverHeard } from '../../features/silver-hair/silver-store.ts'
import { callsOfSession } from '../../lib/common-queries.ts'
import { LiveListening } from '../LiveListening.tsx'

let page: TestWindow
let session: Session

function Live() {
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : <LiveListening session={session} calls={calls} />
}

beforeEach(async () => {
  useSilverHeard.setState({ signs: {}, jargon: {} })
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await screen.findByText('标为银发来电', undefined, patience)
})
afterEach(() => page.close())

const lenses = () => accepted(page.client.silverHair.ofSession({ sessionId: session.id }))
const keys = (text: string) => page.user.keyboard(text)
const stored = (wanted: object) => waitFor(async () => expect(await lenses()).toMatchObject([wanted]), patience)
const isBoxFocused = () => document.activeElement === screen.getByLabelText('批注')
const theLens = () => screen.findByRole('region', { name: '银发镜片' }, patience)

test('one key marks the call and unmarks it, and the notice takes that back; the focus stays with the note', async () => {
  await keys('{Alt>}s{/Alt}')
  await theLens()
  await stored({ mark: 'marked', origin: 'key' })
  await screen.findByText('银发', undefined, patience)
  await keys('{Alt>}s{/Alt}')
  await stored({ mark: 'unmarked' })
  await keys('{Control>}z{/Control}')
  await stored({ mark: 'marked' })
  expect(isBoxFocused()).toBe(true)
})

test('what is typed proposes it with its words; its key takes it', async () => {
  await keys('大爷说我七十三了')
  await screen.findByText('「我七十三了」', undefined, patience)
  expect(isBoxFocused()).toBe(true)
  await keys('{Alt>}s{/Alt}')
  await stored({ mark: 'marked', origin: 'proposed' })
})

test('dismissed it is not proposed again for this call', async () => {
  await keys('我七十三了')
  await screen.findByText('「我七十三了」', undefined, patience)
  await keys('{Alt>}u{/Alt}')
  await stored({ mark: 'dismissed' })
  await waitFor(() => expect(screen.queryByText('「我七十三了」')).toBeNull(), patience)
  await keys('，我八十了')
  expect(screen.queryByText(/说到了年纪/)).toBeNull()
  expect(screen.queryByText(/是老人来电/)).toBeNull()
})

test('keys answer line by line; property is never done for the caller, and the lens says what to choose instead', async () => {
  await keys('{Alt>}s{/Alt}')
  const lens = await theLens()
  await keys('{Alt>}i{/Alt}')
  expect(document.activeElement).toBe(lens)
  await keys('2')
  await stored({ operation: 'refund' })
  await keys('1')
  expect((await within(lens).findByRole('alert')).textContent).toContain('不能代办')
  await stored({ operation: 'refund', help: null })
  await keys('3')
  await stored({ help: 'declined' })
  await keys('4')
  await stored({ effort: 4 })
  expect(within(lens).queryByRole('alert')).toBeNull()
  await keys('{Control>}z{/Control}')
  await stored({ effort: null, help: 'declined' })
  await keys('{Escape}')
  expect(isBoxFocused()).toBe(true)
})

test('keys pressed in one burst answer the lines as they follow, also the one that the answer before it brings', async () => {
  await keys('{Alt>}s{/Alt}')
  const lens = await theLens()
  await keys('{Alt>}i{/Alt}')
  for (const key of ['6', '1', '2', '4']) fireEvent.keyDown(lens, { key })
  await stored({ operation: 'order_status', help: 'for_caller', toldFirst: false, effort: 4 })
})

test('jargon that a note quotes of the agent is listed while it is typed, with plainer words, and counted once it is stored', async () => {
  await keys('{Alt>}s{/Alt}')
  const lens = await theLens()
  await keys('坐席说走逆向物流')
  await within(lens).findByText(/逆向物流/, undefined, patience)
  within(lens).getByText('快递员上门把退的东西取走')
  expect(await lenses()).toMatchObject([{ jargon: [] }])
  await keys('{Control>}{Enter}{/Control}')
  await stored({ jargon: [{ termId: 'reverse_logistics', count: 1 }] })
})

test('terms of the house are listed with its plainer words as soon as they are saved, while a note is typed and once it is stored', async () => {
  await keys('{Alt>}s{/Alt}')
  const lens = await theLens()
  await keys('坐席说这是云享卡')
  await within(lens).findByText('0', undefined, patience)
  await accepted(page.client.jargon.save({ terms: [cloudCard], seenVersion: 0 }))
  await within(lens).findByText(/云享卡/, undefined, patience)
  within(lens).getByText(cloudCard.plain)
  await keys('{Control>}{Enter}{/Control}')
  await stored({ jargon: [{ termId: cloudCard.id, count: 1 }] })
  await accepted(page.client.jargon.save({ terms: [], seenVersion: 1 }))
  await stored({ jargon: [] })
})
