import type { MeetingEvent } from '@track2/shared';
import type { Producer } from 'mediasoup-client/types';
import { MediaClient, ssrcsOf } from './mediaClient.ts';
import type { AskName, FromPeer, PeerAsks, ToPeer } from './peerMessages.ts';
import { newCommandId, Person } from './person.ts';

/** One person at a device, as a process of its own: the sending and receiving end that a proof measures at. */
const tell = (message: FromPeer): void => void process.send?.(message);

let person: Person | null = null;
let client: MediaClient | null = null;
let microphone: Producer | null = null;
let forged: Producer | null = null;
const called: string[] = [];
let wakeCalled: () => void = () => undefined;

const here = (): { person: Person; client: MediaClient } => {
  if (person === null || client === null) throw new Error('not joined yet');
  return { person, client };
};

function noteCall(event: MeetingEvent): void {
  if (event.type !== 'floor.called' || event.seat !== person?.entry.you.seat) return;
  called.push(event.turn);
  wakeCalled();
}

async function nextCall(): Promise<string> {
  for (;;) {
    const turn = called.shift();
    if (turn !== undefined) return turn;
    await new Promise<void>((resolve) => {
      wakeCalled = resolve;
    });
  }
}

type Answers = { [Name in AskName]: (ask: PeerAsks[Name]['ask']) => Promise<PeerAsks[Name]['answer']> };

const answers: Answers = {
  async enter({ url, link }) {
    person = await Person.enter(url, link);
    person.onEvent(noteCall);
    await person.enterLobby();
    const { member, seat } = person.entry.you;
    return { member, seat };
  },

  async join({ sounds }) {
    if (person === null) throw new Error('not entered yet');
    await person.state();
    client = await MediaClient.join(person, (ssrc, member) => tell({ kind: 'receives', ssrc, member }));
    if (!sounds) return { ssrcs: [] };
    client.sound();
    microphone = await client.produce('microphone');
    return { ssrcs: ssrcsOf(microphone.rtpParameters) };
  },

  async speak() {
    const turn = await nextCall();
    const takeId = newCommandId();
    await here().person.act({ type: 'floor.take', turn }, takeId);
    const reply = await here().person.media({ method: 'intent', source: 'microphone', on: true, grant: turn });
    if (!reply.ok) throw new Error(`intent: ${reply.code}`);
    return { turn, takeId };
  },

  async forge({ endedTurn }) {
    const { person, client } = here();
    const accepted: string[] = [];
    const intend = async (when: string) => {
      const reply = await person.media({ method: 'intent', source: 'microphone', on: true, grant: endedTurn });
      if (reply.ok) accepted.push(`an intent for the ended turn, ${when}`);
    };
    await intend('at once');
    if (await client.producesAgain(microphone)) accepted.push('a second microphone');
    // Taken in, as a screen may be shared later; what it carries now is the same voice under another name.
    forged = await client.produce('screenAudio');
    if (microphone !== null) {
      await person.media({ method: 'closeProducer', producer: microphone.id });
      microphone.close();
    }
    microphone = await client.produce('microphone');
    await intend('on a new microphone');
    return { accepted, ssrcs: [...ssrcsOf(forged.rtpParameters), ...ssrcsOf(microphone.rtpParameters)] };
  },

  async calm() {
    if (forged === null) return {};
    await here().person.media({ method: 'closeProducer', producer: forged.id });
    forged.close();
    forged = null;
    return {};
  },
};

function answerTo<Name extends AskName>(name: Name, ask: PeerAsks[Name]['ask']): Promise<PeerAsks[Name]['answer']> {
  return answers[name](ask);
}

process.on('message', (message) => {
  // The parent is the same program; both sides hold to `ToPeer`.
  const { n, name, ask } = message as ToPeer;
  answerTo(name, ask as never).then(
    (answer) => tell({ kind: 'answer', n, answer }),
    (error: unknown) => tell({ kind: 'failed', n, reason: `${name}: ${String(error)}` }),
  );
});
// Open peer connections keep a process alive for ever; without its proof it has nothing to stay for.
process.on('disconnect', () => process.exit(0));
