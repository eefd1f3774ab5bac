import { type Browser, chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { startBrowserShell } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { both, MEDIAN, type Samples } from './measure.ts'
import { openPage, wholeToday } from './page-start.ts'
import { type Goal, type Result, resultOf } from './result.ts'
import { pressed, presses } from './screens.bench.ts'

const PREFIX = 'large-painted-'
const ROUNDS = 7

/** Gives the milliseconds. */
type Work = (browser: Browser, address: string, round: number) => Promise<number>

/** What people wait for in the browser, by its name. */
const works: Readonly<Record<string, Work>> = {
  [`${PREFIX}start`]: async (browser, address) => (await openPage(browser, address, wholeToday)).sinceNavigationMs,
  ...Object.fromEntries(
    presses
      .filter(({ name }) => !name.startsWith('people-'))
      .map((press): [string, Work] => [
        `${PREFIX}${press.name}`,
        (browser, address, round) => pressed(browser, address, press, round),
      ]),
  ),
}

export const growthOnScreenNames = Object.keys(works)

/** Each press until it is painted, on a large archive against the same on an ordinary one. */
export async function growthOnScreen(
  archives: { readonly large: string; readonly full: string },
  goal: Goal,
  isWanted: (name: string) => boolean,
  tell: (result: Result) => void,
): Promise<void> {
  const [large, full] = [await aShell(archives.large), await aShell(archives.full)]
  const browser = await chromium.launch(chromiumLaunch)
  try {
    for (const [name, work] of Object.entries(works)) {
      if (!isWanted(name)) continue
      const samples = await turns((address, round) => work(browser, address, round), large.address, full.address)
      tell(resultOf(name, 'ms', both(samples, MEDIAN), goal))
    }
  } finally {
    await browser.close()
    await large.close()
    await full.close()
  }
}

/** The first round only warms up. */
async function turns(
  work: (address: string, round: number) => Promise<number>,
  large: string,
  full: string,
): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const baseline = await work(full, round)
    const subject = await work(large, round)
    if (round === 0) continue
    samples.baseline.push(baseline)
    samples.subject.push(subject)
  }
  return samples
}

async function aShell(archive: string) {
  const folder = aCopy(archive)
  const shell = await startBrowserShell(folder.path)
  const door = await connectToDoor(shell.address)
  await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
  door.close()
  return {
    address: shell.address,
    close: async () => {
      await shell.stop()
      folder.remove()
    },
  }
}
