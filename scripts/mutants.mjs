import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/**
 * `npm run mutants -- [folders or files] [--tests GLOB] [--json FILE]`: changes the rules one small place at a time and tells which
 * change no test notices. Without a place: shared/domain. Takes minutes to an hour.
 */
async function mutants() {
  await ensureInstalled()
  return runShown(productNode(), [inRoot('test', 'mutants', 'run.ts'), ...process.argv.slice(2)])
}

await runMain(mutants)
