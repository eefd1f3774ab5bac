import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/**
 * `npm run train-ear`: learns the life channel's model anew from the lines in `test/builders/heard-*.txt` and `test/ear/lines/taught-*.txt`, and
 * writes it to `resources/life-channel/model.json`. The same lines and words give the same bytes. Takes two minutes.
 * `-- --measure` writes nothing, and says of each writer how much is heard when only others taught, a few writers at a time; takes two.
 */
await runMain(async () => {
  await ensureInstalled()
  return runShown(productNode(), [inRoot('test', 'ear', 'learn-ear.ts'), ...process.argv.slice(2)])
})
