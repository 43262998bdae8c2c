package org.fxd.source.core.scan;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.source.api.scan.Region;

/**
 * The regions of a text in a few bytes, to be read back instead of scanning the text again.
 *
 * <p>A version byte and eight bytes of a hash come first. The hash covers all that the regions
 * follow from (content, language, finder) and the regions, so a hint of another text, from another
 * scanner or with a flipped bit is told from the right one. It is no signature: what is read back
 * is checked as what a scanner says is, so that even a hint made on purpose gives no wrong text.
 *
 * <p>Then the types, each once, and the regions, outer ones before inner ones: type, name, distance
 * from the end of the one before, length, number of inner regions. Numbers have seven bits a byte.
 */
final class RegionHint {
  private static final byte VERSION = 1;
  private static final int CHECK = 8;
  private static final int HEADER = 1 + CHECK;

  private RegionHint() {}

  /** The hint for a text of which so much was found; empty if that may not last. */
  static byte[] of(Found found, Hash content, String language) {
    if (!found.isLasting()) {
      return new byte[0];
    }
    ByteArrayOutputStream regions = new ByteArrayOutputStream();
    Map<String, Integer> types = new LinkedHashMap<>();
    write(found.regions(), 0, types, regions);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(types.size(), body);
    types.keySet().forEach(type -> write(type, body));
    body.writeBytes(regions.toByteArray());
    byte[] rest = body.toByteArray();
    return ByteBuffer.allocate(HEADER + rest.length)
        .put(VERSION)
        .put(check(content, language, found.finder(), rest, 0))
        .put(rest)
        .array();
  }

  /**
   * Reads a hint back.
   *
   * @param finder who would be asked now
   * @param length of the text
   * @return the regions, checked; empty if the hint is for something else or damaged
   */
  static Optional<List<Region>> read(
      byte[] hint, Hash content, String language, String finder, int length) {
    if (finder.isEmpty()
        || hint.length <= HEADER
        || hint[0] != VERSION
        || !Arrays.equals(
            hint, 1, HEADER, check(content, language, finder, hint, HEADER), 0, CHECK)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(hint, HEADER, hint.length - HEADER);
    try {
      List<String> types = new ArrayList<>();
      for (int left = count(in); left > 0; left--) {
        types.add(text(in));
      }
      List<Region> regions = regions(in, types, 0, 1);
      boolean sound = !in.hasRemaining() && RegionCheck.fault(regions, length).isEmpty();
      return sound ? Optional.of(regions) : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Damaged on purpose, as the hash was right: an expected answer, not a failure.
      return Optional.empty();
    }
  }

  private static byte[] check(
      Hash content, String language, String finder, byte[] hint, int bodyStart) {
    MessageDigest digest = Hash.newDigest();
    digest.update(content.bytes());
    for (String text : List.of(language, finder)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      digest.update(utf8);
    }
    digest.update(hint, bodyStart, hint.length - bodyStart);
    return Arrays.copyOf(digest.digest(), CHECK);
  }

  private static void write(
      List<Region> regions, int from, Map<String, Integer> types, ByteArrayOutputStream out) {
    write(regions.size(), out);
    int position = from;
    for (Region region : regions) {
      Integer type = types.get(region.type());
      if (type == null) {
        type = types.size();
        types.put(region.type(), type);
      }
      write(type, out);
      write(region.name(), out);
      write(region.start() - position, out);
      write(region.end() - region.start(), out);
      write(region.children(), region.start(), types, out);
      position = region.end();
    }
  }

  private static void write(String text, ByteArrayOutputStream out) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(utf8.length, out);
    out.writeBytes(utf8);
  }

  private static void write(int number, ByteArrayOutputStream out) {
    int rest = number;
    while (rest >>> 7 != 0) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static List<Region> regions(ByteBuffer in, List<String> types, int from, int depth) {
    int count = count(in);
    if (count > 0 && depth > RegionCheck.MAX_DEPTH) {
      throw new IllegalArgumentException("Nested too deep");
    }
    List<Region> regions = new ArrayList<>();
    int position = from;
    for (int left = count; left > 0; left--) {
      String type = types.get(number(in));
      String name = text(in);
      // Sums that run over come out negative or too low, and are not let through later.
      int start = position + number(in);
      int end = start + number(in);
      regions.add(new Region(type, name, start, end, regions(in, types, start, depth + 1)));
      position = end;
    }
    return regions;
  }

  /** A number of things that take a byte each at least. */
  private static int count(ByteBuffer in) {
    int count = number(in);
    if (count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private static String text(ByteBuffer in) {
    byte[] utf8 = new byte[count(in)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static int number(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
    // Texts are smaller than what 28 bits can count.
    throw new IllegalArgumentException("A number is too large");
  }
}
