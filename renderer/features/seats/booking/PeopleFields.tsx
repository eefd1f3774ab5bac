import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { INSIDE_DIALOG } from '../../../ui/AnchoredDialog.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { PurposeIcon } from '../board/BookingCell.tsx'
import styles from './Popovers.module.css'

interface PersonFieldProps {
  people: readonly Person[]
  value: Id | null
  onChange: (personId: Id | null) => void
  ref?: Ref<HTMLInputElement>
}

export function PersonField({
  people,
  value,
  onChange,
  error,
  isFirst,
  ref,
}: PersonFieldProps & { error?: string | undefined; isFirst: boolean }) {
  const { t } = useTranslation('seats')
  const [unknown, setUnknown] = useState<string | null>(null)
  return (
    <SearchSelect<Id>
      ref={ref}
      label={t('ask.person')}
      placeholder={t('ask.personHint')}
      options={peopleOptions(people)}
      value={value}
      onChange={(next) => {
        setUnknown(null)
        onChange(next)
      }}
      // Nothing is done for whoever stood there before somebody else was meant.
      onNobody={(typed) => {
        onChange(null)
        setUnknown(typed)
      }}
      error={value === null && unknown !== null ? t('ask.nobody', { name: unknown }) : error}
      comboboxProps={INSIDE_DIALOG}
      openOnFocus={false}
      data-autofocus={isFirst || undefined}
    />
  )
}

export function CompanionField({
  people,
  value,
  onChange,
  isFirst = false,
  ref,
}: PersonFieldProps & { isFirst?: boolean }) {
  const { t } = useTranslation('seats')
  return (
    <SearchSelect<Id>
      ref={ref}
      label={t('ask.companion')}
      placeholder={t('ask.companionNone')}
      clearable
      options={peopleOptions(people)}
      value={value}
      onChange={onChange}
      comboboxProps={INSIDE_DIALOG}
      openOnFocus={false}
      data-autofocus={isFirst || undefined}
    />
  )
}

export function PurposeField({ value, onChange }: { value: Purpose; onChange: (purpose: Purpose) => void }) {
  const { t } = useTranslation('seats')
  const option = (purpose: Purpose) => ({
    value: purpose,
    label: (
      <span className={styles.purpose}>
        <PurposeIcon purpose={purpose} />
        {t(`purpose.${purpose}`)}
      </span>
    ),
  })
  return (
    <SegmentedControl<Purpose>
      label={t('ask.purpose')}
      fullWidth
      value={value}
      onChange={onChange}
      options={[option('listen'), option('answer')]}
    />
  )
}
