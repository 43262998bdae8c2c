package org.fxd.runtime.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ForwardingTest {
  /** "The process ended" stood behind "packing 12 of 40", in one line. */
  @Test
  void anErrorDoesNotStandBehindProgress() {
    assertEquals("\r\u001b[Kerror: Gone\n  again\n", Forwarding.said("Gone", "again", true));
    assertEquals("error: Gone\n", Forwarding.said("Gone", "", false));
  }
}
