import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './PersonFields.module.css'
import type { PersonForm } from './person-form.ts'
import { RoleChoice } from './RoleChoice.tsx'

export interface PersonFieldsProps {
  form: PersonForm
  onChange: (change: Partial<PersonForm>) => void
  departments: readonly string[]
  /** Names to offer while typing: who is on the list already. */
  names?: readonly string[]
  faults: Partial<Record<'name' | 'employeeNumber' | 'email', ReactNode>>
  /** Without employee number, e-mail and joining day, where three fields are enough. */
  isShort?: boolean
}

/** A person's fields, the same wherever people are made. */
export function PersonFields({ form, onChange, departments, names = [], faults, isShort = false }: PersonFieldsProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <SuggestField
          label={t('people.name')}
          suggestions={names}
          value={form.name}
          onChange={(name) => onChange({ name })}
          error={faults.name}
          longest={LONGEST.personName}
          data-autofocus
        />
        <SuggestField
          label={t('people.department')}
          suggestions={departments}
          value={form.department}
          onChange={(department) => onChange({ department })}
          longest={LONGEST.department}
        />
      </div>
      <RoleChoice role={form.role} onChange={(role) => onChange({ role })} />
      {isShort ? null : (
        <div className={styles.more}>
          <TextField
            label={t('people.employeeNumber')}
            placeholder={t('people.optional')}
            value={form.employeeNumber}
            onChange={(event) => onChange({ employeeNumber: event.currentTarget.value })}
            error={faults.employeeNumber}
            longest={LONGEST.employeeNumber}
          />
          <TextField
            label={t('people.email')}
            placeholder={t('people.optional')}
            value={form.email}
            onChange={(event) => onChange({ email: event.currentTarget.value })}
            error={faults.email}
            longest={LONGEST.email}
          />
          <div>
            <FieldLabel>{t('people.joinedOn')}</FieldLabel>
            <DateField
              isInForm
              label={t('people.joinedOn')}
              value={form.joinedOn}
              onChange={(joinedOn) => onChange({ joinedOn })}
            />
          </div>
        </div>
      )}
    </div>
  )
}
