/** Sound and picture: devices, what hinders them, and the notices about them. */
export const mediaText = {
  'media.microphone': 'Microphone',
  'media.camera': 'Camera',
  'media.speaker': 'Speaker',
  'media.device.default': 'Standard device',
  'media.device.unnamed': 'Device {number, number}',
  'media.device.none': 'None found',
  'media.tap.title': 'Your browser holds the sound back',
  'media.tap.body': 'It waits for one press of yours before it plays the meeting.',
  'media.tap.action': 'Hear the meeting',
  'media.problem.microphoneDenied':
    'This browser may not use your microphone. You can listen and ask in writing, or allow it in the browser’s settings for this page.',
  'media.problem.microphoneMissing': 'No microphone was found. You can listen and ask in writing.',
  'media.problem.microphoneBusy': 'Your microphone could not be opened. Another program may be using it.',
  'media.problem.cameraDenied':
    'This browser may not use your camera. Your name stands for you, or allow it in the browser’s settings for this page.',
  'media.problem.cameraMissing': 'No camera was found. Your name stands for you.',
  'media.problem.cameraBusy': 'Your camera could not be opened. Another program may be using it.',
  'media.problem.screenBusy': 'Your screen could not be shown. Choose it again.',
  'media.problem.unsupported':
    'This browser cannot carry sound and picture. You can follow the agenda and write; to hear the meeting, use a current Chrome, Edge, Firefox or Safari.',
  'media.problem.interrupted': 'Sound and picture are interrupted. They come back by themselves.',
  'media.problem.notReceived': 'The sound or picture of one person does not reach you. Reload this page.',
} as const;
