import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { FolderField } from './FolderField.tsx'

let page: TestWindow
let share: string
beforeEach(async () => {
  share = mkdtempSync(join(tmpdir(), 'earshot-share-'))
  mkdirSync(join(share, 'a'))
  page = await aWindow()
  function Screen() {
    const [folder, setFolder] = useState('')
    return <FolderField folder={folder} onChange={setFolder} />
  }
  page.show(<Screen />)
})
afterEach(async () => {
  await page.close()
  rmSync(share, { recursive: true, force: true })
})

const type = async (text: string) => {
  const field = screen.getByLabelText('送到哪个文件夹')
  await page.user.clear(field)
  await page.user.click(field)
  await page.user.paste(text)
}

test('while it is typed the folder is only looked at; left, it is tried with a file', async () => {
  const made: (string | null)[] = []
  const watcher = watch(join(share, 'a'), (_kind, name) => made.push(name))
  await type(join(share, 'a'))
  await screen.findByText(/文件夹在，看来可以写 · /)
  expect(made).toEqual([])
  await page.user.tab()
  await screen.findByText(/^可以写入 · /)
  expect(made.length).toBeGreaterThan(0)
  watcher.close()
  expect(readdirSync(join(share, 'a'))).toEqual([])
})

test('what is wrong stands beneath the field at once, or after a rest, in words that say what to do', async () => {
  await type('smb://server/share')
  screen.getByText(/请先在系统里连上这个共享/)
  await type('导出')
  screen.getByText(/请写完整路径/)
  await type(join(share, 'nowhere'))
  await screen.findByText(/找不到这个文件夹/)
})

test('of a console’s own folder it does not say that an export would wait and go by itself', async () => {
  writeFileSync(join(share, 'earshot.db'), '')
  await type(join(share, 'a'))
  await page.user.tab()
  const words = await screen.findByText(/听线台自己存数据的文件夹/)
  expect(words.textContent).not.toContain('自动送')
})
