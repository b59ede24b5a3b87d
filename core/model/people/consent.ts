/** What a person says about being written to unasked: marketing and follow-ups. */
export const consentDecisions = ["opt_out", "opt_in"] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

/**
 * Where the consent came from. `suppression`: the person was deleted while opted out and has written again. `unmerge`: written
 * when a merge was undone, for what was said while both were one record.
 */
export const consentSources = ["keyword", "staff", "api", "import", "unmerge", "suppression"] as const;
export type ConsentSource = (typeof consentSources)[number];

/**
 * A line of the consent ledger, which is only ever appended to. `node` is the contact it was said to: after a merge the person
 * is opted out as long as one of their nodes is, so that no opt-out is lost.
 */
export type ConsentRecord = {
  id: string;
  agentId: string;
  contactId: string;
  node: string;
  decision: ConsentDecision;
  source: ConsentSource;
  reason: string | null;
  /** The quoted words that express the consent, and the message they are from. */
  quote: string | null;
  messageId: string | null;
  by: string;
  at: number;
};
