import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { importsOf } from './imports.mjs'
import { inRoot } from './paths.mjs'

const MASKS = 'shared/domain/listening/masking/mask-by-rules.ts'

/** A word for the masks as their sources say them: of all that they are made of, and of nothing else. */
export function versionOfMasks() {
  const hash = createHash('sha256')
  const seen = new Set()
  const add = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(inRoot(file), 'utf8')
    hash.update(`${file}\0${text}\0`)
    for (const { path, name, typeOnly } of importsOf(file, text)) {
      if (typeOnly) continue
      if (path === undefined) throw new Error(`the masks need a package, ${name}: its version belongs to theirs`)
      add(path)
    }
  }
  add(MASKS)
  return hash.digest('hex')
}
