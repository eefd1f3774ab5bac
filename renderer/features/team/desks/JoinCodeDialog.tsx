import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Role } from '../../../../shared/contract/who.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { type MadeCode, makeCode } from './desks.actions.ts'
import styles from './JoinCodeDialog.module.css'

const ROLES: readonly Role[] = ['listener', 'note_taker', 'coordinator']

interface Whom {
  made: MadeCode
  /** Of somebody on the list. */
  name: string | null
  role: Role
}

export interface JoinCodeDialogProps {
  /** Of the hub, to be passed on with the code. */
  address: string
  onClose: () => void
}

/** A code with which one desk joins: for somebody on the list, or for somebody new in a role. Shown once, large, with whose it is and its hour. */
export function JoinCodeDialog({ address, onClose }: JoinCodeDialogProps) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const [made, setMade] = useState<Whom | null>(null)
  const titleOf = ({ name, role }: Whom) =>
    name === null ? t('code.titleNew', { role: common(`role.${role}`) }) : t('code.titleFor', { name })
  return (
    <Dialog isOpen onClose={onClose} title={made === null ? t('code.title') : titleOf(made)} width={480}>
      {made === null ? (
        <ForWhom onMade={setMade} onClose={onClose} />
      ) : (
        <Made made={made.made} address={address} onAnother={() => setMade(null)} onClose={onClose} />
      )}
    </Dialog>
  )
}

function ForWhom({ onMade, onClose }: { onMade: (whom: Whom) => void; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const people = useQuery(everybody).data ?? []
  const options = useMemo(() => peopleOptions(people), [people])
  const [kind, setKind] = useState<'known' | 'new'>('known')
  const [personId, setPersonId] = useState<Id | null>(null)
  const [role, setRole] = useState<Role>('listener')
  const [hasTried, setHasTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const known = kind === 'known' ? people.find((person) => person.id === personId) : undefined
  const make = async () => {
    setHasTried(true)
    if (isBusy || (kind === 'known' && known === undefined)) return
    setIsBusy(true)
    const made = await makeCode(known === undefined ? { role } : { personId: known.id })
    setIsBusy(false)
    if (made !== null) onMade({ made, name: known?.name ?? null, role })
  }
  const chord = useChord('dialog.confirm')
  useKeys('dialog', { 'dialog.confirm': () => void make() })
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void make()
      }}
    >
      <SegmentedControl<'known' | 'new'>
        label={t('code.for')}
        fullWidth
        value={kind}
        onChange={setKind}
        options={(['known', 'new'] as const).map((value) => ({ value, label: t(`code.${value}`) }))}
      />
      {kind === 'known' ? (
        <SearchSelect
          label={t('code.person')}
          value={personId}
          onChange={setPersonId}
          options={options}
          error={hasTried && known === undefined ? t('code.personMissing') : undefined}
        />
      ) : (
        <div>
          <FieldLabel>{t('code.role')}</FieldLabel>
          <SegmentedControl<Role>
            label={t('code.role')}
            fullWidth
            value={role}
            onChange={setRole}
            options={ROLES.map((value) => ({ value, label: common(`role.${value}`) }))}
          />
        </div>
      )}
      <DialogFoot>
        <Button onClick={onClose}>{common('action.notNow')}</Button>
        <Button type="submit" tone="primary" busy={isBusy} chord={chord}>
          {t('code.submit')}
        </Button>
      </DialogFoot>
    </form>
  )
}

interface MadeProps {
  made: MadeCode
  address: string
  onAnother: () => void
  onClose: () => void
}

function Made({ made: { code, expiresAt }, address, onAnother, onClose }: MadeProps) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const place = usePlace()
  return (
    <>
      <p className={styles.code} role="status">
        {code}
      </p>
      <p className={styles.until}>{t('code.until', { time: timeOfDay(expiresAt, place) })}</p>
      <p className={styles.once}>{t('code.once')}</p>
      <p className={styles.address}>
        {t('code.address')} <span>{address}</span>
      </p>
      <DialogFoot>
        <Button onClick={onAnother}>{t('code.another')}</Button>
        <Button
          icon={<Copy aria-hidden="true" />}
          onClick={() => void copyText(code, () => textsOf('team')('code.copied'))}
        >
          {t('code.copy')}
        </Button>
        <Button tone="primary" onClick={onClose} data-autofocus>
          {common('action.close')}
        </Button>
      </DialogFoot>
    </>
  )
}
