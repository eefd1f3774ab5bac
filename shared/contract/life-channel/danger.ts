import { z } from 'zod'
import { Instant } from '../values.ts'

/**
 * 高危, 中危, 低危, the gravest first. `high`: a life is in danger now, or there is a plan or a means; `medium`: a wish to die, or danger that is
 * not at this moment; `low`: no way out.
 */
export const DangerGrade = z.enum(['high', 'medium', 'low'])
export type DangerGrade = z.infer<typeof DangerGrade>

/** What the danger is, so that a card can say whom to call. One of a call: the gravest. */
export const DangerKind = z.enum([
  'suicide',
  'self_harm',
  'lethal_question',
  'farewell',
  'despair',
  'violence',
  'threat',
  'child_in_danger',
  'old_person_in_danger',
  'gas',
  'poisoning',
  'emergency',
])
export type DangerKind = z.infer<typeof DangerKind>

/** Words that decided a grade, as they were heard. Sealed from the moment they are stored. */
export const Evidence = z.object({
  grade: DangerGrade,
  kind: DangerKind,
  /** Whatever characters are in them: a cry is never refused. */
  words: z.array(z.string().max(1_000)).max(20).readonly(),
  /** Of the rules that heard them. */
  earVersion: z.string().max(40),
})
export type Evidence = z.infer<typeof Evidence>

/** What of a call was heard when: a call goes on, and says more than what opened its case. */
export const Hearing = z.object({ at: Instant, evidence: Evidence })
export type Hearing = z.infer<typeof Hearing>
