import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StuckSession, TroublesElsewhere } from '../../../../shared/contract/team/troubles.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { troublesElsewhere } from '../team.queries.ts'
import styles from './LostChanges.module.css'
import { LostRow, LostTable } from './LostTable.tsx'
import { seeElsewhere } from './lost.actions.ts'

/** What whoever sits here did at other desks, and the hub does not have: a part for each desk. Nothing while there is none. */
export function LostElsewhere() {
  const desks = useQuery(troublesElsewhere).data ?? []
  const areAlike = (name: string) => desks.filter(({ deskName }) => deskName === name).length > 1
  return desks.map((desk) => <OfDesk key={desk.deskId} desk={desk} isOneOfAName={areAlike(desk.deskName)} />)
}

interface OfDeskProps {
  readonly desk: TroublesElsewhere
  readonly isOneOfAName: boolean
}

function OfDesk({ desk: { deskName, seenAt, lost, stuck }, isOneOfAName }: OfDeskProps) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const now = useNow()
  const at = seenAt === null ? t('desks.never') : dateTime(seenAt, place, now)
  const desk = isOneOfAName ? t('lost.elsewhere.oneOfAName', { desk: deskName, at }) : deskName
  return (
    <Panel title={t('lost.elsewhere.title', { desk })} flush>
      <p className={styles.what}>{t('lost.elsewhere.what', { desk })}</p>
      <LostTable>
        {stuck.map((one) => (
          <Stuck key={one.id} one={one} />
        ))}
        {lost.map((change) => (
          <LostRow key={change.ids[0]} change={change} onSeen={() => void seeElsewhere(change.ids, true)} />
        ))}
      </LostTable>
    </Panel>
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
