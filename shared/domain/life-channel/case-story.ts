import type { CheckStep, Outcome, Recipient } from '../../contract/life-channel/case-acts.ts'
import type { DangerGrade } from '../../contract/life-channel/danger.ts'
import type { CaseState, LifeCase, Verdict } from '../../contract/life-channel/life-channel.ts'
import type { Instant } from '../../contract/values.ts'
import { msOf } from '../instants.ts'
import { gradeOf } from './heading.ts'

/** One thing that was done about a case. `which`: the step, who took over, how grave, the outcome. `name`: of the contact, or the reason of a verdict. */
export type CaseEvent = { readonly at: Instant } & (
  | { readonly what: 'step' | 'step_back'; readonly which: CheckStep }
  | { readonly what: 'handed_over'; readonly which: Recipient; readonly name: string | null }
  | { readonly what: 'heard'; readonly which: DangerGrade }
  | { readonly what: 'handed_back' | 'read' }
  | { readonly what: 'followed_up'; readonly byName: string | null }
  | { readonly what: Verdict; readonly byName: string | null; readonly name: string | null }
  | { readonly what: 'closed'; readonly which: Outcome | null }
)

export type CaseStory = Pick<
  LifeCase,
  | 'grade'
  | 'state'
  | 'steps'
  | 'heard'
  | 'handedOver'
  | 'handOverMs'
  | 'outcome'
  | 'verdicts'
  | 'followUps'
  | 'readCount'
>

/** What a case is, by all that was done about it, in its order. What was taken back is as if it had not been. */
export function caseStory(raised: Pick<LifeCase, 'raisedAt' | 'grade'>, events: readonly CaseEvent[]): CaseStory {
  const steps = new Map<CheckStep, Instant>()
  const handedOver: LifeCase['handedOver'] = []
  const heard: NonNullable<LifeCase['heard']> = []
  const verdicts: LifeCase['verdicts'] = []
  const followUps: NonNullable<LifeCase['followUps']> = []
  let outcome: Outcome | null = null
  let readCount = 0
  for (const event of events) {
    if (event.what === 'step') steps.set(event.which, event.at)
    if (event.what === 'step_back') steps.delete(event.which)
    if (event.what === 'handed_over') handedOver.push({ to: event.which, name: event.name, at: event.at })
    if (event.what === 'handed_back') handedOver.pop()
    if (event.what === 'dismissed' || event.what === 'restored')
      verdicts.push({ what: event.what, at: event.at, byName: event.byName, reason: event.name })
    if (event.what === 'heard') heard.push({ grade: event.which, at: event.at })
    if (event.what === 'followed_up') followUps.push({ at: event.at, byName: event.byName })
    if (event.what === 'closed') outcome = event.which
    if (event.what === 'read') readCount += 1
  }
  // Windows of several desks make the ids by which events are in order, and a clock may be off by a year: when a verdict counts is decided where it is stored.
  verdicts.sort((one, other) => msOf(one.at) - msOf(other.at))
  const first = handedOver[0]
  return {
    grade: gradeOf(
      raised.grade,
      heard.map(({ grade }) => grade),
    ),
    state: stateOf({ isDismissed: verdicts.at(-1)?.what === 'dismissed', outcome, isHandedOver: first !== undefined }),
    steps: [...steps].map(([step, at]) => ({ step, at })),
    heard,
    handedOver,
    handOverMs: first === undefined ? null : Math.max(0, msOf(first.at) - msOf(raised.raisedAt)),
    outcome,
    verdicts,
    followUps,
    readCount,
  }
}

/** What was heard since, once for each grade, with when it was heard first and last: of which kind it was, and by which words, is sealed. */
export function heardByGrade(
  heard: NonNullable<LifeCase['heard']>,
): { grade: DangerGrade; at: Instant; last: Instant }[] {
  const told = new Map<DangerGrade, { at: Instant; last: Instant }>()
  for (const { grade, at } of heard) {
    told.set(grade, { at: told.get(grade)?.at ?? at, last: at })
  }
  return [...told].map(([grade, each]) => ({ grade, ...each }))
}

const stateOf = (told: { isDismissed: boolean; outcome: Outcome | null; isHandedOver: boolean }): CaseState =>
  told.isDismissed ? 'dismissed' : told.outcome !== null ? 'closed' : told.isHandedOver ? 'handed_over' : 'open'

/** The middle one; of two the later. Null of none. */
export function medianOf(lengths: readonly number[]): number | null {
  return [...lengths].sort((one, other) => one - other)[Math.floor(lengths.length / 2)] ?? null
}
