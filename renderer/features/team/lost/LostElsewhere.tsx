import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import type { StuckSession, TroublesElsewhere } from '../../../../shared/contract/team/troubles.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { troublesElsewhere } from '../team.queries.ts'
import styles from './LostChanges.module.css'
import { seeElsewhere } from './lost.actions.ts'
import { aboutOf, pathOf } from './lost-words.ts'

/** What whoever sits here did at other desks, and the hub does not have: a part for each desk. Nothing while there is none. */
export function LostElsewhere() {
  const desks = useQuery(troublesElsewhere).data ?? []
  return desks.map((desk) => <OfDesk key={desk.deskName} desk={desk} />)
}

function OfDesk({ desk: { deskName: desk, lost, stuck } }: { desk: TroublesElsewhere }) {
  const { t } = useTranslation('team')
  return (
    <Panel title={t('lost.elsewhere.title', { desk })} flush>
      <p className={styles.what}>{t('lost.elsewhere.what', { desk })}</p>
      <div className={styles.list}>
        <SheetTable
          isRoomy
          heads={[
            { key: 'when', head: t('lost.when') },
            { key: 'done', head: t('lost.done') },
            { key: 'act', head: <VisuallyHidden>{t('lost.act')}</VisuallyHidden> },
          ]}
        >
          {stuck.map((one) => (
            <Stuck key={one.id} one={one} />
          ))}
          {lost.map((change) => (
            <Lost key={change.ids[0]} change={change} />
          ))}
        </SheetTable>
      </div>
    </Panel>
  )
}

function Lost({ change }: { change: LostChange }) {
  const { t } = useTranslation(['team', 'bring'])
  const place = usePlace()
  const roomOf = useSeatRooms()
  const now = useNow()
  const navigate = useNavigate()
  const { at, kind, ids } = change
  const name = aboutOf(change, t, roomOf)
  const what = [t(`lost.kind.${kind}`), name].filter(Boolean).join(' ')
  return (
    <tr>
      <td className="figures">{dateTime(at, place, now)}</td>
      <td>
        {t(`lost.kind.${kind}`)} <span className="figures">{name}</span>
      </td>
      <td className={styles.acts}>
        <Button
          size="small"
          aria-label={t('lost.lookOf', { what })}
          onClick={() => void navigate(pathOf(change, roomOf))}
        >
          {t('lost.look')}
        </Button>
        <Button
          size="small"
          tone="quiet"
          aria-label={t('lost.seenOf', { what })}
          onClick={() => void seeElsewhere(ids, true)}
        >
          {t('lost.seen')}
        </Button>
      </td>
    </tr>
  )
}

/** It waits at its desk; from here somebody can but say so. */
function Stuck({ one: { startedAt, notes, why, reference } }: { one: StuckSession }) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const now = useNow()
  return (
    <tr>
      <td className="figures">{startedAt === null ? null : dateTime(startedAt, place, now)}</td>
      <td>
        {startedAt === null
          ? t('lost.elsewhere.booking')
          : notes === 0
            ? t('lost.elsewhere.stuckOther')
            : t('lost.elsewhere.stuck', { count: notes })}
        <p className={styles.quiet}>{t(`lost.elsewhere.why.${why}`, { reference })}</p>
      </td>
      <td />
    </tr>
  )
}
