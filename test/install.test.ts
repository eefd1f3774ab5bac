import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** npm compiles a package with a `binding.gyp` and no script of its own, and goes by the lock file for both: it does not look into the package. */
const compiledByNpm = (lock: { packages: Record<string, object> }) =>
  Object.entries(lock.packages)
    .filter(([path, said]) => path !== '' && existsSync(join(path, 'binding.gyp')) && !('hasInstallScript' in said))
    .filter(([, said]) => !('gypfile' in said && said.gypfile === false))
    .map(([path]) => path)

test('nothing is compiled when it is installed, as most computers (and the image of a hub) have neither Python nor a compiler', () => {
  // A package that brings its binaries says "gypfile": false in its package.json. `npm install` leaves that out of package-lock.json:
  // write it there again, by hand.
  expect(compiledByNpm(read('package-lock.json'))).toEqual([])
})
