/**
 * Version of the code that derives a contact from its facts. Raise it with every change that makes the same facts fold to
 * another state or decision: contacts of an older version are folded again in the background (product.md §2). The test of
 * this file says when that is due.
 */
export const currentRulesVersion = 9;
