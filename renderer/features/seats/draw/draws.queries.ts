import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DrawPlan } from '../../../../shared/contract/seats/draws.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { accepted, answered } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { instantNow } from '../../../lib/now.ts'

/** How many results come at once. */
export const RESULTS_PAGE = 100

/**
 * Open windows and those of the last 90 days; `skewMs`: how far the clock that closes them is ahead of this window's. `isOfBefore`: the hub is away and this is
 * what it said last, so that one which closed since may long be drawn; its clock is as far ahead as it was then.
 */
export const drawWindows = queryOptions({
  queryKey: ['draws', 'list'],
  queryFn: async () => {
    const asked = client.draws.list({})
    const { now, windows } = await accepted(asked)
    const given = await asked
    const asOf = given.ok ? given.asOf : undefined
    const saidAtMs = asOf === undefined ? Date.parse(instantNow()) : Date.parse(asOf)
    return { skewMs: Date.parse(now) - saidAtMs, windows, isOfBefore: asOf !== undefined }
  },
})

/** What the person here asks for, and then what they asked for others. Whoever asks is known to the console; `me` keeps the answers apart. */
export const myDraws = (me: Id | null) =>
  queryOptions({
    queryKey: ['draws', 'mine', me],
    queryFn: async () =>
      (await accepted(client.draws.mine({}))).toSorted((a, b) => Number(b.personId === me) - Number(a.personId === me)),
  })

export const slotsOf = (windowId: Id) =>
  queryOptions({
    queryKey: ['draws', 'slots', windowId],
    queryFn: () => accepted(client.draws.slots({ windowId })),
  })

/** What cannot be booked on the dates, both included, because it is drawn. */
export const drawnIn = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['draws', 'held', { from, to }],
    queryFn: () => accepted(client.draws.held({ from, to })),
  })

/** What a plan would offer, or why it offers nothing. */
export const drawPreview = (plan: DrawPlan | null) =>
  queryOptions({
    queryKey: ['draws', 'preview', plan],
    queryFn: () => (plan === null ? null : answered(client.draws.preview(plan))),
    placeholderData: keepPreviousData,
    // What is booked meanwhile is no longer offered.
    staleTime: 0,
  })

export const resultsOf = (windowId: Id, search: string, page: number) =>
  queryOptions({
    queryKey: ['draws', 'results', windowId, search, page],
    queryFn: () => accepted(client.draws.results({ windowId, search, offset: (page - 1) * RESULTS_PAGE })),
    placeholderData: keepPreviousData,
  })

export const drawHistory = (windowId: Id) =>
  queryOptions({
    queryKey: ['draws', 'history', windowId],
    queryFn: () => accepted(client.draws.history({ windowId })),
  })
