import type { TFunction } from 'i18next'
import { onceFor } from '../lib/once-for.ts'
import { useOptionsFor } from './options-for.ts'

const optionsOf = onceFor((suggestions: readonly string[]) => [...new Set(suggestions)].map((label) => ({ label })))

const isSmallLetters = (typed: string): boolean => /^[a-z]+$/.test(typed.trim())

/**
 * Whom small letters spell of those they may mean: «fjg» is nobody's name where 冯建国 is known. «Fjg» is a name as it stands, and so are letters of
 * a suggestion: they spell nobody.
 */
const spelledBy = (typed: string, found: readonly { label: string }[]): readonly string[] => {
  const letters = typed.trim()
  const stands = !isSmallLetters(letters) || found.some(({ label }) => label.toLowerCase().includes(letters))
  return stands ? [] : found.map(({ label }) => label)
}

/** The suggestions that are meant by what is typed, and those it spells. `isKnown`: it is known how they are said. */
export function useSpelled(suggestions: readonly string[], typed: string) {
  const { found, readings, isKnown } = useOptionsFor(optionsOf(suggestions), typed)
  return { found, readings, isKnown, spelled: spelledBy(typed, found) }
}

const MOST_NAMED = 4

/** What becomes of letters that spell somebody: who is meant, or whose they may be; undefined where they spell nobody. */
export function spelledWords(t: TFunction<'common'>, typed: string, spelled: readonly string[]): string | undefined {
  const [name, ...others] = spelled
  if (name === undefined) return undefined
  if (others.length === 0) return t('select.spelled', { typed: typed.trim(), name })
  const names = spelled.slice(0, MOST_NAMED).join(t('select.spelledAnd'))
  return t(spelled.length > MOST_NAMED ? 'select.spelledMany' : 'select.spelledSeveral', { typed: typed.trim(), names })
}
