import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
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
