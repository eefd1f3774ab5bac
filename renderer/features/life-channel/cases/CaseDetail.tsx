import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { LifeCase } from '../../../../shared/contract/life-channel/life-channel.ts'
import { heardByGrade } from '../../../../shared/domain/life-channel/case-story.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Select } from '../../../ui/Select.tsx'
import { timeToSecond } from '../time-to-second.ts'
import styles from './CaseDetail.module.css'
import { CaseWords } from './CaseWords.tsx'
import { closeCase } from './cases.actions.ts'
import { WrongAlarm } from './WrongAlarm.tsx'

const OUTCOMES = [
  ...(['none', 'safe', 'with_helpers', 'not_reached', 'no_danger', 'unknown'] as const),
] satisfies readonly (Outcome | 'none')[]

interface CaseDetailProps {
  one: LifeCase
  mayRead: boolean
  seesAll: boolean
}

/** One case: what was done when, what became of it, and the way to what is sealed. */
export function CaseDetail({ one, mayRead, seesAll }: CaseDetailProps) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const time = (at: string) => timeToSecond(at, place)
  const deeds = [
    ...one.steps.map(({ step, at }) => ({ at, what: t(`check.${step}`) })),
    ...one.handedOver.map(({ to, name, at }) => ({
      at,
      what: t('cases.handedOver', { to: name ?? t(`recipient.${to}`) }),
    })),
    ...heardByGrade(one.heard ?? []).map(({ grade, at, last }) => ({
      at,
      what: t(last === at ? 'cases.heardSince' : 'cases.heardSinceUntil', {
        ...{ grade: t(`grade.${grade}`), last: time(last) },
      }),
    })),
    ...(one.followUps ?? []).map(({ at, byName }) => ({
      at,
      what: t('cases.wroteOn', { who: byName ?? t('sealed.somebody') }),
    })),
    ...one.verdicts.map(({ what, at, byName, reason }) => {
      const said = t(`cases.verdict.${what}`, { who: byName ?? t('sealed.somebody') })
      return { at, what: reason === null ? said : t('cases.because', { what: said, reason }) }
    }),
  ].sort((one, other) => (one.at < other.at ? -1 : 1))
  const wrongAlarm = <WrongAlarm key={`wrong ${one.id}`} one={one} seesAll={seesAll} />
  return (
    <div className={styles.detail}>
      <ol className={styles.story}>
        <li>
          <span>{time(one.raisedAt)}</span> {t('cases.raised', { how: t(`origin.${one.origin}`) })}
        </li>
        {deeds.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <span>{time(at)}</span> {what}
          </li>
        ))}
      </ol>
      {one.state === 'dismissed' ? (
        wrongAlarm
      ) : (
        <>
          <Select
            label={t('cases.outcome')}
            value={one.outcome ?? 'none'}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            onChange={(value) => void closeCase(one.id, value === 'none' ? null : value, one.outcome)}
          />
          <CaseWords key={one.id} one={one} mayRead={mayRead}>
            {wrongAlarm}
          </CaseWords>
        </>
      )}
    </div>
  )
}
