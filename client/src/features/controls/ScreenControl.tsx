import { replaceScreen, setScreen } from '../../media/hooks.ts';
import { useText } from '../../text/index.ts';
import { Control, type ControlProps } from './Control.tsx';
import type { ScreenActs } from './useOwnScreen.ts';

type Props = Pick<ControlProps, 'words' | 'room'> & { acts: ScreenActs };

/** The own screen: asked for, waited for, shown by an act of one's own, changed for another window, stopped. */
export function ScreenControl({ acts, ...place }: Props) {
  const text = useText();
  switch (acts.screen.step) {
    case 'ask':
      return <Ask {...place} acts={acts} />;
    case 'requested':
      return (
        <Control
          {...place}
          icon="screen"
          look="mine"
          label={text('screen.requested')}
          detail={text('screen.requested.why')}
          onPress={acts.withdraw}
        />
      );
    case 'allowed':
      return (
        <Control
          {...place}
          icon="screen"
          label={text('screen.show')}
          detail={text('screen.show.why')}
          onPress={() => setScreen(true)}
        />
      );
    case 'shown':
      return <Shown {...place} />;
  }
}

function Ask({ acts, ...place }: Props) {
  const text = useText();
  const { manages } = acts.screen;
  return (
    <Control
      {...place}
      icon="screen"
      label={text(manages ? 'screen.show' : 'screen.ask')}
      detail={text(manages ? 'screen.show.why' : 'screen.ask.why')}
      onPress={acts.ask}
    />
  );
}

function Shown(place: Omit<Props, 'acts'>) {
  const text = useText();
  return (
    <>
      <Control
        {...place}
        icon="screen"
        look="mine"
        label={text('screen.stop')}
        detail={text('screen.stop.why')}
        onPress={() => setScreen(false)}
      />
      <Control
        {...place}
        icon="move"
        label={text('screen.replace')}
        detail={text('screen.replace.why')}
        onPress={replaceScreen}
      />
    </>
  );
}
