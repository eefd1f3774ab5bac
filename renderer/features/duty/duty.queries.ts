import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { anewWhenShown } from '../../lib/common-queries.ts'

/** Somebody's year. It follows sessions that end and notes that go, so whoever shows it asks anew. */
export const passportOf = (personId: Id, year: number) =>
  queryOptions({
    queryKey: ['passports', 'of', personId, year],
    queryFn: () => accepted(client.passports.get({ personId, year })),
    staleTime: anewWhenShown,
    placeholderData: keepPreviousData,
  })

/** Everybody who owes something: much work, asked for when the page is opened and when a passport was changed by hand. */
export const dutyOverview = (year: number) =>
  queryOptions({
    queryKey: ['passports', 'overview', year],
    queryFn: () => accepted(client.passports.overview({ year })),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const dutyRules = (year: number) =>
  queryOptions({
    queryKey: ['passports', 'rules', year],
    queryFn: () => accepted(client.passports.rules({ year })),
  })
