import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const maskingRules = queryOptions({
  queryKey: ['masking', 'rules'],
  queryFn: () => accepted(client.masking.rules({})),
})
