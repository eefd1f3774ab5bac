import { DateInput } from '@mantine/dates'
import 'dayjs/locale/zh-cn'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDate } from '../../shared/domain/seats/find/read-date.ts'
import { todayIn } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import { unremembered } from './unremembered.ts'

export interface DateFieldProps {
  label: string
  /** In the room's calendar, `2026-11-21`; null: not set. */
  value: string | null
  onChange: (value: string | null) => void
  /** As high as the fields of a form beside it; else as those of a bar. */
  isInForm?: boolean
  /** Where nothing beside it says what it is: its label stands in the field as long as it is empty, instead of an example. */
  isNamedInside?: boolean
  /** No day before this one is offered, and none is taken. */
  earliest?: string
  /** The form it stands in asks for it. */
  isAskedFor?: boolean
  ref?: Ref<FieldToGoTo>
}

/** A field that a form leads to, to ask for what is missing in it. */
export interface FieldToGoTo {
  focus: () => void
}

/** A day, typed as 2026-11-21 or as one says it («12-5», «next Wednesday»), or picked. Not the browser's own date field, which speaks the system's language and not the console's. */
export function DateField({
  label,
  value,
  onChange,
  isInForm = false,
  isNamedInside = false,
  earliest,
  isAskedFor = false,
  ref,
}: DateFieldProps) {
  const { t } = useTranslation('common')
  const place = usePlace()
  const { language } = place
  const [isOpen, setIsOpen] = useState(false)
  // Whoever sends a form is to see what it says of it: the calendar would lie over that.
  const [isAside, setIsAside] = useState(false)
  const atFirst = useRef(value)
  const field = useRef<HTMLInputElement>(null)
  // What is asked for is to be read first, as where the form is sent from here.
  const goTo = () => {
    field.current?.focus()
    setIsAside(true)
  }
  useImperativeHandle(ref, () => ({ focus: goTo }))
  // Mantine writes the field anew when its language changes, and half a date would be gone: it is open as long as somebody types.
  const [spoken, setSpoken] = useState(language)
  if (!isOpen && spoken !== language) setSpoken(language)
  return (
    <DateInput
      ref={field}
      error={isAskedFor}
      size={isInForm ? 'sm' : 'xs'}
      w={isInForm ? 136 : 124}
      aria-label={label}
      placeholder={isNamedInside ? label : '2026-01-31'}
      valueFormat="YYYY-MM-DD"
      locale={spoken === 'zh' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      monthLabelFormat={spoken === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      clearable
      // For the pointer: who types empties the field itself, and Tab goes on to the next one.
      clearButtonProps={{ 'aria-label': t('select.clear', { label }), tabIndex: -1 }}
      {...(earliest === undefined ? {} : { minDate: earliest })}
      dateParser={(typed) => readDate(typed, todayIn(place))}
      value={value}
      onChange={onChange}
      onFocus={() => {
        atFirst.current = value
        // Led to by a form that asks for it, which has no hold of it.
        setIsAside(isAskedFor)
      }}
      onClick={() => setIsAside(false)}
      onKeyDown={({ key, ctrlKey, metaKey }) =>
        setIsAside(key === 'Enter' ? ctrlKey || metaKey : isAside && isChord(key))
      }
      // On the way to a day that is not taken others are read («20» of 2026-09-21): none of them stays.
      onInput={({ currentTarget: { value: typed } }) => {
        const day = readDate(typed, todayIn(place))
        const isTaken = day !== null && (earliest === undefined || day >= earliest)
        if (typed !== '' && !isTaken && value !== atFirst.current) onChange(atFirst.current)
      }}
      // As the lists do: the first Esc closes the calendar, and nothing else.
      data-mantine-stop-propagation={(isOpen && !isAside) || undefined}
      popoverProps={{
        ...{ shadow: 'md', offset: 4, disabled: isAside },
        ...{ onOpen: () => setIsOpen(true), onClose: () => setIsOpen(false) },
      }}
      {...unremembered}
    />
  )
}

/** A key held for another one, which says nothing by itself. */
const isChord = (key: string): boolean => key === 'Control' || key === 'Meta' || key === 'Shift' || key === 'Alt'
