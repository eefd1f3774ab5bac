import type { BringStatus, PersonDecision } from '../../../../shared/contract/team/bring-along.ts'
import { client } from '../../../lib/client.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { bringStatus } from './bring.queries.ts'

type Answered = { ok: true; value: BringStatus } | { ok: false; code: string } | null

/** Another window may have left the hub meanwhile: then there is nothing to say but how it stands. */
async function kept(answer: Promise<Answered>): Promise<void> {
  const said = await answer
  if (said?.ok === true) queryClient.setQueryData(bringStatus.queryKey, said.value)
  else if (said !== null) await queryClient.invalidateQueries({ queryKey: ['team'] })
}

export const look = (): Promise<void> => kept(ask(client.bringAlong.look({})))
export const putOff = (): Promise<void> => kept(ask(client.bringAlong.putOff({})))
export const begin = (): Promise<void> => kept(ask(client.bringAlong.begin({})))

/** Null: as the rule proposes. */
export const decideOnPerson = (id: string, decision: PersonDecision | null): Promise<void> =>
  kept(ask(client.bringAlong.decide({ people: [{ id, decision }] })))

export const decideOnType = (id: string, issueTypeId: string): Promise<void> =>
  kept(ask(client.bringAlong.decide({ types: [{ id, issueTypeId }] })))
