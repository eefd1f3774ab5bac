import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Wherever a caller's words may be typed the ear of the life channel listens. A field that is new says here that it is heard, or why no caller speaks in it.

const root = join(import.meta.dirname, '../renderer')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const FIELD =
  /<(?:TextField|TextArea|SuggestField|NumberField|SearchField|ListIntake|CommitField|LineField|textarea)\b|<input\b[^>]*type="text"/

/** The field says what is typed in it; the note box of the seat has a store that is heard. */
const IS_HEARD = /\buseHeardField\(|\btextChanged\(/

const NO_CALLER: readonly (readonly [why: string, files: string])[] = [
  ['practice: nothing of it is anybody’s', 'app/drill/PracticeCall.tsx app/drill/PracticeReview.tsx'],
  [
    'a search: it is kept nowhere, and about no call',
    `app/guide/GuideDialog.tsx features/duty/overview/DutyFilters.tsx features/exports/ledger/LedgerSearch.tsx
    features/house/people/PeopleSection.tsx features/listening/sessions/SessionFilters.tsx features/search/FindDialog.tsx
    features/seats/draw/DrawResults.tsx features/seats/find/FindSeatDialog.tsx features/tickets/list/TicketSearch.tsx`,
  ],
  [
    'the card of a case, or its story: it is sealed as it is, and the alarm is there already',
    `features/life-channel/card/CallerDetailsForm.tsx features/life-channel/cases/FollowUp.tsx
    features/life-channel/cases/Sealed.tsx features/life-channel/cases/WrongAlarm.tsx`,
  ],
  [
    'names of people and departments',
    'features/meetings/Attendees.tsx features/house/people/PersonFields.tsx features/house/settings/MeSection.tsx',
  ],
  [
    'the number of a call, and which agent was heard',
    'features/listening/call/ReferenceField.tsx features/agents/AgentField.tsx',
  ],
  ['one remark for many tickets, about no single call', 'features/tickets/many/ManyForm.tsx'],
  [
    'the house: its rooms, calendar, rules, words and lists',
    `app/FirstRunRoom.tsx features/house/calendar/DayBar.tsx features/house/issue-types/IssueTypeRow.tsx
    features/house/masking/MaskingSection.tsx features/house/masking/RuleRow.tsx features/house/people/LeaversPart.tsx
    features/house/people/LetGoDialog.tsx features/house/people/PeopleIntake.tsx
    features/house/room/RoomHours.tsx features/house/room/keeping/AddRoomDialog.tsx features/house/room/keeping/RoomDialog.tsx
    features/house/room/rules/DaysFields.tsx features/house/room/rules/HitsDialog.tsx
    features/house/room/rules/RulesFields.tsx features/house/room/rules/SeatWeekFields.tsx
    features/house/room/rules/WeekFields.tsx features/house/settings/CommitField.tsx
    features/life-channel/contacts/ContactRow.tsx features/life-channel/words/WordRow.tsx features/retention/RuleRow.tsx
    features/silver-hair/terms/TermRow.tsx features/team/settings/JoinForm.tsx`,
  ],
  [
    'places, times and duties of those who listen',
    `features/duty/overview/RulesDialog.tsx features/duty/passport/RecordDialog.tsx features/seats/board/DateWords.tsx
    features/seats/draw/ClosingFields.tsx features/seats/draw/ManageDraw.tsx features/seats/draw/OpenDrawDialog.tsx
    features/seats/history/ReasonDialog.tsx features/seats/intake/BookingIntake.tsx`,
  ],
  [
    'where files go, and what they are called',
    'features/exports/choice/NewExport.tsx features/exports/folder/FolderField.tsx',
  ],
  ['why a session is kept, which is said of all of it', 'features/retention/KeepDialog.tsx'],
]
const excused = NO_CALLER.flatMap(([, files]) => files.split(/\s+/))

const withField = globSync('{app,features}/**/*.tsx', { cwd: root })
  .filter((file) => !file.endsWith('.test.tsx') && FIELD.test(read(file)))
  .sort()

test.each(withField)('what is typed in %s is heard, or no caller speaks in it', (file) => {
  if (!excused.includes(file)) expect(read(file)).toMatch(IS_HEARD)
})

test('nothing is excused that is heard, or is gone', () => {
  expect(excused.filter((file) => !withField.includes(file) || IS_HEARD.test(read(file)))).toEqual([])
  expect(withField.filter((file) => IS_HEARD.test(read(file)))).not.toEqual([])
})
