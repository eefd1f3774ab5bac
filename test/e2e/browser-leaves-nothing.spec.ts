import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { windowArguments } from '../../electron/shells/browser/open-window.ts'
import { test } from './app.ts'
import { openDoor } from './door.ts'
import { openOwnWindow } from './own-window.ts'
import { enter, goTo } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

/** One of each kind that is masked. */
const numbers = ['18659862734', '11010519491231002X', '6222021234567890128', '010-69387745', 'zhang.san@example.com']
/** What stands beside them: not masked, so it may lie in the database, and in no file of the browser. */
const words = '冰箱门关不上'

/** A browser at work renames and drops files at any moment: only a round in which nothing went away has seen them all. */
function everyFile(folder: string): { path: string; bytes: Buffer }[] {
  for (;;)
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => ({ path, bytes: readFileSync(path) }))
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown
    }
}

/** Every file under the folder that holds one of the words, however a browser writes text. */
function holding(folder: string, wanted: readonly string[]): string[] {
  const forms = wanted.flatMap((word) => [
    { word, bytes: Buffer.from(word) },
    { word, bytes: Buffer.from(word, 'utf16le') },
    { word, bytes: Buffer.from(encodeURIComponent(word)) },
    {
      word,
      bytes: Buffer.from(JSON.stringify(word).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)),
    },
  ])
  return everyFile(folder).flatMap(({ path, bytes }) =>
    forms.filter((form) => bytes.includes(form.bytes)).map(({ word }) => `${path.slice(folder.length)}: ${word}`),
  )
}

/** Into every field that takes words, on every screen where a customer's may come in. */
async function typeEverywhere(page: Page): Promise<void> {
  await enter(page)
  const live = await LivePage.walkUp(page)
  await live.nextCall(1)
  await page.keyboard.type(`${words} ${numbers.join(' ，')}，完`)
  await press(page, 'Mod+Enter')
  await expect(live.note(words)).toHaveAttribute('data-state', 'stored')
  await page.keyboard.type(`${words} ${numbers.join(' ，')}`)
  await page.getByRole('textbox', { name: '来电参考' }).fill(`${numbers[0]}`)
  await press(page, 'Enter')
  await press(page, 'F7')
  const fields = async () => {
    for (const field of await page.locator('main input[type=text], main textarea, main input:not([type])').all())
      if ((await field.isEditable()) && (await field.isVisible())) await field.fill(`${words} ${numbers[0]}`)
  }
  await expect(page.getByRole('textbox', { name: '标题' })).toBeVisible()
  await fields()
  await goTo(page, '工单')
  await fields()
  await page.reload()
  await goTo(page, '听线')
}

const everyday = (given: readonly string[]) => given.filter((one) => !/incognito|inprivate/.test(one))

for (const { kind, isOwn } of [
  { kind: 'the window of the console', isOwn: true },
  // Whoever opens the printed address there: the browser keeps that address, whose token ends with the run, and no word.
  { kind: 'an everyday browser', isOwn: false },
] as const)
  test(`${kind} keeps nothing that was typed, during the run and after it`, async ({
    startServe,
    dataFolder,
    elsewhere: profile,
  }) => {
    const server = startServe(dataFolder, '--lang', 'zh')
    const address = await server.ready
    const door = await openDoor(address)
    await settle(door.client)
    const token = new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? ''
    const own = windowArguments(address, profile, null)
    const notInProfile = [...numbers, words, ...(isOwn ? [token] : [])]

    const { page, end } = await openOwnWindow(profile, isOwn ? own : everyday(own))
    await typeEverywhere(page)
    expect(holding(dataFolder, [...numbers, token])).toEqual([])
    // So it is left by whoever kills it.
    expect(holding(profile, notInProfile)).toEqual([])
    await end()
    expect(holding(profile, notInProfile)).toEqual([])
    door.close()
    server.signal('SIGTERM')
    await server.exited
    expect(holding(dataFolder, [...numbers, token])).toEqual([])
  })
