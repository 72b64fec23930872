import { createContext, type ReactNode, useContext } from 'react';
import { Control, type ControlProps } from './Control.tsx';
import type { FloorDialog } from './dialogs.tsx';

/** Opens a dialog of the bar, which outlives the control: that one may stand in a menu, or go with its reason. */
export const OpenDialogContext = createContext<(which: FloorDialog) => void>(() => {});

type Props = Omit<ControlProps, 'onPress'> & { opens: FloorDialog };

/** A control that opens a dialog. */
export function OpensDialog({ opens, ...control }: Props): ReactNode {
  const open = useContext(OpenDialogContext);
  return <Control {...control} onPress={() => open(opens)} />;
}
