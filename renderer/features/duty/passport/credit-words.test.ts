import { expect, test } from 'vitest'
import { USUAL_RULES } from '../../../../shared/domain/duty/duties.ts'
import { textsIn } from '../../../../test/builders/texts-in.ts'
import { creditWords } from './credit-words.ts'

const said = (leastMinutes: [number, number], leastNotes: [number, number]) => {
  const perPurpose = ([listen, answer]: [number, number]) => ({ listen, answer })
  const rules = { ...USUAL_RULES, leastMinutes: perPurpose(leastMinutes), leastNotes: perPurpose(leastNotes) }
  return [creditWords(textsIn('zh', 'duty'), rules), creditWords(textsIn('en', 'duty'), rules)]
}

test('what is not asked for is not said, and notes for answering are said as those for listening', () => {
  expect(said([30, 30], [1, 0])).toEqual([
    '一场算数：听线在通话中满 30 分钟、记满 1 条批注；接线在通话中满 30 分钟。',
    'What counts: listening, 30 min on calls and 1 note or more; answering, 30 min on calls.',
  ])
  expect(said([0, 20], [0, 2])).toEqual([
    '一场算数：听线到场就算；接线在通话中满 20 分钟、记满 2 条批注。',
    'What counts: listening, any length; answering, 20 min on calls and 2 notes or more.',
  ])
})
