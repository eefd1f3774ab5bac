import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arrowRules } from './lib/arrow-rules.mjs'
import { circlesOf } from './lib/circles.mjs'
import { importsOf, isInComment } from './lib/imports.mjs'
import { root } from './lib/paths.mjs'

const folders = ['electron', 'renderer', 'shared', 'scripts', 'test']
const lineLimit = 350
const builtins = new Set([
  'fs',
  'path',
  'os',
  'http',
  'net',
  'crypto',
  'url',
  'util',
  'stream',
  'child_process',
  'worker_threads',
  'events',
])

const upperSql =
  /\b(SELECT\s[^;'"`]*?\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s|ALTER\s+TABLE\s|DROP\s+(TABLE|INDEX|TRIGGER)\s|PRAGMA\s+\w|VACUUM\s+INTO\s)/g
const lowerSql = /['"`]\s*(select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|pragma\s)/g

function* sourceFiles(base, folder) {
  let entries
  try {
    entries = readdirSync(join(base, folder), { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sourceFiles(base, path)
    else if (/\.(tsx?|m?js|css)$/.test(entry.name)) yield path
  }
}

const lineOf = (text, index) => text.slice(0, index).split('\n').length

function sqlOutsideStorage(file, text) {
  if (!/^(electron|renderer|shared)\//.test(file) || file.startsWith('electron/storage/')) return []
  const hits = [...text.matchAll(upperSql), ...text.matchAll(lowerSql)].filter(
    ({ index }) => !isInComment(text, index + 1),
  )
  return hits.map(({ index }) => ({ file, line: lineOf(text, index), rule: 'SQL stands only in electron/storage' }))
}

function brokenArrows(file, text) {
  return importsOf(file, text).flatMap(({ line, ...target }) => {
    const named = builtins.has(target.name) ? { ...target, name: `node:${target.name}` } : target
    const rules = arrowRules.map((rule) => rule(file, named)).filter((rule) => rule !== undefined)
    return rules.map((rule) => ({ file, line, rule }))
  })
}

function tooLong(file, text) {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return lines > lineLimit
    ? [{ file, line: lineLimit + 1, rule: `a file has at most ${lineLimit} lines (this one: ${lines})` }]
    : []
}

/** Tests may look at everything: they are what crosses folders. */
const isTest = (file) => file.startsWith('test/') || /\.test\.tsx?$/.test(file)

/** Type imports count too: two files that need each other's shapes are one idea in two places. */
function circles(sources) {
  const imports = new Map(
    sources.map(({ file, text }) => [
      file,
      importsOf(file, text).flatMap(({ path, line }) => (path ? [{ path, line }] : [])),
    ]),
  )
  const graph = new Map([...imports].map(([file, targets]) => [file, targets.map(({ path }) => path)]))
  return circlesOf(graph).map((way) => ({
    file: way[0],
    line: imports.get(way[0]).find(({ path }) => path === way[1]).line,
    rule: `imports go in a circle: ${way.join(' → ')}`,
  }))
}

/** Every violation under `base` as { file, line, rule }: file relative with `/`, line from 1. */
export function findViolations(base) {
  const sources = folders.flatMap((folder) =>
    [...sourceFiles(base, folder)].map((file) => ({ file, text: readFileSync(join(base, file), 'utf8') })),
  )
  const violations = sources.flatMap(({ file, text }) => {
    if (isTest(file)) return tooLong(file, text)
    return [...brokenArrows(file, text), ...sqlOutsideStorage(file, text), ...tooLong(file, text)]
  })
  return [...violations, ...circles(sources)]
}

/** Prints what is wrong under the root; true when nothing is. */
export function reportArrows() {
  const violations = findViolations(root)
  for (const { file, line, rule } of violations) console.log(`${file}:${line} ${rule}`)
  return violations.length === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = reportArrows() ? 0 : 1
