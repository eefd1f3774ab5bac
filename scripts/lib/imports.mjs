import { posix } from 'node:path'

const statement = /^[ \t]*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s*)?(['"])([^'"\n]+)\3/gm
const call = /\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\1/g
const moduleUrl = /new\s+URL\(\s*(['"])([^'"\n]+)\1\s*,\s*import\.meta\.url/g

const lineAt = (text, index) => text.slice(0, index).split('\n').length

/** A mention in a comment is not an import: « * » and « // » lines are left alone. */
export function isInComment(text, index) {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1
  const before = text.slice(lineStart, index)
  return /^\s*(\*|\/\*)/.test(before) || /(^|\s)\/\//.test(before)
}

function packageName(specifier) {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
}

function toTarget(from, specifier, typeOnly) {
  const clean = specifier.replace(/\?.*$/, '')
  if (clean.startsWith('.')) return { path: posix.join(posix.dirname(from), clean), typeOnly }
  return { name: packageName(clean), typeOnly }
}

/** Every import of a source text: [{ line, path | name, typeOnly }], with `path` relative to the root like `from`. */
export function importsOf(from, text) {
  const found = []
  const add = (match, specifier, typeOnly) => {
    const index = match.index + match[0].length - 1
    if (!isInComment(text, index)) found.push({ line: lineAt(text, index), ...toTarget(from, specifier, typeOnly) })
  }
  for (const match of text.matchAll(statement)) add(match, match[4], match[2] !== undefined)
  for (const match of text.matchAll(call)) add(match, match[2], false)
  for (const match of text.matchAll(moduleUrl)) if (match[2].startsWith('.')) add(match, match[2], false)
  return found.sort((a, b) => a.line - b.line)
}
