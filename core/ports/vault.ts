/** Encrypts credentials for storage: what is sealed can only be opened with the process's SECRET_KEY. */
export interface Vault {
  seal(text: string): Promise<string>;
  /** Throws CrmError `unavailable` when the key is another one or the text was changed. */
  open(sealed: string): Promise<string>;
}
