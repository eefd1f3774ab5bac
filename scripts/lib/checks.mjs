import { reportArrows } from '../arrows.mjs'
import { productNode, tools } from './paths.mjs'
import { runCaptured, runShown } from './run.mjs'

const node = (...args) => runShown(productNode(), args).then((code) => code === 0)

const folders = ['shared', 'electron', 'renderer', 'test']
let checking

/** Begun at once, each in one thread: several in one folder work out the same types anew, for twice the processor's time. */
async function typesFit(folder) {
  checking ??= new Map(
    folders.map((one) => [one, runCaptured(productNode(), [tools.tsc, '-p', one, '--checkers', '1'])]),
  )
  const { code, output } = await checking.get(folder)
  process.stdout.write(output)
  return code === 0
}

/** The checks that need neither a build nor a browser: { name, run } with run() → passed. */
export const checks = [
  ...folders.map((folder) => ({ name: `types: ${folder}`, run: () => typesFit(folder) })),
  { name: 'lint', run: () => node(tools.biome, 'check') },
  { name: 'arrows', run: async () => reportArrows() },
]
