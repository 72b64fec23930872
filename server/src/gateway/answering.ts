import { randomUUID } from 'node:crypto';
import type { BaseLogger } from 'pino';

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: readonly { code: string; path: readonly PropertyKey[] }[] } };

/** How one kind of frame is answered. `null` leaves it unanswered, so that the client asks again. */
export type Answers<Reply, Frame> = {
  handle(frame: Frame): Promise<Reply>;
  malformed(path: string): Reply | Promise<Reply>;
  fault(incident: string): Reply | null;
};

/**
 * The boundary of every frame. What does not fit the schema is refused with the path of the first misfit, which the
 * sender alone is told, as the names in it may be the sender's; what fails inside is logged with an incident id. No
 * frame, with or without an acknowledgement, can throw into the socket.
 */
export const answering =
  (logger: BaseLogger, meeting: string) =>
  <Reply, Frame>(schema: { safeParse(value: unknown): Parsed<Frame> }, answers: Answers<Reply, Frame>) =>
  (frame: unknown, ack?: unknown): void => {
    const reply = (answer: Reply | null): void => {
      if (typeof ack === 'function' && answer !== null) ack(answer);
    };
    const run = async (): Promise<Reply> => {
      const parsed = schema.safeParse(frame);
      if (parsed.success) return answers.handle(parsed.data);
      const [issue] = parsed.error.issues;
      const path = issue?.path.map(String).join('.').slice(0, 100) ?? '';
      logger.warn({ meeting, issue: issue?.code }, 'malformed frame');
      return answers.malformed(path);
    };
    run().then(reply, (error: unknown) => {
      const incident = randomUUID();
      logger.error({ meeting, incident, err: error }, 'frame failed');
      reply(answers.fault(incident));
    });
  };
