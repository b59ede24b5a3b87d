/** One request to an address that somebody outside has named. */
export type PublicRequest = {
  method?: "GET" | "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** For the whole exchange, in ms: the body of the answer too. */
  timeoutMs: number;
  /** Largest body of the answer, in bytes. */
  maxBytes: number;
  /** How many redirects a GET follows, each checked like the first address. Default 0: a redirect is an error. */
  maxRedirects?: number;
  /** Only these hosts and their subdomains, over https. Default: every public host. */
  hosts?: readonly string[];
  /** The origin of an address that the operator has set, which is not checked: it may be private. */
  trustedOrigin?: string | undefined;
};

/**
 * The only way to fetch an address that comes from outside. Private networks are out of reach unless the operator allows them.
 * Throws CrmError `forbidden` for an address that is not to be fetched, `unavailable` when there is no answer in time, and
 * `too_large`, also while the body is read. Errors hold no address, since it may hold a secret.
 */
export type FetchPublic = (url: string, request: PublicRequest) => Promise<Response>;
