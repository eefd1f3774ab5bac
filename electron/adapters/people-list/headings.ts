export type Field = 'name' | 'employeeNumber' | 'department' | 'email'

/** Which column holds what; a field the list lacks is absent. */
export type Columns = Partial<Record<Field, number>>

export const defaultColumns: Columns = { name: 0, employeeNumber: 1, department: 2, email: 3 }

/** Without spaces and signs, in small letters. */
const words: Record<Field, readonly string[]> = {
  name: ['姓名', '名字', '员工姓名', '人员姓名', 'name', 'fullname', 'employeename'],
  employeeNumber: [
    ...['工号', '员工号', '员工工号', '员工编号', '人员编号'],
    ...['employeenumber', 'employeeno', 'employeeid', 'staffnumber', 'staffno', 'staffid', 'id'],
  ],
  department: ['部门', '所属部门', '所在部门', '部门名称', 'department', 'dept', 'departmentname'],
  email: ['邮箱', '电子邮箱', '邮件', '电子邮件', '邮箱地址', '公司邮箱', '工作邮箱', 'email', 'mail', 'emailaddress'],
}

/** The columns a heading row names, in any order; null when the row is no heading (nothing in it means «name»). */
export function columnsOf(cells: readonly string[]): Columns | null {
  const columns: Columns = {}
  cells.forEach((cell, index) => {
    const word = cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    for (const field of Object.keys(words) as Field[]) {
      if (columns[field] === undefined && words[field].includes(word)) columns[field] = index
    }
  })
  return columns.name === undefined ? null : columns
}
