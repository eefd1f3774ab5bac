import type { ListField } from '../../../shared/contract/house/people.ts'
import { foldWidth } from '../../../shared/domain/listening/masking/folding.ts'
import { roleOf } from './roles.ts'

/** Which column holds what; a field the list lacks is absent. */
export type Columns = Partial<Record<ListField, number>>

export const defaultColumns: Columns = { name: 0, employeeNumber: 1, department: 2, email: 3 }

/** Whoever is on the list, in a word. */
const STAFF = ['员工', '員工', '职工', '職工', '同事', 'staff', 'colleague']

/** What a heading may be called, without spaces, signs and brackets, in small letters. */
const words: Record<ListField, readonly string[]> = {
  name: [
    '姓名',
    '名字',
    '员工姓名',
    '人员姓名',
    '員工姓名',
    '人員姓名',
    '人员',
    '人員',
    ...STAFF,
    '听线人',
    '聽線人',
    '中文名',
    '中文姓名',
    'name',
    'fullname',
    'employee',
    'person',
    'employeename',
    'staffname',
  ],
  employeeNumber: [
    ...[
      '工号',
      '员工号',
      '员工工号',
      '员工编号',
      '人员编号',
      '职工号',
      '工號',
      '員工編號',
      '員工號',
      '員工工號',
      '人員編號',
    ],
    ...[
      'employeenumber',
      'employeeno',
      'employeeid',
      'employeecode',
      'staffnumber',
      'staffno',
      'staffid',
      'worknumber',
    ],
  ],
  department: [
    ...['部门', '所属部门', '所在部门', '部门名称', '部門', '所屬部門', '部門名稱'],
    ...['department', 'dept', 'departmentname'],
  ],
  email: [
    ...[
      '邮箱',
      '电子邮箱',
      '邮件',
      '电子邮件',
      '邮箱地址',
      '公司邮箱',
      '工作邮箱',
      '郵箱',
      '電郵',
      '電子郵件',
      '電子信箱',
    ],
    ...['email', 'mail', 'emailaddress', 'workemail'],
  ],
  role: ['角色', '身份', '身分', 'role'],
  joinedOn: [
    ...['入职日期', '入职时间', '入职日', '到岗日期', '入職日期', '入職時間', '到職日期', '到職日'],
    ...['joined', 'joinedon', 'joindate', 'joiningdate', 'joiningday', 'dateofjoining', 'dateofjoin'],
    ...['startdate', 'startingdate', 'hiredate', 'hired', 'dateofhire', 'hiringdate'],
  ],
}

/** Taken for the employee number only where no column is called so: mostly these count the rows. */
const faintNumbers: readonly string[] = ['id', '编号', '編號', 'code']

/** Said of a field, not of what is in it: 姓名（必填）, Name (required), *姓名. */
const ASIDES = /[（(【[［〔「][^）)】\]］〕」]{0,60}[）)】\]］〕」]|必填|选填|選填|可选|required|optional|mandatory/gu

export const wordOf = (cell: string): string =>
  foldWidth(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(ASIDES, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

export type Heading =
  | { kind: 'heading'; columns: Columns }
  | { kind: 'two_columns'; field: ListField; first: string; second: string }
  /** Words of a heading, but nobody's name under them. */
  | { kind: 'no_name' }
  | { kind: 'none' }

/** What a row says as a heading, its columns in any order. */
export function columnsOf(cells: readonly string[]): Heading {
  const columns: Columns = {}
  const heads = cells.map(wordOf)
  for (const field of Object.keys(words) as ListField[]) {
    const named = indexesOf(heads, words[field])
    const places = field === 'employeeNumber' && named.length === 0 ? indexesOf(heads, faintNumbers) : named
    const [first, second] = places
    if (first === undefined) continue
    if (second !== undefined)
      return { kind: 'two_columns', field, first: shown(cells[first]), second: shown(cells[second]) }
    columns[field] = first
  }
  if (columns.name !== undefined && !isRoleOf(heads, columns)) return { kind: 'heading', columns }
  const known = Object.keys(columns).length
  const isOfSeveral = heads.filter((head) => head !== '').length >= 2
  return { kind: known >= 2 || (isOfSeveral && heads.some(isNobodys)) ? 'no_name' : 'none' }
}

/** What people are may be called as a column of them may be: «王敏, 销售部, 人员», "Anna Lee, E1001, Sales, Employee". */
const kindsOfPeople: readonly string[] = ['人员', '人員', 'employee', 'person', ...STAFF]

/** Where a row has such a word, and beside it nothing else of a heading; undefined: nowhere. */
export function kindColumn(cells: readonly string[]): number | undefined {
  const heads = cells.map(wordOf)
  const at = heads.findIndex((head) => kindsOfPeople.includes(head))
  const found = at < 0 ? null : columnsOf(cells)
  if (found?.kind !== 'heading' || found.columns.name !== at) return undefined
  return Object.keys(found.columns).length === 1 && heads.filter((head) => head !== '').length > 1 ? at : undefined
}

/** «王敏, E1001, 听线人»: a role is called as a column of names may be, and beside nothing else of a heading it is somebody's. */
const isRoleOf = (heads: readonly string[], { name = -1, ...others }: Columns): boolean =>
  roleOf(heads[name] ?? '') !== null &&
  Object.keys(others).length === 0 &&
  heads.filter((head) => head !== '').length > 1

/** A heading and nothing else; «Mail» may be a department, too. */
const isNobodys = (head: string): boolean => words.employeeNumber.includes(head) || words.department.includes(head)

const indexesOf = (heads: readonly string[], wanted: readonly string[]): number[] =>
  heads.flatMap((head, index) => (isOneOf(head, wanted) ? [index] : []))

/** One of these words, or one in each of two languages: 姓名 Name, 工号/Employee No. */
export function isOneOf(head: string, wanted: readonly string[]): boolean {
  if (wanted.includes(head)) return true
  const parts = [head.replace(/\P{Script=Han}/gu, ''), head.replace(/\p{Script=Han}/gu, '')]
  return parts.every((part) => wanted.includes(part))
}

/** Whether a cell that should be a name is made of words of a heading: of a list laid on its side, or one whose columns nothing parts. */
export const isOfHeading = (cell: string): boolean =>
  cell.split(/[^\p{L}\p{N}]+/u).every((part) => everyWord.has(wordOf(part)))

const everyWord: ReadonlySet<string> = new Set(Object.values(words).flat())

const shown = (cell: string | undefined): string => (cell ?? '').trim().slice(0, 40)
