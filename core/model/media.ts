/** A file of a message, by its address; `type` is its media type, like image/jpeg. The bytes stay where they are. */
export type MediaReference = { url: string; type: string };
