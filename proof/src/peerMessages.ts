/** What the proof asks of a peer's process, by name. */
export type PeerAsks = {
  enter: { ask: { url: string; link: string }; answer: { member: string; seat: string } };
  /** Sets transports up; who sounds begins to send and never stops. */
  join: { ask: { sounds: boolean }; answer: { ssrcs: number[] } };
  /** Waits to be called, takes the floor, and states the intent to be heard. */
  speak: { ask: Record<string, never>; answer: { turn: string; takeId: string } };
  /** Tries to be heard without the floor, in every way a client has. Answers with what was let through that must not be. */
  forge: { ask: { endedTurn: string }; answer: { accepted: string[]; ssrcs: number[] } };
  /** Ends what `forge` has left running. */
  calm: { ask: Record<string, never>; answer: Record<string, never> };
};

export type AskName = keyof PeerAsks;
export type ToPeer = { [Name in AskName]: { n: number; name: Name; ask: PeerAsks[Name]['ask'] } }[AskName];
export type FromPeer =
  | { kind: 'answer'; n: number; answer: PeerAsks[AskName]['answer'] }
  | { kind: 'failed'; n: number; reason: string }
  /** A consumer of the peer is set up: packets with this SSRC carry that member. */
  | { kind: 'receives'; ssrc: number; member: string };
