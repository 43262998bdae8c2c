package org.fxd.shell.api.remote;

import java.nio.ByteBuffer;

/**
 * SHA-256 (FIPS 180-4), for the names of sockets. The platform's own would do as well, but to find
 * it among its providers takes a process that lives for a moment longer than all else it does.
 */
final class Sha256 {
  private static final int BLOCK = 64;
  private static final int ROUNDS = 64;

  private static final int[] START = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private static final int[] ROUND = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  private Sha256() {}

  /** The 32 bytes of the hash. */
  static byte[] of(byte[] message) {
    int blocks = (message.length + 1 + Long.BYTES + BLOCK - 1) / BLOCK;
    ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK);
    padded.put(message).put((byte) 0x80);
    padded.putLong(padded.capacity() - Long.BYTES, (long) message.length * Byte.SIZE);
    padded.rewind();
    int[] state = START.clone();
    for (int block = 0; block < blocks; block++) {
      mix(state, schedule(padded));
    }
    ByteBuffer hash = ByteBuffer.allocate(state.length * Integer.BYTES);
    for (int word : state) {
      hash.putInt(word);
    }
    return hash.array();
  }

  private static int[] schedule(ByteBuffer block) {
    int[] w = new int[ROUNDS];
    for (int i = 0; i < BLOCK / Integer.BYTES; i++) {
      w[i] = block.getInt();
    }
    for (int i = BLOCK / Integer.BYTES; i < ROUNDS; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      w[i] =
          w[i - 16]
              + (right(x, 7) ^ right(x, 18) ^ (x >>> 3))
              + w[i - 7]
              + (right(y, 17) ^ right(y, 19) ^ (y >>> 10));
    }
    return w;
  }

  private static void mix(int[] state, int[] w) {
    int[] s = state.clone();
    for (int i = 0; i < ROUNDS; i++) {
      int a = s[0];
      int e = s[4];
      int first =
          s[7]
              + (right(e, 6) ^ right(e, 11) ^ right(e, 25))
              + ((e & s[5]) ^ (~e & s[6]))
              + ROUND[i]
              + w[i];
      int second =
          (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
      System.arraycopy(s, 0, s, 1, s.length - 1);
      s[4] += first;
      s[0] = first + second;
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += s[i];
    }
  }

  private static int right(int word, int by) {
    return Integer.rotateRight(word, by);
  }
}
