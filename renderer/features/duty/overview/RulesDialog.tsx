import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyRules } from '../../../../shared/contract/duty/passports.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import type { Role } from '../../../../shared/contract/who.ts'
import { dutyKinds } from '../../../../shared/domain/duty/duty-kinds.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { saveRules } from '../duty.actions.ts'
import { dutyRules } from '../duty.queries.ts'
import styles from './RulesDialog.module.css'
import { faultOfRules, formOfRules, MOST, type RulesForm, rulesOfForm } from './rules-form.ts'

const ROLES: readonly Role[] = ['listener', 'note_taker', 'coordinator']

/** What a year asks, of whom, and what a session must be to count. */
export function RulesDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation('duty')
  const query = useQuery(dutyRules(year))
  return (
    <Dialog isOpen onClose={onClose} title={t('rules.title', { year })} width={520}>
      {query.data === undefined ? <LoadingState /> : <Fields {...query.data} year={year} onClose={onClose} />}
    </Dialog>
  )
}

interface FieldsProps {
  rules: DutyRules
  version: Version
  year: number
  onClose: () => void
}

function Fields({ rules, version, year, onClose }: FieldsProps) {
  const { t } = useTranslation('duty')
  const { t: common } = useTranslation('common')
  const seen = useLeftSeen<RulesForm>(`duty rules ${year}`, version, formOfRules(rules), () =>
    textsOf('duty')('rules.title', { year }),
  )
  const [isSaving, setIsSaving] = useState(false)
  const form = seen.fields
  const fault = faultOfRules(form)

  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    const wanted = rulesOfForm(form)
    if (isSaving || seen.isCatchingUp || wanted === null) return
    setIsSaving(true)
    const isSaved = await seen.send(saveRules(year, wanted, seen.seen))
    setIsSaving(false)
    if (isSaved) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })
  const number = (field: keyof typeof MOST, label: string, isFirst = false) => (
    <NumberField
      label={label}
      value={form[field]}
      onChange={(value) => seen.change({ [field]: value })}
      min={0}
      max={MOST[field]}
      error={fault === field ? t('rules.bad', { most: MOST[field] }) : undefined}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  )
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <p className={styles.words}>{t('rules.sub')}</p>
      <fieldset className={styles.group}>
        <legend>{t('rules.owed')}</legend>
        <div className={styles.three}>
          {dutyKinds.map((kind) => (
            <div key={kind}>{number(kind, t(`kind.${kind}`), kind === 'listen')}</div>
          ))}
        </div>
      </fieldset>
      <div>
        <FieldLabel>{t('rules.roles')}</FieldLabel>
        <div className={styles.roles}>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              label={common(`role.${role}`)}
              checked={form.roles.includes(role)}
              onChange={(isIn) =>
                seen.change({ roles: ROLES.filter((each) => (each === role ? isIn : form.roles.includes(each))) })
              }
            />
          ))}
        </div>
        <p className={styles.fault} role="alert">
          {fault === 'roles' ? t('rules.nobody') : null}
        </p>
      </div>
      <fieldset className={styles.group}>
        <legend>{t('rules.credit')}</legend>
        {(['listen', 'answer'] as const).map((purpose) => (
          <div key={purpose} className={styles.purpose}>
            <span>{t(`kind.${purpose}`)}</span>
            {number(purpose === 'listen' ? 'listenMinutes' : 'answerMinutes', t('rules.minutes'))}
            {number(purpose === 'listen' ? 'listenNotes' : 'answerNotes', t('rules.notes'))}
          </div>
        ))}
      </fieldset>
      <ChangedMeanwhile {...seen} onLook={seen.look} />
      <DialogFoot>
        <Button onClick={seen.cancelling(onClose)}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSaving || seen.isCatchingUp} chord={useChord('dialog.confirm')}>
          <SaveWords {...seen}>{common('action.save')}</SaveWords>
        </Button>
      </DialogFoot>
    </form>
  )
}
