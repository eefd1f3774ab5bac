import { seconds } from './progress.mjs'

/** What a run came to: `failed` are names, `skipped` are { name, reason }. */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [] })

export function addTally(total, part) {
  total.passed += part.passed
  total.failed.push(...part.failed)
  total.skipped.push(...part.skipped)
}

/** Runs one step under a heading. A step gives true, false or a tally; what it throws is a failure of the step. */
export async function runStep(total, { name, run }) {
  console.log(`\n── ${name}`)
  const startedMs = Date.now()
  try {
    const outcome = await run()
    if (typeof outcome === 'object') addTally(total, outcome)
    else if (outcome) total.passed += 1
    else total.failed.push(name)
  } catch (error) {
    console.log(error.message)
    total.failed.push(name)
  }
  console.log(`── ${name}: ${seconds(startedMs)}`)
}

/** Names first, the numbers alone on the last line. Returns the exit code. */
export function closeTally({ passed, failed, skipped }) {
  if (skipped.length > 0) {
    console.log('\nSkipped:')
    for (const { name, reason } of skipped) console.log(`  ${name} (${reason})`)
  }
  if (failed.length > 0) {
    console.log('\nFailed:')
    for (const name of failed) console.log(`  ${name}`)
  }
  console.log(`\n${passed} passed, ${failed.length} failed, ${skipped.length} skipped`)
  return failed.length === 0 ? 0 : 1
}
