import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/contract/team/desks.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import type { Member } from '../../../lib/team.ts'
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

/** Why the hub cannot be asked for anything now; null: it can. */
const whyNot = ({ link, otherVersion }: Member) => {
  if (link.kind !== 'here') return link.kind
  return otherVersion === null ? null : 'other_version'
}

/** For coordinators: the desks of the hub, and codes for more. Neither is offered where the hub cannot be asked. */
export function HubDesks({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const why = whyNot(member)
  const hintId = useId()
  const desks = useQuery(hubDesks)
  const [asked, setAsked] = useState<Desk | 'code' | null>(null)
  const close = () => setAsked(null)
  return (
    <Panel
      title={t('desks.title')}
      flush
      actions={
        <Button
          icon={<KeyRound aria-hidden="true" />}
          disabled={why !== null}
          aria-describedby={hintId}
          onClick={() => setAsked('code')}
        >
          {t('code.make')}
        </Button>
      }
    >
      <p className={styles.hint} id={hintId} role="status" data-why={why ?? undefined}>
        {t(why === null ? 'desks.hint' : `desks.notNow.${why}`)}
      </p>
      {/* Where the hub cannot be asked, the sentence above has said so. */}
      {desks.isError && why === null ? (
        <FailedState {...failureOf(desks.error)} onRetry={() => void desks.refetch()} />
      ) : null}
      {desks.isPending && why === null ? <LoadingState /> : null}
      {desks.data === undefined ? null : <Table desks={desks.data} onRevoke={why === null ? setAsked : null} />}
      {asked === 'code' ? <JoinCodeDialog address={member.hub.address} onClose={close} /> : null}
      {asked === null || asked === 'code' ? null : (
        <RevokeDialog desk={asked} meId={member.me.personId} onClose={close} />
      )}
    </Panel>
  )
}

/** `onRevoke` null: it cannot be done now. */
function Table({ desks, onRevoke }: { desks: readonly Desk[]; onRevoke: ((desk: Desk) => void) | null }) {
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
          <td>
            {desk.name} {desk.isThis ? <span className={styles.this}>{t('desks.this')}</span> : null}
          </td>
          <td>{desk.personName}</td>
          <td className="figures">{desk.seenAt === null ? t('desks.never') : at(desk.seenAt)}</td>
          <td className={styles.act}>
            {desk.revokedAt === null ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('desks.revokeOne', { name: desk.name })}
                disabled={onRevoke === null}
                onClick={() => onRevoke?.(desk)}
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
