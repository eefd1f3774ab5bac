import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeatFeed } from '../../shared/contract/seats/seat-calendars.ts'
import { FolderField } from '../features/exports/folder/FolderField.tsx'
import { SavedMark } from '../features/house/settings/SavedMark.tsx'
import { saveSettings } from '../features/house/settings/settings.actions.ts'
import { useSaving } from '../features/house/settings/use-saving.ts'
import { dateIn, timeOn } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'
import { useSettings } from '../lib/settings.ts'
import { useSentOnce } from '../lib/use-sent-once.ts'
import { AsOfMark } from '../ui/AsOfMark.tsx'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { seatFeed, useFeedReason } from './calendar-feed.ts'
import styles from './ExportFolderSection.module.css'

/** Where a calendar file of one's own bookings is kept up to date, for whatever calendar reads it there. */
export function CalendarFolderSection() {
  const { t } = useTranslation('settings')
  const kept = useSettings()?.calendarFolder ?? ''
  const feed = useQuery(seatFeed(kept)).data
  const { state, save } = useSaving()
  const [draft, setDraft] = useState<string | null>(null)
  // The field tries the folder once; the feed says at any time how it goes.
  const isToldByFeed = draft === null && (feed?.reason ?? feed?.writtenAt ?? null) !== null
  const once = useSentOnce(kept)
  const keep = (wanted: string) => {
    const send = async () => {
      const isTaken = await save(() => saveSettings({ calendarFolder: wanted.trim() || null }))
      if (isTaken) setDraft((now) => (now === wanted ? null : now))
      return isTaken
    }
    once(wanted.trim(), send, () => setDraft(null))
  }
  return (
    <Panel
      title={t('seatFeed.title')}
      aside={
        <>
          <SavedMark state={state} /> {kept === '' ? null : <AsOfMark shows={[]} />}
        </>
      }
    >
      <div className={styles.folder}>
        <p className={styles.hint}>{t('seatFeed.hint')}</p>
        <FolderField
          isOwn
          isToldElsewhere={isToldByFeed}
          label={t('seatFeed.folder')}
          folder={draft ?? kept}
          onChange={setDraft}
          onSettled={keep}
        />
        {kept === '' ? null : <FeedState feed={feed} onStop={() => keep('')} />}
      </div>
    </Panel>
  )
}

function FeedState({ feed, onStop }: { feed: SeatFeed | undefined; onStop: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.state}>
      <p role="status">{feed === undefined ? t('seatFeed.looking') : <FeedWords feed={feed} />}</p>
      <Button size="small" tone="quiet" onClick={onStop}>
        {t('seatFeed.stop')}
      </Button>
    </div>
  )
}

function FeedWords({ feed }: { feed: SeatFeed }) {
  const { t } = useTranslation('settings')
  const reasonWords = useFeedReason()
  const place = usePlace()
  const { fileName, reason, writtenAt } = feed
  if (reason !== null) return reasonWords(reason)
  if (fileName === null) return t('seatFeed.whoFirst')
  if (writtenAt === null) return t('seatFeed.looking')
  const time = timeOn(dateIn(writtenAt, place.timeZone), writtenAt, place)
  return t('seatFeed.written', { fileName, time })
}
