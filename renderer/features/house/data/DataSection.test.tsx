import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { queryClient } from '../../../lib/query-client.ts'
import { DataSection } from './DataSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const heard = async (number: number) => {
  const { sessionId, callId } = await aCall(page.client)
  await aNoteIn(page.client, callId, number)
  await accepted(page.client.sessions.end({ sessionId }))
}
const sessionCount = async () => (await accepted(page.client.sessions.list({ limit: 50 }))).sessions.length

test('going back to a copy names what is lost before, does it on the one press, and can be undone', async () => {
  await heard(1)
  await accepted(page.client.workspace.backUpNow({}))
  await heard(2)
  page.show(<DataSection />)
  const [act] = await screen.findAllByRole('button', { name: /^回到这一份：.* 的备份$/ })
  await page.user.click(act as HTMLElement)
  const dialog = within(await screen.findByRole('dialog', { name: /^回到 .* 的备份$/ }))
  await dialog.findByText('新批注 1 条')
  dialog.getByText('场次 1 场')
  dialog.getByText('第 2 句话')
  expect(await sessionCount()).toBe(2)
  await page.user.click(dialog.getByRole('button', { name: /^备份现在的，再回到/ }))
  const done = await page.told('已回到')
  expect(await sessionCount()).toBe(1)
  done.undo?.()
  await page.told('已换回之前的内容')
  expect(await sessionCount()).toBe(2)
})

test('while a copy is still being read all else is there, and the list follows', async () => {
  await accepted(page.client.workspace.backUpNow({}))
  const reading = Promise.withResolvers<void>()
  page.answer('workspace.backups', async (_, ask) => {
    await reading.promise
    return ask()
  })
  page.show(<DataSection />)
  await screen.findByText(/正在通读备份/)
  screen.getByRole('button', { name: '现在备份' })
  expect(screen.queryByRole('table')).toBeNull()
  reading.resolve()
  await screen.findByRole('button', { name: /^回到这一份：.* 的备份$/ })
  expect(screen.queryByText(/正在通读备份/)).toBeNull()
})

test.each([
  [true, /退出后不会留下/],
  [false, /退出后仍留在下面这个数据文件夹里/],
])('whether the invented content stays is said as it is (thrown away: %s)', async (isThrowAway, words) => {
  page.answer('workspace.status', async (_, ask) => {
    const answer = (await ask()) as { value: object }
    return { ...answer, value: { ...answer.value, isDemo: true, isThrowAway } }
  })
  page.show(<DataSection />)
  await screen.findByText(words)
})

test('a copy that still says what was sealed since is marked, with what to do about it; nothing is said where there is none', async () => {
  const madeAt = '2026-11-21T01:00:04.000Z'
  const copy = { fileName: madeAt, madeAt, sizeBytes: 5, noteCount: 1, ticketCount: 1, isGood: true, saysSealed: false }
  page.answer('workspace.backups', async () => ({ ok: true, value: [copy] }))
  page.show(<DataSection />)
  await screen.findByRole('cell', { name: / 09:00:04$/ })
  expect(screen.queryByText(/已封存的话/)).toBeNull()
  cleanup()
  queryClient.clear()
  page.answer('workspace.backups', async () => ({ ok: true, value: [{ ...copy, saysSealed: true }] }))
  page.show(<DataSection />)
  await screen.findByText('里面还有已封存的话')
  screen.getByText(/不用了请把文件删掉/)
})

test('two copies of one minute are told apart by their second', async () => {
  page.answer('workspace.backups', async () => ({
    ok: true,
    value: ['2026-11-21T01:00:04.000Z', '2026-11-21T01:00:31.000Z'].map((madeAt) => ({
      ...{ fileName: madeAt, madeAt, sizeBytes: 5, noteCount: 1, ticketCount: 1, isGood: true, saysSealed: false },
    })),
  }))
  page.show(<DataSection />)
  await screen.findByRole('cell', { name: / 09:00:04$/ })
  screen.getByRole('button', { name: /^回到这一份：.* 09:00:31 的备份$/ })
})

test('a desk of a hub does not say that nothing leaves it', async () => {
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.show(<DataSection />)
  await screen.findByText('听到的、记下的先存在这里，再上传到中心「总部中心」。')
  expect(screen.queryByText(/不会传到别处/)).toBeNull()
})
