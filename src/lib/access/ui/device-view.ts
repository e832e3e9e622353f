import { m, shortInstant } from '$lib/i18n';

/** A device as a page shows it, in words. */
export interface DeviceView {
  readonly sessionId: string;
  readonly label: string;
  readonly times: string;
  readonly isThisOne: boolean;
}

/** Devices in words; `here` is the session this browser holds. */
export function deviceViews(
  devices: readonly {
    readonly sessionId: string;
    readonly label: string;
    readonly signedInAt: Date;
    readonly lastSeenAt: Date;
  }[],
  here: string | null,
  timeZone: string
): DeviceView[] {
  return devices.map(({ sessionId, label, signedInAt, lastSeenAt }) => ({
    sessionId,
    label,
    times: m.access_devices_since({
      since: shortInstant(signedInAt, timeZone),
      seen: shortInstant(lastSeenAt, timeZone)
    }),
    isThisOne: sessionId === here
  }));
}
