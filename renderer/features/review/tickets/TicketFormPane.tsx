import { useQuery } from '@tanstack/react-query'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { IssueType, Priority } from '../../../../shared/contract/tickets/tickets.ts'
import { isVoice } from '../../../../shared/domain/listening/voices.ts'
import { dayTime } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { type AboutCall, useHeardField } from '../../../lib/words-in-hand.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { departments, proposedDeadline } from '../review.queries.ts'
import { type Lacking, type ProposedForm, type TicketForm, typeInForm, useReviewDesk } from '../review-desk.ts'
import styles from './TicketFormPane.module.css'

export interface TicketFormPaneProps {
  form: ProposedForm
  notes: readonly Note[]
  types: readonly IssueType[]
  lacking: Lacking | null
  /** Shown only after a try: nobody is scolded while filling in. */
  hasTried: boolean
  titleRef: Ref<HTMLTextAreaElement>
  /** The call whose words it is about, the first where there are several. */
  about: AboutCall | null
  onOpen: () => void
}

const priorities: readonly Priority[] = [1, 2, 3, 4]

/** The ticket the chosen notes would make: everything proposed, everything open to change. */
export function TicketFormPane({
  form,
  notes,
  types,
  lacking,
  hasTried,
  titleRef,
  about,
  onOpen,
}: TicketFormPaneProps) {
  const { t, i18n } = useTranslation('review')
  // A title that was proposed is a note's words.
  useHeardField(
    about,
    useReviewDesk(({ typed }) => typed.title ?? ''),
  )
  const known = useQuery(departments).data ?? []
  const may = useMay('tickets.open')
  const voices = notes.filter(isVoice).length
  const errorOf = (what: Lacking) => (hasTried && lacking === what ? t(`lacking.${what}`) : null)
  return (
    <Panel title={t('form.title')} aside={t('form.chosen', { notes: notes.length, voices })}>
      <form
        className={`stack ${styles.form}`}
        onSubmit={(event) => {
          event.preventDefault()
          onOpen()
        }}
      >
        <TextArea
          ref={titleRef}
          label={t('form.ticketTitle')}
          autosize
          minRows={2}
          maxRows={4}
          value={form.title}
          longest={LONGEST.ticketTitle}
          error={errorOf('title')}
          onChange={(event) => typeInForm({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
        <Select
          label={
            <>
              {t('form.issueType')}
              {form.isGuessed ? <span className={styles.guess}>{t('form.guessed')}</span> : null}
            </>
          }
          placeholder={t('form.issueTypeHint')}
          value={form.issueTypeId}
          error={errorOf('issueType')}
          onChange={(issueTypeId) => typeInForm({ issueTypeId })}
          options={types.map((type) => ({
            value: type.id,
            label: `${type.digit}  ${i18n.language === 'en' ? type.nameEn : type.nameZh}`,
          }))}
        />
        <div>
          <FieldLabel>{t('form.priority')}</FieldLabel>
          <SegmentedControl
            label={t('form.priority')}
            fullWidth
            value={String(form.priority)}
            onChange={(value) => typeInForm({ priority: priorities.find((each) => String(each) === value) ?? 3 })}
            options={priorities.map((each) => ({ value: String(each), label: t(`priority.${each}`) }))}
          />
        </div>
        <SuggestField
          label={t('form.department')}
          value={form.department}
          suggestions={known}
          longest={LONGEST.department}
          error={errorOf('department')}
          onChange={(department) => typeInForm({ department })}
        />
        <Deadline form={form} />
        {(hasTried && (lacking === 'voice' || lacking === 'notes')) || (lacking === 'voice' && notes.length > 0) ? (
          <p className={styles.refusal} role="alert">
            {t(`lacking.${lacking}`)}
          </p>
        ) : null}
        <OthersChange call="tickets.open" />
        <div className={styles.send}>
          <Button
            type="submit"
            disabled={!may}
            tone="primary"
            size="large"
            fullWidth
            chord={useChord('review.saveTicket')}
          >
            {t('form.open')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** When it will be due, and by when a person answers first. */
function Deadline({ form }: { form: TicketForm }) {
  const { t } = useTranslation('review')
  const place = usePlace()
  const now = useNow()
  const deadline = useQuery(proposedDeadline(form.issueTypeId, form.priority))
  const proposed = deadline.data ?? null
  const unknown = t(deadline.isError ? 'form.dueLater' : 'form.dueAfterType')
  const named = (at: string) => dayTime(at, place, now)
  return (
    <dl className={styles.deadline}>
      <dt>{t('form.dueAt')}</dt>
      <dd className="figures">{proposed === null ? unknown : named(proposed.dueAt)}</dd>
      {proposed === null || proposed.answerBy === null ? null : (
        <>
          <dt>{t('form.answerBy')}</dt>
          <dd className="figures">{named(proposed.answerBy)}</dd>
        </>
      )}
      {proposed === null || proposed.unknownYears.length === 0 ? null : (
        <dd className={styles.warning}>
          {t('form.unknownYears', { years: proposed.unknownYears.join('、') })}{' '}
          <Link to={`/settings?section=calendar&year=${proposed.unknownYears[0]}`}>
            {t('form.enterYear', { year: proposed.unknownYears[0] })}
          </Link>
        </dd>
      )}
    </dl>
  )
}
