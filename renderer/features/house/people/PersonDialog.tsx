import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { useSaid } from '../../../lib/hub-turns.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMember } from '../../../lib/team.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { Bookers } from './Bookers.tsx'
import styles from './PersonDialog.module.css'
import { PersonFields } from './PersonFields.tsx'
import { type PersonSaved, savePerson } from './people.actions.ts'
import { emptyPerson, faultOfPerson, formOfPerson, wishOfForm } from './person-form.ts'
import { useDepartments } from './use-departments.ts'

export interface PersonDialogProps {
  /** null adds somebody. */
  person: Person | null
  onSaved?: (person: Person) => void
  onClose: () => void
}

export function PersonDialog(props: PersonDialogProps) {
  const { t } = useTranslation('settings')
  const title = props.person === null ? t('people.addTitle') : t('people.editTitle')
  return (
    <Dialog isOpen onClose={props.onClose} title={title} width={520}>
      <Fields {...props} />
    </Dialog>
  )
}

function Fields({ person, onSaved, onClose }: PersonDialogProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  // The list as it is now; off it, the person as they were.
  const now = useQuery(everybody).data?.find(({ id }) => id === person?.id) ?? person
  const seen = useLeftSeen(
    `person ${person?.id ?? ''}`,
    now?.version ?? 0,
    now === null ? emptyPerson : formOfPerson(now),
    () => textsOf('settings')(person === null ? 'people.addTitle' : 'people.editTitle'),
  )
  const form = seen.fields
  const departments = useDepartments()
  const member = useMember()
  const [hasTried, setHasTried] = useState(false)
  const [refused, setRefused] = useSaid<Extract<PersonSaved, { ok: false }>>()
  const [isSaving, setIsSaving] = useState(false)
  const fault = hasTried ? faultOfPerson(form) : null

  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    setHasTried(true)
    if (isSaving || seen.isCatchingUp || faultOfPerson(form) !== null) return
    setIsSaving(true)
    const saved = await seen.send(savePerson(person?.id ?? null, wishOfForm(form), seen.seen), ({ ok }) => ok)
    setIsSaving(false)
    if (!saved.ok) return setRefused(saved)
    onSaved?.(saved.person)
    onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <PersonFields
        form={form}
        onChange={(change) => {
          seen.change(change)
          setRefused(null)
        }}
        departments={departments}
        faults={{
          name: fault === 'nameMissing' ? t('people.nameMissing') : undefined,
          email: fault === 'badEmail' ? t('people.badEmail') : undefined,
          employeeNumber: refused?.field === 'employeeNumber' ? refused.words() : undefined,
        }}
      />
      {person === null || member === null ? null : (
        <div>
          <FieldLabel>{t('bookers.theirs')}</FieldLabel>
          <Bookers person={person} label={t('bookers.theirs')} />
        </div>
      )}
      <ChangedMeanwhile {...seen} onLook={seen.look} />
      <DialogFoot>
        <p className={styles.refused} role="alert">
          {refused !== null && refused.field === null ? refused.words() : null}
        </p>
        <Button onClick={seen.cancelling(onClose)}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSaving || seen.isCatchingUp} chord={useChord('dialog.confirm')}>
          <SaveWords {...seen}>{common('action.save')}</SaveWords>
        </Button>
      </DialogFoot>
    </form>
  )
}
