import { ensureBuilt } from './lib/build.mjs'
import { checks } from './lib/checks.mjs'
import { electronBinary, fetchElectron } from './lib/electron.mjs'
import { ensureChromium } from './lib/ensure-chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { oneOf, parseOptions } from './lib/options.mjs'
import { say } from './lib/progress.mjs'
import { runMain } from './lib/refusal.mjs'
import { runPlaywright, runVitest } from './lib/suites.mjs'
import { closeTally, emptyTally, runStep } from './lib/tally.mjs'

const help = `npm test -- [--only check|unit|e2e]

  Installs what is missing, then runs types, lint, arrows, build, Vitest and Playwright. The last line is
  «N passed, N failed, N skipped»; every check step counts as one.`

/** What the suites find in their environment. EARSHOT_ELECTRON is empty where there is no binary: then those tests skip. */
async function suiteEnvironment() {
  const reason = await fetchElectron()
  if (reason) say(`The tests on the real Electron will be skipped: ${reason.why}.`)
  return { ...process.env, EARSHOT_CHROMIUM: await ensureChromium(), EARSHOT_ELECTRON: electronBinary() ?? '' }
}

async function build() {
  await ensureBuilt()
  return true
}

async function test() {
  const options = parseOptions(process.argv.slice(2), { only: oneOf('check', 'unit', 'e2e'), help: 'flag' })
  if (options.help) return void console.log(help)
  const wants = (part) => options.only === undefined || options.only === part
  await ensureInstalled()
  const total = emptyTally()
  if (wants('check')) for (const step of checks) await runStep(total, step)
  if (wants('unit') || wants('e2e')) {
    const env = await suiteEnvironment()
    await runStep(total, { name: 'build', run: build })
    if (wants('unit')) await runStep(total, { name: 'vitest', run: () => runVitest(env) })
    // Journeys over an old or half bundle would tell nothing about these sources.
    if (wants('e2e') && !total.failed.includes('build'))
      await runStep(total, { name: 'playwright', run: () => runPlaywright(env) })
    else if (wants('e2e')) total.skipped.push({ name: 'playwright', reason: 'the build failed' })
  }
  return closeTally(total)
}

await runMain(test)
