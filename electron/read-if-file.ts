import { readFileSync } from 'node:fs'
import { isFile } from './set-aside.ts'

/** The text of a file; null for anything else of that name: a pipe would hold up the start until somebody writes into it. */
export const readIfFile = (path: string): string | null => (isFile(path) ? readFileSync(path, 'utf8') : null)
