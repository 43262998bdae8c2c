package org.fxd.git.jgit.object;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.fxd.history.api.Person;

/**
 * Who and when, as commits and tags have it: {@code NAME <ADDRESS> SECONDS ZONE}.
 *
 * @param person who; what Git leaves blank is filled, as a person has a name here
 * @param time when; times and zones that no calendar has are moved to the nearest
 */
public record GitIdent(Person person, OffsetDateTime time) {
  /** Of a commit or tag that does not say who and when. */
  static final GitIdent UNKNOWN =
      new GitIdent(
          new Person("unknown", ""), OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));

  /** The first and last day of the years 1 to 9999, which all programs can show. */
  private static final long EARLIEST = -62_135_510_400L;

  private static final long LATEST = 253_402_214_399L;
  private static final int MOST_MINUTES = 18 * 60;
  private static final Pattern UNFIT = Pattern.compile("[<>\n\r\0]");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");
  private static final Pattern ZONE = Pattern.compile("[+-][0-9]{1,9}");

  /** Reads any bytes. */
  static GitIdent decode(byte[] bytes, Charset charset) {
    int open = indexOf(bytes, '<', 0);
    int nameEnd = open < 0 ? bytes.length : open;
    if (open > 0 && bytes[open - 1] == ' ') {
      nameEnd--;
    }
    int close = open < 0 ? -1 : indexOf(bytes, '>', open + 1);
    int emailEnd = close < 0 ? bytes.length : close;
    String name = clean(GitText.decode(Arrays.copyOf(bytes, nameEnd), charset));
    String email =
        open < 0
            ? ""
            : clean(GitText.decode(Arrays.copyOfRange(bytes, open + 1, emailEnd), charset));
    if (name.isBlank()) {
      name = email.isBlank() ? UNKNOWN.person().name() : email;
    }
    int rest = bytes.length;
    while (rest > emailEnd && bytes[rest - 1] != '>') {
      rest--;
    }
    String when = new String(bytes, rest, bytes.length - rest, StandardCharsets.ISO_8859_1);
    return new GitIdent(new Person(name, email), time(SPACES.split(when.strip(), 3)));
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static String clean(String text) {
    return UNFIT.matcher(text).replaceAll("?");
  }

  private static OffsetDateTime time(String[] parts) {
    int minutes = parts.length > 1 ? zone(parts[1]) : 0;
    Instant instant = Instant.ofEpochSecond(seconds(parts[0]));
    return OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  private static long seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return 0;
    }
    try {
      return Math.max(EARLIEST, Math.min(LATEST, Long.parseLong(text)));
    } catch (NumberFormatException e) {
      return text.startsWith("-") ? EARLIEST : LATEST;
    }
  }

  private static int zone(String text) {
    if (!ZONE.matcher(text).matches()) {
      return 0;
    }
    int number = Integer.parseInt(text.substring(1));
    int minutes = number / 100 * 60 + number % 100;
    return minutes > MOST_MINUTES ? 0 : text.startsWith("-") ? -minutes : minutes;
  }

  /** What stands behind the address. Git knows no time before 1970 and no seconds of a zone. */
  String when() {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    int size = Math.abs(minutes);
    return Math.max(0, time.toEpochSecond())
        + " "
        + (minutes < 0 ? "-" : "+")
        + (char) ('0' + size / 600)
        + (char) ('0' + size / 60 % 10)
        + (char) ('0' + size % 60 / 10)
        + (char) ('0' + size % 10);
  }

  /** All of it. */
  String text() {
    return person + " " + when();
  }
}
