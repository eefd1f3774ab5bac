import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hearing } from '../../../../shared/contract/life-channel/danger.ts'
import type { LifeCase, SealedWords } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { dateTime } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { GoneSealed } from '../../../ui/GoneWords.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { saidHeading } from '../card/said-heading.ts'
import { readingsOf } from '../life-channel.queries.ts'
import { timeToSecond } from '../time-to-second.ts'
import styles from './CaseDetail.module.css'
import { readSealed } from './cases.actions.ts'

interface SealedProps {
  one: LifeCase
  mayRead: boolean
  /** As they were read; null before. */
  words: SealedWords | null
  onRead: (words: SealedWords | null) => void
}

/** The words of the case, behind a reason that is written down. Shown until another case is looked at, and kept by nobody. */
export function Sealed({ one: { id: caseId, readCount, wordsGone }, mayRead, words, onRead }: SealedProps) {
  const { t } = useTranslation('life')
  const form = useLeftForm(`read ${caseId}`, { reason: '' }, () => textsOf('life')('sealed.reason'))
  const { reason } = form.fields
  const isSealed = wordsGone === null || wordsGone === undefined || wordsGone.isMoreSealed
  const canRead = !isBlank(reason) && textFault(reason, LONGEST.remark) === null
  const read = async (event: FormEvent) => {
    event.preventDefault()
    if (canRead) onRead(await form.send(readSealed(caseId, reason), (read) => read !== null))
  }
  const paper = useRef<HTMLElement>(null)
  // The field that had the keys is gone: they go on from what was opened.
  const isOpen = words !== null
  useEffect(() => {
    if (isOpen) paper.current?.focus()
  }, [isOpen])
  return (
    <section ref={paper} tabIndex={-1} className={styles.sealed} aria-label={t('sealed.title')}>
      <h3 className={styles.title}>
        <Lock aria-hidden="true" />
        {t('sealed.title')}
      </h3>
      {wordsGone ? <GoneSealed {...wordsGone} /> : null}
      {mayRead && isSealed && words === null ? (
        <form className={styles.form} onSubmit={(event) => void read(event)}>
          <TextField
            label={t('sealed.reason')}
            description={t('sealed.reasonHint')}
            value={reason}
            longest={LONGEST.remark}
            onChange={(event) => form.change({ reason: event.currentTarget.value })}
          />
          <Button type="submit" disabled={!canRead}>
            {t('sealed.read')}
          </Button>
        </form>
      ) : null}
      {mayRead || !isSealed ? null : <p className={styles.hint}>{t('sealed.notAContact')}</p>}
      {words === null ? null : <Words words={words} />}
      {readCount > 0 ? <Readings caseId={caseId} /> : null}
    </section>
  )
}

function Words({ words }: { words: SealedWords }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const now = useNow(60_000)
  const { details, heard = [], reference, notes, halfDone, lines, meeting, followUps } = words
  const heardLine = ({ at, evidence: { grade, kind, words } }: Hearing) =>
    t('sealed.heard', {
      ...{ at: timeToSecond(at, place), said: saidHeading(t, { grade, kinds: [kind] }) },
      words: words.join(t('bar.between')),
    })
  const rows: [string, string][] = [
    [t('details.callback'), details?.callback ?? ''],
    [t('details.address'), details?.address ?? ''],
    [t('details.remark'), details?.remark ?? ''],
    [t('sealed.evidence'), heard.map(heardLine).join('\n')],
    [t('sealed.reference'), reference ?? ''],
    [
      t('sealed.notes'),
      [...notes.map(({ text, offsetMs }) => `${timecode(offsetMs)} ${text}`), ...halfDone].join('\n'),
    ],
    [t('sealed.lines'), lines.map(({ text, atMs }) => `${timecode(atMs)} ${text}`).join('\n')],
    [t('sealed.attendees'), meeting.attendees.join('\n')],
    [
      t('sealed.meeting'),
      meeting.lines.map(({ ownerName, text }) => (ownerName === null ? text : `@${ownerName} ${text}`)).join('\n'),
    ],
    [
      t('sealed.followUps'),
      followUps.map(({ at, text }) => t('sealed.followUp', { when: dateTime(at, place, now), text })).join('\n'),
    ],
  ]
  return (
    <dl className={styles.words}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Readings({ caseId }: { caseId: Id }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const now = useNow(60_000)
  const readings = useQuery(readingsOf(caseId)).data ?? []
  return (
    <ul className={styles.hint} aria-label={t('sealed.readings')}>
      {readings.map(({ at, byName, reason }) => (
        <li key={at}>
          {t('sealed.reading', { when: dateTime(at, place, now), who: byName ?? t('sealed.somebody'), reason })}
        </li>
      ))}
    </ul>
  )
}
