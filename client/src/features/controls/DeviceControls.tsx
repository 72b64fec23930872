import { mediaGrant } from '@track2/shared';
import { setCamera, setMicrophone, useOwnMedia } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';

type Props = Pick<ControlProps, 'words' | 'room'>;
type Held = Props & { heldWords: 'beside' | 'above' };

/** The own microphone: it opens with the floor, and then by the person's own act alone. Who holds it sees its words. */
export function MicrophoneControl({ heldWords, ...place }: Held) {
  const text = useText();
  const grant = useMeeting(({ state, me }) => mediaGrant(state, me).microphone);
  const { microphone } = useOwnMedia();
  if (microphone === 'none') {
    const why = text('controls.microphone.none.why');
    return (
      <Control
        {...place}
        shortcut="microphone"
        icon="microphoneOff"
        look="plain"
        label={text('controls.microphone.none')}
        detail={why}
        refusal={why}
        onPress={() => {}}
      />
    );
  }
  if (grant?.audience === 'backstage')
    return <BackstageMicrophone {...place} heldWords={heldWords} step={microphone} />;
  if (grant === null) {
    const why = text('controls.microphone.closed.why');
    return (
      <Control
        {...place}
        shortcut="microphone"
        icon="microphoneOff"
        look="plain"
        label={text('controls.microphone.closed')}
        detail={why}
        refusal={why}
        onPress={() => {}}
      />
    );
  }
  const step = microphone === 'off' ? 'muted' : microphone === 'on' ? 'opening' : 'live';
  return (
    <Control
      {...place}
      shortcut="microphone"
      words={heldWords}
      icon={step === 'muted' ? 'microphoneOff' : 'microphone'}
      look={step === 'muted' ? 'primary' : 'framed'}
      label={text(`controls.microphone.${step}`)}
      detail={text(`controls.microphone.${step}.why`)}
      onPress={() => setMicrophone(step === 'muted')}
    />
  );
}

/** Backstage nobody needs the floor, and the room hears nothing. */
function BackstageMicrophone({ heldWords, step, ...place }: Held & { step: 'off' | 'on' | 'live' }) {
  const text = useText();
  return (
    <Control
      {...place}
      shortcut="microphone"
      words={heldWords}
      icon={step === 'off' ? 'microphoneOff' : 'microphone'}
      label={text(`controls.microphone.backstage.${step}`)}
      detail={text(`controls.microphone.backstage.${step}.why`)}
      onPress={() => setMicrophone(step === 'off')}
    />
  );
}

/** The own camera, which the current item may withhold. */
export function CameraControl(place: Props) {
  const text = useText();
  const grant = useMeeting(({ state, me }) => mediaGrant(state, me).camera);
  const allowed = grant !== null;
  const { camera } = useOwnMedia();
  const step = camera === 'none' ? 'none' : allowed ? camera : 'withheld';
  const backstage = grant?.audience === 'backstage' && (step === 'off' || step === 'live');
  const why = text(backstage ? `controls.camera.backstage.${step}.why` : `controls.camera.${step}.why`);
  return (
    <Control
      {...place}
      icon={camera === 'live' && allowed ? 'camera' : 'cameraOff'}
      look="plain"
      label={text(`controls.camera.${step}`)}
      detail={why}
      refusal={step === 'none' || step === 'withheld' ? why : null}
      onPress={() => setCamera(camera === 'off')}
    />
  );
}
