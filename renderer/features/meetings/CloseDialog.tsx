import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { LineFault, Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { chordLabels } from '../../lib/chords.ts'
import { fullDayName } from '../../lib/formats.ts'
import type { ActionId } from '../../lib/key-map.ts'
import { usePlace } from '../../lib/place-store.ts'
import { suggestedTypeOf } from '../../lib/suggested-type.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { StillMissing } from '../../ui/StillMissing.tsx'
import styles from './CloseDialog.module.css'
import { type ClosingPlan, lackOf, planOf, toggleQuote } from './closing-plan.ts'
import { isDone } from './is-done.ts'
import { useLineBoxes } from './line-box.ts'
import { ranMs } from './meeting-time.ts'
import { closeMeeting } from './meetings.actions.ts'
import { UnsavedActs } from './UnsavedActs.tsx'

export interface CloseDialogProps {
  meeting: Meeting
  /** Of the call, as they stand now. */
  notes: readonly Note[]
  types: readonly IssueType[]
  onClose: () => void
}

type LineWish = Parameters<typeof closeMeeting>[1]['lines'][number]

/** Each open line becomes a ticket or a decision, by one key; all of them at once, or none. */
export function CloseDialog(props: CloseDialogProps) {
  const { t } = useTranslation('meetings')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('close.title')} width={820}>
      <CloseForm {...props} />
    </Dialog>
  )
}

/** Inside the dialog, whose keys are its own. */
function CloseForm({ meeting, notes, types, onClose }: CloseDialogProps) {
  const { t } = useTranslation('meetings')
  const chord = useChord('meetings.saveLine')
  const keys = {
    ...{ ticket: useShownChord('meetings.asTicket'), decision: useShownChord('meetings.asDecision') },
    ...{ down: useShownChord('meetings.down'), up: useShownChord('meetings.up') },
  }
  const place = usePlace()
  const open = useMemo(() => meeting.lines.filter(({ outcome }) => outcome === null), [meeting.lines])
  const voices = notes.filter((note) => isVoice(note))
  const [chosen, setPlan] = useState<ClosingPlan>({})
  // A line may come while this is open: one that was on its way, or somebody else's.
  const plan = useMemo(
    () => planOf(chosen, open, notes, (said) => suggestedTypeOf(said, types)),
    [chosen, open, notes, types],
  )
  const onTheirWay = useLineBoxes((state) => state.sending).filter(({ meetingId }) => meetingId === meeting.id)
  const isHalfWritten = useLineBoxes((state) => !isBlank(state.boxes[meeting.id]?.text ?? ''))
  const isBeingSaved = useLineBoxes((state) => state.savingHalfOf === meeting.id)
  const [at, setAt] = useState(0)
  const [faults, setFaults] = useState<readonly LineFault[]>([])
  const [asked, setAsked] = useState<Id | null>(null)
  const [closeId] = useState(() => v7())
  const [isSending, setSending] = useState(false)
  const current = open[Math.min(at, open.length - 1)]
  const change = (lineId: Id, part: Partial<ClosingPlan[string]>) => {
    const line = plan[lineId]
    if (line !== undefined) setPlan({ ...plan, [lineId]: { ...line, ...part } })
  }
  const isAwaited = isBeingSaved || onTheirWay.length > 0
  const lackOfLine = (lineId: Id) => (plan[lineId] === undefined ? null : lackOf(plan[lineId], notes, types))
  const lacking = open.findIndex(({ id }) => plan[id] === undefined || lackOfLine(id) !== null)
  const rows = useRef<HTMLOListElement>(null)
  /** To the line that its key waits for, which says what it lacks. */
  const goTo = (index: number) => {
    setAt(index)
    setAsked(open[index]?.id ?? null)
    const row = rows.current?.children[index]
    const lacksType = open[index] !== undefined && lackOfLine(open[index].id) === 'unknown_issue_type'
    row?.querySelector<HTMLElement>(lacksType ? '[data-type] input' : 'input:checked')?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const close = async () => {
    if (isAwaited || isSending || isDone(meeting)) return
    if (lacking >= 0) return goTo(lacking)
    setSending(true)
    const lines = open.flatMap(({ id: lineId }): LineWish[] => {
      const line = plan[lineId]
      if (line === undefined) return []
      if (line.as === 'decision') return [{ lineId, as: 'decision' as const }]
      const type = types.find(({ id }) => id === line.issueTypeId)
      const ticket = { noteIds: [...line.noteIds], issueTypeId: type?.id ?? '', department: type?.department ?? '' }
      return [{ lineId, as: 'ticket' as const, priority: 3 as const, ...ticket }]
    })
    const answer = await closeMeeting(meeting, { closeId, ranMs: ranMs(meeting), lines })
    setSending(false)
    if (answer.ok) onClose()
    else if (answer.code === 'lines_refused') setFaults(answer.detail.lines)
  }
  const quote = (index: number) => {
    const note = voices[index]
    if (current === undefined || note === undefined || note.ticketId !== null) return false
    setPlan(toggleQuote(plan, current.id, note.id))
  }
  useKeys('meetings', {
    'meetings.down': () => setAt(Math.min(open.length - 1, at + 1)),
    'meetings.up': () => setAt(Math.max(0, at - 1)),
    'meetings.asTicket': () => current !== undefined && change(current.id, { as: 'ticket' }),
    'meetings.asDecision': () => current !== undefined && change(current.id, { as: 'decision' }),
    'meetings.quote': (event) => quote(Number(event?.key ?? 0) - 1),
    'meetings.saveLine': () => void close(),
  })
  const faultOf = (lineId: Id) => faults.find((fault) => fault.lineId === lineId)
  return (
    <>
      <p className={styles.hint}>
        {isDone(meeting) ? t('close.done') : open.length === 0 ? t('close.noLines') : t('close.hint', keys)}
      </p>
      <ol ref={rows} className={styles.rows}>
        {open.map((line, index) => {
          const planned = plan[line.id]
          if (planned === undefined) return null
          const fault = faultOf(line.id)
          const lack = fault?.why ?? lackOf(planned, notes, types)
          return (
            <li
              key={line.id}
              className={styles.row}
              aria-current={line === current || undefined}
              onFocus={() => setAt(index)}
            >
              <div className={styles.line}>
                <strong>
                  <MaskedWords text={line.text} />
                </strong>
                <span className={styles.who}>
                  {line.ownerName ?? t('line.nobody')}
                  {line.dueOn === null ? '' : ` · ${t('line.by', { day: fullDayName(line.dueOn, place.language) })}`}
                </span>
              </div>
              <SegmentedControl
                label={t('close.becomes')}
                value={planned.as}
                onChange={(as) => change(line.id, { as })}
                options={[
                  { value: 'ticket', label: t('close.ticket') },
                  { value: 'decision', label: t('close.decision') },
                ]}
              />
              {planned.as === 'decision' ? null : (
                <div className={styles.more}>
                  <fieldset className={styles.voices}>
                    <legend>{t('close.voices')}</legend>
                    {voices.length === 0 ? <span>{t('close.noVoices')}</span> : null}
                    {voices.map((note, number) => (
                      <label key={note.id} data-taken={note.ticketId !== null || undefined}>
                        <input
                          type="checkbox"
                          checked={planned.noteIds.includes(note.id)}
                          disabled={note.ticketId !== null}
                          onChange={() => setPlan(toggleQuote(plan, line.id, note.id))}
                        />
                        <b>{number + 1}</b> {note.text}
                      </label>
                    ))}
                  </fieldset>
                  <Select
                    label={t('close.type')}
                    placeholder={t('close.noType')}
                    wrapperProps={{ 'data-type': true }}
                    value={planned.issueTypeId}
                    onChange={(issueTypeId) => change(line.id, { issueTypeId })}
                    options={types.map((type) => ({
                      value: type.id,
                      label: place.language === 'en' ? type.nameEn : type.nameZh,
                    }))}
                  />
                </div>
              )}
              {lack === null ? null : (
                <div className={styles.lack}>
                  <StillMissing why={t(`close.lack.${lack}`)} isAsked={asked === line.id} />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {onTheirWay.length === 0 ? null : (
        <section className={styles.unsaved} role="status">
          <p className={styles.lack}>{t('close.onTheirWay', { count: onTheirWay.length })}</p>
          {onTheirWay.map((line) => (
            <div key={line.lineId} className={styles.unsavedLine}>
              <span>
                <MaskedWords text={line.text} />
              </span>
              <UnsavedActs line={line} canPutBack={false} />
            </div>
          ))}
        </section>
      )}
      {isHalfWritten ? <p className={styles.lack}>{t('close.halfWritten')}</p> : null}
      <DialogFoot>
        <Button onClick={onClose}>{t(isDone(meeting) ? 'close.leave' : 'close.later')}</Button>
        {isDone(meeting) ? null : (
          <Button tone="primary" chord={chord} busy={isSending} disabled={isAwaited} onClick={() => void close()}>
            {t('close.do')}
          </Button>
        )}
      </DialogFoot>
    </>
  )
}

const useShownChord = (action: ActionId): string => chordLabels(useChord(action)).flat().join('+')
