import i18next from 'i18next'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { WhyNot } from '../../../lib/failure.ts'

/** Null: a copy was made; else the words why not. */
export async function backUpNow(): Promise<WhyNot | null> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await client.workspace.backUpNow({})
  if (answer.ok) return null
  if (isDoorRefusal(answer)) return () => failureOf(answer)
  switch (answer.code) {
    case 'closed':
    case 'no_space':
      return () => ({ title: t(`data.${answer.code}`) })
    default:
      return assertNever(answer)
  }
}
