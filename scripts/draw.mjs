import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/** `npm run draw -- FILE [--out FILE] [--lang zh|en]`: holds the draw of a replay file again, and says whether the same bytes come out. */
await runMain(async () => {
  await ensureInstalled()
  // npm changes into the project's folder, but files are named from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return runShown(productNode(), [inRoot('electron', 'draw.ts'), ...process.argv.slice(2)], { cwd })
})
