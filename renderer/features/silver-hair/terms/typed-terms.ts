import { v7 } from 'uuid'
import type { OwnTerm } from '../../../../shared/contract/silver-hair/jargon.ts'
import { linesOf } from '../../../lib/lines-of.ts'

/** A term as it is typed: one way to say it a line, one example a line. */
export type TypedTerm = Omit<OwnTerm, 'words' | 'examples'> & { readonly words: string; readonly examples: string }

export const NEW_TERM: TypedTerm = { id: '', words: '', plain: '', examples: '' }

export const typedOf = (terms: readonly OwnTerm[]): TypedTerm[] =>
  terms.map(({ words, examples, ...term }) => ({ ...term, words: words.join('\n'), examples: examples.join('\n') }))

export const wantedOf = (terms: readonly TypedTerm[]): OwnTerm[] =>
  terms.map(({ id, words, plain, examples }) => ({
    id,
    words: linesOf(words),
    plain: plain.trim(),
    examples: linesOf(examples),
  }))

/** Terms that are new get the id by which they will be counted. */
export const withIds = (terms: readonly OwnTerm[]): OwnTerm[] =>
  terms.map((term) => (term.id === '' ? { ...term, id: v7() } : term))
