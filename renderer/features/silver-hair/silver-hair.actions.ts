import type { Answers, Lens, Mark, MarkOrigin, Operation, Press } from '../../../shared/contract/silver-hair/lens.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { pressed } from '../../../shared/domain/silver-hair/property.ts'
import { client } from '../../lib/client.ts'
import { textsOf } from '../../lib/i18n.ts'
import { putInto } from '../../lib/put-into.ts'
import { queryClient } from '../../lib/query-client.ts'
import { done } from '../../ui/ask.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import { lensesOfSession } from './silver-hair.queries.ts'

const t = textsOf('silver')

export interface CallOfSession {
  readonly id: Id
  readonly sessionId: Id
}

const lensesNow = (sessionId: Id): readonly Lens[] =>
  queryClient.getQueryData(lensesOfSession(sessionId).queryKey) ?? []

const SAID = { marked: 'mark.done', unmarked: 'mark.gone', dismissed: 'mark.dismissed' } as const

/** Marks the call, or takes the mark away; what it was before is offered as the way back. */
export async function markCall(
  { id: callId, sessionId }: CallOfSession,
  mark: Mark,
  origin: MarkOrigin = 'key',
): Promise<void> {
  const before = lensesNow(sessionId).find((lens) => lens.callId === callId)?.mark ?? 'unmarked'
  await turnMark({ callId, origin }, mark, before, 'first')
}

async function turnMark(of: { callId: Id; origin: MarkOrigin }, mark: Mark, before: Mark, turn: Turn): Promise<void> {
  if (!(await done(client.silverHair.mark({ ...of, mark })))) return
  tellTurn(
    'silver',
    turn,
    () => t(SAID[mark]),
    (next) => turnMark(of, before, mark, next),
  )
}

/** Marked by its key: on, or off again. What was proposed is taken with the same key. */
export function toggleMark(call: CallOfSession, isProposed: boolean): void {
  const isMarked = lensesNow(call.sessionId).some(({ callId, mark }) => callId === call.id && mark === 'marked')
  void markCall(call, isMarked ? 'unmarked' : 'marked', isProposed ? 'proposed' : 'key')
}

/** As it is at this moment: a press may come before the one before it is drawn. */
export const lensNow = (sessionId: Id, drawn: Lens): Lens =>
  lensesNow(sessionId).find(({ callId }) => callId === drawn.callId) ?? drawn

/** Says it in the lens at once, and stores it. Answers the operation that is never done for the caller, where that is in the way. */
export function pressLens(sessionId: Id, drawn: Lens, press: Press): Operation | null {
  const lens = lensNow(sessionId, drawn)
  const outcome = pressed(lens, press)
  if (!outcome.ok) return outcome.code === 'touches_property' ? outcome.detail.operation : null
  const now = { ...lens, ...outcome.answers }
  const { queryKey } = lensesOfSession(sessionId)
  putInto<Lens[]>(queryKey, (all) => all?.map((each) => (each.callId === lens.callId ? now : each)))
  void done(client.silverHair.press({ callId: lens.callId, press })).then((isStored) => {
    if (!isStored) void queryClient.invalidateQueries({ queryKey })
  })
  return null
}

/** The presses that lead from what a lens says to what it said before, in an order in which each of them is allowed. */
export function pressesBack(now: Answers, before: Answers): Press[] {
  const fields = ['pace', 'tone', 'volume', 'dialect', 'effort', 'operation', 'help', 'toldFirst'] as const
  return fields.filter((field) => now[field] !== before[field]).map((field) => ({ [field]: before[field] }))
}
