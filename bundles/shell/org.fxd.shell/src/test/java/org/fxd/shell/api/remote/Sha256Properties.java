package org.fxd.shell.api.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.MessageDigest;
import java.util.Arrays;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** It is the SHA-256 of the platform, by which others will look for a socket. */
class Sha256Properties {
  private static void assertPlatforms(byte[] message) throws Exception {
    assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(message), Sha256.of(message));
  }

  @Test
  void itIsThePlatforms() {
    Property.seeded(1).check(choices -> assertPlatforms(choices.bytes(300)));
  }

  @Test
  void itIsThePlatformsAtEveryLength() throws Exception {
    byte[] message = new byte[200];
    Arrays.fill(message, (byte) 0xe5);
    for (int length = 0; length <= message.length; length++) {
      assertPlatforms(Arrays.copyOf(message, length));
    }
  }
}
