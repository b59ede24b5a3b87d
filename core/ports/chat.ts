/** What the staff chat reports about a token, before the token is stored. */
export interface ChatCheck {
  /** The account that the token belongs to. Throws CrmError `invalid` when the chat refuses the token, `unavailable` when it cannot be asked. */
  whose(botToken: string): Promise<{ teamId: string; name: string; botUserId: string }>;
}
