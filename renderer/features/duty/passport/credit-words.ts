import type { TFunction } from 'i18next'
import type { DutyRules } from '../../../../shared/contract/duty/passports.ts'

type Words = TFunction<'duty'>

/** What makes a session count. What a rule does not ask for is not said: nobody takes «0 notes or more». */
export const creditWords = (t: Words, rules: Pick<DutyRules, 'leastMinutes' | 'leastNotes'>): string =>
  t('passport.rules', { listen: ruleWords(t, rules, 'listen'), answer: ruleWords(t, rules, 'answer') })

function ruleWords(
  t: Words,
  { leastMinutes, leastNotes }: Pick<DutyRules, 'leastMinutes' | 'leastNotes'>,
  purpose: 'listen' | 'answer',
): string {
  const [minutes, notes] = [leastMinutes[purpose], leastNotes[purpose]]
  const asks = [
    ...(minutes === 0 ? [] : [t('passport.asks.minutes', { minutes })]),
    ...(notes === 0 ? [] : [t('passport.asks.notes', { count: notes })]),
  ]
  return t(`passport.ruleOf.${purpose}`, {
    asks: asks.length === 0 ? t('passport.asks.nothing') : asks.join(t('passport.asks.and')),
  })
}
