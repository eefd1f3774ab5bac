import { reportArrows } from '../arrows.mjs'
import { productNode, tools } from './paths.mjs'
import { runShown } from './run.mjs'

const node = (...args) => runShown(productNode(), args).then((code) => code === 0)

/** The checks that need neither a build nor a browser: { name, run } with run() → passed. */
export const checks = [
  ...['shared', 'electron', 'renderer', 'test'].map((folder) => ({
    name: `types: ${folder}`,
    run: () => node(tools.tsc, '-p', folder),
  })),
  { name: 'lint', run: () => node(tools.biome, 'check') },
  { name: 'arrows', run: async () => reportArrows() },
]
