import { screen } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { contract } from '../../../../shared/contract/contract.ts'
import { aCall, accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { NoTickets } from './NoTickets.tsx'

let page: TestWindow
afterEach(() => page.close())

test('where the words are found in other states, it says how many there are and leads to them', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  const noteId = v7()
  const words = { kind: 'voice', text: '没人管我', offsetMs: 0, issueTypeId: null } as const
  await accepted(page.client.notes.add({ noteId, callId, ...words }))
  const wish = { title: '没人管我', issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
  await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
  const filter = (text: string) => contract.tickets.list.input.shape.filter.parse({ text })
  const done: string[] = []
  const act = (name: string) => () => void done.push(name)
  const none = (text: string) => (
    <NoTickets isNarrowed inAll={filter(text)} onClear={act('clear')} onAll={act('all')} onListen={act('listen')} />
  )
  const { unmount } = page.show(none('没人'))
  await screen.findByText('「全部」里有 1 张。')
  await page.user.click(screen.getByRole('button', { name: '在全部里看' }))
  unmount()
  page.show(none('降价'))
  await page.user.click(await screen.findByRole('button', { name: '清除筛选' }))
  expect(done).toEqual(['all', 'clear'])
})
