import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const plainRoom = queryOptions({ queryKey: ['room', 'get'], queryFn: () => accepted(client.room.get({})) })
