import { AgendaPanel } from '../agenda/AgendaPanel.tsx';
import { OwnBudget } from '../time/OwnBudget.tsx';

/** The agenda as the pages show it: under the projected end the speaking time of the own delegation. */
export function Agenda() {
  return <AgendaPanel foot={<OwnBudget />} />;
}
