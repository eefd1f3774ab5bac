import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExportRecord, WaitReason } from '../../../../shared/contract/exports/exports.ts'
import { aWindow } from '../../../../test/builders/window.tsx'
import { Ledger } from './Ledger.tsx'

let page: Awaited<ReturnType<typeof aWindow>>
beforeEach(async () => {
  page = await aWindow()
})
afterEach(async () => {
  cleanup()
  await page.close()
})

const waiting = (reason: WaitReason, sha256: string | null = 'a'.repeat(64)): ExportRecord => ({
  id: '01999999-0000-7000-8000-000000000001',
  kind: 'tickets',
  format: 'csv',
  folder: '/mnt/share',
  fileName: '听线工单_全部_2026-11-22_0812_01.csv',
  state: 'waiting',
  reason,
  ticketCount: 2,
  sha256,
  sizeBytes: sha256 === null ? null : 100,
  createdAt: '2026-11-22T00:12:00.000Z',
  deliveredAt: null,
  tries: 1,
  exportedBy: '王敏',
})
const show = (record: ExportRecord) => {
  page.answer('exports.list', async () => ({ ok: true, value: [record] }))
  page.show(<Ledger onNew={null} onElsewhere={() => {}} onTickets={() => {}} onSearch={() => {}} />)
}

test('a folder whose drive is away is delivered into only when a person says so', async () => {
  const asked = vi.fn(async () => ({ ok: true, value: waiting('drive_away') }))
  page.answer('exports.confirmFolder', asked)
  show(waiting('drive_away'))
  await page.user.click(await screen.findByRole('button', { name: '就放这里' }))
  expect(asked).toHaveBeenCalledWith({ exportId: waiting('drive_away').id }, expect.anything())
  expect(screen.queryByRole('button', { name: '再试一次' })).toBe(null)
})

test('any other wait can be tried again, and says what to do', async () => {
  show(waiting('folder_busy'))
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toMatch(/占用.*关掉它。文件已备好/u)
  expect(screen.queryByRole('button', { name: '就放这里' })).toBe(null)
})

test('a file that is not made yet is not called ready', async () => {
  show(waiting('outbox_full', null))
  expect(await screen.findByText('本机磁盘满了。请腾出空间。好了会自动做出来再送。')).toBeTruthy()
})

test('a folder that will never do is not called one that only takes time', async () => {
  show(waiting('data_folder'))
  expect((await screen.findByText(/自己存数据的文件夹/u)).textContent).toMatch(/请另选一个文件夹。$/u)
})
