import { queryOptions } from '@tanstack/react-query'
import type { SeriesRhythm } from '../../../../shared/contract/seats/series.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import type { AskedSeries } from './series-store.ts'

/** Each day that a series would come to; kept in view while another rhythm is being asked about. */
export const seriesPreview = ({ place, personId, companionId }: AskedSeries, rhythm: SeriesRhythm) =>
  queryOptions({
    queryKey: ['bookings', 'seriesPreview', place, personId, companionId, rhythm],
    queryFn: () => client.series.preview({ ...place, personId, companionId, rhythm }),
    placeholderData: (before) => before,
  })

/** What belongs together. */
export const bookingsOfSeries = (seriesId: Id) =>
  queryOptions({
    queryKey: ['bookings', 'series', seriesId],
    queryFn: () => accepted(client.series.of({ seriesId })),
  })
