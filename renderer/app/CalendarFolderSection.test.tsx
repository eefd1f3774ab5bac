import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { CalendarFolderNotice } from './CalendarFolderNotice.tsx'
import { CalendarFolderSection } from './CalendarFolderSection.tsx'

let page: TestWindow
let folder: string
beforeEach(async () => {
  page = await aWindow()
  folder = mkdtempSync(join(tmpdir(), 'earshot-feed-'))
})
afterEach(async () => {
  await page.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a folder is set, the file is there, and stops being kept; what is in the way is said', async () => {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = (await accepted(page.client.people.add(wish))).id
  page.show(<CalendarFolderSection />)
  const field = await screen.findByLabelText<HTMLInputElement>('日历放在哪个文件夹')
  await page.user.type(field, `${folder}{Enter}`)
  await screen.findByText('请先在「我和外观」里说明你是谁。', {}, patience)
  // Nothing of other departments, who have no business with it.
  await screen.findByText('可以写入', {}, patience)
  await accepted(page.client.settings.save({ me }))
  await waitFor(() => expect(readdirSync(folder)).toEqual([`听线席_王敏_${me.slice(-4)}.ics`]), patience)
  await screen.findByText(/^听线席_王敏_.{4}\.ics，.* 写好$/, {}, patience)
  await page.user.click(screen.getByRole('button', { name: '不再更新' }))
  await waitFor(async () => expect((await accepted(page.client.settings.get({}))).calendarFolder).toBeNull(), patience)
  // Typed before the window has heard of it, the path would stand behind the old one.
  await waitFor(() => expect(field.value).toBe(''), patience)
  const taken = mkdtempSync(join(folder, 'taken-'))
  writeFileSync(join(taken, `听线席_王敏_${me.slice(-4)}.ics`), '别人的')
  await page.user.type(field, `${taken}{Enter}`)
  await screen.findByText(/这里已有同名的文件/, {}, patience)
})

test('set where English is spoken, the file has an English name', async () => {
  const wish = { name: 'Min Wang', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = (await accepted(page.client.people.add(wish))).id
  await accepted(page.client.settings.save({ me, language: 'en', calendarFolder: folder }))
  const name = `listening-seats_Min Wang_${me.slice(-4)}.ics`
  await waitFor(() => expect(readdirSync(folder)).toEqual([name]), patience)
})

test('why a folder does not take it is said once, on Today too, and no longer than it is so', async () => {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = (await accepted(page.client.people.add(wish))).id
  await accepted(page.client.settings.save({ me }))
  const away = join(folder, 'away')
  const missing = /找不到这个文件夹/
  page.show(
    <>
      <CalendarFolderSection />
      <CalendarFolderNotice />
    </>,
  )
  await page.user.type(await screen.findByLabelText('日历放在哪个文件夹'), `${away}{Enter}`)
  await screen.findByText('我的预约日历没有更新', {}, patience)
  const [section, notice] = [
    screen.getByRole('region', { name: '我的预约日历' }),
    screen.getByRole('region', { name: /没有更新/ }),
  ]
  await waitFor(() => expect(within(section).getAllByText(missing)).toHaveLength(1), patience)
  expect(within(notice).getAllByText(missing)).toHaveLength(1)
  mkdirSync(away)
  await accepted(page.client.settings.save({ theme: 'dark' }))
  await screen.findByText(/ 写好$/, {}, patience)
  await waitFor(() => expect(screen.queryByText('我的预约日历没有更新')).toBeNull(), patience)
  expect(screen.queryByText(missing)).toBeNull()
})
