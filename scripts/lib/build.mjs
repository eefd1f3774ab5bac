import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { inRoot, productNode, tools } from './paths.mjs'
import { runQuietly } from './run.mjs'

const sourceFolders = ['electron', 'renderer', 'shared', 'resources']
const sourceFiles = [
  ...['package-lock.json', 'electron.vite.config.ts', 'postcss.config.cjs', 'tsconfig.base.json'],
  // What the renderer's build is made with.
  ...[
    'ask-first',
    'chunk-circles',
    'circles',
    'no-schemas',
    'imports',
    'light-icons',
    'masks-version',
    'page-files',
    'texts-as-json',
  ].map((name) => `scripts/lib/${name}.mjs`),
]
const stampFile = inRoot('out', 'build-stamp.txt')
const products = ['main', 'preload', 'renderer'].map((folder) => inRoot('out', folder))
const isSource = (name) => !/(\.test\.tsx?|\.md)$/.test(name)

function* filesUnder(folder) {
  const entries = readdirSync(inRoot(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (isSource(entry.name)) yield path
  }
}

/** Contents, not times: a checkout or a copy changes every time and no source. */
export function sourcesFingerprint() {
  const hash = createHash('sha256')
  for (const file of [...sourceFolders.flatMap((folder) => [...filesUnder(folder)]), ...sourceFiles]) {
    if (!existsSync(inRoot(file))) continue
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(inRoot(file)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

function isBuilt() {
  if (!existsSync(stampFile) || !products.every((folder) => existsSync(folder))) return false
  return readFileSync(stampFile, 'utf8') === sourcesFingerprint()
}

/** Builds out/ when the sources differ from those of the last good build. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await alone(async () => {
    if (isBuilt()) return
    const fingerprint = sourcesFingerprint()
    rmSync(stampFile, { force: true })
    await runQuietly('Building', productNode(), [tools.electronVite, 'build'])
    mkdirSync(inRoot('out'), { recursive: true })
    writeFileSync(stampFile, fingerprint)
  })
}
