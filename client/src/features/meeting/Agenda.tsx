import { AgendaPanel } from '../agenda/AgendaPanel.tsx';
import { AddAnyDocument } from '../documents/AddDocument.tsx';
import { ItemDocuments } from '../documents/ItemDocuments.tsx';
import { OwnBudget } from '../time/OwnBudget.tsx';

/** The agenda as the pages show it: documents under their items, at the foot the speaking time of the own delegation. */
export function Agenda() {
  return (
    <AgendaPanel
      renderUnder={(item) => <ItemDocuments item={item} />}
      foot={
        <>
          <OwnBudget />
          <AddAnyDocument />
        </>
      }
    />
  );
}
