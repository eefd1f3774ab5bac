import { readFileSync } from 'node:fs'

const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('⏎', '\n'))

/** What people in despair or in danger say on a call, or what is noted of them; in the file each stands behind how grave it is. ⏎: the next line of the call. */
export const cries: readonly string[] = linesOf('heard-cries.txt').map((line) => line.slice(line.indexOf('\t') + 1))

/** What callers say of deliveries, goods and bills, much of it in words that only sound alarming: idioms, threats to complain, games, dead batteries. */
export const ordinaryTalk: readonly string[] = linesOf('heard-ordinary.txt')
