/** A page is read from `cursor` on, an opaque text that the page before gave; `nextCursor` null means that it was the last. */
export type PageQuery = { limit: number; cursor: string | null };
export type Page<T> = { data: T[]; nextCursor: string | null };
