/** Raised when an old client can no longer talk to a new server; the CONNECT packet names it. */
export const PROTOCOL_VERSION = 1;
