package org.fxd.graph.core.select;

import java.io.IOException;
import java.io.InputStream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.node.ObjectReader;

/** Searches for a text in pieces of text that come one after the other. */
final class TextSearch {
  private static final int BUFFER = 8192;

  /** Stands for bytes that are not UTF-8: equal to no character. */
  private static final int NO_CHARACTER = -1;

  private final Needle needle;
  private final Cancellation cancellation;
  private int matched;
  private boolean found;
  private int missing;
  private int point;
  private int least;

  TextSearch(Needle needle, Cancellation cancellation) {
    this.needle = needle;
    this.cancellation = cancellation;
    this.found = needle.length() == 0;
  }

  boolean isFound() {
    return found;
  }

  /** What follows does not adjoin what was before. */
  void border() {
    missing = 0;
    matched = 0;
  }

  /** One more piece; values that are neither text nor bytes are none. */
  void add(Value value) {
    if (value instanceof Value.Text text) {
      text(text.text());
    } else if (value instanceof Value.Bytes bytes) {
      byte[] all = bytes.bytes();
      octets(all, all.length);
    } else if (value instanceof Value.OfBlob blob) {
      stream(blob.blob());
    }
  }

  private void text(String text) {
    if (missing > 0) {
      missing = 0;
      unit(NO_CHARACTER);
    }
    int most = needle.length() - 1;
    if (needle.ignoreCase()) {
      for (int i = 0; i < text.length() && !found; ) {
        int next = text.codePointAt(i);
        character(next);
        i += Character.charCount(next);
      }
    } else if (text.length() <= 2 * most) {
      units(text, 0, text.length());
    } else {
      // What crosses the border, what is within, and what may go on behind.
      units(text, 0, most);
      found = found || text.contains(needle.text());
      matched = 0;
      units(text, text.length() - most, text.length());
    }
  }

  private void units(String text, int from, int to) {
    for (int i = from; i < to && !found; i++) {
      unit(text.charAt(i));
    }
  }

  private void stream(Blob blob) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = blob.open()) {
      for (int read = in.read(buffer); read >= 0 && !found; read = in.read(buffer)) {
        cancellation.check();
        octets(buffer, read);
      }
    } catch (IOException e) {
      throw new StoreException(
          "Cannot read the content " + blob.hash().brief() + ": " + ObjectReader.reason(e), e);
    }
  }

  private void octets(byte[] octets, int length) {
    for (int i = 0; i < length && !found; i++) {
      octet(octets[i] & 0xff);
    }
  }

  private void octet(int octet) {
    if (missing > 0) {
      if (octet >> 6 == 0b10) {
        point = point << 6 | octet & 0x3f;
        if (--missing == 0) {
          boolean valid =
              point >= least
                  && point <= Character.MAX_CODE_POINT
                  && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
          character(valid ? point : NO_CHARACTER);
        }
        return;
      }
      missing = 0;
      unit(NO_CHARACTER);
    }
    if (octet < 0x80) {
      character(octet);
    } else if (octet >> 5 == 0b110) {
      begin(1, octet & 0x1f, 0x80);
    } else if (octet >> 4 == 0b1110) {
      begin(2, octet & 0x0f, 0x800);
    } else if (octet >> 3 == 0b11110) {
      begin(3, octet & 0x07, 0x10000);
    } else {
      unit(NO_CHARACTER);
    }
  }

  private void begin(int further, int bits, int smallest) {
    missing = further;
    point = bits;
    least = smallest;
  }

  private void character(int character) {
    int folded = needle.ignoreCase() && character != NO_CHARACTER ? Fold.of(character) : character;
    if (folded > Character.MAX_VALUE) {
      unit(Character.highSurrogate(folded));
      unit(Character.lowSurrogate(folded));
    } else {
      unit(folded);
    }
  }

  private void unit(int unit) {
    if (!found) {
      matched = needle.next(matched, unit);
      found = matched == needle.length();
    }
  }
}
