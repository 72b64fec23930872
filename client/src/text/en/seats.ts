/** Seats put on the list and into a tour de table: loaded with the windows that show them. */
export const seatsText = {
  'seats.add.title': 'Add a seat to the list',
  'seats.add.hint': 'Also for who has asked in another way, or is not here yet.',
  'seats.add.next': 'Next',
  'seats.add.nextNamed': 'Add {name} as the next',
  'seats.add.end': 'At the end',
  'seats.add.endNamed': 'Add {name} at the end',
  'seats.tour.hint': 'Everybody once, in this order. Who is not here is called again one place later, and is not lost.',
  'seats.tour.order': 'Order of the tour',
  'seats.tour.order.seat': 'By seat',
  'seats.tour.order.delegation': 'By delegation',
  'seats.tour.order.hand': 'By hand',
  'seats.tour.time': 'Time of each seat',
  'seats.tour.seats': '{count, number} of {all, number} seats take part.',
  'seats.tour.nobody': 'Give a time, and let at least one seat take part.',
  'seats.tour.start': 'Start the tour',
} as const;
