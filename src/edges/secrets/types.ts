/** Whose secret it is. */
export interface SecretPlace {
  readonly connection: string;
  /** `token`, `refresh-token`. */
  readonly secret: string;
}

/** Encrypts secrets for the catalog, and reads them again. */
export interface SecretBox {
  /** The text as it may be kept anywhere. */
  readonly seal: (text: string, where: SecretPlace) => Promise<string>;
  /** `connection.secret-unreadable` when the key is missing or another, or the place is. */
  readonly unseal: (sealed: string, where: SecretPlace) => Promise<string>;
}
