import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/contract/team/desks.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { revoke } from './desks.actions.ts'
import { hubDesks } from './desks.queries.ts'
import styles from './HubDesks.module.css'
import { JoinCodeDialog } from './JoinCodeDialog.tsx'

/** For coordinators: the desks of the hub, and codes for more. */
export function HubDesks({ meId }: { meId: Id }) {
  const { t } = useTranslation('team')
  const desks = useQuery(hubDesks)
  const [asked, setAsked] = useState<Desk | 'code' | null>(null)
  const close = () => setAsked(null)
  return (
    <Panel
      title={t('desks.title')}
      flush
      actions={
        <Button icon={<KeyRound aria-hidden="true" />} onClick={() => setAsked('code')}>
          {t('code.make')}
        </Button>
      }
    >
      <p className={styles.hint}>{t('desks.hint')}</p>
      {desks.isError ? <FailedState {...failureOf(desks.error)} onRetry={() => void desks.refetch()} /> : null}
      {desks.isPending ? <LoadingState /> : null}
      {desks.data === undefined ? null : <Table desks={desks.data} onRevoke={setAsked} />}
      {asked === 'code' ? <JoinCodeDialog onClose={close} /> : null}
      {asked === null || asked === 'code' ? null : <RevokeDialog desk={asked} meId={meId} onClose={close} />}
    </Panel>
  )
}

function Table({ desks, onRevoke }: { desks: readonly Desk[]; onRevoke: (desk: Desk) => void }) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const at = (instant: string) => dateTime(instant, place, instantNow())
  if (desks.length === 0) return <p className={styles.hint}>{t('desks.none')}</p>
  return (
    <SheetTable
      isRoomy
      heads={[
        { key: 'name', head: t('desks.name') },
        { key: 'person', head: t('desks.person') },
        { key: 'seen', head: t('desks.seen') },
        { key: 'act', head: <VisuallyHidden>{t('desks.revoke')}</VisuallyHidden> },
      ]}
    >
      {desks.map((desk) => (
        <tr key={desk.id} data-revoked={desk.revokedAt === null ? undefined : true} className={styles.desk}>
          <td>{desk.name}</td>
          <td>{desk.personName}</td>
          <td className="figures">{desk.seenAt === null ? t('desks.never') : at(desk.seenAt)}</td>
          <td className={styles.act}>
            {desk.revokedAt === null ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('desks.revokeOne', { name: desk.name })}
                onClick={() => onRevoke(desk)}
              >
                {t('desks.revoke')}
              </Button>
            ) : (
              t('desks.revoked', { time: at(desk.revokedAt) })
            )}
          </td>
        </tr>
      ))}
    </SheetTable>
  )
}

function RevokeDialog({ desk, meId, onClose }: { desk: Desk; meId: Id; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { refetch } = useQuery(hubDesks)
  const [isBusy, setIsBusy] = useState(false)
  const go = async () => {
    if (isBusy) return
    setIsBusy(true)
    if (await revoke(desk)) {
      await refetch()
      onClose()
    } else setIsBusy(false)
  }
  return (
    <ConfirmDialog
      isOpen
      tone="danger"
      title={t('desks.revokeTitle', { name: desk.name })}
      confirmLabel={t('desks.revoke')}
      busy={isBusy}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <p>{t('desks.revokeHint')}</p>
      {desk.personId === meId ? <p className={styles.own}>{t('desks.revokeOwnHint')}</p> : null}
    </ConfirmDialog>
  )
}
