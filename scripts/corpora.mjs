import { ensureInstalled } from './lib/install.mjs'
import { productNode, tools } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/** The tests that take every so many lines of what was written down for the ear and the masks. */
const tests = [
  'test/ear.test.ts',
  'test/masks.test.ts',
  'shared/domain/listening/masking/mask-text.test.ts',
  'shared/domain/listening/masking/restoring.test.ts',
  'shared/domain/listening/drafts/draft-on-disk.corpus.test.ts',
  'shared/domain/listening/drafts/draft-on-disk.planted.test.ts',
]

/** `npm run corpora`: the same tests with every line, which takes minutes. */
await runMain(async () => {
  await ensureInstalled()
  const args = [tools.vitest, 'run', '--project', 'node', '--reporter=verbose', ...tests, ...process.argv.slice(2)]
  return runShown(productNode(), args, { env: { ...process.env, EARSHOT_CORPORA: 'whole' } })
})
