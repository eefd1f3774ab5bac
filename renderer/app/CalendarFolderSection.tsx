import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeatFeed } from '../../shared/contract/seats/seat-calendars.ts'
import { FolderField } from '../features/exports/folder/FolderField.tsx'
import { SavedMark } from '../features/house/settings/SavedMark.tsx'
import { saveSettings } from '../features/house/settings/settings.actions.ts'
import { useSaving } from '../features/house/settings/use-saving.ts'
import { accepted } from '../lib/answers.ts'
import { client } from '../lib/client.ts'
import { dateIn, timeOn } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'
import { useSettings } from '../lib/settings.ts'
import { useSentOnce } from '../lib/use-sent-once.ts'
import { AsOfMark } from '../ui/AsOfMark.tsx'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './ExportFolderSection.module.css'

/** Where a calendar file of one's own bookings is kept up to date, for whatever calendar reads it there. */
export function CalendarFolderSection() {
  const { t } = useTranslation('settings')
  const kept = useSettings()?.calendarFolder ?? ''
  const { state, save } = useSaving()
  const [draft, setDraft] = useState<string | null>(null)
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
        <FolderField isOwn label={t('seatFeed.folder')} folder={draft ?? kept} onChange={setDraft} onSettled={keep} />
        {kept === '' ? null : <FeedState folder={kept} onStop={() => keep('')} />}
      </div>
    </Panel>
  )
}

function FeedState({ folder, onStop }: { folder: string; onStop: () => void }) {
  const { t } = useTranslation('settings')
  const feed = useQuery({
    queryKey: ['settings', 'seat-feed', folder],
    queryFn: () => accepted(client.seatCalendars.feed({})),
  }).data
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
  const { t: ofExports } = useTranslation('exports')
  const place = usePlace()
  const { fileName, reason, writtenAt } = feed
  if (reason === 'name_taken') return t('seatFeed.nameTaken')
  if (reason === 'drive_away') return t('seatFeed.driveAway')
  if (reason !== null) return ofExports(`reason.${reason}`)
  if (fileName === null) return t('seatFeed.whoFirst')
  if (writtenAt === null) return t('seatFeed.looking')
  const time = timeOn(dateIn(writtenAt, place.timeZone), writtenAt, place)
  return t('seatFeed.written', { fileName, time })
}
