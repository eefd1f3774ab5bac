import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tag } from '../../shared/domain/listening/masking/tagger/sequence-model.ts'

export type PersonalTag = Exclude<Tag, 'nothing'>

/** What of a line is personal, each with what it is; none of an ordinary line. */
export interface MarkedLine {
  readonly text: string
  readonly manner: 'written' | 'spoken' | 'ordinary'
  readonly secrets: readonly { readonly start: number; readonly end: number; readonly tag: PersonalTag }[]
}

const folder = join(import.meta.dirname, 'lines')
const MANNERS: Readonly<Record<string, MarkedLine['manner']>> = { w: 'written', s: 'spoken', o: 'ordinary' }

export interface Writer {
  readonly name: string
  readonly lines: readonly MarkedLine[]
}

/**
 * Who taught, was held back for measuring, or wrote a fair set from the promise alone (`tested`, which rules were made by and no model learned), one that was to be as hard as talk may be (`hard`), or one that was met
 * after all mends and taught no model (`met`): each a file, by somebody who saw no rule and no line of another.
 */
export const writers = (kind: 'taught' | 'held' | 'tested' | 'hard' | 'met'): readonly Writer[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .sort()
    .map((name) => ({ name, lines: linesOf(readFileSync(join(folder, name), 'utf8')) }))

/** What each secret is, divided by `|`, the manner, and the line with its secrets in braces; ⏎ a line break, ⇥ a tab. */
const linesOf = (file: string): MarkedLine[] =>
  file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [tags = '', manner = '', words = ''] = line.split('\t')
      return {
        ...unmarked(words.replaceAll('⏎', '\n').replaceAll('⇥', '\t'), tags.split('|')),
        manner: MANNERS[manner] ?? 'written',
      }
    })

function unmarked(marked: string, tags: readonly string[]): Pick<MarkedLine, 'text' | 'secrets'> {
  const parts = marked.split(/[{}]/)
  let text = ''
  const secrets: { start: number; end: number; tag: PersonalTag }[] = []
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1)
      secrets.push({
        ...{ start: text.length, end: text.length + part.length },
        tag: (tags[secrets.length] ?? tags[0] ?? 'number') as PersonalTag,
      })
    text += part
  }
  return { text, secrets }
}
