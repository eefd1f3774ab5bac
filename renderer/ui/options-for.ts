import { useMemo } from 'react'
import type { Readings } from '../../shared/domain/house/name-sounds.ts'
import { meantOf, namedBy } from '../../shared/domain/house/named-things.ts'
import { onceFor } from '../lib/once-for.ts'
import { useReadings } from '../lib/use-readings.ts'

/** A label «王伟 · 家电» begins with the name. */
const NAME_ENDS = ' · '

export interface TypedOption {
  readonly label: string
  /** What it is found by beside its label. */
  readonly alsoFoundBy?: string
}

/** How the options of a list are called. */
const namesOf = onceFor((options: readonly TypedOption[]) =>
  options.map(({ label, alsoFoundBy = '' }) => namedBy(label.split(NAME_ENDS)[0] ?? label, label, alsoFoundBy)),
)

/** The options that are meant, the one meant most first. Enter takes the first, so 王伟 must come before 王伟明. */
export function optionsFor<Option extends TypedOption>(
  options: readonly Option[],
  typed: string,
  readings: Readings,
): readonly Option[] {
  // Thousands of names are folded when the first is looked for, not before the list is seen.
  if (typed.trim() === '') return options
  const names = namesOf(options)
  return meantOf(options, (_option, index) => names[index] ?? namedBy(''), typed, readings)
}

/** The options that are meant by what is typed in a field; whoever sounds like it follows when it is known how the names are said. */
export function useOptionsFor<Option extends TypedOption>(options: readonly Option[], typed: string) {
  const isTyped = typed.trim() !== ''
  const names = useMemo(() => (isTyped ? namesOf(options).map(({ name }) => name) : []), [options, isTyped])
  const { readings, isKnown } = useReadings(names, typed)
  const found = useMemo(() => optionsFor(options, typed, readings), [options, typed, readings])
  return { found, readings, isKnown }
}
