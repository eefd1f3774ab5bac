import { queryOptions } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SeatFeed } from '../../shared/contract/seats/seat-calendars.ts'
import { accepted } from '../lib/answers.ts'
import { client } from '../lib/client.ts'

/** How the calendar file stands that is kept in this folder; nobody asks where none is kept. */
export const seatFeed = (folder: string) =>
  queryOptions({
    queryKey: ['settings', 'seat-feed', folder],
    queryFn: () => accepted(client.seatCalendars.feed({})),
    enabled: folder !== '',
  })

/** Why the folder does not take it. A calendar is not sent anywhere else, as exports are. */
export function useFeedReason(): (reason: NonNullable<SeatFeed['reason']>) => string {
  const { t } = useTranslation('settings')
  const { t: ofExports } = useTranslation('exports')
  return (reason) => {
    switch (reason) {
      case 'name_taken':
        return t('seatFeed.nameTaken')
      case 'drive_away':
        return t('seatFeed.driveAway')
      case 'folder_missing':
        return t('seatFeed.folderMissing')
      case 'folder_read_only':
        return t('seatFeed.readOnly')
      case 'folder_full':
        return t('seatFeed.full')
      default:
        return ofExports(`reason.${reason}`)
    }
  }
}
