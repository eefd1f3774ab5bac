import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { shellWithEmptyPage, startBrowserShell } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { both, MEDIAN, type Samples } from './measure.ts'
import { expectKeysHandled, heading, openPage, wholeToday } from './page-start.ts'
import { type Benchmark, resultOf } from './result.ts'

const goal = { of: 'ratio', atMost: 1.5 } as const
const pageGoal = { of: 'ratio', atMost: 2 } as const
const WHOLE_ROUNDS = 5
const PAGE_ROUNDS = 9

/** The same program twice, each on a data folder with the whole archive: once with the console, once with an empty page. */
interface Sides {
  readonly subject: () => ReturnType<typeof startBrowserShell>
  readonly baseline: () => ReturnType<typeof startBrowserShell>
}

/** Until Today is there with all it shows and takes keys, against an empty page of the same server in the same Chromium. */
export const starting: Benchmark = {
  names: ['start', 'start-page'],
  run: async (archive) => {
    const folder = aCopy(archive)
    const emptyFolder = aCopy(archive)
    const empty = shellWithEmptyPage()
    const sides: Sides = {
      subject: () => startBrowserShell(folder.path),
      baseline: () => startBrowserShell(emptyFolder.path, { program: empty.program }),
    }
    try {
      await settleIn(folder.path)
      const whole = await wholeStarts(sides)
      const page = await pageStarts(sides)
      return [
        resultOf('start', 'ms', both(whole, MEDIAN), goal),
        resultOf('start-page', 'ms', both(page, MEDIAN), pageGoal),
      ]
    } finally {
      folder.remove()
      emptyFolder.remove()
      empty.remove()
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
async function wholeStarts(sides: Sides): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= WHOLE_ROUNDS; round += 1) {
    for (const side of ['baseline', 'subject'] as const) {
      const startedAtMs = performance.timeOrigin + performance.now()
      const server = await sides[side]()
      const browser = await chromium.launch(chromiumLaunch)
      const { interactiveAtMs } = await openPage(browser, server.address, side === 'subject' ? wholeToday : heading)
      if (round > 0) samples[side].push(interactiveAtMs - startedAtMs)
      await browser.close()
      await server.stop()
    }
  }
  return samples
}

/** From the beginning of the navigation, program and Chromium already there. */
async function pageStarts(sides: Sides): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  const shell = await sides.subject()
  const empty = await sides.baseline()
  const browser = await chromium.launch(chromiumLaunch)
  try {
    for (let round = 0; round <= PAGE_ROUNDS; round += 1) {
      const baseline = await openPage(browser, empty.address, heading)
      const subject = await openPage(browser, shell.address, wholeToday, expectKeysHandled)
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
