/** The lobby: waiting to be let in. */
export const lobbyText = {
  'lobby.title': 'You are in the lobby',
  'lobby.wait': 'The chair will let you in.',
  'lobby.waitHint': 'You need do nothing: this page changes by itself. Nobody sees or hears you here.',
  'lobby.start': 'The meeting is planned for {date}, {time} in {city}.',
  'lobby.startOwn': 'That is {time} in {city}.',
  'lobby.open': 'The meeting is under way.',
  'lobby.doubtful':
    'Your personal link was opened on another device too. The organisers see that and may ask you before they let you in. If it was not you, tell them.',
  'lobby.turnedAway.title': 'You were not let in for now',
  'lobby.turnedAway.text':
    'The organisers have asked you to wait outside. Your seat stays yours: you can ask for admission again, or reach the organisers in another way.',
  'lobby.turnedAway.again': 'Ask for admission again',
  'lobby.over': 'The meeting is over.',
  'lobby.overHint': 'It was adjourned before you came in. You can close this page.',
  'lobby.cancelled': 'The meeting is cancelled.',
  'lobby.cancelledHint': 'It will not be held. Whoever invited you tells you more. You can close this page.',
  'lobby.write': 'Write to the organisers',
  'lobby.message': 'A message from the organisers:',
  'lobby.answer': 'Read and answer',
  'lobby.leave': 'Leave the lobby',
  'lobby.accepted': 'You accepted this rule.',
} as const;
