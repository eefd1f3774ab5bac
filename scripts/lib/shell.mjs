import { electronBinary, electronObstacle, fetchElectron } from './electron.mjs'
import { productNode, root } from './paths.mjs'
import { say } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { runElectron } from './run-electron.mjs'
import { superviseOwn } from './supervise.mjs'

/** Electron on the application: { code } or { trouble: { why, remedy } }. */
async function electron(options) {
  const obstacle = electronObstacle() ?? (await fetchElectron())
  return obstacle === undefined ? runElectron(electronBinary(), [root, ...options]) : { trouble: obstacle }
}

/** The browser shell under the product's Node: its exit code. */
const browser = (options) => superviseOwn(productNode(), ['out/main/serve.js', ...options])

/**
 * Runs the console and returns its exit code. `wish` is undefined for «the best»: Electron, and where that cannot live one line why
 * and the browser shell. Who asked for Electron by name is told what to do instead.
 */
export async function startShell(wish, options, shells = { electron, browser }) {
  if (wish === 'browser') return shells.browser(options)
  const { code, trouble } = await shells.electron(options)
  if (trouble === undefined) return code
  if (wish === 'electron')
    throw new Refusal(
      `Electron cannot start: ${trouble.why}. ${trouble.remedy}, or leave out --shell electron and the console opens in a browser.`,
    )
  say(`Electron cannot start (${trouble.why}): using the browser shell.`)
  return shells.browser(options)
}
