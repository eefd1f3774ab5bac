import { UserPlus } from 'lucide-react'
import { type Ref, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { isComposing } from '../../lib/composition.ts'
import { isKeepable } from '../../lib/text-fault.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { useStable } from '../../lib/use-stable.ts'
import { Chip } from '../../ui/Chip.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { SuggestField } from '../../ui/SuggestField.tsx'
import { useLeftForm } from '../../ui/use-left-form.ts'
import styles from './Attendees.module.css'
import { changeAttendees } from './meetings.actions.ts'

/** Who is at the meeting: picked by name, initials or sound, or typed. */
export function Attendees({
  meeting,
  names,
  fieldRef,
  onLine,
}: {
  meeting: Meeting
  names: readonly string[]
  fieldRef: Ref<HTMLInputElement>
  /** Back to the line, with the words of one that was begun here: no name begins with @. */
  onLine: (words: string) => void
}) {
  const { t } = useTranslation('meetings')
  const chord = useChord('meetings.attendees')
  const left = useLeftForm(`attendee ${meeting.id}`, { typed: '' }, () => t('attendees.add'), true)
  const { typed } = left.fields
  const picked = useRef<string | null>(null)
  const setTyped = (name: string) => left.change({ typed: name })
  /** Not stored: the name is in the field again, before what was typed since. */
  const giveBack = useStable((name: string) => setTyped(typed === '' ? name : `${name} ${typed}`))
  const leaveWith = (words: string) => {
    setTyped('')
    onLine(words)
  }
  const add = async (name: string) => {
    if (isBlank(name) || !isKeepable(name, LONGEST.personName)) return
    setTyped('')
    const isStored = await changeAttendees(meeting, (names) => [...names, name.trim()])
    if (!isStored) giveBack(name)
  }
  useKeys('meetings', {
    'meetings.saveLine': (event) => {
      if (typed === '' || !(event?.target instanceof HTMLInputElement) || event.target.value !== typed) return false
      if (names.includes(typed.trim())) void add(typed)
      else leaveWith(typed)
    },
  })
  return (
    <section className={styles.attendees} aria-label={t('attendees.label')}>
      {meeting.attendees.map((name) => (
        <Chip
          key={name}
          onRemove={() => void changeAttendees(meeting, (names) => names.filter((each) => each !== name))}
          removeLabel={t('attendees.remove', { name })}
        >
          {name}
        </Chip>
      ))}
      <div className={styles.field}>
        <SuggestField
          ref={fieldRef}
          aria-label={t('attendees.add')}
          placeholder={t('attendees.placeholder')}
          leftSection={<UserPlus aria-hidden="true" size={14} />}
          rightSection={typed === '' ? <KeyCap chord={chord} /> : null}
          rightSectionWidth={56}
          rightSectionPointerEvents="none"
          longest={LONGEST.personName}
          suggestions={names.filter((name) => !meeting.attendees.includes(name))}
          value={typed}
          onChange={(name) => {
            if (/^[@＠]/u.test(name)) return leaveWith(name)
            // Who was picked is told as typed, too.
            setTyped(name === picked.current ? '' : name)
            picked.current = null
          }}
          onOptionSubmit={(name) => {
            picked.current = name
            void add(name)
          }}
          selectFirstOptionOnChange
          onKeyDown={(event) => {
            if (isComposing(event)) return
            if (event.key === 'Escape' && typed === '') {
              // Not only the list of suggestions is left.
              event.preventDefault()
              event.stopPropagation()
              return onLine('')
            }
            if (event.key !== 'Enter') return
            // A suggestion that is marked takes the key itself.
            if (isAnyMarked(event.currentTarget)) {
              // Taken here, and the line is not saved with it.
              if (event.ctrlKey || event.metaKey) event.stopPropagation()
              return
            }
            event.preventDefault()
            void add(typed)
          }}
        />
      </div>
    </section>
  )
}

/** Of the suggestions below it; the first is marked as soon as something is typed. */
const isAnyMarked = (field: HTMLInputElement): boolean => {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  return list?.querySelector('[data-combobox-selected]') != null
}
