import { useTranslation } from 'react-i18next'
import type { BookingColumns, BookingField } from '../../../../shared/contract/seats/booking-lists.ts'
import type { DayOrder } from '../../../../shared/domain/seats/booking-list/read-days.ts'
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
  order,
}: {
  heads: readonly { name: string; example: string }[]
  columns: BookingColumns
  onChange: (columns: BookingColumns) => void
  /** Which number of 12-08 is the month; null: the list tells by itself. */
  order: { value: DayOrder | null; onChange: (order: DayOrder) => void } | null
}) {
  const { t, i18n } = useTranslation('seats')
  // As a sheet names its columns where the list does not.
  const nameOf = ({ name, example }: { name: string; example: string }, at: number): string =>
    name !== '' ? name : t('intake.column', { letter: columnLetter(at), example })
  const options = [{ value: NONE, label: t('intake.noColumn') }].concat(
    heads.map((head, at) => ({ value: String(at), label: nameOf(head, at) })),
  )
  // What is passed over is said: a column that nobody knows may say that somebody comes to answer calls.
  const used: readonly (number | undefined)[] = Object.values(columns)
  const unused = heads.flatMap((head, at) => (used.includes(at) || head.example === '' ? [] : [nameOf(head, at)]))
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
      {order === null ? null : (
        <Select
          label={t('intake.dayOrder.label')}
          placeholder={t('intake.dayOrder.choose')}
          options={(['month', 'day'] as const).map((value) => ({ value, label: t(`intake.dayOrder.${value}`) }))}
          {...order}
        />
      )}
      {unused.length === 0 ? null : (
        <p className={styles.unused}>
          {t('intake.unused', { columns: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(unused) })}
        </p>
      )}
    </fieldset>
  )
}
