import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.mjs'

/** The folder of package.json, whatever the working directory is. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inRoot = (...parts) => join(root, ...parts)

const minimumMajor = 24

/**
 * The Node that runs the product: the `node` dev dependency, because better-sqlite3 crashes under older ones.
 * On Windows node_modules/.bin holds .cmd shims, which cannot be spawned without a shell, so the binary is named itself.
 */
export function productNode() {
  const own = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= minimumMajor) return process.execPath
  throw new Refusal(
    `Node ${minimumMajor} is missing from node_modules/node: allow npm to run the install script of the package "node", then run "npm ci".`,
  )
}

/** Entry scripts of the tools, run with productNode() instead of the .bin shims. */
export const tools = {
  biome: inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  electronVite: inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  playwright: inRoot('node_modules', '@playwright', 'test', 'cli.js'),
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
  vitest: inRoot('node_modules', 'vitest', 'vitest.mjs'),
}
