import type { ChannelName, Grade, SentimentLevel, Source, Stage, Status } from "./vocabulary.ts";

/** The filters of contract.md. Lists mean "any of these"; all given filters must hold. Times are ms since 1970. */
export type ContactFilter = {
  status?: Status[];
  source?: Source[];
  stage?: Stage[];
  channel?: ChannelName[];
  /** Tag ids or names. */
  tag?: string[];
  grade?: Grade[];
  sentiment?: SentimentLevel[];
  branch?: string[];
  owner?: string[];
  /** Addresses in the form in which they are compared (core/rules/address). */
  email?: string[];
  phone?: string[];
  vip?: boolean;
  atRisk?: boolean;
  awaitingReply?: boolean;
  createdAfter?: number;
  createdBefore?: number;
  lastSeenAfter?: number;
  lastSeenBefore?: number;
  /** Any part of name, e-mail or phone; several words must all be found. */
  q?: string;
  ids?: string[];
  /** A second filter that must hold as well, that of a segment. */
  and?: ContactFilter;
};

/** A filter under a name. `nameKey` is the folded name, unique for the agent. */
export type SegmentRecord = {
  id: string;
  agentId: string;
  name: string;
  nameKey: string;
  filter: ContactFilter;
  createdAt: number;
  updatedAt: number;
};
