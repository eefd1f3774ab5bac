import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './CheckList.module.css'
import { changeCard, type DetailsField, type LifeCard } from './card-store.ts'
import { changeDetails, keepDetails } from './details.actions.ts'
import { passedOnIn, takeOutPassedOn } from './passed-on.ts'
import { useCaretKept } from './use-caret-kept.ts'

/** What the crisis team needs, as it is: sealed, and masked nowhere. */
export function CallerDetailsForm({ card }: { card: LifeCard }) {
  const { t, i18n } = useTranslation('life')
  const { caseId, details, besideOthers = [] } = card
  const leave = (field: DetailsField) => () => {
    keepDetails(caseId)
    if (besideOthers.includes(field))
      changeCard(caseId, { besideOthers: besideOthers.filter((each) => each !== field) })
  }
  const callback = useCaretKept<HTMLInputElement>(details.callback)
  const address = useCaretKept<HTMLInputElement>(details.address)
  const remark = useCaretKept<HTMLTextAreaElement>(details.remark)
  useKeys('life', {
    'life.callback': () => callback.ref.current?.focus(),
    'life.where': () => address.ref.current?.focus(),
    'life.remark': () => remark.ref.current?.focus(),
  })
  return (
    <section className={styles.details} aria-label={t('details.title')}>
      <h2 className={styles.title}>{t('details.title')}</h2>
      <TextField
        ref={callback.ref}
        label={<Named chord={useChord('life.callback')}>{t('details.callback')}</Named>}
        value={details.callback}
        longest={LONGEST.callback}
        onChange={(event) => {
          callback.look(event)
          changeDetails(caseId, { callback: event.currentTarget.value })
        }}
        onSelect={callback.look}
        onBlur={leave('callback')}
      />
      <TextField
        ref={address.ref}
        label={<Named chord={useChord('life.where')}>{t('details.address')}</Named>}
        value={details.address}
        longest={LONGEST.address}
        onChange={(event) => {
          address.look(event)
          changeDetails(caseId, { address: event.currentTarget.value })
        }}
        onSelect={address.look}
        onBlur={leave('address')}
      />
      <TextArea
        ref={remark.ref}
        label={<Named chord={useChord('life.remark')}>{t('details.remark')}</Named>}
        value={details.remark}
        longest={LONGEST.remark}
        rows={2}
        onChange={(event) => {
          remark.look(event)
          changeDetails(caseId, { remark: event.currentTarget.value })
        }}
        onSelect={remark.look}
        onBlur={leave('remark')}
      />
      {besideOthers.length > 0 ? (
        <p className={styles.passedOn} role="status">
          {t('details.besideOthers', {
            fields: new Intl.ListFormat(i18n.language).format(besideOthers.map((field) => t(`details.${field}`))),
          })}
        </p>
      ) : null}
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
