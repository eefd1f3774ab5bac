import { checks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runMain } from './lib/refusal.mjs'
import { closeTally, emptyTally, runStep } from './lib/tally.mjs'

/** Types, lint and arrows: what can be known without running anything. */
async function check() {
  await ensureInstalled()
  const total = emptyTally()
  for (const step of checks) await runStep(total, step)
  return closeTally(total)
}

await runMain(check)
