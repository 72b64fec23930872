import type { AgendaItem, HardStop, Id } from '@track2/shared';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './AgendaEditor.module.css';
import type { AgendaRow } from './agendaRows.ts';
import { DropDialog } from './DropDialog.tsx';
import { HardStopDialog } from './HardStopDialog.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { ItemLine } from './ItemLine.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { StopEdit } from './StopEdit.tsx';
import { scrollToTop } from './scrollToTop.ts';
import type { Zones } from './useZones.ts';

/** What a dialog of the editor is about. */
export type Asking =
  | { kind: 'add'; parent: Id | null }
  | { kind: 'change' | 'drop' | 'note'; item: AgendaItem }
  | { kind: 'addStop'; item: Id | null }
  | { kind: 'changeStop'; stop: HardStop };

type Props = {
  rows: readonly AgendaRow[];
  zones: Zones;
  renderUnder: ((item: AgendaItem) => ReactNode) | undefined;
};

/** The live edit of the agenda: start, close, suspend, reopen, add, change, move, skip and drop items; notes and hard stops. */
export function AgendaEditor({ rows, zones, renderUnder }: Props) {
  const text = useText();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [more, setMore] = useState<Id | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What can be edited begins with the current item; what is done stands above it.
    const first = editor.current?.querySelector<HTMLElement>("li:not([data-status='closed'], [data-status='skipped'])");
    if (editor.current !== null && first) scrollToTop(editor.current, first);
  }, []);
  return (
    <div ref={editor} className={styles.editor}>
      <ol className={styles.items}>
        {rows.map((row) => (
          <ItemLine
            key={row.item.id}
            row={row}
            open={more === row.item.id}
            onOpen={(open) => setMore(open ? row.item.id : null)}
            onAsk={setAsking}
          >
            {renderUnder?.(row.item)}
            {row.stops.map((stop) => (
              <StopEdit
                key={stop.id}
                stop={stop}
                zones={zones}
                onChange={() => setAsking({ kind: 'changeStop', stop })}
              />
            ))}
          </ItemLine>
        ))}
      </ol>
      <div className={styles.adds}>
        <Button size="small" onPress={() => setAsking({ kind: 'add', parent: null })}>
          {text('agenda.edit.add')}
        </Button>
        <Button size="small" onPress={() => setAsking({ kind: 'addStop', item: null })}>
          {text('agenda.edit.addStop')}
        </Button>
      </div>
      {asking === null ? null : <AskedDialog asking={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

function AskedDialog({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  switch (asking.kind) {
    case 'add':
      return <ItemDialog of={{ newIn: asking.parent }} onClose={onClose} />;
    case 'change':
      return <ItemDialog of={{ item: asking.item }} onClose={onClose} />;
    case 'drop':
      return <DropDialog item={asking.item} onClose={onClose} />;
    case 'note':
      return <NoteDialog item={asking.item} onClose={onClose} />;
    case 'addStop':
      return <HardStopDialog stop={null} item={asking.item} onClose={onClose} />;
    case 'changeStop':
      return <HardStopDialog stop={asking.stop} item={asking.stop.item} onClose={onClose} />;
  }
}
