/** Whether a column is one of a list that comes as JSON: one mark, however long the list is. */
export const inList = (column: string) => ({
  sqlite: `${column} IN (SELECT value FROM json_each(?))`,
  postgres: `${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(CAST(? AS jsonb))))`,
})
