import { type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChord } from '../../../lib/use-keys.tsx'
import { DrawnNext, FieldPlace } from '../../../ui/DrawnNext.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './DutyFilters.module.css'
import { type DutyFilter, type DutyRow, departmentsOf } from './duty-rows.ts'

const DEPARTMENT_WIDTH = 168

export interface DutyFiltersProps {
  filter: DutyFilter
  onChange: (change: Partial<DutyFilter>) => void
  /** All of the year, whose departments are offered. */
  rows: readonly DutyRow[]
  fieldRef: RefObject<HTMLInputElement | null>
  onLeave: () => void
}

export function DutyFilters({ filter, onChange, rows, fieldRef, onLeave }: DutyFiltersProps) {
  const { t } = useTranslation('duty')
  const departments = useMemo(() => departmentsOf(rows), [rows])
  const states = (['owes', 'done', 'everyone'] as const).map((value) => ({ value, label: t(`overview.${value}`) }))
  return (
    <div className={styles.filters}>
      <SegmentedControl
        label={t('overview.state')}
        options={states}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
      <DrawnNext
        place={
          <FieldPlace size="sm" width={DEPARTMENT_WIDTH}>
            {filter.department ?? t('overview.everyDepartment')}
          </FieldPlace>
        }
      >
        <SearchSelect
          aria-label={t('overview.department')}
          placeholder={t('overview.everyDepartment')}
          clearable
          options={departments.map((name) => ({ value: name, label: name }))}
          value={filter.department}
          onChange={(department) => onChange({ department })}
          w={DEPARTMENT_WIDTH}
        />
      </DrawnNext>
      <div className={styles.who}>
        <SearchField
          fieldRef={fieldRef}
          label={t('overview.who')}
          hint={t('overview.who')}
          clearLabel={t('overview.clear')}
          chord={useChord('search')}
          typed={filter.typed}
          onType={(typed) => onChange({ typed })}
          onClear={() => onChange({ typed: '' })}
          onLeave={onLeave}
        />
      </div>
    </div>
  )
}
