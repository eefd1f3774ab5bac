import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { firstOf, theRooms } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RoomRulesForm } from './rules/RoomRulesForm.tsx'

/** The rules of the room, as they were, are and will be. */
export function RoomSection() {
  const { t } = useTranslation('rooms')
  const room = useQuery({ ...theRooms, select: firstOf })
  if (room.isError) return <FailedState {...failureOf(room.error)} onRetry={() => void room.refetch()} />
  return (
    <Panel title={t('title')}>
      <OthersChange call="rooms.saveRules" />
      {room.data === undefined ? null : <RoomRulesForm room={room.data} />}
    </Panel>
  )
}
