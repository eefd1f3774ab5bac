import { queryOptions } from '@tanstack/react-query'
import { accepted, answered } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const calendarYear = (year: number) =>
  queryOptions({ queryKey: ['calendar', 'year', year], queryFn: () => accepted(client.calendar.year({ year })) })

/** What stands in a file; nothing is stored. A refusal comes as data. */
export const calendarFile = (base64: string | null) =>
  queryOptions({
    queryKey: ['calendar', 'file', base64],
    queryFn: () => answered(client.calendar.readFile({ base64: base64 ?? '' })),
    enabled: base64 !== null,
    gcTime: 0,
  })
