import { areaArrow } from './area-rules.mjs'

/**
 * The arrows of the architecture as tables. A path is relative to the root, with `/`.
 * Every rule is a function (from, target) → the sentence that says what is wrong, or undefined.
 * `from` is a path; `target` is { path } inside the tree or { name } of a package; `typeOnly` tells `import type`.
 */

const topFolders = {
  shared: ['shared'],
  electron: ['electron', 'shared', 'resources'],
  renderer: ['renderer', 'shared', 'resources'],
}

/** «root» are small files directly in electron/ that belong to no layer: leaves that every layer may use. */
const electronLayers = {
  entry: ['entry', 'demo', 'shells', 'compose', 'door', 'team', 'adapters', 'root'],
  preload: ['shells', 'root'],
  compose: ['compose', 'door', 'team', 'services', 'storage', 'adapters', 'shells', 'root'],
  // What a desk and its hub say to each other, and the desk's side of it: in front of the door.
  team: ['team', 'door', 'services', 'storage', 'adapters', 'root'],
  // Fills a folder by asking the door, as a window would.
  demo: ['demo', 'compose', 'door', 'adapters', 'root'],
  shells: ['shells', 'demo', 'compose', 'door', 'team', 'root'],
  door: ['door', 'services', 'root'],
  services: ['services', 'storage', 'adapters', 'root'],
  storage: ['storage', 'root'],
  adapters: ['adapters', 'storage', 'root'],
  root: ['root'],
}

const entries = {
  'main.ts': 'entry',
  'serve.ts': 'entry',
  'preload.ts': 'preload',
  'hub.ts': 'entry',
  'draw.ts': 'entry',
  'compose.ts': 'compose',
  'compose-hub.ts': 'compose',
  'door.ts': 'door',
}
const folderLayers = ['demo', 'shells', 'compose', 'team', 'services', 'storage', 'adapters']

/** What desk and hub say to each other: a leaf, which both ends and what they keep rows in may use. */
const WIRE = 'electron/team/wire.ts'

const isWorker = (path) => /(^|[-./])worker\.ts$/.test(path)

function electronLayer(path) {
  if (path === WIRE) return 'root'
  const [, second] = path.split('/')
  if (entries[second]) return entries[second]
  return folderLayers.includes(second) ? second : 'root'
}

const under = (path, folder) => path.startsWith(`${folder}/`)

function topArrow(from, { path }) {
  if (!path) return undefined
  const [top] = from.split('/')
  const [targetTop] = path.split('/')
  const allowed = topFolders[top]
  if (!allowed || allowed.includes(targetTop)) return undefined
  // Bundled facts, such as the year files of the work calendar, are data without Node or DOM.
  if (targetTop === 'resources' && path.endsWith('.json')) return undefined
  if (top === 'electron' && path === 'package.json') return undefined
  return `${top} must not import ${targetTop}`
}

function electronArrow(from, { path, typeOnly }) {
  if (!path || !under(from, 'electron') || !under(path, 'electron')) return undefined
  const layer = electronLayer(from)
  const targetLayer = electronLayer(path)
  if (electronLayers[layer].includes(targetLayer)) return undefined
  // Clocks and the like fit ports which the services declare.
  if ((layer === 'root' || layer === 'demo') && targetLayer === 'services' && typeOnly) return undefined
  return `${layer} must not import ${targetLayer} inside electron`
}

function electronPackage(from, { name }) {
  if (name !== 'electron') return undefined
  if (from === 'electron/main.ts' || from === 'electron/preload.ts' || under(from, 'electron/shells/electron'))
    return undefined
  return 'only electron/main.ts, electron/preload.ts and electron/shells/electron import `electron`'
}

function databasePackage(from, { name }) {
  if (name !== 'better-sqlite3' || under(from, 'electron/storage')) return undefined
  if (under(from, 'electron/adapters') && isWorker(from)) return undefined
  return 'only electron/storage imports better-sqlite3'
}

const sharedPackages = { zod: 'shared/contract', 'temporal-polyfill': 'shared' }

function sharedPackage(from, { name }) {
  if (!name || !under(from, 'shared')) return undefined
  const home = sharedPackages[name]
  if (!home) return `shared must not import ${name}: it has neither Node nor DOM`
  return under(from, home) ? undefined : `only ${home} imports ${name}`
}

function contractAndDomain(from, { path, typeOnly }) {
  if (!path) return undefined
  if (under(from, 'shared/contract') && under(path, 'shared/domain')) return 'contract must not import domain'
  if (under(from, 'shared/domain') && under(path, 'shared/contract') && !typeOnly)
    return 'domain imports only types from contract: write `import type`'
  return undefined
}

function rendererArrow(from, { path, name }) {
  if (!under(from, 'renderer')) return undefined
  if (name?.startsWith('node:')) return `renderer must not import ${name}: it has no Node`
  if (!path) return undefined
  const [, part, feature] = from.split('/')
  const [, targetPart, targetFeature] = path.split('/')
  if (!under(path, 'renderer')) return undefined
  if (part === 'features' && targetPart === 'features' && feature !== targetFeature)
    return `feature ${feature} must not import feature ${targetFeature}: renderer/app joins them`
  if (['features', 'ui', 'lib'].includes(part) && targetPart === 'app')
    return `renderer/${part} must not import renderer/app`
  if (['ui', 'lib'].includes(part) && targetPart === 'features') return `renderer/${part} must not import a feature`
  return undefined
}

function scriptPackage(from, { name, path }) {
  if (!under(from, 'scripts')) return undefined
  if (path && !under(path, 'scripts')) return 'scripts import only scripts: they run before anything is built'
  // dev-server.mjs is started by dev.mjs after the install.
  if (!name || name.startsWith('node:') || from === 'scripts/lib/dev-server.mjs') return undefined
  return `scripts must not import ${name}: they run before anything is installed`
}

export const arrowRules = [
  topArrow,
  electronArrow,
  electronPackage,
  databasePackage,
  sharedPackage,
  contractAndDomain,
  rendererArrow,
  areaArrow,
  scriptPackage,
]
