import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { bookingForOf } from '../../../lib/common-queries.ts'
import { useMember } from '../../../lib/team.ts'
import { useShown } from '../../../lib/use-shown.ts'
import { mayBookForAll } from './answers-for.ts'

/**
 * For whom the person here may book, those first who asked them to; the hub has the last word. At a desk alone, and for a coordinator,
 * that is everybody.
 */
export function useBookable(people: readonly Person[], me: Id | null) {
  const member = useMember()
  const asked = useQuery(bookingForOf(me)).data?.bookedForIds
  useShown({ books_for: asked ?? [] })
  const mayAll = mayBookForAll(member)
  return useMemo(() => {
    const ids = new Set(asked)
    const first = people.filter(({ id }) => ids.has(id))
    if (mayAll)
      return {
        people: first.length === 0 ? people : [...first, ...people.filter(({ id }) => !ids.has(id))],
        isOnlyMe: false,
      }
    return {
      people: [...people.filter(({ id }) => id === me), ...first],
      isOnlyMe: asked !== undefined && first.length === 0,
    }
  }, [people, asked, mayAll, me])
}
