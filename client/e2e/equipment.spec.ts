import { expect, test } from './support/people.ts';

test.setTimeout(120_000);

/** Between this browser and the server as some networks are: what goes by UDP arrives nowhere. */
function shutUdp(): void {
  const original = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = function (
    this: RTCPeerConnection,
    { type, sdp = '' }: RTCSessionDescriptionInit,
  ): Promise<void> {
    // Nothing answers on port 9.
    const shut = sdp.replaceAll(/^(a=candidate:\S+ \d+ udp \d+ \S+) \d+ /gm, '$1 9 ');
    return Reflect.apply(original, this, [{ type, sdp: shut }]);
  };
}

test('somebody in a network without UDP tests the equipment before the meeting and sends the result', async ({
  platform,
  person,
}) => {
  const page = await person({ viewport: { width: 390, height: 844 }, init: shutUdp });
  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await page.goto(platform.links.get('ir-1') ?? '');
  await press('Open my seat');

  await press('Try camera and microphone');
  await expect(page.getByText('We hear you well.')).toBeVisible();
  await press('Play a test sound');
  await press('Yes');
  await press('Test the connection');
  const check = page.getByRole('region', { name: 'Equipment and network' });
  await expect(check.getByText('Trying the second path')).toBeVisible({ timeout: 20_000 });
  const lines = check.getByRole('listitem');
  await expect(lines).toHaveText(
    [
      /^The direct path is blocked.*You need do nothing\.$/,
      'The second path is open, and the meeting will take it',
      'A tone went to the server and came back',
      /^The way to the server and back is .* ms$/,
      /^Sound arrives whole.* % lost$/,
      'Your camera works',
      'Your microphone hears you',
      'You hear the test sound',
    ],
    { timeout: 20_000 },
  );

  await press('Send the result to the organisers');
  await expect(check.getByText('The organisers have this result.')).toBeVisible();
  // What the meeting holds is there again in the lobby, with what was found.
  await press('I accept, enter the lobby');
  await expect(page.getByRole('heading', { name: 'You are in the lobby' })).toBeVisible();
  await expect(check.getByText('The organisers have this result.')).toBeVisible();
});
