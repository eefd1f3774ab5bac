import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Dictionary } from '../../../shared/domain/silver-hair/jargon.ts'
import { openLensWords } from '../../../shared/domain/silver-hair/open-words.ts'
import { dictionaryOf } from '../../../shared/domain/silver-hair/own-terms.ts'
import { ownTerms } from './silver-hair.queries.ts'
import { useSilverHeard } from './silver-store.ts'

/** The words of the trade that this house counts, for whoever shows or counts them; null until they are read. Where its own are not to be had, those that ship. */
export function useDictionary(): Dictionary | null {
  const { data, isError } = useQuery(ownTerms)
  const own = data?.terms ?? (isError ? NONE : null)
  useEffect(() => {
    if (own === null) return
    openLensWords().then(
      ({ terms }) => useSilverHeard.setState({ dictionary: dictionaryOf(terms, own) }),
      // The words did not come: the lens needs none.
      () => {},
    )
  }, [own])
  return useSilverHeard(({ dictionary }) => dictionary)
}

const NONE = [] as const
