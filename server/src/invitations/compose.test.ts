import { AttributionLevel } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { invitationInput, linkSecret } from '../../test/support/invitationInput.ts';
import { eventIn } from '../../test/support/mailSink.ts';
import { composeInvitation, messageToCopy } from './compose.ts';

const textOf = (wanted?: Parameters<typeof invitationInput>[0]): string =>
  composeInvitation(invitationInput(wanted)).text;

describe('the language', () => {
  it.each([
    ['fa', 'fa'],
    ['fa-AF', 'fa'],
    ['prs', 'fa'],
    ['en-GB', 'en'],
    ['uz', 'en'],
    [null, 'en'],
  ])('of a person who reads %s is %s', (language, lang) => {
    expect(composeInvitation(invitationInput({ person: { language } })).html).toContain(`<html lang="${lang}"`);
  });

  it('of a title that exists in another one alone is marked', () => {
    const { html } = composeInvitation(invitationInput({ meeting: { title: { fa: 'روند صلح' } } }));
    expect(html).toContain('<bdi lang="fa" dir="rtl">روند صلح</bdi>');
  });
});

/** An hour in Vienna, at nine in UTC on the tenth of a month (from 0). */
const vienna = (month: number) => {
  const startsAt = Date.UTC(2020, month, 10, 9);
  return composeInvitation(
    invitationInput({ meeting: { startsAt, endsAt: startsAt + 3_600_000, timeZone: 'Europe/Vienna' } }),
  );
};

describe('the times', () => {
  it('are those of the meeting, with its city, and UTC', () => {
    expect(textOf()).toContain(
      'Time: Thursday, 28 May 2020, 16:00–18:00, Kabul time\nIn UTC: Thursday, 28 May 2020, 11:30–13:30\n',
    );
    expect(textOf({ person: { language: 'fa' } })).toContain(
      'زمان: پنجشنبه ۸ خرداد ۱۳۹۹ (۲۸ مهٔ ۲۰۲۰)، از ساعت ۱۶:۰۰ تا ۱۸:۰۰ به وقت کابل\n',
    );
  });

  it('name both days of a meeting that goes past midnight in one of the two', () => {
    const late = { startsAt: Date.UTC(2020, 4, 28, 18), endsAt: Date.UTC(2020, 4, 28, 20, 30) };
    expect(textOf({ meeting: late })).toContain(
      'Time: Thursday, 28 May 2020, 22:30 – Friday, 29 May 2020, 01:00, Kabul time\nIn UTC: Thursday, 28 May 2020, 18:00–20:30\n',
    );
  });

  it('follow daylight saving time, and the calendar does not', () => {
    expect([vienna(0).text, vienna(6).text]).toEqual([
      expect.stringContaining('10:00–11:00, Vienna time'),
      expect.stringContaining('11:00–12:00, Vienna time'),
    ]);
    expect(eventIn(vienna(6).calendar?.text ?? '').event.startDate.toString()).toBe('2020-07-10T09:00:00Z');
  });
});

describe('the rule', () => {
  it.each(AttributionLevel.options)('%s has a name in both languages', (attribution) => {
    for (const language of ['en', 'fa']) {
      expect(textOf({ meeting: { attribution }, person: { language } })).toMatch(/\n(Rule|قاعده): \S.+\n/);
    }
  });

  it('that is not known is not named', () => {
    expect(textOf()).not.toContain('Rule:');
  });
});

describe('what follows from a message', () => {
  it('a change gives the address without a secret, and a cancellation no address', () => {
    const { address } = invitationInput();
    expect(textOf({ kind: 'update', url: null }).split('\n')).toContain(address);
    expect(textOf({ kind: 'cancellation', url: null })).not.toContain('https:');
  });

  it('a message to copy asks for no reply, and speaks of no attachment', () => {
    for (const language of ['en', 'fa']) {
      const { subject, text } = messageToCopy(invitationInput({ person: { language } }));
      expect(text).toContain(linkSecret);
      expect(text).not.toMatch(/reply|attached|پاسخ دهید|پیوست/);
      expect(subject).toBe(composeInvitation(invitationInput({ person: { language } })).subject);
    }
  });

  it.each([null, 'no address', 'a@b.example\r\nBcc: spy@example.net', 'a@b.example,spy@example.net'])(
    'to somebody without a usable address (%j) it can only be handed over',
    (email) => {
      expect(composeInvitation(invitationInput({ person: { email } }))).toMatchObject({
        envelope: null,
        calendar: null,
      });
    },
  );
});

it('the entries of two members, and of two meetings, have nothing in common that names them', () => {
  const entries = [{}, { person: { member: 'c9Rt' } }, { meeting: { id: 'm2' } }].map(
    (wanted) => eventIn(composeInvitation(invitationInput(wanted)).calendar?.text ?? '').event.uid,
  );
  expect(new Set(entries).size).toBe(3);
  expect(entries.join()).not.toMatch(/m8fN2|b7Qx/);
});
