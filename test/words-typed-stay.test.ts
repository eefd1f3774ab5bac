import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../renderer')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What a person types into; buttons, lists and pickers hold choices. */
const FIELD =
  /<(?:TextField|TextArea|SuggestField|NumberField|SearchField|ListIntake|textarea)\b|<input\b[^>]*type="text"/

/**
 * The ways in which words stay: of a form, of a field that is kept when it is left, of a note on the disk, of the room's rules, of a case, whose
 * details are in the card with each key and on the disk as soon as the hands rest; of a list of rows, which is a form.
 */
const WAY =
  /\b(?:useLeftForm|useLeftSeen|useLeftWords)[<(]|\buseKeptWhenLeft\(|\bmakeDraftKeeper\(|\buseNoteDraft\(|\buseRulesDraft\(|\bkeepDetails\(|<ListForm\b/

/** Fields that are part of a form: the file that keeps their words. */
const KEPT_BY: Readonly<Record<string, string>> = {
  'features/house/masking/RuleRow.tsx': 'features/house/masking/MaskingSection.tsx',
  'features/house/people/LeaversPart.tsx': 'features/house/people/PeopleIntake.tsx',
  'features/house/people/PersonFields.tsx': 'features/house/people/PersonDialog.tsx',
  'features/house/room/rules/DaysFields.tsx': 'features/house/room/rules/RoomRulesForm.tsx',
  'features/house/room/rules/RulesFields.tsx': 'features/house/room/rules/RoomRulesForm.tsx',
  'features/house/room/rules/SeatWeekFields.tsx': 'features/house/room/rules/RoomRulesForm.tsx',
  'features/house/room/rules/WeekFields.tsx': 'features/house/room/rules/RoomRulesForm.tsx',
  'features/life-channel/contacts/ContactRow.tsx': 'features/life-channel/contacts/ContactsSection.tsx',
  'features/life-channel/words/WordRow.tsx': 'features/life-channel/words/WordsSection.tsx',
  'features/retention/RuleRow.tsx': 'features/retention/RetentionSection.tsx',
  'features/review/tickets/TicketFormPane.tsx': 'app/ReviewDesk.tsx',
  'features/seats/draw/ClosingFields.tsx': 'features/seats/draw/OpenDrawDialog.tsx',
  'features/silver-hair/terms/TermRow.tsx': 'features/silver-hair/terms/TermsSection.tsx',
}

/** Fields whose words nobody misses, and why. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'app/FirstRunRoom.tsx': 'the first run stands on every page until it is done',
  'app/drill/PracticeCall.tsx': 'practice: nothing of it is anybody’s',
  'app/drill/PracticeReview.tsx': 'practice: nothing of it is anybody’s',
  'app/guide/GuideDialog.tsx': 'a search',
  'features/duty/overview/DutyFilters.tsx': 'a search',
  'features/exports/ledger/LedgerSearch.tsx': 'a search',
  'features/house/people/PeopleSection.tsx': 'a search',
  'features/listening/sessions/SessionFilters.tsx': 'a search',
  'features/search/FindDialog.tsx': 'a search',
  'features/seats/board/DateWords.tsx': 'it only leads to a day',
  'features/seats/draw/DrawResults.tsx': 'a search',
  'features/seats/find/FindSeatDialog.tsx': 'a search',
  'features/tickets/list/TicketSearch.tsx': 'a search',
}

const withField = globSync('{app,features}/**/*.tsx', { cwd: root })
  .filter((file) => !file.endsWith('.test.tsx') && FIELD.test(read(file)))
  .sort()

test.each(withField)('what is typed in %s stays when its form is left', (file) => {
  if (file in NOT_KEPT) return
  expect(read(KEPT_BY[file] ?? file)).toMatch(WAY)
})

test('no field is excused that keeps its words itself, or is gone', () => {
  const excused = [...Object.keys(KEPT_BY), ...Object.keys(NOT_KEPT)]
  expect(excused.filter((file) => !withField.includes(file) || WAY.test(read(file)))).toEqual([])
})

test('a list of rows is a form whose words stay', () => {
  expect(read('ui/ListForm.tsx')).toMatch(/\buseLeftSeen</)
})
