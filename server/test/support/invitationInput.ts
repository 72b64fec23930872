import type { InvitationInput } from '../../src/invitations/compose.ts';

const personalLink = 'https://meet.example.org/enter#pV3q9sKx0aZb8Rt6Yw2Lm4Nc7Ef1Hd5Gj3Uo8Ti6Q';

/** The secret of the example's personal link. */
export const linkSecret = personalLink.slice(personalLink.indexOf('#') + 1);

/** An invitation as the desk asks for it, with what a test wants otherwise. */
export function invitationInput({
  meeting,
  person,
  ...rest
}: Partial<Omit<InvitationInput, 'meeting' | 'person'>> & {
  meeting?: Partial<InvitationInput['meeting']>;
  person?: Partial<InvitationInput['person']>;
} = {}): InvitationInput {
  return {
    kind: 'invitation',
    meeting: {
      id: 'm8fN2',
      title: { en: 'Regional dimensions of the peace process', fa: 'ابعاد منطقه‌ای روند صلح' },
      hosts: { en: 'Hosted by the Hindu Kush Dialogue Society', fa: 'به میزبانی انجمن گفت‌وگوی هندوکش' },
      startsAt: Date.UTC(2020, 4, 28, 11, 30),
      endsAt: Date.UTC(2020, 4, 28, 13, 30),
      timeZone: 'Asia/Kabul',
      ...meeting,
    },
    person: { member: 'b7Qx', name: 'Dr Amina Rahimi', email: 'amina@example.org', language: 'en', ...person },
    url: personalLink,
    address: 'https://meet.example.org/seat/b7Qx',
    sequence: 0,
    from: { name: 'Hindu Kush Dialogue Society', address: 'talks@example.org' },
    stamp: Date.UTC(2020, 4, 1, 9),
    ...rest,
  };
}
