import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joiningMends } from '../../../../shared/domain/team/joining-mends.ts'
import { dateIn, timeOn } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import type { Member } from '../../../lib/team.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { countsWords } from '../counts-words.ts'
import { TryNow } from '../TryNow.tsx'
import { tryNow } from '../team.actions.ts'
import { openWaiting } from '../waiting/waiting-store.ts'
import { whyRefused } from '../why-refused.ts'
import { CertificateQuestion } from './CertificateQuestion.tsx'
import { JoinForm } from './JoinForm.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import styles from './Membership.module.css'

/** Of which hub this desk is one, as whom, and how it stands with it. */
export function Membership({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const [isLeaving, setIsLeaving] = useState(false)
  const { hub, me, waiting, link } = member
  return (
    <Panel title={t('alone.title')} actions={<Button onClick={() => setIsLeaving(true)}>{t('member.leave')}</Button>}>
      <dl>
        <Fact name={t('member.hub')}>
          <p className={styles.name}>{hub.name}</p>
          <p className={styles.address}>{hub.address}</p>
        </Fact>
        <Fact name={t('member.me')}>
          {me.name} <Badge>{common(`role.${me.role}`)}</Badge>
        </Fact>
        <Fact name={t('member.link')}>
          <Link member={member} />
        </Fact>
        <Fact name={t('member.waiting')}>
          {waiting.rows === 0 ? (
            t('member.nothing')
          ) : (
            <p className={styles.line}>
              {countsWords(waiting)}
              {member.isUploading ? <span className={styles.quiet}>{t('member.uploading')}</span> : null}
              <Button size="small" onClick={openWaiting}>
                {t('member.open')}
              </Button>
            </p>
          )}
        </Fact>
        <Fact name={t('member.token')}>{t(member.isTokenEncrypted ? 'member.encrypted' : 'member.plain')}</Fact>
      </dl>
      {joiningMends(link) ? <JoinAnew member={member} /> : null}
      {isLeaving ? <LeaveDialog member={member} onClose={() => setIsLeaving(false)} /> : null}
    </Panel>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The hub will not have this desk as it stands: whatever the cause, a fresh code for the same hub mends it, and nothing that waits is lost. */
function JoinAnew({ member: { hub, waiting } }: { member: Member }) {
  const { t } = useTranslation('team')
  const titleId = useId()
  return (
    <section className={styles.anew} aria-labelledby={titleId}>
      <h3 className={styles.name} id={titleId}>
        {t('join.again', { hub: hub.name })}
      </h3>
      <p className={styles.hint}>
        {t('join.againHint')}
        <br />
        {waiting.rows === 0 ? t('join.againAllUp') : t('join.againWaiting', { what: countsWords(waiting) })}
      </p>
      <JoinForm address={hub.address} />
    </section>
  )
}

function Link({ member: { link, otherVersion } }: { member: Member }) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const time = timeOn(dateIn(instantNow(), place.timeZone), link.since, place)
  if (link.kind === 'here')
    return (
      <>
        <p className={styles.state} data-state="here">
          {t('member.here', { time })}
        </p>
        {otherVersion === null ? null : (
          <p className={styles.hint}>{t(`member.otherVersion.${otherVersion.isDeskOlder ? 'desk' : 'hub'}`)}</p>
        )}
      </>
    )
  if (link.kind === 'away')
    return (
      <p className={styles.line}>
        <span className={styles.state} data-state="away">
          {t(link.isBusy === true ? 'member.busy' : 'member.away', { time })}
        </span>
        <TryNow size="small" />
      </p>
    )
  if (link.why === 'certificate')
    return (
      <div className={styles.compare}>
        <CertificateQuestion certificate={link} onAccept={() => void tryNow(link.fingerprint)} />
      </div>
    )
  return (
    <>
      <p className={styles.state} data-state="refused">
        {whyRefused(link)}
      </p>
      <p className={styles.line}>
        <span className={styles.hint}>{t(`why.${link.why}Hint`)}</span>
        <TryNow size="small" />
      </p>
    </>
  )
}
