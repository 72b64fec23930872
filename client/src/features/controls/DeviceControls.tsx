import { mediaGrant } from '@track2/shared';
import { setCamera, setMicrophone, useOwnMedia } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';

type Props = Pick<ControlProps, 'words' | 'room'>;

/** The own microphone: it opens with the floor, and then by the person's own act alone. Who holds it sees its words. */
export function MicrophoneControl({ heldWords, ...place }: Props & { heldWords: 'beside' | 'above' }) {
  const text = useText();
  const held = useMeeting(({ state, me }) => mediaGrant(state, me).microphone !== null);
  const { microphone } = useOwnMedia();
  if (microphone === 'none') {
    const why = text('controls.microphone.none.why');
    return (
      <Control
        {...place}
        icon="microphoneOff"
        look="plain"
        label={text('controls.microphone.none')}
        detail={why}
        refusal={why}
        onPress={() => {}}
      />
    );
  }
  if (!held) {
    const why = text('controls.microphone.closed.why');
    return (
      <Control
        {...place}
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
      words={heldWords}
      icon={step === 'muted' ? 'microphoneOff' : 'microphone'}
      look={step === 'muted' ? 'primary' : 'framed'}
      label={text(`controls.microphone.${step}`)}
      detail={text(`controls.microphone.${step}.why`)}
      onPress={() => setMicrophone(step === 'muted')}
    />
  );
}

/** The own camera, which the current item may withhold. */
export function CameraControl(place: Props) {
  const text = useText();
  const allowed = useMeeting(({ state, me }) => mediaGrant(state, me).camera !== null);
  const { camera } = useOwnMedia();
  const step = camera === 'none' ? 'none' : allowed ? camera : 'withheld';
  const why = text(`controls.camera.${step}.why`);
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
