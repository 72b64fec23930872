import type { CheckProtocol, CheckRefusal, EquipmentResult } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Way = EquipmentResult['udp'];

/** What the test of the connection found. */
export type TestedNetwork = Pick<EquipmentResult, 'udp' | 'tcp' | 'loopback' | 'roundTripMs' | 'lossPercent'> & {
  /** Where a path that is shut would have to lead, for who looks after the network. */
  address: string | null;
};

/** Why the connection could not be tested, which says nothing about it. */
export type Hindrance = CheckRefusal | { code: 'unsupported' };

/** Where the test of the connection stands. */
export type Network =
  | { status: 'untested' }
  /** `udp` once it is known, while the other is tried. */
  | { status: 'running'; trying: CheckProtocol; udp: Way }
  | ({ status: 'tested' } & TestedNetwork)
  | { status: 'hindered'; by: Hindrance };

/** What the person has tried of the equipment since the page was opened. */
export type Equipment = Pick<EquipmentResult, 'camera' | 'microphone' | 'speaker'> & { network: Network };

const untried: Equipment = {
  camera: 'notTested',
  microphone: 'notTested',
  speaker: 'notTested',
  network: { status: 'untested' },
};

const equipmentStore = createStore<Equipment>()(() => untried);

export const useEquipment = <T>(select: (equipment: Equipment) => T): T => useStore(equipmentStore, select);

/** Takes down what was found out. It is kept while the page is: from the invitation into the lobby. */
export const note = (found: Partial<Equipment>): void => equipmentStore.setState(found);

/** All that was found out, as the organisers may be told it. */
export function resultOf({ camera, microphone, speaker, network }: Equipment): EquipmentResult {
  const devices = { camera, microphone, speaker };
  if (network.status !== 'tested') {
    const untested = { udp: 'notTested', tcp: 'notTested', loopback: 'notTested' } as const;
    return { ...devices, ...untested, roundTripMs: null, lossPercent: null };
  }
  const { udp, tcp, loopback, roundTripMs, lossPercent } = network;
  return { ...devices, udp, tcp, loopback, roundTripMs, lossPercent };
}
