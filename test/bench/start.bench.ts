import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { type RunningServer, startBrowserShell, startServer } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { both, MEDIAN, type Samples } from './measure.ts'
import { expectKeysHandled, openPage } from './page-start.ts'
import { type Benchmark, resultOf } from './result.ts'

const goal = { of: 'ratio', atMost: 1.5 } as const
const COLD_ROUNDS = 5
const PAGE_ROUNDS = 9

const emptyPage = join(import.meta.dirname, 'empty-page-server.ts')
const startEmptyPage = () => startServer(emptyPage, [])

/** Until Today can be used, against an empty page of the same server in the same Chromium. */
export const starting: Benchmark = {
  names: ['start', 'start-page'],
  run: async (archive) => {
    const folder = aCopy(archive)
    try {
      await settleIn(folder.path)
      const whole = await wholeStarts(() => startBrowserShell(folder.path))
      const page = await pageStarts(() => startBrowserShell(folder.path))
      return [
        resultOf('start', 'ms', both(whole, MEDIAN), goal),
        resultOf('start-page', 'ms', both(page, MEDIAN), goal),
      ]
    } finally {
      folder.remove()
    }
  },
}

/** The newcomer's questions are answered; from then on the console opens on Today. */
async function settleIn(dataFolder: string): Promise<void> {
  const shell = await startBrowserShell(dataFolder)
  const door = await connectToDoor(shell.address)
  await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
  door.close()
  await shell.stop()
}

/** From starting the program: Node, the database with its 50,000 notes, Chromium, the page. */
async function wholeStarts(startShell: () => Promise<RunningServer>): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= COLD_ROUNDS; round += 1) {
    for (const [side, start] of [
      ['baseline', startEmptyPage],
      ['subject', startShell],
    ] as const) {
      const startedAtMs = performance.timeOrigin + performance.now()
      const server = await start()
      const browser = await chromium.launch(chromiumLaunch)
      const { interactiveAtMs } = await openPage(browser, server.address)
      if (round > 0) samples[side].push(interactiveAtMs - startedAtMs)
      await browser.close()
      await server.stop()
    }
  }
  return samples
}

/** From the beginning of the navigation, program and Chromium already there. */
async function pageStarts(startShell: () => Promise<RunningServer>): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  const shell = await startShell()
  const empty = await startEmptyPage()
  const browser = await chromium.launch(chromiumLaunch)
  try {
    for (let round = 0; round <= PAGE_ROUNDS; round += 1) {
      const baseline = await openPage(browser, empty.address)
      const subject = await openPage(browser, shell.address, expectKeysHandled)
      if (round === 0) continue
      samples.baseline.push(baseline.sinceNavigationMs)
      samples.subject.push(subject.sinceNavigationMs)
    }
    return samples
  } finally {
    await browser.close()
    await shell.stop()
    await empty.stop()
  }
}
