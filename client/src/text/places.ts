export { placeOfZone } from '@track2/shared';
