import { queryOptions } from '@tanstack/react-query'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { likelyTwins } from '../../../../shared/domain/house/merging.ts'
import { accepted, answered } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { onceFor } from '../../../lib/once-for.ts'

/** What merging two records would do, as long as somebody looks at it. A refusal comes as data. */
export const mergePreview = (keptId: Id, goneId: Id) =>
  queryOptions({
    queryKey: ['people', 'merge', keptId, goneId],
    queryFn: () => answered(client.merges.preview({ keptId, goneId })),
    // Bookings come and go without a change of the people.
    staleTime: 0,
    gcTime: 0,
  })

/** Merges that stand, newest first. */
export const standingMerges = queryOptions({
  queryKey: ['people', 'merges'],
  queryFn: () => accepted(client.merges.list({})),
})

/** Who may stand on the list twice. */
export const twinsOf = onceFor((people: readonly Person[]) => likelyTwins(people))
