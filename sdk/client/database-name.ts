// What a visitor's database is called. Apart from the names in it, since the panel asks for this one before all else.

/** The database of one site's visitor. */
export const databaseName = (site: string): string => `deskbell-${site}`
