import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot, productNode } from './paths.mjs'
import { runShown } from './run.mjs'

/** Installs, builds and finds the browser as needed, then runs a TypeScript program (Node 24 strips the types itself). */
export async function runTypeScript(file, args) {
  await ensureInstalled()
  await ensureBuilt()
  const env = { ...process.env, EARSHOT_CHROMIUM: await ensureChromium() }
  return runShown(productNode(), [inRoot(file), ...args], { env })
}
