import './picture-clock.ts'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startBrowserShell } from '../bench/browser-shell.ts'
import { connectToDoor, type DoorClient } from '../bench/door-client.ts'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { careScenes } from './care-scenes.ts'
import { fileName, type Look, looksOf } from './looks.ts'
import { type Scene, scenes } from './scenes.ts'
import { smallPng } from './small-png.ts'
import { teamScenes } from './team-scenes.ts'
import { setTeamStage } from './team-stage.ts'

const root = join(import.meta.dirname, '..', '..')
const LARGEST_BYTES = 200_000
const TEAM = /^team-(?!join)/

const { values: options } = parseArgs({
  options: {
    /** Only this screen; may be given several times. */
    only: { type: 'string', multiple: true, default: [] },
    /** Every screen in every look, at 1280 and 1920 wide, into test-results/screenshots: for looking, not for the guide. */
    look: { type: 'boolean', default: false },
  },
})

const sizes = options.look
  ? [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]
  : [{ width: 1280, height: 800 }]

const firstRun: Scene = { screen: 'first-run', prepare: async () => '/' }

async function main(): Promise<void> {
  // Its name stands in pictures.
  const folder = join(tmpdir(), 'earshot-screenshots')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const browser = await chromium.launch({ ...chromiumLaunch, args: [...(chromiumLaunch.args ?? []), '--lang=zh-CN'] })
  try {
    await take(browser, join(folder, 'new'), false, [firstRun])
    await take(browser, join(folder, 'demo'), true, [...scenes, ...careScenes])
    await takeTeam(browser, join(folder, 'team'))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Walks the screens of one data folder, each in its looks. */
async function take(browser: Browser, dataFolder: string, isDemo: boolean, wanted: readonly Scene[]): Promise<void> {
  const shown = wanted.filter(({ screen }) => options.only.length === 0 || options.only.includes(screen))
  if (shown.length === 0) return
  mkdirSync(dataFolder)
  const shell = await startBrowserShell(dataFolder, { isDemo })
  const door = await connectToDoor(shell.address)
  try {
    for (const scene of shown) {
      const path = await scene.prepare(door, dataFolder)
      for (const look of looksOf(scene.screen, options.look))
        await shoot(browser, shell.address, door, scene, path, look)
    }
  } finally {
    door.close()
    await shell.stop()
  }
}

/** The same at a desk of a team. Setting that up takes longest: only where its pictures are wanted. */
async function takeTeam(browser: Browser, folder: string): Promise<void> {
  if (options.only.length > 0 && !options.only.some((screen) => TEAM.test(screen))) return
  mkdirSync(folder)
  const stage = await setTeamStage(folder)
  const { address, door } = stage.drawn
  try {
    for (const scene of teamScenes(stage)) {
      const path = await scene.prepare(door, folder)
      if (options.only.length > 0 && !options.only.includes(scene.screen)) continue
      for (const look of looksOf(scene.screen, options.look)) await shoot(browser, address, door, scene, path, look)
    }
  } finally {
    await stage.end()
  }
}

async function shoot(
  browser: Browser,
  address: string,
  door: DoorClient,
  scene: Scene,
  path: string,
  look: Look,
): Promise<void> {
  await door.call('settings.save', look)
  for (const size of sizes) {
    const context = await browser.newContext({ viewport: size, locale: look.language === 'zh' ? 'zh-CN' : 'en-GB' })
    const page = await context.newPage()
    // A call is measured, not dated: its picture needs a clock that went on, all others one that stands.
    if (scene.isMeasured) await page.clock.install()
    else await page.clock.setFixedTime(Date.now())
    const { origin, hash } = new URL(address)
    await page.goto(`${origin}${path}${hash}`)
    await page.locator('main h1').first().waitFor()
    await settled(page)
    await scene.arrange?.(page)
    save(scene.screen, look, size.width, await settled(page))
    await context.close()
  }
}

/** The picture once it no longer changes: two in a row that are the same. */
async function settled(page: Page): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0)
  for (;;) {
    const now = await page.screenshot({ animations: 'disabled' })
    if (now.equals(before)) return now
    before = now
  }
}

function save(screen: string, look: Look, width: number, picture: Buffer): void {
  const small = smallPng(picture)
  const folder = options.look
    ? join(root, 'test-results', 'screenshots', String(width))
    : join(root, 'docs/guide/images')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, fileName(screen, look)), small)
  console.log(`${fileName(screen, look)}  ${width}  ${Math.round(small.length / 1000)} KB`)
  if (!options.look && small.length > LARGEST_BYTES) throw new Error(`${fileName(screen, look)} is larger than 200 KB`)
}

await main()
