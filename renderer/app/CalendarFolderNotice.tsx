import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSettings } from '../lib/settings.ts'
import { Panel } from '../ui/Panel.tsx'
import { seatFeed, useFeedReason } from './calendar-feed.ts'

/** On Today, while the folder does not take the calendar: whoever reads it there would go by an old one. */
export function CalendarFolderNotice() {
  const { t } = useTranslation('settings')
  const reasonWords = useFeedReason()
  const reason = useQuery(seatFeed(useSettings()?.calendarFolder ?? '')).data?.reason ?? null
  if (reason === null) return null
  return (
    <Panel title={t('seatFeed.behind')} actions={<Link to="/settings?section=export">{t('seatFeed.toFolder')}</Link>}>
      <p role="status">{reasonWords(reason)}</p>
    </Panel>
  )
}
