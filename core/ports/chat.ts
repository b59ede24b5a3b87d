/** What a chat of staff says about a token, before it is kept. */
export interface ChatCheck {
  /** Whose token it is. Throws CrmError `invalid` when the chat does not take it, `unavailable` when it cannot be asked. */
  whose(botToken: string): Promise<{ teamId: string; name: string; botUserId: string }>;
}
