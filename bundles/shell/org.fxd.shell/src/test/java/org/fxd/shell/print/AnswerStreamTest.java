package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {
  private static AnswerStream failing(String message) {
    return new AnswerStream(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        });
  }

  @Test
  void writesInOrderWhateverTheSizes() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream actual = new ByteArrayOutputStream();
    AnswerStream out = new AnswerStream(actual);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(i % 10 == 0 ? 40_000 : 300)];
      random.nextBytes(bytes);
      expected.write(bytes);
      out.write(bytes);
      out.write(i);
      expected.write(i);
    }
    out.flush();
    assertArrayEquals(expected.toByteArray(), actual.toByteArray());
    assertFalse(out.isAbandoned());
  }

  @Test
  void aReaderWhoWentIsRemembered() throws IOException {
    AnswerStream out = failing("Broken pipe");
    out.write('x');
    assertThrows(IOException.class, out::flush);
    assertTrue(out.isAbandoned());
  }

  @Test
  void aFullDiskIsAFailure() throws IOException {
    AnswerStream out = failing("No space left on device");
    out.write('x');
    assertEquals(
        "No space left on device", assertThrows(IOException.class, out::flush).getMessage());
    assertFalse(out.isAbandoned());
  }

  @Test
  void knowsWhetherItIsWithinALine() throws IOException {
    AnswerStream out = new AnswerStream(new ByteArrayOutputStream());
    assertFalse(out.isWithinLine());
    out.write(new byte[] {'a', 'b'});
    assertTrue(out.isWithinLine());
    out.write('\n');
    out.write(new byte[0]);
    assertFalse(out.isWithinLine());
  }
}
