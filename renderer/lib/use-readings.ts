import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isSpelled, type Readings } from '../../shared/domain/house/name-sounds.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'
import { queryClient } from './query-client.ts'

const SILENT: Readings = new Map()
const HAN = /\p{Script=Han}/u

/** Characters in one text of the question, and texts in one question: far more than there are characters in names. */
const AT_ONCE = 100
const MOST_TEXTS = 200

/** How these names are said: asked once letters are typed, and empty until main has answered. */
export function useReadings(names: readonly string[], typed: string): { readings: Readings; isKnown: boolean } {
  const isWanted = isSpelled(typed)
  const texts = useMemo(() => (isWanted ? charactersIn(names) : []), [names, isWanted])
  const enabled = isWanted && texts.length > 0
  const { data, isError } = useQuery(
    {
      queryKey: ['search', 'sounds', texts],
      queryFn: async () => new Map(Object.entries(await accepted(client.search.sounds({ names: texts })))),
      enabled,
    },
    queryClient,
  )
  return { readings: data ?? SILENT, isKnown: !enabled || data !== undefined || isError }
}

/** Each character once, however many thousand names they stand in. */
function charactersIn(names: readonly string[]): string[] {
  const characters = [...new Set(names.join(''))].filter((character) => HAN.test(character)).sort()
  const texts: string[] = []
  for (let at = 0; at < characters.length && texts.length < MOST_TEXTS; at += AT_ONCE)
    texts.push(characters.slice(at, at + AT_ONCE).join(''))
  return texts
}
