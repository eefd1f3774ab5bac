import { electronBinary, electronObstacle, fetchElectron } from './electron.mjs'
import { productNode, root } from './paths.mjs'
import { say } from './progress.mjs'

async function whyNoElectron() {
  const obstacle = electronObstacle()
  if (obstacle) return obstacle
  const failure = await fetchElectron()
  return failure && `its binary is not here and ${failure}`
}

/** Which program runs: Electron when it can, else one line why and the browser shell. `wish` is undefined for «the best». */
export async function chooseShell(wish) {
  const browser = { command: productNode(), args: ['out/main/serve.js'] }
  if (wish === 'browser') return browser
  const reason = await whyNoElectron()
  if (!reason) return { command: electronBinary(), args: [root] }
  say(`Electron cannot start (${reason}): using the browser shell.`)
  return browser
}
