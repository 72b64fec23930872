import { useState } from 'react';
import { useDevices } from '../../media/ownDevices.ts';
import { playTestSound } from '../../media/sounds.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { note, useEquipment } from './equipment.ts';
import styles from './parts.module.css';

/** Plays a sound and asks whether it was heard: only the person can tell. */
export function SpeakerCheck() {
  const text = useText();
  const { choices } = useDevices();
  const heard = useEquipment(({ speaker }) => speaker);
  const [status, setStatus] = useState<'silent' | 'playing' | 'played'>('silent');
  const play = async (): Promise<void> => {
    setStatus('playing');
    await playTestSound(choices.speaker);
    setStatus('played');
  };
  const asked = status === 'played' || heard !== 'notTested';
  return (
    <div className={styles.speaker}>
      <Button
        onPress={() => {
          if (status !== 'playing') void play(); // a browser without sound stays silent
        }}
      >
        <Icon name="sound" />
        {text(status === 'playing' ? 'entry.sound.playing' : 'entry.sound')}
      </Button>
      {asked ? (
        <fieldset className={styles.heardIt}>
          <legend>{text('entry.sound.ask')}</legend>
          <Button size="small" pressed={heard === 'heard'} onPress={() => note({ speaker: 'heard' })}>
            {text('entry.sound.yes')}
          </Button>
          <Button size="small" pressed={heard === 'notHeard'} onPress={() => note({ speaker: 'notHeard' })}>
            {text('entry.sound.no')}
          </Button>
        </fieldset>
      ) : null}
      {heard === 'notTested' ? null : (
        <output className={styles.soundNote}>
          {text(heard === 'heard' ? 'entry.sound.heard' : 'entry.sound.notHeard')}
        </output>
      )}
    </div>
  );
}
