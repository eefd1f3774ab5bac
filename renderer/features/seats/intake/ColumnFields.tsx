import { useTranslation } from 'react-i18next'
import type { BookingColumns, BookingField } from '../../../../shared/contract/seats/booking-lists.ts'
import { Select } from '../../../ui/Select.tsx'
import styles from './BookingIntake.module.css'
import { columnLetter } from './column-letter.ts'

const FIELDS: readonly BookingField[] = [
  ...(['day', 'from', 'to', 'length'] as const),
  ...(['seat', 'room', 'employeeNumber', 'person'] as const),
  ...(['companion', 'bookedBy', 'purpose'] as const),
]
const NONE = 'none'

/** Which column of the list holds what: as its headings say, and as somebody says who knows better. */
export function ColumnFields({
  heads,
  columns,
  onChange,
}: {
  heads: readonly { name: string; example: string }[]
  columns: BookingColumns
  onChange: (columns: BookingColumns) => void
}) {
  const { t } = useTranslation('seats')
  // As a sheet names its columns where the list does not.
  const nameOf = ({ name, example }: { name: string; example: string }, at: number): string =>
    name !== '' ? name : t('intake.column', { letter: columnLetter(at), example })
  const options = [{ value: NONE, label: t('intake.noColumn') }].concat(
    heads.map((head, at) => ({ value: String(at), label: nameOf(head, at) })),
  )
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{t('intake.columns')}</legend>
      {FIELDS.map((field) => (
        <Select
          key={field}
          label={t(`intake.field.${field}`)}
          options={options}
          value={columns[field] === undefined ? NONE : String(columns[field])}
          onChange={(next) => {
            const { [field]: _, ...others } = columns
            onChange(next === NONE ? others : { ...others, [field]: Number(next) })
          }}
        />
      ))}
    </fieldset>
  )
}
