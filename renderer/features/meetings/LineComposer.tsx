import { useQuery } from '@tanstack/react-query'
import { CalendarDays, UserRound } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/house/people.ts'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { isWorkday } from '../../../shared/domain/house/work-calendar.ts'
import type { DayFacts } from '../../../shared/domain/meetings/agreed-day.ts'
import { nameBeingTyped, saidLine } from '../../../shared/domain/meetings/typed-line.ts'
import { isComposing } from '../../lib/composition.ts'
import { makeDraftKeeper } from '../../lib/draft-keeper.ts'
import { fullDayName } from '../../lib/formats.ts'
import { nameToWrite } from '../../lib/people-options.ts'
import { usePeopleFound } from '../../lib/people-search.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { type AboutCall, useHeardField } from '../../lib/words-in-hand.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../ui/ChangedMeanwhile.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TooLong } from '../../ui/TooLong.tsx'
import { UnfinishedNumber } from '../../ui/UnfinishedNumber.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import styles from './LineComposer.module.css'
import { beginLineEdit, changeLineBox, emptyLineBox, isLineSavable, restoreLines, useLineBoxes } from './line-box.ts'
import { dropLine, saveBox, storeLineDraft } from './meetings.actions.ts'
import { draftsOfMeeting } from './meetings.queries.ts'
import { NamePicker } from './NamePicker.tsx'
import { namesOneMayMean } from './names-one-may-mean.ts'

const MOST_NAMES = 6

export interface LineComposerProps {
  meeting: Meeting
  people: readonly Person[]
  facts: DayFacts
  areaRef: RefObject<HTMLTextAreaElement | null>
}

/** Writes one line: who (`@`), what, and by when in plain words, shown as a real day before it is stored. */
export function LineComposer({ meeting, people, facts, areaRef }: LineComposerProps) {
  const { t } = useTranslation('meetings')
  const place = usePlace()
  const { id: meetingId, callId } = meeting
  const box = useLineBoxes((state) => state.boxes[meetingId] ?? emptyLineBox)
  const edited = meeting.lines.find(({ id }) => id === box.editing?.lineId)
  useHeardField(aboutCallOf(meeting), box.text, edited?.text)
  const saveChord = useChord('meetings.saveLine')
  const plainChord = useChord('meetings.plainly')
  const keeper = useMemo(() => makeDraftKeeper(() => storeLineDraft(meetingId)), [meetingId])
  const names = useMemo(() => namesOneMayMean(meeting, people), [meeting, people])
  const said = saidLine(box.text, names, { ...facts, plainly: box.plainly })
  const isSavable = isLineSavable(box.text, said)
  const [picked, setPicked] = useState(0)
  const [isPickerShut, shutPicker] = useState(false)
  const naming = isPickerShut ? null : nameBeingTyped(box.text, box.caret)
  const found = usePeopleFound(people, naming?.typed ?? '')
  const typedName = (naming?.typed ?? '').toLowerCase()
  const fitting =
    naming === null
      ? []
      : [
          ...new Set([
            ...meeting.attendees.filter((name) => name.toLowerCase().includes(typedName)),
            ...found.map(nameToWrite(people)),
          ]),
        ]
          .toSorted((one, other) => nearness(one, typedName) - nearness(other, typedName))
          .slice(0, MOST_NAMES)
  // Whoever is written out whole already needs no choice, unless another was begun with the same signs.
  const offered = fitting.length === 1 && fitting[0]?.toLowerCase() === typedName ? [] : fitting

  const drafts = useQuery(draftsOfMeeting(meetingId))
  useLayoutEffect(() => {
    if (drafts.data === undefined || !drafts.isFetchedAfterMount) return
    restoreLines(meetingId, callId, drafts.data, (typed) => saidLine(typed, names, facts))
  }, [drafts.data, drafts.isFetchedAfterMount, meetingId, callId, names, facts])
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [keeper])
  const placed = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (box.text === '' || placed.current === box.fieldNumber) return
    placed.current = box.fieldNumber
    areaRef.current?.focus()
    areaRef.current?.setSelectionRange(box.caret, box.caret)
  }, [box, areaRef])

  /** Behind a name that was taken: before the next key. */
  const toPlace = useRef<number | null>(null)
  useLayoutEffect(() => {
    const caret = toPlace.current
    if (caret === null) return
    toPlace.current = null
    areaRef.current?.focus()
    areaRef.current?.setSelectionRange(caret, caret)
  })

  const save = () => {
    if (!isSavable) return
    void saveBox(meeting, said)
    requestAnimationFrame(() => areaRef.current?.focus())
  }
  const put = (name: string) => {
    if (naming === null) return
    const text = `${box.text.slice(0, naming.from)}@${name} ${box.text.slice(naming.to).trimStart()}`
    const caret = naming.from + name.length + 2
    changeLineBox(meetingId, { text, caret })
    keeper.touch()
    toPlace.current = caret
  }
  const last = meeting.lines.findLast(({ outcome }) => outcome === null)
  useKeys('meetings', {
    // In the field of those who are there it is about what stands in that, if anything does.
    'meetings.saveLine': () => (isInFieldBeside(areaRef.current) ? false : save()),
    'meetings.focusLine': () => areaRef.current?.focus(),
    'meetings.editLast': () => {
      if (last === undefined || box.text !== '') return false
      beginLineEdit(meetingId, last)
    },
    'meetings.plainly': () => {
      changeLineBox(meetingId, { plainly: !box.plainly })
      areaRef.current?.focus()
    },
  })

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && box.editing !== null && offered.length === 0) {
      event.preventDefault()
      event.stopPropagation()
      void dropLine(meetingId)
    }
    if (offered.length === 0) return
    const at = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (at !== undefined) setPicked((picked + at + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') put(offered[picked] ?? offered[0] ?? '')
    else if (event.key === 'Escape') shutPicker(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const changed = (field: HTMLTextAreaElement) => {
    shutPicker(false)
    setPicked(0)
    changeLineBox(meetingId, { text: field.value, caret: field.selectionStart })
    keeper.touch()
  }

  return (
    <section className={styles.composer} data-editing={box.editing !== null || undefined} aria-label={t('line.region')}>
      <textarea
        key={box.fieldNumber}
        ref={areaRef}
        className={styles.area}
        rows={1}
        aria-label={t('line.label')}
        aria-controls={offered.length > 0 ? 'meeting-names' : undefined}
        aria-activedescendant={offered.length > 0 ? `meeting-name-${picked}` : undefined}
        placeholder={t('line.placeholder')}
        value={box.text}
        onKeyDown={pressed}
        onCompositionEnd={(event) => changed(event.currentTarget)}
        onChange={(event) => changed(event.currentTarget)}
        onSelect={(event) => {
          const { selectionStart: caret } = event.currentTarget
          if (caret !== box.caret) changeLineBox(meetingId, { caret })
        }}
        // biome-ignore lint/a11y/noAutofocus: lines are what is written here
        autoFocus
        {...unremembered}
      />
      <NamePicker names={offered} picked={picked} onPick={put} />
      <footer className={styles.foot}>
        <span className={styles.said}>
          <Badge tone={said.ownerName === null ? 'neutral' : 'accent'} icon={<UserRound aria-hidden="true" />}>
            {said.ownerName ?? t('line.nobody')}
          </Badge>
          {said.dueOn === null ? (
            <Badge icon={<CalendarDays aria-hidden="true" />}>{t(box.plainly ? 'line.plainly' : 'line.noDay')}</Badge>
          ) : (
            <Chip
              tone="accent"
              icon={<CalendarDays aria-hidden="true" />}
              onRemove={() => changeLineBox(meetingId, { plainly: true })}
              removeLabel={`${t('line.noDayMeant')} (${plainChord})`}
            >
              {t('line.by', { day: fullDayName(said.dueOn, place.language) })}
              {isWorkday(facts.calendar, said.dueOn) ? '' : ` · ${t('line.dayOff')}`}
            </Chip>
          )}
          <TooLong text={said.text} longest={LONGEST.meetingLine} />
          {box.isFromDisk ? <UnfinishedNumber text={box.text} /> : null}
        </span>
        {box.editing === null ? null : (
          <Button size="small" tone="quiet" onClick={() => void dropLine(meetingId)}>
            {t('line.cancel')}
          </Button>
        )}
        <Button tone="primary" size="small" chord={saveChord} disabled={!isSavable} onClick={save}>
          {box.editing === null ? (
            t('line.save')
          ) : (
            <SaveWords stale={box.stale} isLooking={false}>
              {t('line.saveEdit')}
            </SaveWords>
          )}
        </Button>
      </footer>
      {box.stale === null ? null : (
        <ChangedMeanwhile stale={box.stale} isLooking={false} onLook={() => void dropLine(meetingId)} />
      )}
    </section>
  )
}

const isInFieldBeside = (area: Element | null): boolean => {
  const focused = document.activeElement
  return (
    focused !== area &&
    focused instanceof HTMLInputElement &&
    focused.matches('[role=combobox]') &&
    focused.value !== ''
  )
}

/** Who is written out stands before whoever begins so, and those before whoever has it somewhere. */
const nearness = (name: string, typed: string): number => {
  const at = name.toLowerCase().indexOf(typed)
  return name.toLowerCase() === typed ? 0 : at === 0 ? 1 : 2
}

const aboutCallOf = ({ callId, callNumber, callReference: reference }: Meeting): AboutCall => ({
  ...{ callId, callNumber, reference },
  ...{ callStartedAt: null, seatNumber: null, roomId: null },
})
