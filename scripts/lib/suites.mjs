import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { inRoot, productNode, tools } from './paths.mjs'
import { tallyPlaywright } from './playwright-report.mjs'
import { runShown } from './run.mjs'

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

const hasVirtualScreen = () => spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0

/** All Playwright tests; the real Electron needs a screen, so a virtual one is lent where there is none. */
export function runPlaywright(env) {
  const report = inRoot('test-results', 'e2e.json')
  const command = [productNode(), tools.playwright, 'test', '--forbid-only']
  const needsScreen = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY && env.EARSHOT_ELECTRON
  const [program, ...args] = needsScreen && hasVirtualScreen() ? ['xvfb-run', '-a', ...command] : command
  return runSuite('playwright', report, tallyPlaywright, () => runShown(program, args, { env }))
}
