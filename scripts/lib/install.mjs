import { existsSync, readFileSync } from 'node:fs'
import { delimiter, sep } from 'node:path'
import { alone } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { Refusal } from './refusal.mjs'
import { runQuietly } from './run.mjs'

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/**
 * Compares npm's own record of what it put into node_modules with the lock file. npm writes the record last, so an
 * interrupted install counts as missing, and whoever ran `npm ci` by hand does not wait for a second one.
 */
export function isInstalled() {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  try {
    const wanted = readPackages(inRoot('package-lock.json'))
    const present = readPackages(record)
    const same = (path) => present[path]?.version === wanted[path]?.version
    // Optional packages of other platforms are wanted but rightly absent.
    const wantedHere = Object.keys(wanted).filter(
      (path) => path !== '' && !wanted[path].optional && !wanted[path].devOptional,
    )
    return wantedHere.every(same) && Object.keys(present).every(same)
  } catch {
    return false
  }
}

/** npm as the person called it, and never run by the Node that lives in the node_modules it is about to replace. */
function npmCommand() {
  const modules = inRoot('node_modules') + sep
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules.slice(0, -1)))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const script = process.env.npm_execpath
  const node = process.env.npm_node_execpath ?? process.execPath
  if (script && /\.c?js$/.test(script) && existsSync(script) && !node.startsWith(modules))
    return { command: node, prefix: [script], options: { env } }
  return { command: 'npm', prefix: [], options: { env, shell: process.platform === 'win32' } }
}

export async function ensureInstalled() {
  if (isInstalled()) return
  await alone(async () => {
    if (isInstalled()) return
    const { command, prefix, options } = npmCommand()
    // Windows cannot delete a running program: when `npm start` picked the Node of node_modules, update in place.
    const inUse = process.platform === 'win32' && process.execPath.startsWith(inRoot('node_modules') + sep)
    const verb = inUse ? ['install', '--no-save'] : ['ci']
    try {
      await runQuietly(
        'Installing packages (the first time takes a minute or two)',
        command,
        [...prefix, ...verb],
        options,
      )
    } catch (error) {
      if (error.code === 'ENOENT') throw new Refusal('npm was not found: install Node.js with npm, then try again.')
      throw error
    }
  })
}
