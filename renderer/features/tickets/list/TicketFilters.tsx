import { useQuery } from '@tanstack/react-query'
import { AlarmClock } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Priority } from '../../../../shared/contract/tickets/tickets.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DrawnNext, FieldPlace } from '../../../ui/DrawnNext.tsx'
import { SearchSelect, type SearchSelectProps } from '../../../ui/SearchSelect.tsx'
import { Select } from '../../../ui/Select.tsx'
import { firstView, isNarrowed, priorities, stateGroups, type TicketView, ticketSorts } from '../ticket-view.ts'
import { departments } from '../tickets.queries.ts'
import { OPENED_WIDTH, OpenedFilter } from './OpenedFilter.tsx'
import styles from './TicketFilters.module.css'

const FILTER_WIDTH = 132
const SORT_WIDTH = 118

export interface TicketFiltersProps {
  view: TicketView
  onChange: (change: Partial<TicketView>) => void
}

/** What is in the list and in which order. Everything here stands in the address too. */
export const TicketFilters = memo(function TicketFilters({ view, onChange }: TicketFiltersProps) {
  const { t, i18n } = useTranslation('tickets')
  const types = useQuery(issueTypes).data ?? []
  const known = useQuery(departments).data ?? []
  const togglePriority = (priority: Priority) =>
    onChange({ priorities: priorities.filter((each) => view.priorities.includes(each) !== (each === priority)) })
  const { state, sort, isOverdue } = view
  return (
    <div className={styles.filters}>
      <fieldset className={styles.row}>
        <legend className={styles.legend}>{t('group.label')}</legend>
        {stateGroups.map((group) => (
          <Chip key={group} selected={group === state} onSelect={() => onChange({ state: group })}>
            {t(`group.${group}`)}
          </Chip>
        ))}
        <span className={styles.rule} />
        <Chip
          tone="risk"
          icon={<AlarmClock aria-hidden="true" />}
          selected={isOverdue}
          onSelect={() => onChange({ isOverdue: !isOverdue })}
        >
          {t('filter.overdue')}
        </Chip>
      </fieldset>
      <fieldset className={styles.row}>
        <legend className={styles.legend}>{t('filter.label')}</legend>
        {priorities.map((priority) => (
          <Chip
            key={priority}
            tone={priority === 1 ? 'risk' : priority === 2 ? 'soon' : 'neutral'}
            selected={view.priorities.includes(priority)}
            onSelect={() => togglePriority(priority)}
          >
            <span title={t(`priority.${priority}`)}>P{priority}</span>
          </Chip>
        ))}
        <DrawnNext place={<Places view={view} />}>
          <FilterSelect
            label={t('filter.issueType')}
            value={view.issueTypeId}
            onChange={(issueTypeId) => onChange({ issueTypeId })}
            options={types.map((type) => ({
              value: type.id,
              label: i18n.language === 'en' ? type.nameEn : type.nameZh,
            }))}
          />
          <FilterSelect
            label={t('filter.department')}
            value={view.department}
            onChange={(department) => onChange({ department })}
            options={[...new Set([...known, ...(view.department === null ? [] : [view.department])])].map((name) => ({
              value: name,
              label: name,
            }))}
          />
          <OpenedFilter dates={view} onChange={onChange} />
        </DrawnNext>
        {isNarrowed(view, '') ? (
          <Button size="small" tone="quiet" onClick={() => onChange({ ...firstView, state, sort })}>
            {t('filter.clear')}
          </Button>
        ) : null}
        <div className={styles.sort}>
          <DrawnNext place={<FieldPlace width={SORT_WIDTH}>{t(`sort.${sort}`)}</FieldPlace>}>
            <Select
              size="xs"
              w={SORT_WIDTH}
              aria-label={t('filter.sort')}
              value={sort}
              onChange={(next) => onChange({ sort: next })}
              options={ticketSorts.map((each) => ({ value: each, label: t(`sort.${each}`) }))}
            />
          </DrawnNext>
        </div>
      </fieldset>
    </div>
  )
})

type FilterSelectProps = Pick<SearchSelectProps<string>, 'value' | 'onChange' | 'options'> & { label: string }

/** One of all, or none of them. */
const FilterSelect = ({ label, ...rest }: FilterSelectProps) => (
  <SearchSelect size="xs" w={FILTER_WIDTH} clearable aria-label={label} placeholder={label} {...rest} />
)

/** The three choices before they are drawn. */
function Places({ view }: { view: TicketView }) {
  const { t } = useTranslation('tickets')
  return (
    <>
      <FieldPlace width={FILTER_WIDTH}>{t('filter.issueType')}</FieldPlace>
      <FieldPlace width={FILTER_WIDTH}>{view.department ?? t('filter.department')}</FieldPlace>
      <FieldPlace width={OPENED_WIDTH}>{view.openedFrom === null ? t('opened.any') : ''}</FieldPlace>
    </>
  )
}
