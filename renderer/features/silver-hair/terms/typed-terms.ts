import { v7 } from 'uuid'
import type { OwnTerm } from '../../../../shared/contract/silver-hair/jargon.ts'
import { linesOf } from '../../../lib/lines-of.ts'

/** A term as it is typed: one way to say it a line, one example a line. */
export type TypedTerm = Omit<OwnTerm, 'words' | 'examples'> & { readonly words: string; readonly examples: string }

/** It has the id by which it will be counted from its first sign on: sent once more, it is the same term. */
export const newTerm = (): TypedTerm => ({ id: v7(), words: '', plain: '', examples: '' })

export const typedOf = (terms: readonly OwnTerm[]): TypedTerm[] =>
  terms.map(({ words, examples, ...term }) => ({ ...term, words: words.join('\n'), examples: examples.join('\n') }))

export const wantedOf = (terms: readonly TypedTerm[]): OwnTerm[] =>
  terms.map(({ id, words, plain, examples }) => ({
    id,
    words: linesOf(words),
    plain: plain.trim(),
    examples: linesOf(examples),
  }))
