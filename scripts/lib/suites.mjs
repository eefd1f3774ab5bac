import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { inRoot, productNode, tools } from './paths.mjs'
import { tallyPlaywright } from './playwright-report.mjs'
import { runCaptured, runShown } from './run.mjs'

/** Reads a suite's report; a suite that ended badly without naming a failure is itself one. */
async function runSuite(name, reportFile, read, start) {
  rmSync(reportFile, { force: true })
  const code = await start()
  if (!existsSync(reportFile))
    return { passed: 0, failed: [`${name}: ended with code ${code} and no report`], skipped: [] }
  const tally = read(JSON.parse(readFileSync(reportFile, 'utf8')))
  if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${name}: ended with code ${code}`)
  return tally
}

/** All Vitest tests under the product's Node: better-sqlite3 needs it. */
export function runVitest(env) {
  const report = inRoot('test-results', 'unit.json')
  const args = [
    tools.vitest,
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=./scripts/lib/vitest-report.mjs',
  ]
  return runSuite(
    'vitest',
    report,
    (tally) => tally,
    () => runShown(productNode(), args, { env: { ...env, EARSHOT_TALLY: report } }),
  )
}

/** One less than alone. */
const WORKERS_BESIDE = '2'

const hasVirtualScreen = () => spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0

/** All Playwright tests; the real Electron needs a screen, so a virtual one is lent where there is none. */
export function runPlaywright(env, { run = runShown, workers } = {}) {
  const report = inRoot('test-results', 'e2e.json')
  const command = [productNode(), tools.playwright, 'test', '--forbid-only', ...(workers ? ['--workers', workers] : [])]
  const needsScreen = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY && env.EARSHOT_ELECTRON
  const [program, ...args] = needsScreen && hasVirtualScreen() ? ['xvfb-run', '-a', ...command] : command
  return runSuite('playwright', report, tallyPlaywright, () => run(program, args, { env }))
}

/**
 * The same, begun at once beside something else that shows what it does; what is answered waits for its end and shows it then. A journey waits for
 * frames and for the disk a third of its time, a test of Vitest for timers: side by side they leave no core idle.
 */
export function beginPlaywright(env) {
  let told = ''
  const run = async (...command) => {
    const { code, output } = await runCaptured(...command)
    told = output
    return code
  }
  const ended = runPlaywright(env, { run, workers: WORKERS_BESIDE })
  // Told by whoever waits for it.
  ended.catch(() => {})
  return async () => {
    const tally = await ended
    process.stdout.write(told)
    return tally
  }
}
