/** A file of a message, by its address; `type` is its media type, like image/jpeg. The bytes stay where they are. */
export type MediaReference = { url: string; type: string };

/** What a message holds, and whose words they are. */
export type MessageContent = {
  text: string;
  media: MediaReference[];
  /** The words are somebody else's, passed on by the author: kept and shown, and read for nothing. */
  forwarded: boolean;
  /** The text only names a kind of message that has no words, like a story: it is shown, and read for nothing. */
  placeholder: boolean;
  /** Words of another message that this one answers; null: none. */
  quoted: string | null;
};

/**
 * Files of one kind that a channel can send: a media type, or the beginning of several, which ends with `/`; with the largest
 * size in bytes.
 */
export type MediaLimit = { type: string; maxBytes: number };

/** Before the address of a file that staff have put into their chat: its bytes stay there, and are fetched when it is sent. */
export const staffFilePrefix = "staffchat://file/";

/** A file that staff send, as their chat describes it; `bytes` is its size. */
export type StaffFile = MediaReference & { bytes: number };

/** The bytes of a file, and its name with an extension. */
export type FileContent = { bytes: Uint8Array<ArrayBuffer>; name: string };
