import { expect, it } from 'vitest';
import { panelFor, panelsIn } from './panels.ts';

it('each kind of item brings forward what people look for', () => {
  expect(panelFor({ type: 'qna' }, 'wide')).toBe('questions');
  expect(panelFor({ type: 'openDiscussion' }, 'phone')).toBe('speakers');
});

it('the agenda is a panel on a phone alone; elsewhere it is always in sight', () => {
  expect(panelFor({ type: 'keynote' }, 'phone')).toBe('agenda');
  expect(panelFor({ type: 'keynote' }, 'wide')).toBe('questions');
  expect(panelFor(null, 'tablet')).toBe('people');
  expect(panelsIn('phone')[0]).toBe('agenda');
  expect(panelsIn('tablet')).not.toContain('agenda');
});
