import { readFileSync } from 'node:fs'

/** A line as it is written or said, with personal data in it. `hidden`: what must not be read any more once it is masked. */
export interface PlantedLine {
  readonly kind: string
  readonly manner: 'written' | 'spoken'
  readonly text: string
  readonly hidden: readonly string[]
}

const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('⏎', '\n'))

/** Written by hand: kind, w or s (written, spoken), and the line; what must not survive stands in braces. ⏎: a line break. */
export const plantedLines: readonly PlantedLine[] = linesOf('masking-planted.txt').map((line) => {
  const [kind = '', manner = '', ...words] = line.split('\t')
  const marked = words.join('\t')
  return {
    kind,
    manner: manner === 's' ? 'spoken' : 'written',
    text: marked.replace(/[{}]/g, ''),
    hidden: [...marked.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? ''),
  }
})

/** What callers and agents say or write that looks like personal data and is none. By hand, one a line. */
export const ordinaryCalls: readonly string[] = linesOf('masking-ordinary.txt')

const SHORTEST_HALF = 3

/** Whether something of a planted line that must not survive can be read in `masked`: all of it, or a half that tells. */
export function isLeaked({ hidden }: PlantedLine, masked: string): boolean {
  return hidden.some((secret) => {
    const half = Math.ceil(secret.length / 2)
    const halves = half >= SHORTEST_HALF ? [secret.slice(0, half), secret.slice(half)] : []
    return [secret, ...halves.filter((each) => each.length >= SHORTEST_HALF)].some((each) => masked.includes(each))
  })
}
