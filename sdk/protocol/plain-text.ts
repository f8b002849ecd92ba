// Text as people send it: what no database can store is taken out, everything else is kept as typed.

import * as z from 'zod'

/** NUL has no place in PostgreSQL's text, and half a surrogate pair none in UTF-8. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

export const plainText = () => z.string().overwrite(storable)
