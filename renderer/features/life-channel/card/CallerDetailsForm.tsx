import { Lock } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './CheckList.module.css'
import { changeDetails, keepDetails } from './card.actions.ts'
import type { LifeCard } from './card-store.ts'
import { passedOnIn, takeOutPassedOn } from './passed-on.ts'

/** What the crisis team needs, as it is: sealed, and masked nowhere. */
export function CallerDetailsForm({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const { caseId, details } = card
  const leave = () => keepDetails(caseId)
  const [callback, address, remark] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLTextAreaElement>(null),
  ]
  useKeys('life', {
    'life.callback': () => callback.current?.focus(),
    'life.where': () => address.current?.focus(),
    'life.remark': () => remark.current?.focus(),
  })
  return (
    <section className={styles.details} aria-label={t('details.title')}>
      <h2 className={styles.title}>{t('details.title')}</h2>
      <TextField
        ref={callback}
        label={<Named chord={useChord('life.callback')}>{t('details.callback')}</Named>}
        value={details.callback}
        longest={LONGEST.callback}
        onChange={(event) => changeDetails(caseId, { callback: event.currentTarget.value })}
        onBlur={leave}
      />
      <TextField
        ref={address}
        label={<Named chord={useChord('life.where')}>{t('details.address')}</Named>}
        value={details.address}
        longest={LONGEST.address}
        onChange={(event) => changeDetails(caseId, { address: event.currentTarget.value })}
        onBlur={leave}
      />
      <TextArea
        ref={remark}
        label={<Named chord={useChord('life.remark')}>{t('details.remark')}</Named>}
        value={details.remark}
        longest={LONGEST.remark}
        rows={2}
        onChange={(event) => changeDetails(caseId, { remark: event.currentTarget.value })}
        onBlur={leave}
      />
      {passedOnIn(card).length > 0 ? (
        <p className={styles.passedOn} role="status">
          {t('details.passedOn')}{' '}
          <Button size="small" onClick={() => takeOutPassedOn(caseId)}>
            {t('details.takeOut')}
          </Button>
        </p>
      ) : null}
      <p className={styles.sealed}>
        <Lock aria-hidden="true" /> {t(card.isDrill ? 'details.drill' : 'details.sealed')}
      </p>
    </section>
  )
}

const Named = ({ chord, children }: { chord: string; children: ReactNode }) => (
  <span className={styles.named}>
    {children} <KeyCap chord={chord} isUnspoken />
  </span>
)
