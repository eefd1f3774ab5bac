import { Lock } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './CheckList.module.css'
import { changeDetails, isPassedOn, keepDetails, takeOutPassedOn } from './card.actions.ts'
import type { LifeCard } from './card-store.ts'

/** What the crisis team needs, as it is: sealed, and masked nowhere. */
export function CallerDetailsForm({ card, callbackRef }: { card: LifeCard; callbackRef: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('life')
  const { caseId, details } = card
  const leave = () => keepDetails(caseId)
  return (
    <section className={styles.details} aria-label={t('details.title')}>
      <h2 className={styles.title}>{t('details.title')}</h2>
      <TextField
        ref={callbackRef}
        label={t('details.callback')}
        value={details.callback}
        longest={LONGEST.callback}
        onChange={(event) => changeDetails(caseId, { callback: event.currentTarget.value })}
        onBlur={leave}
      />
      <TextField
        label={t('details.address')}
        value={details.address}
        longest={LONGEST.address}
        onChange={(event) => changeDetails(caseId, { address: event.currentTarget.value })}
        onBlur={leave}
      />
      <TextArea
        label={t('details.remark')}
        value={details.remark}
        longest={LONGEST.remark}
        rows={2}
        onChange={(event) => changeDetails(caseId, { remark: event.currentTarget.value })}
        onBlur={leave}
      />
      {isPassedOn(card) ? (
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
