import { readFileSync } from 'node:fs'

/** What people say that looks like personal data and is none: prices, sizes, dates, versions, orders, rows and hosts. One a line. */
export const ordinaryLines: readonly string[] = readFileSync(new URL('ordinary-lines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\n', '\n'))
