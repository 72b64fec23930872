import type { Command, MeetingFile } from '@track2/shared';
import type { Payloads } from './payloads.ts';
import type { Person } from './person.ts';

const wordsFrom =
  (payloads: Payloads) =>
  (most: number): string =>
    payloads.next(most);

/** Hostile names, offices, titles, organisers, delegations and labels in place of the example's. */
export const hostileFile =
  (payloads: Payloads) =>
  (file: MeetingFile): MeetingFile => {
    const next = wordsFrom(payloads);
    const words = () => ({ en: next(400), fa: next(400) });
    const guests = Array.from({ length: 50 }, (_, index) => ({
      id: `hx-${index}`,
      role: 'participant' as const,
      ...(index % 2 === 0 ? { delegation: 'no' } : {}),
      people: [{ name: next(120), office: next(200), email: 'x@example.org' }],
    }));
    return {
      ...file,
      title: words(),
      hosts: words(),
      rule: { ...file.rule, text: { en: next(400), fa: next(400) } },
      policy: { ...file.policy, chat: true, upvotes: true, typedAnswers: true },
      delegations: Object.fromEntries(Object.keys(file.delegations).map((key) => [key, words()])),
      seats: [
        ...file.seats.map((seat) => ({
          ...seat,
          people: seat.people.map((person) => ({ ...person, name: next(120), office: next(200) })),
        })),
        ...guests,
      ],
      agenda: file.agenda.map((item) => ({ ...item, title: words() })),
      hardStops: [{ after: 100, label: words() }],
    };
  };

const by = async (person: Person, ...commands: Command[]): Promise<void> => {
  for (const command of commands) await person.actInTime(command);
};

/** People who write hostile words into every field that takes any. Each refusal is a fault of the proof. */
export async function writeEverywhere(
  payloads: Payloads,
  { chair, minister, guests }: { chair: Person; minister: Person; guests: readonly Person[] },
): Promise<void> {
  const next = wordsFrom(payloads);
  const words = () => ({ en: next(400), fa: next(400) });
  const { agenda } = await chair.state();
  const qna = agenda.items.find(({ type }) => type === 'qna')?.id ?? '';
  const talk = agenda.items.find(({ type }) => type === 'keynote')?.id ?? '';
  const discussion = agenda.items.findLast(({ type }) => type === 'openDiscussion')?.id ?? '';
  await by(chair, ...agenda.items.map(({ id }): Command => ({ type: 'agenda.setNote', item: id, text: next(1000) })), {
    type: 'keynote.introduce',
    item: talk,
    introduction: words(),
  });
  for (const guest of guests) {
    await guest.actInTime({ type: 'lines.write', to: null, text: next(1000) });
    await guest.actInTime({ type: 'questions.submit', text: next(1000), language: 'en' });
    await chair.actInTime({ type: 'lines.write', to: guest.entry.you.member, text: next(1000) });
  }
  const { questions } = (await chair.state()).questions;
  for (const { id } of questions) {
    await by(
      chair,
      { type: 'questions.label', question: id, labels: [next(40), next(40)] },
      { type: 'questions.translate', question: id, text: next(1000), language: 'fa' },
    );
    await chair.actInTime({ type: 'questions.accept', question: id });
  }
  await chair.actInTime({ type: 'session.open' });
  await chair.actInTime({ type: 'agenda.startItem', item: qna });
  for (const { id } of questions.slice(0, 4))
    await minister.actInTime({ type: 'questions.answerInWriting', question: id, text: next(1000), language: 'en' });
  await chair.actInTime({ type: 'agenda.startItem', item: discussion });
  for (const guest of guests)
    await guest.actInTime({ type: 'speakers.requestFloor', item: discussion, topic: next(200) });
}
