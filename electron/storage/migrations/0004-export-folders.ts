/** Where the drive of each export folder was mounted when it last took a file: a drive that is away leaves an empty folder there. */
export const sql = `
CREATE TABLE export_folder (
  folder TEXT PRIMARY KEY,
  mount_point TEXT NOT NULL
) STRICT;
`
