/** A page begins at `cursor`, an opaque text from the page before; `nextCursor` null: this page is the last. */
export type PageQuery = { limit: number; cursor: string | null };
export type Page<T> = { data: T[]; nextCursor: string | null };
