import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** In the place of `electron/adapters/worker-entry.ts`: where `test/quick-children.ts` laid them. */
export const workerEntry = (name: string): URL =>
  pathToFileURL(join(process.env.EARSHOT_TEST_CHILDREN ?? '', `${name}.js`))
