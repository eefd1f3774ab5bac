import i18next from 'i18next'
import type { DrawPlan, DrawWindow, DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { dayTime, timeOn } from '../../../lib/formats.ts'
import { instantNow, todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { saveAsFile } from '../../../lib/save-file.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'
import { isInPlaceOf, standsAs } from '../../../ui/stands-as.ts'
import { type Turn, turned } from '../../../ui/turns.ts'
import { tellDone } from '../seats.actions.ts'
import { type DrawRefusal, drawRefusalWords } from './draw-words.ts'

const texts = () => i18next.getFixedT(null, 'draws')
const when = (at: Instant) => dayTime(at, placeNow(), instantNow())

/** What a request says, apart from whose it is. */
export type WishGiven = Pick<DrawWish, 'togetherWith' | 'purpose' | 'lengthMinutes' | 'wishes'>

/** Acts give `true` when done, a refusal for the form to show, or null: told already. */
export type Said = true | DrawRefusal | null

export async function openDraw(plan: DrawPlan, closesAt: Instant): Promise<DrawWindow | DrawRefusal | null> {
  const answer = await ask(client.draws.open({ ...plan, closesAt }))
  if (answer?.ok !== true) return answer
  notifySuccess(() => texts()('done.opened', { until: when(closesAt) }))
  return answer.value
}

export async function extendDraw({ id }: DrawWindow, closesAt: Instant, seen: Seen): Promise<Said> {
  const answer = await ask(client.draws.extend({ windowId: id, seenVersion: seen.version, closesAt }), seen.onStale)
  if (answer?.ok !== true) return answer
  notifySuccess(() => texts()('done.extended', { until: when(closesAt) }))
  return true
}

export async function cancelDraw({ id }: DrawWindow, reason: string): Promise<Said> {
  const answer = await ask(client.draws.cancel({ windowId: id, reason }))
  if (answer?.ok !== true) return answer
  notifySuccess(() => texts()('done.cancelled'))
  return true
}

/** Hands a request in; to take it back is to withdraw it. `before`: as which it was withdrawn. */
export async function handIn(
  windowId: Id,
  personId: Id,
  wish: WishGiven,
  turn: Turn = 'first',
  before: DrawWish | null = null,
): Promise<Said> {
  const answer = await ask(client.draws.handIn({ windowId, personId, ...wish }))
  if (answer?.ok !== true) return answer
  const request = answer.value
  if (before !== null) isInPlaceOf(before, request)
  tellDone(
    () => texts()('done.handedIn', { name: request.personName }),
    turned(turn, (next) => withdraw(request, next)),
  )
  return true
}

/** `seen` without `onStale`: no form stands open over it. `before`: as which it was the same. */
export async function changeRequest(
  request: DrawWish,
  wish: WishGiven,
  seen: Pick<Seen, 'version'> & Partial<Seen>,
  turn: Turn = 'first',
  before: DrawWish | null = null,
): Promise<Said> {
  const answer = await ask(
    client.draws.change({ requestId: request.id, seenVersion: seen.version, ...wish }),
    seen.onStale,
  )
  if (answer?.ok !== true) return answer
  const changed = answer.value
  if (before !== null) isInPlaceOf(before, changed)
  tellDone(
    () => texts()('done.changed', { name: changed.personName }),
    turned(turn, (next) => changeBack(changed, request, next)),
  )
  return true
}

const given = ({ togetherWith, purpose, lengthMinutes, wishes }: WishGiven): WishGiven => ({
  ...{ togetherWith, purpose, lengthMinutes, wishes },
})

/** To what it was; once somebody else changed it, it stays as they left it. */
async function changeBack(changed: DrawWish, before: DrawWish, turn: Turn): Promise<void> {
  const now = standsAs(changed)
  // Nor is it as `before` where they changed it between that and the step.
  const isNext = changed.id === before.id && changed.version === before.version + 1
  tellUnlessDone(await changeRequest({ ...changed, ...now }, given(before), now, turn, isNext ? before : null))
}

/** Takes a request out; to take that back is to hand in the same once more: when it was handed in counts for nothing. False: it stays, and why was told. */
export async function withdraw(request: DrawWish, turn: Turn = 'first'): Promise<boolean> {
  const answer = await ask(client.draws.withdraw({ requestId: standsAs(request).id }))
  if (answer?.ok === false) tell(answer)
  if (answer?.ok !== true) return false
  tellDone(
    () => texts()('done.withdrawn', { name: request.personName }),
    turned(turn, async (next) =>
      tellUnlessDone(await handIn(request.windowId, request.personId, given(request), next, request)),
    ),
  )
  return true
}

/** A request went from under the hand that was changing it: says who took it out, where that is known, and that nothing was saved. */
export async function tellTakenOut({ id, windowId, personName: name }: DrawWish): Promise<void> {
  const answer = await ask(client.draws.history({ windowId }))
  const events = answer?.ok === true ? answer.value : []
  const last = events.find(({ what, requestId }) => what === 'withdrawn' && requestId === id)
  const title = () => {
    if (last === undefined) return texts()('gone.unknown', { name })
    const by = last.actorName ?? texts()('history.itself')
    return texts()('gone.title', { by, name, time: timeOn(todayIn(placeNow()), last.at, placeNow()) })
  }
  notify({ tone: 'info', title, hint: () => texts()('gone.hint') })
}

function tellUnlessDone(said: Said): void {
  if (said !== true && said !== null) tell(said)
}

/** The replay file, as it was drawn. */
export async function saveReplayFile(windowId: Id): Promise<void> {
  const answer = await ask(client.draws.file({ windowId }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  saveAsFile(answer.value.fileName, answer.value.text, 'application/json')
  notifySuccess(() => texts()('result.saved'))
}

function tell(refusal: DrawRefusal): void {
  const words = () => drawRefusalWords(refusal, texts(), placeNow())
  const { hint } = words()
  notify({
    tone: 'info',
    title: () => words().title,
    ...(hint === undefined ? {} : { hint: () => words().hint ?? '' }),
  })
}
