import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ExportChoice } from '../../../../shared/contract/exports/exports.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { dateIn, dateTime, fullDateName } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'

/** What was chosen, in words: so that «again» holds no surprise. */
export function ChoiceWords({ choice }: { choice: ExportChoice | null }) {
  const { t } = useTranslation('exports')
  if (choice === null) return t('choice.unknown')
  if (choice.by === 'tickets') return t('choice.tickets')
  if (choice.by === 'minutes') return <MinutesWords {...choice} />
  if (choice.by === 'thanks') return t('choice.thanks', { count: choice.count })
  if (choice.by === 'range') return t('choice.now', { what: t(`new.ranges.${choice.range}`) })
  return <FilterWords {...choice} />
}

function MinutesWords({ callId, callNumber, startedAt }: Extract<ExportChoice, { by: 'minutes' }>) {
  const { t } = useTranslation('exports')
  const place = usePlace()
  const now = useNow(60_000)
  const navigate = useNavigate()
  const when = dateTime(startedAt, place, now)
  return (
    <>
      {t('choice.minutes', { number: callNumber, when })}{' '}
      <Button size="small" tone="quiet" onClick={() => void navigate(`/meetings/${callId}`)}>
        {t('choice.toMeeting')}
      </Button>
    </>
  )
}

function FilterWords({ filter, isTextGone }: Extract<ExportChoice, { by: 'filter' }>) {
  const { t, i18n } = useTranslation(['exports', 'tickets'])
  const { language, timeZone } = usePlace()
  const types = useQuery(issueTypes).data ?? []
  const day = (at: string) => fullDateName(dateIn(at, timeZone), language)
  const typeName = (id: string) => {
    const type = types.find((each) => each.id === id)
    return (i18n.language === 'en' ? type?.nameEn : type?.nameZh) ?? id
  }
  // `openedTo` is the midnight after the last day.
  const lastDay = (at: string) => day(new Date(Date.parse(at) - 1).toISOString())
  const comma = t('choice.comma')
  const parts = [
    filter.text === '' ? '' : t('choice.text', { text: filter.text }),
    filter.states.map((state) => t(`tickets:state.${state}`)).join(comma),
    filter.priorities.map((priority) => `P${priority}`).join(comma),
    filter.issueTypeIds.map(typeName).join(comma),
    filter.departments.join(comma),
    filter.openedFrom === null ? '' : t('choice.from', { day: day(filter.openedFrom) }),
    filter.openedTo === null ? '' : t('choice.to', { day: lastDay(filter.openedTo) }),
    filter.isOverdue ? t('choice.overdue') : '',
  ].filter((part) => part !== '')
  if (isTextGone) return t('choice.gone', { what: [t('choice.textGone'), ...parts].join(' · ') })
  return t('choice.now', { what: parts.length === 0 ? t('new.ranges.all') : parts.join(' · ') })
}
