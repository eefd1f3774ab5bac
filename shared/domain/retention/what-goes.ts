import type { StaysBecause } from '../../contract/retention/retention.ts'
import type { RetentionKind, RetentionRule, RulesByKind, WantedRules } from '../../contract/retention/rules.ts'
import { type Instant, msOf } from '../instants.ts'
import { daysAfter } from '../wall-clock.ts'

/** Nothing goes by a rule that is new, or shorter than it was, for so many days: by then everybody could see what will. */
export const NOTICE_DAYS = 7

const DAY_MS = 86_400_000

/** What is asked of a session, a case or something half done before it goes. Dates are the room's. */
export interface DueFacts {
  /** The day on which it ended, was closed, or was typed last; null: it goes on. */
  readonly endedOn: string | null
  /** When a note of it was changed last, and the day on which anything of it was. */
  readonly touchedAt: Instant | null
  readonly touchedOn: string | null
  readonly halfDone: number
  readonly isUp: boolean
  readonly openCases: number
  /** Kept by somebody until a day, or (null) for good; undefined: not kept. */
  readonly keptUntil: string | null | undefined
}

/** The first day without it: so many whole days after its own, and not before the rule begins. */
export function goesOn(endedOn: string, rule: RetentionRule): string {
  const day = daysAfter(endedOn, rule.days + 1)
  return day > rule.startsOn ? day : rule.startsOn
}

/** Why it stays today, whatever the rules say; null: nothing keeps it. */
export function staysBecause(facts: DueFacts, today: string, now: Instant): StaysBecause | null {
  if (facts.endedOn === null) return 'open'
  if (facts.keptUntil === null || (facts.keptUntil !== undefined && facts.keptUntil >= today)) return 'kept'
  if (facts.openCases > 0) return 'open_case'
  if (facts.halfDone > 0) return 'half_done'
  if (!facts.isUp) return 'not_up'
  // What was done last may be taken back for a day. One that is dated days ahead was done by a clock that was wrong.
  if (facts.touchedAt !== null && isWithinADay(facts.touchedAt, now)) return 'touched'
  if (facts.touchedOn !== null && facts.touchedOn >= daysAfter(today, -1)) return 'touched'
  return null
}

const isWithinADay = (at: Instant, now: Instant): boolean => {
  const sinceMs = msOf(now) - msOf(at)
  return sinceMs < DAY_MS && sinceMs > -2 * DAY_MS
}

export function isDue(facts: DueFacts, rule: RetentionRule | null, today: string, now: Instant): boolean {
  if (rule === null || facts.endedOn === null) return false
  return goesOn(facts.endedOn, rule) <= today && staysBecause(facts, today, now) === null
}

/** The latest day of an end that a rule lets go of by `day`: what ended later stays. Null: nothing goes by then. */
export function lastEnd(rule: RetentionRule | null, day: string): string | null {
  if (rule === null || rule.startsOn > day) return null
  return daysAfter(day, -(rule.days + 1))
}

/** Nothing ever goes. */
export const keepsAll = (rules: RulesByKind): boolean => Object.values(rules).every((rule) => rule === null)

const kindsOf = (rules: RulesByKind) => Object.keys(rules) as RetentionKind[]

/** By which of the wanted rules something goes that would stay by those that hold now. */
export function stricterKinds(before: RulesByKind, wanted: WantedRules): RetentionKind[] {
  return kindsOf(before).filter((kind) => {
    const [old, now] = [before[kind], wanted[kind]]
    if (now === null) return false
    return old === null || now.days < old.days || (now.startsOn !== null && now.startsOn < old.startsOn)
  })
}

/** The rules as they will hold: a stricter one after notice, another from when it did or from the later day that is wanted. */
export function settledRules(before: RulesByKind, wanted: WantedRules, today: string): RulesByKind {
  const stricter = new Set(stricterKinds(before, wanted))
  const settled = (kind: RetentionKind): RetentionRule | null => {
    const rule = wanted[kind]
    if (rule === null) return null
    const earliest = stricter.has(kind) ? daysAfter(today, NOTICE_DAYS) : (before[kind]?.startsOn ?? today)
    const startsOn = rule.startsOn !== null && rule.startsOn > earliest ? rule.startsOn : earliest
    return { days: rule.days, startsOn }
  }
  return Object.fromEntries(kindsOf(before).map((kind) => [kind, settled(kind)])) as RulesByKind
}
